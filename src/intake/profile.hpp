// Import profiles: what a pack says of the sheets and maps that offices send. Which ledger a sheet
// fills, which header words fill which field, what is no data. Content, not code: a clerk adds a
// profile in packs/*/import (docs/how-to/add-an-import-profile.md).
//
// Read from YAML against the pack's ledgers; every word is checked, so a profile without findings
// can be used. Read by table.hpp (to recognise sheets) and import.hpp.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/finding.hpp"
#include "intake/header_words.hpp"
#include "ledger/entries.hpp"
#include "model/entry_draft.hpp"

namespace benniu::intake {

// What rows and cells say the same way on every sheet of a county.
struct CommonWords {
    std::set<std::string, std::less<>> subtotals;  // the first cell of a row that only adds up
    std::vector<std::string> notes;                // the first cell of a note, before its ":"
    std::set<std::string, std::less<>> yes;
    std::set<std::string, std::less<>> no;
    std::set<std::string, std::less<>> passed;
    std::set<std::string, std::less<>> failed;
    std::set<std::string, std::less<>> pending;
    Measures measures;                    // what columns count in, beside or instead of a name
    std::vector<std::string> about_form;  // in titles that say when and by whom a form was filled
};

// A field or stage column that a header word fills. Below the upper headers of a `side_by_side`
// group one row holds one entry per group.
struct Destination {
    model::DraftColumn column;
    bool is_side_by_side = false;
    friend auto operator<=>(const Destination&, const Destination&) = default;
};

struct SheetProfile {
    std::string name;
    std::shared_ptr<const model::LedgerDefinition> ledger;
    std::vector<std::pair<std::string, Destination>> words;  // as header_word writes them
    std::set<std::string> parts;                             // of words with "·"
    std::vector<model::DraftColumn> must_have;  // a sheet without one of them is another sheet
    std::vector<std::string> titled;  // one of them stands in title, sheet or file; empty: any
    std::set<std::string, std::less<>> ignored;  // columns left out on purpose, as header words
    std::optional<std::size_t> side_by_side;     // the field that the upper header fills
    std::optional<std::size_t> month_from_title;
};

// Features of a map that give known entries their shape.
struct MapProfile {
    std::string name;
    std::shared_ptr<const model::LedgerDefinition> ledger;
    std::string property;   // of the feature, equal to …
    std::size_t field = 0;  // … this field of the entry
    std::size_t shape = 0;  // the field that takes the geometry
};

struct WordUse {
    std::size_t sheet_profile = 0;
    Destination destination;
};

struct Profiles {
    std::vector<SheetProfile> sheets;
    std::vector<MapProfile> maps;
    CommonWords words;
    std::unordered_map<std::string, std::vector<WordUse>> by_word;
    std::unordered_set<std::string>
        single_words;  // and the parts of "位次·本月"; a quick first look
};

struct ProfileText {
    std::string file;
    std::string yaml;
};

struct ReadProfiles {
    Profiles profiles;
    Findings findings;
};

// Codes: those of model/yaml.hpp; unknown-ledger, unknown-field, unknown-choice, word-twice,
// not-a-shape, no-common-words.
[[nodiscard]] ReadProfiles read_profiles(std::span<const ProfileText> texts,
                                         const ledger::Definitions& definitions);

}  // namespace benniu::intake
