#include "model/units.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::model {

namespace {

bool is_used_on(const UnitName& name, const std::optional<Date>& day) {
    return !day || ((!name.from || *name.from <= *day) && (!name.until || *day <= *name.until));
}

// "滨海镇(自2019-03-01至2021-06-30)"; what is not written so is a name as it stands.
UnitName dated_name(const std::string& written) {
    constexpr std::string_view from = "自";
    constexpr std::string_view until = "至";
    UnitName name{written, {}, {}};
    const std::size_t open = written.rfind('(');
    if (open == std::string::npos || !written.ends_with(')')) {
        return name;
    }
    std::string_view span(written);
    span = span.substr(open + 1, written.size() - open - 2);
    const std::size_t end = span.find(until);
    if (span.starts_with(from)) {
        name.from = Date::parse(span.substr(from.size(), std::min(end, span.size()) - from.size()));
    }
    if (end != std::string_view::npos) {
        name.until = Date::parse(span.substr(end + until.size()));
    }
    const bool is_whole = (span.starts_with(from) ? name.from.has_value() : end == 0) &&
                          (end == std::string_view::npos || name.until);
    if (!is_whole) {
        return {written, {}, {}};
    }
    name.name = trimmed(written.substr(0, open));
    return name;
}

}  // namespace

Unit listed_unit(const LedgerDefinition& definition, std::span<const Value> fields) {
    const auto text = [&](const std::string& field) {
        const auto index = definition.field_index(field);
        return index ? plain_text(fields[*index]) : std::string();
    };
    Unit unit;
    unit.id = {text(definition.key.at(0))};
    unit.group = text(definition.unit_group);
    unit.names.push_back({unit.id.name, {}, {}});
    for (const std::string& other : split(text(definition.unit_other_names), "、")) {
        unit.names.push_back(dated_name(tidied(other)));
    }
    return unit;
}

void Units::add(Unit unit) {
    const auto same = std::find_if(units_.begin(), units_.end(),
                                   [&](const Unit& other) { return other.id == unit.id; });
    const auto index = static_cast<std::size_t>(same - units_.begin());
    if (same != units_.end()) {
        std::erase_if(by_name_, [&](const auto& entry) { return entry.second == index; });
        *same = std::move(unit);
    } else {
        units_.push_back(std::move(unit));
    }
    for (const UnitName& name : units_[index].names) {
        by_name_.emplace(name.name, index);
    }
}

std::optional<UnitId> Units::find(std::string_view written, std::optional<Date> on) const {
    const auto [first, last] = by_name_.equal_range(tidied(written));
    for (auto found = first; found != last; ++found) {
        const Unit& unit = units_[found->second];
        for (const UnitName& name : unit.names) {
            if (name.name == found->first && is_used_on(name, on)) {
                return unit.id;
            }
        }
    }
    return std::nullopt;
}

const Unit* Units::unit(const UnitId& id) const {
    const auto found =
        std::find_if(units_.begin(), units_.end(), [&](const Unit& unit) { return unit.id == id; });
    return found == units_.end() ? nullptr : &*found;
}

std::vector<std::string> Units::known_names() const {
    std::vector<std::string> names;
    names.reserve(by_name_.size());
    for (const auto& [name, index] : by_name_) {
        names.push_back(name);
    }
    return names;
}

}  // namespace benniu::model
