// One import: all files that came together, recognised by the pack's profiles and compared with
// what the ledger knows, become proposed facts and findings. Nothing is written here; app decides.
//
// Fed by read_folder (or an upload) and the folded county; read by app and cli. A row with an error
// gives no facts (整行不入账, article 7). The same files proposed again give no facts. Units listed
// in one file are known in all others of the import.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/finding.hpp"
#include "intake/geojson.hpp"
#include "intake/profile.hpp"
#include "intake/workbook.hpp"
#include "ledger/entries.hpp"

namespace benniu::intake {

struct ReadFile {
    std::string name;
    std::variant<Workbook, MapFile> content;
};

struct RowCounts {
    int read = 0;       // data rows, or features of a map
    int entered = 0;    // they give facts
    int unchanged = 0;  // they say what is known
    int rejected = 0;   // they have an error
    int notes = 0;      // findings that keep nothing out

    friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

// What a file is about; facts about units come first, shapes last.
enum class Contents { units, entries, shapes };

struct FileProposal {
    std::string name;
    Contents contents = Contents::entries;
    std::vector<ledger::Deed> deeds;
    Findings findings;  // by sheet, row and column
    RowCounts counts;
};

struct Proposal {
    std::vector<FileProposal> files;  // in the order given

    // Of all files, in the order in which they can be recorded.
    [[nodiscard]] std::vector<ledger::Deed> deeds() const;
    [[nodiscard]] Findings findings() const;
};

// Codes of findings: those of model/entry_check.hpp, reading.hpp and the files themselves;
// duplicate, column-missing, column-not-recognised, sheet-not-recognised, sheet-hidden,
// nothing-to-read, month-not-found, map-not-recognised, features-unmatched, import-too-long.
[[nodiscard]] Proposal propose(std::span<const ReadFile> files, const Profiles& profiles,
                               const ledger::County& now);

}  // namespace benniu::intake
