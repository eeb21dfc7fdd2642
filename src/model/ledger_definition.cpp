#include "model/ledger_definition.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "model/yaml.hpp"

namespace benniu::model {

namespace {

constexpr std::array<std::string_view, 14> type_names = {
    "text", "choice",   "number", "count",  "money", "area",        "percent",
    "date", "deadline", "month",  "yes_no", "unit",  "credit_code", "shape"};

const std::vector<std::string> stage_check_names = {"stage-order", "stage-skipped", "future-date"};
const std::vector<std::string> blank_findings = {"required", "out-of-range", "unknown-unit",
                                                 "check-digit"};

template <typename Names>
auto index_of(const Names& names, std::string_view name) -> std::optional<std::size_t> {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional<std::size_t>(found - names.begin());
}

LowerBound read_bound(Members& members) {
    const std::string word = members.text("at_least", Need::optional);
    if (word.empty()) {
        return LowerBound::none;
    }
    if (word != "0" && word != "above 0") {
        members.wrong(members.node("at_least", Need::optional), "unknown-choice", word,
                      {{"choices", "0, above 0"}});
    }
    return word == "0" ? LowerBound::zero : LowerBound::above_zero;
}

FieldType read_type(Members& members) {
    const std::string word = members.text("type", Need::required);
    const auto type = field_type(word);
    if (!type && !word.empty()) {
        const std::vector<std::string> names(type_names.begin(), type_names.end());
        members.wrong(members.node("type", Need::required), "unknown-type", word,
                      {{"nearest", nearest(word, names)}});
    }
    return type.value_or(FieldType::text);
}

Field read_field(const YAML::Node& node, const std::string& file, Findings& findings) {
    Members members(node, file, findings);
    Field field;
    field.name = tidied(members.text("name", Need::required));
    field.name_en = members.text("english", Need::required);
    field.type = read_type(members);
    field.at_least = read_bound(members);
    field.when_blank = members.text("when_blank", Need::optional);
    field.choices = members.texts("choices", Need::optional);
    field.line = members.line();
    if (!field.when_blank.empty() && !index_of(blank_findings, field.when_blank)) {
        members.wrong(node, "unknown-choice", field.when_blank,
                      {{"choices", "required, out-of-range, unknown-unit, check-digit"}});
    }
    members.finish();
    return field;
}

void read_stage_words(const YAML::Node& node, const std::string& file, Findings& findings,
                      StageWords& words) {
    Members members(node, file, findings);
    words.occurred = members.text("occurred", Need::required);
    words.reported = members.text("reported", Need::required);
    words.verdict = members.text("verdict", Need::required);
    words.verified = members.text("verified", Need::required);
    words.passed = members.text("passed", Need::required);
    words.failed = members.text("failed", Need::required);
    words.pending = members.text("pending", Need::required);
    members.finish();
}

void read_stages(const YAML::Node& node, const std::string& file, Findings& findings,
                 LedgerDefinition& ledger) {
    Members members(node, file, findings);
    ledger.stages = members.texts("names", Need::required);
    ledger.stage_checks = members.texts("checks", Need::optional);
    for (const std::string& check : ledger.stage_checks) {
        if (!index_of(stage_check_names, check)) {
            members.wrong(node, "unknown-choice", check,
                          {{"choices", "stage-order, stage-skipped, future-date"}});
        }
    }
    if (const YAML::Node words = members.node("words", Need::required); words.IsDefined()) {
        read_stage_words(words, file, findings, ledger.words);
    }
    members.finish();
}

void read_uniqueness(const YAML::Node& node, const std::string& file, Findings& findings,
                     LedgerDefinition& ledger) {
    Members members(node, file, findings);
    Uniqueness unique;
    unique.fields = members.texts("fields", Need::required);
    unique.column = members.text("column", Need::required);
    unique.first_by_stage = members.text("first_by_stage", Need::optional);
    unique.told_apart_by = members.text("told_apart_by", Need::optional);
    ledger.unique = unique;
    members.finish();
}

void read_reporting(const YAML::Node& node, const std::string& file, Findings& findings,
                    LedgerDefinition& ledger) {
    Members members(node, file, findings);
    ledger.reporting = Reporting{members.text("unit", Need::required),
                                 members.texts("verified_by", Need::required)};
    const Field* const unit = ledger.field(ledger.reporting->unit);
    if (unit != nullptr && unit->type != FieldType::unit) {
        members.wrong(node, "not-a-unit-field", unit->name);
    }
    members.finish();
}

// Every name that the definition uses for one of its fields or stages must be one.
void check_names(Members& members, const LedgerDefinition& ledger) {
    std::vector<std::string> names;
    for (const Field& field : ledger.fields) {
        names.push_back(field.name);
    }
    const auto must_be_field = [&](const std::string& name) {
        if (!name.empty() && !ledger.field(name)) {
            members.wrong(YAML::Node(), "unknown-field", name,
                          {{"ledger", ledger.name}, {"nearest", nearest(name, names)}});
        }
    };
    std::for_each(ledger.key.begin(), ledger.key.end(), must_be_field);
    must_be_field(ledger.entry_date);
    must_be_field(ledger.label);
    must_be_field(ledger.unit_group);
    must_be_field(ledger.unit_other_names);
    if (ledger.reporting) {
        must_be_field(ledger.reporting->unit);
    }
    if (ledger.unique) {
        std::for_each(ledger.unique->fields.begin(), ledger.unique->fields.end(), must_be_field);
        must_be_field(ledger.unique->told_apart_by);
        if (!ledger.unique->first_by_stage.empty() &&
            !ledger.stage_index(ledger.unique->first_by_stage)) {
            members.wrong(YAML::Node(), "unknown-stage", ledger.unique->first_by_stage,
                          {{"nearest", nearest(ledger.unique->first_by_stage, ledger.stages)}});
        }
    }
    std::sort(names.begin(), names.end());
    for (auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end();
         twice = std::adjacent_find(twice + 1, names.end())) {
        members.wrong(YAML::Node(), "name-twice", *twice);
    }
}

}  // namespace

std::string_view name_of(FieldType type) {
    return type_names.at(static_cast<std::size_t>(type));
}

std::optional<FieldType> field_type(std::string_view name) {
    const auto index = index_of(type_names, name);
    return index ? std::optional<FieldType>(static_cast<FieldType>(*index)) : std::nullopt;
}

const Field* LedgerDefinition::field(std::string_view wanted) const {
    const auto index = field_index(wanted);
    return index ? &fields[*index] : nullptr;
}

std::optional<std::size_t> LedgerDefinition::field_index(std::string_view wanted) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return field.name == wanted; });
    return found == fields.end() ? std::nullopt
                                 : std::optional<std::size_t>(found - fields.begin());
}

