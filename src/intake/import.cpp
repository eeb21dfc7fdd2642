#include "intake/import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/draft_sheets.hpp"
#include "intake/duplicates.hpp"
#include "intake/shapes.hpp"
#include "ledger/from_model.hpp"

namespace benniu::intake {

namespace {

using model::DraftColumn;
using model::DraftPart;
using model::EntryDraft;

// Which row of which sheet.
struct RowAt {
    std::size_t sheet = 0;
    std::size_t row = 0;
    friend auto operator<=>(const RowAt&, const RowAt&) = default;
};

// Compares the drafts of an import with each other and with the ledger.
class Import {
  public:
    Import(std::span<const ReadFile> files, const Profiles& profiles, const ledger::County& now)
        : files_(files),
          profiles_(profiles),
          now_(now),
          drafted_(draft_sheets(files, profiles, now)),
          owners_(profiles, now, drafted_.units) {}

    Proposal run() && {
        for (const ReadFile& file : files_) {
            proposal_.files.push_back({file.name, Contents::entries, {}, {}, {}});
        }
        for (const DraftSheet& sheet : sheets_) {
            if (sheet.ledger().lists_units) {
                proposal_.files[sheet.file].contents = Contents::units;
            }
        }
        reject_duplicates();
        propose_entries();
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (const auto* const map = std::get_if<MapFile>(&files_[i].content)) {
                propose_map(i, *map);
            }
        }
        place_findings();
        return std::move(proposal_);
    }

  private:
    void reject_duplicates() {
        std::map<std::string, std::vector<RowAt>> by_ledger;
        for (std::size_t s = 0; s < sheets_.size(); ++s) {
            for (std::size_t r = 0; r < sheets_[s].rows.size(); ++r) {
                if (sheets_[s].ledger().unique && !sheets_[s].rows[r].is_rejected()) {
                    by_ledger[sheets_[s].ledger().name].push_back({s, r});
                }
            }
        }
        for (const auto& [name, rows] : by_ledger) {
            std::vector<Declaration> declarations;
            std::vector<RowAt> declared_at;
            for (const RowAt& at : rows) {
                for (const EntryDraft& draft : sheets_[at.sheet].rows[at.row].entries) {
                    declarations.push_back({&draft, source_of(at)});
                    declared_at.push_back(at);
                }
            }
            const model::LedgerDefinition& ledger = sheets_[rows.front().sheet].ledger();
            for (const Duplicate& duplicate :
                 duplicates(ledger, declarations, now_.ledger(ledger.name))) {
                reject_duplicate(declared_at[duplicate.declaration], duplicate.first);
            }
        }
    }

    [[nodiscard]] ledger::Source source_of(const RowAt& at) const {
        const DraftSheet& sheet = sheets_[at.sheet];
        return {files_[sheet.file].name, sheet.sheet->name, sheet.rows[at.row].number};
    }

    void reject_duplicate(const RowAt& at, const ledger::Source& first) {
        DraftSheet& sheet = sheets_[at.sheet];
        DraftRow& row = sheet.rows[at.row];
        const auto shown_in = sheet.ledger().field_index(sheet.ledger().unique->column);
        const DraftColumn wanted{DraftPart::field, shown_in.value_or(0)};
        const TableColumn column = column_of(sheet.table, wanted, std::nullopt);
        Finding finding;
        finding.code = "duplicate";
        finding.place.row = row.number;
        finding.place.column = column.shown;
        finding.value = shortened(model::plain_text(row.entries.at(0).value(wanted)),
                                  limits::shown_value_bytes);
        finding.words = {
            {"file", first.file}, {"sheet", first.sheet}, {"row", std::to_string(first.row)}};
        row.findings.push_back({column.number, std::move(finding)});
    }

    // Every clean draft with its key; equal keys of a ledger are numbered apart in order.
    struct Keyed {
        RowAt at;
        const EntryDraft* draft = nullptr;
        std::string key;
    };

    [[nodiscard]] std::vector<Keyed> keyed_drafts() const {
        std::vector<Keyed> keyed;
        std::map<std::pair<std::string, std::string>, int> used;
        for (std::size_t s = 0; s < sheets_.size(); ++s) {
            const DraftSheet& sheet = sheets_[s];
            for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
                if (sheet.rows[r].is_rejected()) {
                    continue;
                }
                for (const EntryDraft& draft : sheet.rows[r].entries) {
                    std::string key = key_of(sheet.ledger(), draft);
                    const int number = ++used[{sheet.ledger().name, key}];
                    if (number > 1) {
                        key += " #" + std::to_string(number);
                    }
                    keyed.push_back({{s, r}, &draft, std::move(key)});
                }
            }
        }
        return keyed;
    }

    // An entry of the same number is the same declaration, though its name was corrected since.
    [[nodiscard]] std::map<std::pair<std::string, std::string>, const ledger::Entry*>
    unclaimed_by_number(const std::vector<Keyed>& keyed) const {
        std::set<std::pair<std::string, std::string>> claimed;
        std::map<std::string, const model::LedgerDefinition*> ledgers;
        for (const Keyed& each : keyed) {
            const model::LedgerDefinition& ledger = sheets_[each.at.sheet].ledger();
            claimed.emplace(ledger.name, each.key);
            ledgers.emplace(ledger.name, &ledger);
        }
        std::map<std::pair<std::string, std::string>, const ledger::Entry*> by_number;
        for (const auto& [name, ledger] : ledgers) {
            const ledger::LedgerEntries* const known = now_.ledger(name);
            if (known == nullptr || !ledger->unique || ledger->unique->told_apart_by.empty()) {
                continue;
            }
            for (const ledger::Entry& entry : known->entries) {
                const std::string number =
                    model::plain_text(known->value(entry, ledger->unique->told_apart_by));
                if (!number.empty() && !claimed.contains({name, entry.key})) {
                    by_number.emplace(std::pair(name, number), &entry);
                }
            }
        }
        return by_number;
    }

