#include "model/entry_check.hpp"

#include <algorithm>
#include <initializer_list>
#include <tuple>

#include "model/credit_code.hpp"

namespace benniu::model {

namespace {

bool is_one_of(std::string_view code, std::initializer_list<std::string_view> codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The finding that a text which is not a value of the field's type amounts to. A number that must
// not be below a bound is 不是数, a filled date that is none does not exist, whatever hindered.
std::string code_of_unreadable(const Field& field, const std::string& problem) {
    if (is_one_of(problem, {"number-too-large", "text-too-long"})) {
        return problem;
    }
    switch (field.type) {
        case FieldType::date:
        case FieldType::deadline:
        case FieldType::month:
            return "no-such-date";
        case FieldType::unit:
            return "unknown-unit";
        case FieldType::credit_code:
            return "check-digit";
        default:
            return field.at_least == LowerBound::none ? problem : "out-of-range";
    }
}

// What no condition forbids is reported, read as blank, and let in.
Severity severity_of(const std::string& code) {
    return is_one_of(code, {"not-a-number", "not-yes-or-no", "not-a-verdict"}) ? Severity::warning
                                                                               : Severity::error;
}

std::string bound_text(const Field& field) {
    return field.at_least == LowerBound::above_zero ? "> 0" : "≥ 0";
}

Words words_of(const std::string& code, const Field& field, const Reading& reading) {
    if (code == reading.problem) {
        return reading.words;
    }
    if (code == "out-of-range") {
        return {{"bound", bound_text(field)}};
    }
    if (code == "no-such-date") {
        return {{"example", "2021-9-8"}};
    }
    if (code == "unknown-unit") {
        return {{"nearest", ""}};
    }
    if (code == "check-digit") {
        return {{"example", right_credit_code(reading.written)}};
    }
    return {};
}

bool is_below_bound(const Field& field, const Value& value) {
    const Decimal* const number = std::get_if<Decimal>(&value);
    if (number == nullptr || field.at_least == LowerBound::none) {
        return false;
    }
    return field.at_least == LowerBound::above_zero ? *number <= Decimal(0) : *number < Decimal(0);
}

bool is_none_of_choices(const Field& field, const Value& value) {
    return field.type == FieldType::choice && !field.choices.empty() &&
           std::find(field.choices.begin(), field.choices.end(), plain_text(value)) ==
               field.choices.end();
}

// The code of what is wrong with a field's reading, or "".
std::string code_of(const Field& field, const Reading& reading) {
    if (reading.is_blank()) {
        return field.when_blank;
    }
    if (!reading.problem.empty()) {
        return code_of_unreadable(field, reading.problem);
    }
    if (is_below_bound(field, reading.value)) {
        return "out-of-range";
    }
    if (field.type == FieldType::credit_code && !is_credit_code(plain_text(reading.value))) {
        return "check-digit";
    }
    return is_none_of_choices(field, reading.value) ? "unknown-choice" : "";
}

std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list += (list.empty() ? "" : "、") + word;
    }
    return list;
}

// Checks the stages of one draft.
class StageCheck {
  public:
    StageCheck(const LedgerDefinition& definition, const EntryDraft& draft)
        : definition_(definition), draft_(draft) {}

    std::vector<Problem> problems() && {
        for (std::size_t i = 0; i < definition_.stages.size(); ++i) {
            check_readings(i);
        }
        const auto& wanted = definition_.stage_checks;
        const auto is_wanted = [&](std::string_view name) {
            return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
        };
        if (is_wanted("stage-order")) {
            check_order();
        }
        if (is_wanted("stage-skipped")) {
            check_skipped();
        }
        if (is_wanted("future-date")) {
            check_future();
        }
        return std::move(problems_);
    }

  private:
    [[nodiscard]] const Date* date(DraftPart part, std::size_t stage) const {
        return std::get_if<Date>(&draft_.value({part, stage}));
    }

    void add(DraftColumn column, const std::string& code, Words words) {
        const std::optional<Reading>& reading = draft_.at(column);
        problems_.push_back(
            {column, code, severity_of(code), reading ? reading->written : "", std::move(words)});
    }

