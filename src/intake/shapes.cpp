#include "intake/shapes.hpp"

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
    std::size_t best = 0;
    int most = 0;
    for (std::size_t i = 0; i < profiles.maps.size(); ++i) {
        int matched = 0;
        for (const MapFeature& feature : map.features) {
            matched += owner_of(feature, i, profiles, owners) == nullptr ? 0 : 1;
        }
        if (matched > most) {
            most = matched;
            best = i;
        }
    }
    ShapeProposal proposal;
    proposal.is_recognised = most > 0;
    if (!proposal.is_recognised) {
        return proposal;
    }
    const MapProfile& profile = profiles.maps[best];
    for (const MapFeature& feature : map.features) {
        const ShapeOwners::Owner* const owner = owner_of(feature, best, profiles, owners);
        if (owner == nullptr) {
            ++proposal.unmatched;
            continue;
        }
        if (feature.geometry.empty()) {
            continue;
        }
        auto draft = model::EntryDraft::of(*profile.ledger);
        draft.fields[profile.shape] =
            model::Reading{model::Shape{feature.geometry}, feature.geometry, "", {}};
        auto deeds = ledger::proposed_deeds({*profile.ledger, draft, owner->key, owner->known,
                                             ledger::Source{file_name, "", feature.number}});
        ++(deeds.empty() ? proposal.unchanged : proposal.entered);
        std::move(deeds.begin(), deeds.end(), std::back_inserter(proposal.deeds));
    }
    return proposal;
}

}  // namespace benniu::intake
