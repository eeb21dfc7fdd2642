#include "intake/drafts.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/notation.hpp"
#include "model/entry_check.hpp"

namespace benniu::intake {

namespace {

using model::DraftPart;
using model::EntryDraft;
using model::Reading;

// "亿元" of a title's "(单位:亿元)".
std::string measure_of_titles(const std::vector<std::string>& titles) {
    constexpr std::string_view before = notation::measured_in;
    for (const std::string& title : titles) {
        const std::string dense = without_spaces(half_width(title));
        for (auto at = dense.find(before); at != std::string::npos;
             at = dense.find(before, at + 1)) {
            const std::string_view behind = std::string_view(dense).substr(at + before.size());
            for (const notation::MoneyMeasure& measure : notation::money) {
                if (behind.starts_with(measure.word)) {
                    return std::string(measure.word);
                }
            }
        }
    }
    return "";
}

// Cells merged downwards within the data: what stands in the first row holds for all of them, as
// one number of an item over several of its nodes. An amount is not: it would count several times.
class DownwardMerges {
  public:
    DownwardMerges(const Sheet& sheet, const Table& table) : sheet_(sheet) {
        for (const Merge& merge : sheet.merges) {
            if (merge.first_column == merge.last_column &&
                merge.first_row > table.last_header_row) {
                by_column_[merge.first_column].push_back(merge);
            }
        }
        for (auto& [column, merges] : by_column_) {
            std::sort(merges.begin(), merges.end(),
                      [](const Merge& a, const Merge& b) { return a.first_row < b.first_row; });
        }
    }

    [[nodiscard]] const Cell& cell(const Row& row, int column) const {
        const auto merges = by_column_.find(column);
        if (merges == by_column_.end()) {
            return row.at(column);
        }
        const auto behind = std::upper_bound(
            merges->second.begin(), merges->second.end(), row.number,
            [](int number, const Merge& merge) { return number < merge.first_row; });
        const bool is_covered =
            behind != merges->second.begin() && row.number <= std::prev(behind)->last_row;
        return is_covered ? sheet_.at(std::prev(behind)->first_row, column) : row.at(column);
    }

  private:
    const Sheet& sheet_;
    std::map<int, std::vector<Merge>> by_column_;
};

bool is_amount(const Table& table, model::DraftColumn column) {
    if (column.part != DraftPart::field) {
        return false;
    }
    switch (table.profile->ledger->fields[column.index].type) {
        case model::FieldType::number:
        case model::FieldType::count:
        case model::FieldType::money:
        case model::FieldType::area:
        case model::FieldType::percent:
            return true;
        default:
            return false;
    }
}

Reading read_column(const Cell& cell, const TableColumn& column, const Table& table,
                    const std::string& title_measure, const ReadingContext& context) {
    switch (column.fills.part) {
        case DraftPart::field:
            return read_cell(cell, table.profile->ledger->fields[column.fills.index],
                             column.measure.empty() ? title_measure : column.measure, context);
        case DraftPart::verdict:
            return read_verdict(cell, context.words);
        case DraftPart::occurred:
        case DraftPart::reported:
        case DraftPart::verified:
            break;
    }
    return read_date(cell);
}

// The day that a row is about: that of its entry, or of its earliest stage.
std::optional<Date> day_of(const Row& row, const DownwardMerges& merges, const Table& table) {
    const model::LedgerDefinition& ledger = *table.profile->ledger;
    const auto entry_date = ledger.field_index(ledger.entry_date);
    std::optional<Date> earliest;
    for (const TableColumn& column : table.columns) {
        const bool is_dated = column.fills.part == DraftPart::occurred ||
                              (column.fills.part == DraftPart::field && entry_date &&
                               column.fills.index == *entry_date);
        const Reading reading = is_dated ? read_date(merges.cell(row, column.number)) : Reading{};
        if (const auto* const day = std::get_if<Date>(&reading.value)) {
            earliest = std::min(*day, earliest.value_or(*day));
        }
    }
    return earliest;
}

DraftRow draft_row(const Row& row, const DownwardMerges& merges, const Table& table,
                   const std::string& title_measure, ReadingContext context) {
    context.day = day_of(row, merges, table);
    DraftRow draft{row.number, {}, {}};
    const std::size_t entries = table.profile->side_by_side ? table.groups.size() : 1;
    draft.entries.assign(entries, EntryDraft::of(*table.profile->ledger));
    for (const TableColumn& column : table.columns) {
        const Cell& cell = is_amount(table, column.fills) ? row.at(column.number)
                                                          : merges.cell(row, column.number);
        const Reading reading = read_column(cell, column, table, title_measure, context);
        for (std::size_t i = 0; i < entries; ++i) {
            if (!column.group || *column.group == i) {
                draft.entries[i].at(column.fills) = reading;
            }
        }
    }
    for (std::size_t i = 0; i < entries && table.profile->side_by_side; ++i) {
        draft.entries[i].fields[*table.profile->side_by_side] =
            Reading{table.groups[i], table.groups[i], "", {}};
    }
    return draft;
}

}  // namespace

bool DraftRow::is_rejected() const {
    return std::any_of(findings.begin(), findings.end(), [](const ColumnFinding& each) {
        return each.finding.severity == Severity::error;
    });
}

std::vector<DraftRow> draft_rows(const Sheet& sheet, const Table& table,
                                 const ReadingContext& context) {
    const std::string title_measure = measure_of_titles(table.titles);
    const DownwardMerges merges(sheet, table);
    std::vector<DraftRow> drafts;
    for (const Row* const row : data_rows(sheet, table, context.words)) {
        drafts.push_back(draft_row(*row, merges, table, title_measure, context));
    }
    return drafts;
}

TableColumn column_of(const Table& table, model::DraftColumn wanted,
                      std::optional<std::size_t> group) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const TableColumn& column) {
            return column.fills == wanted && (!column.group || column.group == group);
        });
    return found != table.columns.end()
               ? *found
               : TableColumn{std::numeric_limits<int>::max(), wanted, std::nullopt,
                             model::column_name(*table.profile->ledger, wanted), ""};
}

std::vector<ColumnFinding> check_row(const DraftRow& row, const Table& table) {
    std::vector<ColumnFinding> findings;
    for (std::size_t i = 0; i < row.entries.size(); ++i) {
        for (model::Problem& problem : model::check(*table.profile->ledger, row.entries[i])) {
            const TableColumn column = column_of(table, problem.column, i);
            // Entries side by side share columns; what is wrong there is said once.
            const bool is_said =
                std::any_of(findings.begin(), findings.end(), [&](const ColumnFinding& said) {
                    return said.column == column.number && said.finding.code == problem.code;
                });
            if (is_said) {
                continue;
            }
            Finding finding;
            finding.code = std::move(problem.code);
            finding.severity = problem.severity;
            finding.place.row = row.number;
            finding.place.column = column.shown;
            finding.value = shortened(problem.value, limits::shown_value_bytes);
            finding.words = std::move(problem.words);
            findings.push_back({column.number, std::move(finding)});
        }
    }
    return findings;
}

}  // namespace benniu::intake
