// Gives the shapes of a map's features to the entries they belong to: known ones, and those that
// the same import enters. Fed and read by import.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intake/geojson.hpp"
#include "intake/profile.hpp"
#include "ledger/entries.hpp"
#include "model/units.hpp"

namespace benniu::intake {

// The entries a map may refer to, by profile and by the text of the profile's field.
class ShapeOwners {
  public:
    ShapeOwners(const Profiles& profiles, const ledger::County& now, const model::Units& units);

    // An entry that the import enters or corrects; `known` is null for a new one.
    void take(const model::LedgerDefinition& ledger, const model::EntryDraft& draft,
              const std::string& key, const ledger::Entry* known);

    struct Owner {
        std::string key;
        const ledger::Entry* known = nullptr;
    };
    // Null when no entry has that text.
    [[nodiscard]] const Owner* owner(std::size_t map_profile, const std::string& text) const;

  private:
    const Profiles& profiles_;
    const model::Units& units_;
    std::vector<std::map<std::string, Owner, std::less<>>> by_text_;  // by map profile
};

struct ShapeProposal {
    std::vector<ledger::Deed> deeds;
    int entered = 0;
    int unchanged = 0;
    int unmatched = 0;
    bool is_recognised = false;  // some profile matched some feature
};

// By the profile that matches most features.
[[nodiscard]] ShapeProposal propose_shapes(const MapFile& map, const std::string& file_name,
                                           const Profiles& profiles, const ShapeOwners& owners);

}  // namespace benniu::intake
