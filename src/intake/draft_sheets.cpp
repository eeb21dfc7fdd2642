#include "intake/draft_sheets.hpp"

#include <algorithm>
#include <map>

#include "base/limits.hpp"
#include "intake/keys.hpp"
#include "intake/months.hpp"

namespace benniu::intake {

namespace {

using model::EntryDraft;

class Drafting {
  public:
    Drafting(std::span<const ReadFile> files, const Profiles& profiles, const ledger::County& now)
        : files_(files), profiles_(profiles), now_(now) {
        drafted_.units = now.units;
    }

    DraftedSheets run() && {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (const auto* const workbook = std::get_if<Workbook>(&files_[i].content)) {
                take_workbook(i, *workbook);
            }
        }
        // Units first, so that every other sheet knows them.
        read_rows(true);
        learn_units();
        read_rows(false);
        fill_months();
        check_rows();
        return std::move(drafted_);
    }

  private:
    void add(std::size_t file, int sheet, Finding finding) {
        finding.place.file = files_[file].name;
        drafted_.findings.push_back({file, sheet, 0, std::move(finding)});
    }

    static Finding about_sheet(const std::string& code, Severity severity, const Sheet& sheet) {
        Finding finding;
        finding.code = code;
        finding.severity = severity;
        finding.place.sheet = sheet.name;
        return finding;
    }

