#include "intake/shapes.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "ledger/from_model.hpp"

namespace benniu::intake {

namespace {

const std::string* property_of(const MapFeature& feature, const MapProfile& profile) {
    const auto found = feature.properties.find(profile.property);
    return found == feature.properties.end() ? nullptr : &found->second;
}

const ShapeOwners::Owner* owner_of(const MapFeature& feature, std::size_t index,
                                   const Profiles& profiles, const ShapeOwners& owners) {
    const std::string* const text = property_of(feature, profiles.maps[index]);
    return text == nullptr ? nullptr : owners.owner(index, *text);
}

bool names_units(const MapProfile& profile) {
    return profile.ledger->lists_units &&
           profile.ledger->fields[profile.field].name == profile.ledger->key.at(0);
}

// The profile that matches most features; nothing when none matches any.
std::optional<std::size_t> best_profile(const MapFile& map, const Profiles& profiles,
                                        const ShapeOwners& owners) {
    std::optional<std::size_t> best;
    std::ptrdiff_t most = 0;
    for (std::size_t i = 0; i < profiles.maps.size(); ++i) {
        const auto matched = std::count_if(
            map.features.begin(), map.features.end(),
            [&](const MapFeature& each) { return owner_of(each, i, profiles, owners) != nullptr; });
        if (matched > most) {
            most = matched;
            best = i;
        }
    }
    return best;
}

std::vector<ledger::Deed> shape_deeds(const MapFeature& feature, const MapProfile& profile,
                                      const ShapeOwners::Owner& owner,
                                      const std::string& file_name) {
    auto draft = model::EntryDraft::of(*profile.ledger);
    draft.fields[profile.shape] =
        model::Reading{model::Shape{feature.geometry}, feature.geometry, "", {}};
    return ledger::proposed_deeds({*profile.ledger, draft, owner.key, owner.known,
                                   ledger::Source{file_name, "", feature.number}});
}

}  // namespace

ShapeOwners::ShapeOwners(const Profiles& profiles, const ledger::County& now,
                         const model::Units& units)
    : profiles_(profiles), units_(units), by_text_(profiles.maps.size()) {
    for (std::size_t i = 0; i < profiles.maps.size(); ++i) {
        const ledger::LedgerEntries* const known = now.ledger(profiles.maps[i].ledger->name);
        if (known == nullptr) {
            continue;
        }
        for (const ledger::Entry& entry : known->entries) {
            const std::string text = model::plain_text(entry.fields.at(profiles.maps[i].field));
            by_text_[i].emplace(text, Owner{entry.key, &entry});
        }
    }
}

void ShapeOwners::take(const model::LedgerDefinition& ledger, const model::EntryDraft& draft,
                       const std::string& key, const ledger::Entry* known) {
    for (std::size_t i = 0; i < profiles_.maps.size(); ++i) {
        if (profiles_.maps[i].ledger->name == ledger.name) {
            const model::Value& value =
                draft.value({model::DraftPart::field, profiles_.maps[i].field});
            by_text_[i].emplace(model::plain_text(value), Owner{key, known});
        }
    }
}

const ShapeOwners::Owner* ShapeOwners::owner(std::size_t map_profile,
                                             const std::string& text) const {
    if (text.empty()) {
        return nullptr;
    }
    const auto unit = names_units(profiles_.maps[map_profile]) ? units_.find(text) : std::nullopt;
    const auto found = by_text_[map_profile].find(unit ? unit->name : text);
    return found == by_text_[map_profile].end() ? nullptr : &found->second;
}

ShapeProposal propose_shapes(const MapFile& map, const std::string& file_name,
                             const Profiles& profiles, const ShapeOwners& owners) {
    ShapeProposal proposal;
    const auto index = best_profile(map, profiles, owners);
    proposal.is_recognised = index.has_value();
    for (const MapFeature& feature :
         index ? std::span<const MapFeature>(map.features) : std::span<const MapFeature>()) {
        const ShapeOwners::Owner* const owner = owner_of(feature, *index, profiles, owners);
        if (owner == nullptr) {
            ++proposal.unmatched;
        } else if (!feature.geometry.empty()) {
            auto deeds = shape_deeds(feature, profiles.maps[*index], *owner, file_name);
            ++(deeds.empty() ? proposal.unchanged : proposal.entered);
            std::move(deeds.begin(), deeds.end(), std::back_inserter(proposal.deeds));
        }
    }
    return proposal;
}

}  // namespace benniu::intake
