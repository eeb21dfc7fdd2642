// Any bytes as an upload, and any text as one part of a sound workbook: behind the checksums of an
// archive the fuzzer would hardly ever reach the XML. The first byte chooses: '0' to '5' the part,
// all else the upload as a whole.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/packed_workbook_test.hpp"

namespace {

using namespace benniu::intake;

Workbook read_fuzzed(std::string_view bytes) {
    static const std::vector<PackedPart> sound_parts = parts_of(
        {.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>44469</v></c></row>)",
         .strings = "<si><t>单位</t></si>",
         .cell_styles = R"(<xf numFmtId="14"/>)"});
    const bool is_part = !bytes.empty() && bytes[0] >= '0' && bytes[0] <= '5';
    if (!is_part) {
        return read_workbook(bytes, "台账.xlsx");
    }
    auto parts = sound_parts;
    parts[static_cast<std::size_t>(bytes[0] - '0')].text = bytes.substr(1);
    return read_workbook(packed(parts, ZIP_CM_STORE), "台账.xlsx");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t bytes) {
    const auto workbook = read_fuzzed({reinterpret_cast<const char*>(data), bytes});
    if (workbook.sheets.empty() && workbook.findings.empty()) {
        std::abort();  // something was lost without a word
    }
    return 0;
}
