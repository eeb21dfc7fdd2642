// The texts that a workbook's cells share: most writers store each text once and cells by number.
//
// Fed by the shared strings part; read by the sheet reader. Runs of different fonts are one text;
// phonetic guides are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/archive.hpp"
#include "intake/refusal.hpp"

namespace benniu::intake {

class SharedStrings {
  public:
    void add(std::string_view text);
    // Nothing when there is no such text.
    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;
    [[nodiscard]] std::size_t bytes() const;

  private:
    std::string texts_;  // one behind the other
    std::vector<std::uint32_t> ends_;
};

// Findings: what read_xml says; too-much-text.
Read<SharedStrings> read_shared_strings(Archive& archive, std::string_view part);

// "_x000D_" and its like become the letters they stand for, as the standard says of every text.
[[nodiscard]] std::string unescaped(std::string_view text);

}  // namespace benniu::intake
