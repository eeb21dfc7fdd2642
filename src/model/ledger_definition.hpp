// What a county keeps track of: the kinds of entries (台账), their fields and stages, as its pack
// defines them. Read from packs/*/ledgers/*.yaml; a clerk adds a ledger or a field there without
// C++. Read by ledger (to fold entries), intake (to check rows) and method (to check words).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::model {

enum class FieldType {
    text,         // words
    choice,       // one of `choices`
    number,       // a plain number
    count,        // how many
    money,        // in 万元
    area,         // in 亩
    percent,      // 70 means 70 %, kept as 0.7
    date,         // a day on which something happened; not yet known on an earlier day
    deadline,     // a day fixed beforehand: a plan, a due date
    month,        // 2021-11
    yes_no,       // 是 or 否
    unit,         // one of the county's units
    credit_code,  // 统一社会信用代码, with its check digit (GB 32100)
    shape,        // a place on the map
};

enum class LowerBound { none, zero, above_zero };

struct Field {
    std::string name;
    std::string name_en;
    FieldType type = FieldType::text;
    LowerBound at_least = LowerBound::none;
    // The finding that a blank is: "required", "out-of-range", "unknown-unit", "check-digit"; ""
    // lets it be blank.
    std::string when_blank;
    std::vector<std::string> choices;
    int line = 0;  // where the pack defines it

    friend bool operator==(const Field&, const Field&) = default;
};

// What people call the four columns of a stage, and the three verdicts.
struct StageWords {
    std::string occurred;
    std::string reported;
    std::string verdict;
    std::string verified;
    std::string passed;
    std::string failed;
    std::string pending;

    friend bool operator==(const StageWords&, const StageWords&) = default;
};

struct Uniqueness {
    std::vector<std::string> fields;  // equal in all of these: the same thing declared twice
    std::string column;               // where the finding is shown
    std::string first_by_stage;       // the earliest 填报日期 of this stage stands
    std::string told_apart_by;        // an entry of the same number is the same declaration

    friend bool operator==(const Uniqueness&, const Uniqueness&) = default;
};

// Who reports an entry and who verifies what is reported. Without it only posts that may record
// write into the ledger.
struct Reporting {
    std::string unit;                      // the field that holds the reporting unit
    std::vector<std::string> verified_by;  // posts; each of them must sign

    friend bool operator==(const Reporting&, const Reporting&) = default;
};

struct LedgerDefinition {
    std::string name;
    std::string name_en;
    std::vector<std::string> key;  // fields that name an entry; equal keys are numbered apart
    std::vector<Field> fields;
    std::vector<std::string> stages;
    std::vector<std::string> stage_checks;  // stage-order, stage-skipped, future-date
    StageWords words;
    std::optional<Uniqueness> unique;
    std::optional<Reporting> reporting;
    std::string entry_date;  // the field that says when the entry happened, or ""
    std::string label;       // the field that people call an entry by
    // Set when this ledger lists the county's units: the fields of their group and other names.
    bool lists_units = false;
    std::string unit_group;
    std::string unit_other_names;

    [[nodiscard]] const Field* field(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::size_t> field_index(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::size_t> stage_index(std::string_view wanted) const;
};

[[nodiscard]] std::string_view name_of(FieldType type);
[[nodiscard]] std::optional<FieldType> field_type(std::string_view name);

struct ReadLedger {
    LedgerDefinition ledger;
    Findings findings;
};

// Reads one file of a pack: one ledger, in YAML. Findings carry file, line and position.
[[nodiscard]] ReadLedger read_ledger(std::string_view yaml, const std::string& file);

}  // namespace benniu::model
