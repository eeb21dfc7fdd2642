// The parts of an explanation that list facts: those that counted and those that did not.
#include <algorithm>
#include <iterator>

#include "cli/explanation_text.hpp"

namespace benniu::cli {

using score::FactLine;
using score::Line;

namespace {

std::string label_of(const FactLine& fact) {
    return fact.label.empty() ? fact.entry : fact.label;
}

std::string stage_of(const FactLine& fact) {
    return fact.stage.empty() ? "" : " " + fact.stage;
}

// What every one of several facts shows.
std::vector<score::Seen> seen_alike(const std::vector<FactLine>& facts) {
    std::vector<score::Seen> alike;
    for (const score::Seen& each : facts.size() < 2 ? std::vector<score::Seen>() : facts[0].seen) {
        if (std::all_of(facts.begin(), facts.end(), [&](const FactLine& fact) {
                return std::find(fact.seen.begin(), fact.seen.end(), each) != fact.seen.end();
            })) {
            alike.push_back(each);
        }
    }
    return alike;
}

bool rests_on_facts(const Line& line) {
    return line.fold || !line.members.empty() ||
           std::any_of(line.parts.begin(), line.parts.end(), rests_on_facts);
}

bool is_unreported(const FactLine& fact) {
    return !fact.stage.empty() && fact.dates.empty();
}

struct Group {
    std::string key;
    std::vector<const FactLine*> facts;
};

// In the order in which the keys first occur.
template <typename Key>
std::vector<Group> grouped(const std::vector<const FactLine*>& facts, Key key_of) {
    std::vector<Group> groups;
    for (const FactLine* fact : facts) {
        const std::string key = key_of(*fact);
        const auto known = std::find_if(groups.begin(), groups.end(),
                                        [&](const Group& each) { return each.key == key; });
        if (known == groups.end()) {
            groups.push_back({key, {fact}});
        } else {
            known->facts.push_back(fact);
        }
    }
    return groups;
}

}  // namespace

void ExplanationText::tell_fold(const Line& line, int depth) {
    const score::Fold& fold = *line.fold;
    put(depth, fold.where.empty() ? "fold.all" : "fold",
        {{"function", "fold." + line.function},
         {"each", reckoning_.formula(fold.each)},
         {"ledger", fold.ledger},
         {"stages", fold.by_stage ? say("fold.stages") : ""},
         {"where", reckoning_.formula(fold.where)}});
    last_source_ = {};
    tell_counted(line, depth);
    tell_not_counted(line, depth);
}

std::string ExplanationText::amount_of(const FactLine& fact) const {
    if (fact.parts.empty()) {
        return "";
    }
    const Line& expression = expression_of(fact.parts.front());
    // A month is known by its first day.
    const bool is_month = expression.what == "month";
    std::string amount = reckoning_.value(is_month ? fact.amount.substr(0, 7) : fact.amount);
    if (is_month) {
        return amount;
    }
    return is_reckoned(expression) ? reckoning_.with_values(expression) + " = " + amount : amount;
}

// "规模档[计划总投资]: 65000, row ≥ 50000 → 2": a detail of an amount in one clause.
std::string ExplanationText::because(const Line& detail) const {
    const Line& expression = expression_of(detail);
    std::string reason;
    if (expression.what == "choose") {
        reason = because_of_choice(expression);
    } else if (expression.what == "lookup") {
        reason = because_of_row(expression);
    } else if (&expression != &detail && is_reckoned(expression)) {
        reason = reckoning_.with_values(expression);
    }
    std::string told = name_of(detail) + " " + reckoning_.value(detail.value);
    return reason.empty() ? told : say("because", {{"what", told}, {"reason", reason}});
}

std::string ExplanationText::because_of_choice(const Line& expression) const {
    const Line& chosen = expression.parts.back();
    const Line& condition = expression.parts[expression.parts.size() - 2];
    std::string reason = condition.value == "yes" ? reckoning_.formula(condition.formula) : "";
    if (chosen.what != "literal") {
        reason += (reason.empty() ? "" : comma()) + because(chosen);
    }
    return reason;
}

std::string ExplanationText::because_of_row(const Line& expression) const {
    std::string keys;
    for (const Line& key : expression.parts) {
        keys += (keys.empty() ? "" : comma()) + reckoning_.value(key.value);
    }
    const std::string row = row_of(expression);
    return row == keys ? keys : say("row", {{"key", keys}, {"row", row}});
}

std::string ExplanationText::seen(const std::vector<score::Seen>& list, bool is_fixed) const {
    std::string words;
    for (const score::Seen& each : list) {
        if (each.is_fixed == is_fixed) {
            const std::string value =
                each.value == "missing" ? say("blank") : reckoning_.value(each.value);
            words += (words.empty() ? "" : comma()) + reckoning_.formula(each.name) + " " + value;
        }
    }
    return words;
}

// The sheet is told where it is another than of the fact above.
std::string ExplanationText::source(const FactLine& fact) {
    if (fact.source.row == 0) {
        return "";
    }
    const bool is_same =
        fact.source.file == last_source_.file && fact.source.sheet == last_source_.sheet;
    last_source_ = fact.source;
    return say(is_same ? "source.row" : "source", {{"file", fact.source.file},
                                                   {"sheet", fact.source.sheet},
                                                   {"row", std::to_string(fact.source.row)}});
}

void ExplanationText::tell_members(const Line& line, int depth) {
    std::string members;
    for (const score::Member& each : line.members) {
        members +=
            (members.empty() ? "" : comma()) + each.unit + " " + reckoning_.value(each.value);
    }
    put(depth, "members",
        {{"formula", reckoning_.formula(line.formula)},
         {"value", reckoning_.value(line.value)},
         {"members", members}});
}

// What was seen of every fact alike is told once.
void ExplanationText::tell_counted(const Line& line, int depth) {
    const std::vector<score::Seen> alike = seen_alike(line.counted);
    std::string sum;
    for (const FactLine& fact : line.counted) {
        std::vector<score::Seen> own;
        std::copy_if(fact.seen.begin(), fact.seen.end(), std::back_inserter(own),
                     [&](const score::Seen& each) {
                         return std::find(alike.begin(), alike.end(), each) == alike.end();
                     });
        const std::string amount = amount_of(fact);
        put(depth, "counted",
            {{"label", label_of(fact)},
             {"stage", stage_of(fact)},
             {"amount", amount},
             {"source", source(fact)},
             {"seen", seen(own, false)}});
        if (const std::string details = details_of_amount(fact); !details.empty()) {
            put(depth + 2, "details", {{"details", details}});
        }
        tell_deep_details(fact, depth + 2);
        sum += (sum.empty() ? "" : " + ") + reckoning_.value(fact.amount);
    }
    if (line.counted.empty()) {
        put(depth, "counted.none", {});
    } else if (line.function == "sum" && line.counted.size() > 1) {
        put(depth, "= " + sum + " = " + reckoning_.value(line.value));
    }
    if (const std::string met = seen(alike, false); !met.empty()) {
        put(depth, "met", {{"seen", met}});
    }
}

// An amount may rest on other facts, or on the whole group.
void ExplanationText::tell_deep_details(const FactLine& fact, int depth) {
    if (fact.parts.empty()) {
        return;
    }
    for (const Line* detail : details_of(expression_of(fact.parts.front()))) {
        if (rests_on_facts(*detail)) {
            tell(*detail, depth);
        }
    }
}

std::string ExplanationText::details_of_amount(const FactLine& fact) const {
    if (fact.parts.empty()) {
        return "";
    }
    std::string details;
    for (const Line* detail : details_of(expression_of(fact.parts.front()))) {
        if (detail->what != "field" && !rests_on_facts(*detail)) {
            details += (details.empty() ? "" : say("semicolon")) + because(*detail);
        }
    }
    return details;
}

void ExplanationText::tell_not_counted(const Line& line, int depth) {
    Facts reported;
    for (const FactLine& fact : line.not_counted) {
        if (!is_unreported(fact)) {
            reported.push_back(&fact);
        }
    }
    const auto by_reason = grouped(reported, [](const FactLine& fact) {
        return fact.amount + "\n" + fact.article + "\n" + fact.condition;
    });
    for (const Group& group : by_reason) {
        tell_reason(group.facts, depth);
    }
    if (const auto silent = line.not_counted.size() - reported.size(); silent > 0) {
        put(depth, "unreported", {{"count", std::to_string(silent)}});
    }
}

void ExplanationText::tell_reason(const Facts& facts, int depth) {
    const FactLine& first = *facts.front();
    const std::string fixed = seen(first.seen, true);
    put(depth, first.amount == "missing" ? "counted.missing" : "counted.not",
        {{"count", std::to_string(facts.size())},
         {"condition", reckoning_.formula(first.condition)},
         {"article", first.article},
         {"fixed", fixed.empty() ? "" : say("fixed", {{"seen", fixed}})}});
    std::string list = first.condition + first.article;
    for (const FactLine* fact : facts) {
        list += "\n" + fact->entry + fact->stage + seen(fact->seen, false);
    }
    if (!told_.insert(list).second) {
        lines_.back() += say("left.same");
        return;
    }
    const auto by_seen =
        grouped(facts, [this](const FactLine& fact) { return seen(fact.seen, false); });
    for (const Group& group : by_seen) {
        tell_alike(group.key, group.facts, depth + 2);
    }
}

// Facts of which the same was seen stand in one line.
void ExplanationText::tell_alike(const std::string& what, const Facts& facts, int depth) {
    std::string names;
    for (const FactLine* fact : facts) {
        names += (names.empty() ? "" : comma()) + say("left.one", {{"label", label_of(*fact)},
                                                                   {"stage", stage_of(*fact)},
                                                                   {"source", source(*fact)}});
    }
    put(depth, what.empty() ? names : say("left.together", {{"seen", what}, {"facts", names}}));
}

}  // namespace benniu::cli
