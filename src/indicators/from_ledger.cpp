#include "indicators/from_ledger.hpp"

#include <algorithm>

namespace benniu::indicators {

namespace {

const ledger::LedgerEntries& entries_of(const ledger::County& county, const std::string& name) {
    static const ledger::LedgerEntries none;
    const ledger::LedgerEntries* const found = county.ledger(name);
    return found == nullptr ? none : *found;
}

LedgerReadings read_ledger(const ledger::LedgerEntries& entries,
                           const model::LedgerDefinition& definition,
                           const std::map<std::string_view, std::size_t>& unit_numbers) {
    LedgerReadings readings;
    readings.entries = &entries;
    readings.by_unit.resize(definition.fields.size());
    for (std::size_t f = 0; f < definition.fields.size(); ++f) {
        if (definition.fields[f].type == model::FieldType::unit) {
            readings.by_unit[f].resize(unit_numbers.size());
        }
    }
    readings.fields.reserve(entries.entries.size());
    for (std::size_t e = 0; e < entries.entries.size(); ++e) {
        std::vector<Quantity>& row = readings.fields.emplace_back();
        row.reserve(definition.fields.size());
        for (std::size_t f = 0; f < definition.fields.size(); ++f) {
            row.push_back(quantity_of(entries.entries[e].fields[f]));
            const auto* const unit = std::get_if<std::string_view>(&row.back());
            if (unit != nullptr && !readings.by_unit[f].empty()) {
                if (const auto number = unit_numbers.find(*unit); number != unit_numbers.end()) {
                    readings.by_unit[f][number->second].push_back(e);
                }
            }
        }
    }
    return readings;
}

}  // namespace

Readings from_ledger(std::shared_ptr<const ledger::County> county, const Formulas& formulas,
                     const std::vector<std::string>& groups) {
    Readings readings;
    readings.county = std::move(county);
    const auto& definition = *formulas.ledgers.at(formulas.units_ledger);
    const auto& listed = entries_of(*readings.county, definition.name);
    std::map<std::string_view, std::size_t> unit_numbers;
    for (std::size_t e = 0; e < listed.entries.size(); ++e) {
        const model::Unit* const unit = readings.county->units.unit(
            {model::plain_text(listed.value(listed.entries[e], definition.key.at(0)))});
        if (unit == nullptr ||
            std::find(groups.begin(), groups.end(), unit->group) == groups.end()) {
            continue;
        }
        // A unit that is listed again is the same unit; the later entry stands, as in model::Units.
        const auto [number, is_new] = unit_numbers.emplace(unit->id.name, readings.units.size());
        if (!is_new) {
            readings.units[number->second].entry = e;
            continue;
        }
        readings.groups[unit->group].push_back(readings.units.size());
        readings.units.push_back({unit->id.name, unit->group, e});
    }
    for (const auto& ledger : formulas.ledgers) {
        readings.ledgers.push_back(
            read_ledger(entries_of(*readings.county, ledger->name), *ledger, unit_numbers));
    }
    return readings;
}

}  // namespace benniu::indicators