    void propose_entries() {
        std::vector<Keyed> keyed = keyed_drafts();
        auto by_number = unclaimed_by_number(keyed);
        std::set<RowAt> entered;
        for (Keyed& each : keyed) {
            const DraftSheet& sheet = sheets_[each.at.sheet];
            const model::LedgerDefinition& ledger = sheet.ledger();
            const ledger::Entry* known = known_entry(now_, ledger, each.key);
            const auto number = known == nullptr && ledger.unique
                                    ? ledger.field_index(ledger.unique->told_apart_by)
                                    : std::nullopt;
            if (number) {
                const auto same = by_number.extract(
                    {ledger.name,
                     model::plain_text(each.draft->value({DraftPart::field, *number}))});
                known = same.empty() ? nullptr : same.mapped();
                each.key = same.empty() ? each.key : known->key;
            }
            auto deeds =
                ledger::proposed_deeds({ledger, *each.draft, each.key, known, source_of(each.at)});
            owners_.take(ledger, *each.draft, each.key, known);
            if (!deeds.empty()) {
                entered.insert(each.at);
            }
            auto& of_file = proposal_.files[sheet.file].deeds;
            std::move(deeds.begin(), deeds.end(), std::back_inserter(of_file));
        }
        count_rows(entered);
    }

    void count_rows(const std::set<RowAt>& entered) {
        for (std::size_t s = 0; s < sheets_.size(); ++s) {
            RowCounts& counts = proposal_.files[sheets_[s].file].counts;
            for (std::size_t r = 0; r < sheets_[s].rows.size(); ++r) {
                ++counts.read;
                if (sheets_[s].rows[r].is_rejected()) {
                    ++counts.rejected;
                } else {
                    ++(entered.contains({s, r}) ? counts.entered : counts.unchanged);
                }
            }
        }
    }

    void propose_map(std::size_t file, const MapFile& map) {
        for (const Finding& finding : map.findings) {
            add(file, finding);
        }
        ShapeProposal shapes = propose_shapes(map, files_[file].name, profiles_, owners_);
        FileProposal& of_file = proposal_.files[file];
        of_file.contents = Contents::shapes;
        of_file.deeds = std::move(shapes.deeds);
        of_file.counts = {static_cast<int>(map.features.size()), shapes.entered, shapes.unchanged,
                          static_cast<int>(map.findings.size()), 0};
        if (!shapes.is_recognised && map.findings.empty()) {
            Finding finding;
            finding.code = "map-not-recognised";
            add(file, std::move(finding));
        } else if (shapes.unmatched > 0) {
            Finding finding;
            finding.code = "features-unmatched";
            finding.severity = Severity::note;
            finding.words = {{"count", std::to_string(shapes.unmatched)}};
            add(file, std::move(finding));
        }
    }

    void add(std::size_t file, Finding finding) {
        finding.place.file = files_[file].name;
        drafted_.findings.push_back({file, -1, 0, std::move(finding)});
    }

    // By file, sheet, row, column and code.
    void place_findings() {
        for (DraftSheet& sheet : sheets_) {
            for (DraftRow& row : sheet.rows) {
                for (ColumnFinding& each : row.findings) {
                    each.finding.place.file = files_[sheet.file].name;
                    each.finding.place.sheet = sheet.sheet->name;
                    drafted_.findings.push_back(
                        {sheet.file, sheet.number, each.column, std::move(each.finding)});
                }
            }
        }
        const auto rank = [](const PlacedFinding& each) {
            return std::tie(each.file, each.sheet, each.finding.place.row, each.column,
                            each.finding.code);
        };
        std::stable_sort(
            drafted_.findings.begin(), drafted_.findings.end(),
            [&](const PlacedFinding& a, const PlacedFinding& b) { return rank(a) < rank(b); });
        for (PlacedFinding& each : drafted_.findings) {
            FileProposal& file = proposal_.files[each.file];
            file.counts.notes += each.finding.severity == Severity::error ? 0 : 1;
            file.findings.push_back(std::move(each.finding));
        }
    }

    std::span<const ReadFile> files_;
    const Profiles& profiles_;
    const ledger::County& now_;
    DraftedSheets drafted_;
    std::vector<DraftSheet>& sheets_ = drafted_.sheets;
    ShapeOwners owners_;
    Proposal proposal_;
};

}  // namespace

std::vector<ledger::Deed> Proposal::deeds() const {
    std::vector<ledger::Deed> all;
    for (const Contents first : {Contents::units, Contents::entries, Contents::shapes}) {
        for (const FileProposal& file : files) {
            if (file.contents == first) {
                all.insert(all.end(), file.deeds.begin(), file.deeds.end());
            }
        }
    }
    return all;
}

Findings Proposal::findings() const {
    Findings all;
    for (const FileProposal& file : files) {
        all.insert(all.end(), file.findings.begin(), file.findings.end());
    }
    return all;
}

Proposal propose(std::span<const ReadFile> files, const Profiles& profiles,
                 const ledger::County& now) {
    return Import(files, profiles, now).run();
}

}  // namespace benniu::intake