    void check_readings(std::size_t stage) {
        for (const DraftPart part :
             {DraftPart::occurred, DraftPart::reported, DraftPart::verdict, DraftPart::verified}) {
            const std::optional<Reading>& reading = draft_.at({part, stage});
            if (!reading || reading->problem.empty()) {
                continue;
            }
            if (part == DraftPart::verdict) {
                add({part, stage}, reading->problem, reading->words);
            } else {
                Words words = reading->problem == "no-such-date" ? reading->words
                                                                 : Words{{"example", "2021-9-8"}};
                add({part, stage}, "no-such-date", std::move(words));
            }
        }
    }

    // 阶段完成日期早于前面最近一个有完成日期的阶段: with the nearest earlier one, not the latest.
    void check_order() {
        std::optional<std::size_t> before;
        for (std::size_t i = 0; i < definition_.stages.size(); ++i) {
            const Date* const occurred = date(DraftPart::occurred, i);
            if (occurred == nullptr) {
                continue;
            }
            if (before && *occurred < *date(DraftPart::occurred, *before)) {
                add({DraftPart::occurred, i}, "stage-order",
                    {{"stage", definition_.stages[i]},
                     {"earlier", definition_.stages[*before]},
                     {"date", date(DraftPart::occurred, *before)->to_string()}});
            }
            before = i;
        }
    }

    [[nodiscard]] bool is_touched(std::size_t stage) const {
        const StageReading& read = draft_.stages[stage];
        const auto is_filled = [](const std::optional<Reading>& reading) {
            return reading && !reading->is_blank();
        };
        return is_filled(read.occurred) || is_filled(read.reported) || is_filled(read.verdict) ||
               is_filled(read.verified);
    }

    // 其后任一阶段的任一栏已填而第一个阶段的完成日期空白.
    void check_skipped() {
        const std::optional<Reading>& first = draft_.stages.at(0).occurred;
        if (!first || !first->is_blank()) {
            return;
        }
        for (std::size_t i = 1; i < definition_.stages.size(); ++i) {
            if (is_touched(i)) {
                add({DraftPart::occurred, 0}, "stage-skipped",
                    {{"stage", definition_.stages[0]}, {"later", definition_.stages[i]}});
                return;
            }
        }
    }

    // 阶段完成日期晚于同一阶段填报日期: today's date plays no part.
    void check_future() {
        for (std::size_t i = 0; i < definition_.stages.size(); ++i) {
            const Date* const occurred = date(DraftPart::occurred, i);
            const Date* const reported = date(DraftPart::reported, i);
            if (occurred != nullptr && reported != nullptr && *occurred > *reported) {
                add({DraftPart::occurred, i}, "future-date",
                    {{"stage", definition_.stages[i]}, {"reported", reported->to_string()}});
            }
        }
    }

    const LedgerDefinition& definition_;
    const EntryDraft& draft_;
    std::vector<Problem> problems_;
};

std::optional<Problem> field_problem(const Field& field, std::size_t index,
                                     const std::optional<Reading>& reading) {
    const std::string code = reading ? code_of(field, *reading) : "";
    if (code.empty()) {
        return std::nullopt;
    }
    Words words = code == "unknown-choice" ? Words{{"choices", listed(field.choices)}}
                                           : words_of(code, field, *reading);
    return Problem{
        {DraftPart::field, index}, code, severity_of(code), reading->written, std::move(words)};
}

}  // namespace

std::vector<Problem> check(const LedgerDefinition& definition, const EntryDraft& draft) {
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < definition.fields.size(); ++i) {
        if (auto problem = field_problem(definition.fields[i], i, draft.fields.at(i))) {
            problems.push_back(*std::move(problem));
        }
    }
    if (!definition.stages.empty()) {
        auto of_stages = StageCheck(definition, draft).problems();
        std::move(of_stages.begin(), of_stages.end(), std::back_inserter(problems));
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.column, a.code) < std::tie(b.column, b.code);
    });
    return problems;
}

bool has_errors(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace benniu::model
