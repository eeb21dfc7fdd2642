#include "intake/workbook.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/limits.hpp"
#include "intake/csv.hpp"
#include "intake/package.hpp"
#include "intake/sheet_reader.hpp"

namespace benniu::intake {

namespace {

const Cell blank_cell;

Workbook refused(Finding finding) {
    return {{}, {std::move(finding)}};
}

Finding too_large() {
    return {.code = "workbook-too-large",
            .words = {{"limit", std::to_string(limits::upload_bytes / (1024 * 1024))}}};
}

Read<std::string> bytes_of(const std::filesystem::path& path) {
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !is_file || !file) {
        return refuse_with_finding("unreadable-file");
    }
    std::string bytes;
    std::array<char, 64 * 1024> piece{};
    while (file.read(piece.data(), piece.size()) || file.gcount() > 0) {
        bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > limits::upload_bytes) {
            return tl::unexpected(too_large());
        }
    }
    return file.bad() ? refuse_with_finding("unreadable-file")
                      : Read<std::string>(std::move(bytes));
}

Read<SheetTables> read_tables(Archive& archive, const Contents& contents) {
    SheetTables tables;
    tables.calendar = contents.counts_from_1904 ? Calendar::from_1904 : Calendar::from_1900;
    if (contents.shared_strings_part) {
        auto strings = read_shared_strings(archive, *contents.shared_strings_part);
        if (!strings) {
            return tl::unexpected(strings.error());
        }
        tables.strings = std::move(*strings);
    }
    if (contents.styles_part) {
        auto styles = read_styles(archive, *contents.styles_part);
        if (!styles) {
            return tl::unexpected(styles.error());
        }
        tables.styles = std::move(*styles);
    }
    return tables;
}

// Whether the finding is about the workbook as a whole, so that its other sheets would say the
// same.
bool is_about_all_sheets(const Finding& finding) {
    constexpr std::array<std::string_view, 3> codes = {"workbook-too-large", "too-many-cells",
                                                       "too-much-text"};
    return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
}

Workbook read_sheets(Archive& archive, const Contents& contents, const SheetTables& tables) {
    Workbook workbook;
    Allowance allowance;
    for (const Contents::SheetPart& about : contents.sheets) {
        auto [sheet, findings, is_whole] = read_sheet(archive, about, tables, allowance);
        const bool is_end = !is_whole && is_about_all_sheets(findings.back());
        std::move(findings.begin(), findings.end(), std::back_inserter(workbook.findings));
        workbook.sheets.push_back(std::move(sheet));
        if (is_end) {
            workbook.sheets.clear();
            return workbook;
        }
    }
    return workbook;
}

Workbook read_xlsx(std::string_view bytes) {
    auto archive = Archive::open(bytes);
    if (!archive) {
        return refused(archive.error());
    }
    const auto contents = read_contents(*archive);
    if (!contents) {
        return refused(contents.error());
    }
    const auto tables = read_tables(*archive, *contents);
    if (!tables) {
        return refused(tables.error());
    }
    return read_sheets(*archive, *contents, *tables);
}

Workbook read_by_content(std::string_view bytes, std::string_view file_name) {
    if (bytes.size() > limits::upload_bytes) {
        return refused(too_large());
    }
    if (bytes.starts_with("PK\x03\x04")) {
        return read_xlsx(bytes);
    }
    // The container of .xls and of every workbook that is locked with a password.
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return refused(Finding{"old-workbook"});
    }
    return read_csv(bytes, std::filesystem::path(file_name).stem().string());
}

Workbook with_file_named(Workbook workbook, std::string_view file_name) {
    for (Finding& finding : workbook.findings) {
        finding.place.file = file_name;
    }
    return workbook;
}

}  // namespace

std::optional<Decimal> Cell::decimal() const {
    const auto parsed = kind == Kind::number ? Decimal::parse(text) : failure("not-a-number");
    return parsed ? std::optional(*parsed) : std::nullopt;
}

const Cell& Row::at(int column) const {
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), column,
                         [](const Cell& cell, int sought) { return cell.column < sought; });
    return found == cells.end() || found->column != column ? blank_cell : *found;
}

const Cell& Sheet::at(int row, int column) const {
    const auto found = std::lower_bound(
        rows.begin(), rows.end(), row,
        [](const Row& candidate, int sought) { return candidate.number < sought; });
    return found == rows.end() || found->number != row ? blank_cell : found->at(column);
}

Workbook read_workbook(const std::filesystem::path& path) {
    const std::string file_name = path.filename().string();
    const auto bytes = bytes_of(path);
    return bytes ? read_workbook(*bytes, file_name)
                 : with_file_named(refused(bytes.error()), file_name);
}

Workbook read_workbook(std::string_view bytes, std::string_view file_name) {
    return with_file_named(read_by_content(bytes, file_name), file_name);
}

std::string column_letters(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters;
}

}  // namespace benniu::intake
