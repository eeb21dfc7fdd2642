// The county's units and the names people write for them. A name belongs to a unit for a span of
// days, so that a renamed or merged town is found under either name on the right dates.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/ledger_definition.hpp"
#include "model/value.hpp"

namespace benniu::model {

struct UnitName {
    std::string name;
    std::optional<Date> from;
    std::optional<Date> until;  // the last day on which the name is used
};

struct Unit {
    UnitId id;
    std::string group;            // 考核组
    std::vector<UnitName> names;  // its registered name first, then other names
};

// The unit that an entry of a ledger that lists units describes: its first key field is its
// registered name, other names stand between "、", each as "滨海街道" or, for a span of days, as
// "滨海镇(自2019-03-01至2021-06-30)", of which either half may be left out. `fields` are in the
// order of the definition.
[[nodiscard]] Unit listed_unit(const LedgerDefinition& definition, std::span<const Value> fields);

class Units {
  public:
    // A later unit of the same id replaces the earlier one.
    void add(Unit unit);

    // The unit that people call `written` (half-width, trimmed) on that day; any day when not
    // given.
    [[nodiscard]] std::optional<UnitId> find(std::string_view written,
                                             std::optional<Date> on = {}) const;
    [[nodiscard]] const Unit* unit(const UnitId& id) const;
    [[nodiscard]] const std::vector<Unit>& all() const { return units_; }
    [[nodiscard]] std::vector<std::string> known_names() const;
    [[nodiscard]] bool empty() const { return units_.empty(); }

  private:
    std::vector<Unit> units_;
    std::multimap<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace benniu::model