    void take_workbook(std::size_t file, const Workbook& workbook) {
        for (const Finding& finding : workbook.findings) {
            const auto named =
                std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                             [&](const Sheet& sheet) { return sheet.name == finding.place.sheet; });
            add(file,
                named == workbook.sheets.end() ? -1
                                               : static_cast<int>(named - workbook.sheets.begin()),
                finding);
        }
        const std::size_t known_before = drafted_.sheets.size();
        std::vector<std::pair<int, Finding>> unknown;
        for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
            const Sheet& sheet = workbook.sheets[i];
            const int number = static_cast<int>(i);
            if (sheet.is_hidden) {
                add(file, number, about_sheet("sheet-hidden", Severity::note, sheet));
            } else if (auto table = recognised(sheet, profiles_, files_[file].name)) {
                take_table(file, number, sheet, *std::move(table));
            } else if (!sheet.rows.empty()) {
                unknown.emplace_back(number,
                                     about_sheet("sheet-not-recognised", Severity::note, sheet));
            }
        }
        // A workbook of which nothing was understood is somebody's mistake.
        const bool is_nothing_known = drafted_.sheets.size() == known_before;
        for (auto& [number, finding] : unknown) {
            finding.severity = is_nothing_known ? Severity::error : Severity::note;
            add(file, number, std::move(finding));
        }
        if (is_nothing_known && unknown.empty() && !has_errors(workbook.findings)) {
            Finding finding;
            finding.code = "nothing-to-read";
            add(file, -1, std::move(finding));
        }
    }

    void take_table(std::size_t file, int number, const Sheet& sheet, Table table) {
        for (const std::string& column : table.unknown_columns) {
            Finding finding = about_sheet("column-not-recognised", Severity::note, sheet);
            finding.place.row = table.first_header_row;
            finding.place.column = column;
            add(file, number, std::move(finding));
        }
        for (const std::string& field : table.missing_fields) {
            Finding finding = about_sheet("column-missing", Severity::error, sheet);
            finding.place.row = table.first_header_row;
            finding.place.column = field;
            finding.words = {{"profile", table.profile->name}};
            add(file, number, std::move(finding));
        }
        drafted_.sheets.push_back({file, number, &sheet, std::move(table), {}});
    }

    void read_rows(bool of_units) {
        const ReadingContext context{drafted_.units, profiles_.words};
        for (DraftSheet& sheet : drafted_.sheets) {
            if (sheet.ledger().lists_units != of_units || !sheet.table.missing_fields.empty()) {
                continue;
            }
            readings_ += readings_of(sheet);
            if (readings_ > limits::readings_per_import) {
                Finding finding = about_sheet("import-too-long", Severity::error, *sheet.sheet);
                finding.words = {{"limit", std::to_string(limits::readings_per_import)}};
                add(sheet.file, sheet.number, std::move(finding));
            } else {
                sheet.rows = draft_rows(*sheet.sheet, sheet.table, context);
            }
        }
    }

    // How many readings its drafts hold.
    static std::size_t readings_of(const DraftSheet& sheet) {
        const std::size_t entries = std::max<std::size_t>(1, sheet.table.groups.size());
        const std::size_t columns = sheet.ledger().fields.size() + 4 * sheet.ledger().stages.size();
        return sheet.sheet->rows.size() * entries * columns;
    }

    void learn_units() {
        for (const DraftSheet& sheet : drafted_.sheets) {
            for (const DraftRow& row : sheet.rows) {
                for (const EntryDraft& draft : row.entries) {
                    if (!has_error(check_row(row, sheet.table))) {
                        drafted_.units.add(unit_of(sheet.ledger(), draft));
                    }
                }
            }
        }
    }

    static bool has_error(const std::vector<ColumnFinding>& findings) {
        return std::any_of(findings.begin(), findings.end(), [](const ColumnFinding& each) {
            return each.finding.severity == Severity::error;
        });
    }

    // What the sheet does not tell of a known unit stays as it is.
    [[nodiscard]] model::Unit unit_of(const model::LedgerDefinition& ledger,
                                      const EntryDraft& draft) const {
        const ledger::Entry* const known = known_entry(now_, ledger, key_of(ledger, draft));
        std::vector<model::Value> fields(ledger.fields.size());
        for (std::size_t i = 0; i < fields.size(); ++i) {
            fields[i] = draft.fields[i]    ? draft.fields[i]->value
                        : known != nullptr ? known->fields.at(i)
                                           : model::Value();
        }
        return model::listed_unit(ledger, fields);
    }

    static void gather_dates(const DraftSheet& sheet, YearEvidence& evidence) {
        for (const DraftRow& row : sheet.rows) {
            for (const EntryDraft& draft : row.entries) {
                for (const auto& reading : draft.fields) {
                    if (const auto* const date =
                            reading ? std::get_if<Date>(&reading->value) : nullptr) {
                        evidence.take_date(*date);
                    }
                }
            }
        }
    }

    // Sets the month of every sheet whose title tells it.
    void fill_months() {
        std::map<std::size_t, YearEvidence> of_files;
        YearEvidence of_import;
        for (const DraftSheet& sheet : drafted_.sheets) {
            of_files[sheet.file].take_titles(sheet.table.titles, profiles_.words.about_form);
            gather_dates(sheet, of_files[sheet.file]);
        }
        for (const auto& [file, evidence] : of_files) {
            of_import.take_all(evidence);
        }
        for (DraftSheet& sheet : drafted_.sheets) {
            if (const auto field = sheet.table.profile->month_from_title) {
                set_month(sheet, *field, title_month(sheet, of_files[sheet.file], of_import));
                report_lack_of_month(sheet, *field);
            }
        }
    }

    // The year of the title, else of its workbook, else of the import.
    [[nodiscard]] std::optional<Month> title_month(const DraftSheet& sheet,
                                                   const YearEvidence& of_file,
                                                   const YearEvidence& of_import) const {
        std::vector<std::string> titles = sheet.table.titles;
        titles.push_back(files_[sheet.file].name);
        const auto title = month_in_titles(titles, profiles_.words.about_form);
        if (!title) {
            return std::nullopt;
        }
        auto year = title->year;
        for (const YearEvidence* const evidence : {&of_file, &of_import}) {
            year = year ? year : evidence->year_of(title->month);
        }
        return year ? std::optional<Month>(Month{*year, title->month}) : std::nullopt;
    }

    // A column of its own that names the month goes before the title.
    static void set_month(DraftSheet& sheet, std::size_t field, const std::optional<Month>& month) {
        for (DraftRow& row : sheet.rows) {
            for (EntryDraft& draft : row.entries) {
                if (!draft.fields[field] || draft.fields[field]->is_blank()) {
                    draft.fields[field] = month ? model::Reading{*month, month->to_string(), "", {}}
                                                : model::Reading{};
                }
            }
        }
    }

    void report_lack_of_month(const DraftSheet& sheet, std::size_t field) {
        const auto lacks = [&](const EntryDraft& draft) { return draft.fields[field]->is_blank(); };
        const bool is_lacking =
            std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const DraftRow& row) {
                return std::any_of(row.entries.begin(), row.entries.end(), lacks);
            });
        if (is_lacking) {
            Finding finding = about_sheet("month-not-found", Severity::warning, *sheet.sheet);
            finding.place.column = sheet.ledger().fields[field].name;
            add(sheet.file, sheet.number, std::move(finding));
        }
    }

    void check_rows() {
        for (DraftSheet& sheet : drafted_.sheets) {
            for (DraftRow& row : sheet.rows) {
                row.findings = check_row(row, sheet.table);
            }
        }
    }

    std::span<const ReadFile> files_;
    const Profiles& profiles_;
    const ledger::County& now_;
    std::size_t readings_ = 0;
    DraftedSheets drafted_;
};

}  // namespace

DraftedSheets draft_sheets(std::span<const ReadFile> files, const Profiles& profiles,
                           const ledger::County& now) {
    return Drafting(files, profiles, now).run();
}

}  // namespace benniu::intake
