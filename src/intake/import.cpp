#include "intake/import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/draft_sheets.hpp"
#include "intake/duplicates.hpp"
#include "intake/keys.hpp"
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

    void propose_entries() {
        std::vector<CleanDraft> drafts;
        std::vector<RowAt> read_at;
        for (std::size_t s = 0; s < sheets_.size(); ++s) {
            for (std::size_t r = 0; r < sheets_[s].rows.size(); ++r) {
                const DraftRow& row = sheets_[s].rows[r];
                for (std::size_t i = 0; i < row.entries.size() && !row.is_rejected(); ++i) {
                    drafts.push_back({&sheets_[s].ledger(), &row.entries[i]});
                    read_at.push_back({s, r});
                }
            }
        }
        std::set<RowAt> entered;
        const std::vector<KeyedDraft> keyed_drafts = keyed(drafts, now_);
        for (std::size_t i = 0; i < keyed_drafts.size(); ++i) {
            const KeyedDraft& each = keyed_drafts[i];
            auto deeds = ledger::proposed_deeds(
                {*each.ledger, *each.draft, each.key, each.known, source_of(read_at[i])});
            owners_.take(*each.ledger, *each.draft, each.key, each.known);
            if (!deeds.empty()) {
                entered.insert(read_at[i]);
            }
            auto& of_file = proposal_.files[sheets_[read_at[i].sheet].file].deeds;
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
        const auto faulty =
            std::count_if(map.features.begin(), map.features.end(),
                          [](const MapFeature& feature) { return feature.geometry.empty(); });
        of_file.counts = {static_cast<int>(map.features.size()), shapes.entered, shapes.unchanged,
                          static_cast<int>(faulty), 0};
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
