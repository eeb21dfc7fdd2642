// How fast workbooks become cells, and in how much memory. The bar is 300,000 cells a second.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <fstream>
#include <string>

#include "intake/packed_workbook_test.hpp"

namespace benniu::intake {
namespace {

constexpr int rows = 50'000;
constexpr int columns = 20;

// The largest resident size since it was last forgotten, as Linux tells it.
double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    }
    return 0;
}

void forget_peak() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
}

// A fifth each: shared texts, texts of their own, long numbers, dates, whole numbers.
std::string cell(int row, int column) {
    const std::string open = "<c r=\"" + column_letters(column) + std::to_string(row) + "\"";
    const int number = row * columns + column;
    switch (column % 5) {
        case 0:
            return open + " t=\"s\"><v>" + std::to_string(number % 1000) + "</v></c>";
        case 1:
            return open + " t=\"inlineStr\"><is><t>望海县第" + std::to_string(number) +
                   "号项目</t></is></c>";
        case 2:
            return open + "><v>" + std::to_string(number) + ".5999999999999996</v></c>";
        case 3:
            return open + " s=\"1\"><v>" + std::to_string(44000 + number % 500) + "</v></c>";
        default:
            return open + "><v>" + std::to_string(number) + "</v></c>";
    }
}

std::string workbook_bytes() {
    WorkbookParts parts{.cell_styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/>)"};
    for (int i = 0; i < 1000; ++i) {
        parts.strings += "<si><t>单位" + std::to_string(i) + "</t></si>";
    }
    for (int row = 1; row <= rows; ++row) {
        parts.rows += "<row r=\"" + std::to_string(row) + "\">";
        for (int column = 1; column <= columns; ++column) {
            parts.rows += cell(row, column);
        }
        parts.rows += "</row>";
    }
    return packed(parts_of(parts));
}

std::string csv_bytes() {
    std::string text;
    for (int row = 1; row <= rows; ++row) {
        for (int column = 1; column <= columns; ++column) {
            text += "\"望海县" + std::to_string(row * column) + (column < columns ? "\"," : "\"\n");
        }
    }
    return text;
}

void read(benchmark::State& state, const std::string& bytes) {
    forget_peak();
    const double before = peak_megabytes();
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_workbook(bytes, "台账.xlsx"));
    }
    state.counters["cells"] =
        benchmark::Counter(double{rows} * columns, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["peak_MB_added"] = peak_megabytes() - before;
}

void read_xlsx(benchmark::State& state) {
    static const std::string bytes = workbook_bytes();
    read(state, bytes);
}
BENCHMARK(read_xlsx)->Unit(benchmark::kMillisecond);

void read_csv(benchmark::State& state) {
    static const std::string bytes = csv_bytes();
    read(state, bytes);
}
BENCHMARK(read_csv)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace benniu::intake