std::optional<std::size_t> LedgerDefinition::stage_index(std::string_view wanted) const {
    return index_of(stages, wanted);
}

namespace {

ReadLedger read_definition(std::string_view yaml, const std::string& file) {
    ReadLedger read;
    const YAML::Node root = parse_yaml(yaml, file, read.findings);
    if (!root.IsDefined()) {
        return read;
    }
    Members members(root, file, read.findings);
    LedgerDefinition& ledger = read.ledger;
    ledger.name = tidied(members.text("ledger", Need::required));
    ledger.name_en = members.text("english", Need::required);
    ledger.key = members.texts("key", Need::required);
    ledger.label = members.text("label", Need::optional);
    ledger.entry_date = members.text("entry_date", Need::optional);
    if (const YAML::Node node = members.node("lists_units", Need::optional); node.IsDefined()) {
        Members roles(node, file, read.findings);
        ledger.lists_units = true;
        ledger.unit_group = roles.text("group", Need::required);
        ledger.unit_other_names = roles.text("other_names", Need::optional);
        roles.finish();
    }
    for (const YAML::Node& node : members.list("fields", Need::required)) {
        ledger.fields.push_back(read_field(node, file, read.findings));
    }
    if (const YAML::Node node = members.node("stages", Need::optional); node.IsDefined()) {
        read_stages(node, file, read.findings, ledger);
    }
    if (const YAML::Node node = members.node("unique", Need::optional); node.IsDefined()) {
        read_uniqueness(node, file, read.findings, ledger);
    }
    if (const YAML::Node node = members.node("reporting", Need::optional); node.IsDefined()) {
        read_reporting(node, file, read.findings, ledger);
    }
    members.finish();
    check_names(members, ledger);
    if (ledger.fields.size() > limits::fields_per_ledger ||
        ledger.stages.size() > limits::stages_per_ledger) {
        members.wrong(root, "ledger-too-large", ledger.name);
    }
    return read;
}

}  // namespace

ReadLedger read_ledger(std::string_view yaml, const std::string& file) {
    ReadLedger read = read_definition(yaml, file);
    place_by_letters(read.findings, file, yaml);
    return read;
}

}  // namespace benniu::model
