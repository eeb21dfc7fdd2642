// How fast rows of cells become checked drafts and facts. The bar is 300,000 cells a second.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "intake/import.hpp"

namespace benniu::intake {
namespace {

constexpr int rows = 20'000;
constexpr int columns = 8;

std::vector<ProfileText> texts_in(const std::filesystem::path& folder) {
    std::vector<ProfileText> texts;
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(each.path(), std::ios::binary);
        texts.push_back({each.path().filename().string(),
                         {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
    }
    return texts;
}

Cell text(int column, std::string written) {
    Cell cell;
    cell.column = column;
    cell.kind = Cell::Kind::text;
    cell.text = std::move(written);
    return cell;
}

Sheet sheet_of(const std::vector<std::vector<std::string>>& written) {
    Sheet sheet;
    for (const auto& line : written) {
        Row row;
        row.number = static_cast<int>(sheet.rows.size()) + 1;
        for (const std::string& each : line) {
            row.cells.push_back(text(static_cast<int>(row.cells.size()) + 1, each));
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

std::vector<ReadFile> supervision_items() {
    std::vector<std::vector<std::string>> items = {
        {"编号", "承办单位", "事项", "来源", "交办日期", "办结时限", "办结日期", "退回次数"}};
    for (int i = 0; i < rows; ++i) {
        items.push_back({"DB" + std::to_string(i), "海口镇", "欠薪隐患排查", "上级交办",
                         "2021-11-9", "2021年11月" + std::to_string(i % 28 + 1) + "日",
                         "２０２１．１１．２３", std::to_string(i % 3)});
    }
    Sheet units = sheet_of({{"单位名称", "考核组"}, {"海口镇", "甲类镇街组"}});
    return {{"01.xlsx", Workbook{{std::move(units)}, {}}},
            {"08.xlsx", Workbook{{sheet_of(items)}, {}}}};
}

void propose_rows(benchmark::State& state) {
    const std::filesystem::path pack = BENNIU_SOURCE_DIR "/packs/county";
    ledger::Definitions definitions;
    for (const ProfileText& ledger : texts_in(pack / "ledgers")) {
        definitions.push_back(std::make_shared<const model::LedgerDefinition>(
            model::read_ledger(ledger.yaml, ledger.file).ledger));
    }
    const Profiles profiles = read_profiles(texts_in(pack / "import"), definitions).profiles;
    const ledger::County county = ledger::fold(std::span<const ledger::Deed>(), definitions, {});
    const std::vector<ReadFile> files = supervision_items();
    for (auto _ : state) {
        const Proposal proposal = propose(files, profiles, county);
        if (proposal.files[1].counts.entered != rows) {
            state.SkipWithError("not every row was entered");
        }
    }
    state.SetItemsProcessed(state.iterations() * rows * columns);
}
BENCHMARK(propose_rows)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace benniu::intake
