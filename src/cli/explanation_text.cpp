#include "cli/explanation_text.hpp"

#include <algorithm>
#include <iterator>

#include "base/writing.hpp"

namespace benniu::cli {

using score::FactLine;
using score::Line;

namespace {

const std::string comma = "cli.comma";

// What tells a line apart from others of its name: its arguments and what it came to.
std::string mark_of(const Line& line) {
    std::string mark = line.what + "\n" + line.name + "\n" + line.formula + "\n" + line.value;
    for (std::size_t i = 0; line.what == "measure" && i + 1 < line.parts.size(); ++i) {
        mark += "\n" + line.parts[i].value;
    }
    return mark;
}

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

}  // namespace

void ExplanationText::put(int depth, const std::string& words) {
    lines_.push_back(std::string(static_cast<std::size_t>(depth) * 2, ' ') + words);
}

void ExplanationText::put(int depth, const std::string& key, const Words& words) {
    put(depth, say(key, words));
}

std::vector<std::string> ExplanationText::of(const score::ColumnLine& column,
                                             const std::string& shown) {
    lines_.clear();
    const Line& line = column.line;
    const bool has_name = !line.name.empty() && !line.name.ends_with(column.title);
    std::string value = shown.empty() ? reckoning_.value(line.value) : shown;
    if (line.what == "award") {
        value = say(line.value == "yes" ? "proposed" : "not-proposed");
    }
    put(0, say(value.empty() ? "heading-empty" : "heading",
               {{"title", column.title + (has_name ? " " + line.name : "")},
                {"value", value == "yes" ? reckoning_.value(value) : value},
                {"article", column.article}}));
    if (line.what == "awards") {
        for (const Line& award : line.parts) {
            put(1,
                say("award", {{"article", award.article},
                              {"title", award.title},
                              {"value", say(award.value == "yes" ? "proposed" : "not-proposed")}}));
            tell_award(award, 2);
        }
        return lines_;
    }
    told_.insert(mark_of(line));
    tell_inside(line, 1);
    return lines_;
}

std::string ExplanationText::name_of(const Line& line) const {
    if (line.name.empty()) {
        return reckoning_.formula(line.formula);
    }
    std::string name = line.name;
    if (line.what == "measure" && line.parts.size() > 1) {
        std::string arguments;
        for (std::size_t i = 0; i + 1 < line.parts.size(); ++i) {
            arguments += (i == 0 ? "" : ", ") + reckoning_.value(line.parts[i].value);
        }
        name += "(" + arguments + ")";
    }
    return line.title.empty() || line.title == line.name ? name : name + " " + line.title;
}

void ExplanationText::tell(const Line& line, int depth) {
    const std::string article =
        line.article.empty() || line.what == "lookup" ? "" : line.article + " ";
    const std::string name = line.fold
                                 ? say("fold-head", {{"function", "fold." + line.function},
                                                     {"each", reckoning_.formula(line.fold->each)},
                                                     {"ledger", line.fold->ledger}})
                                 : name_of(line);
    const std::string head = article + name + " = " + reckoning_.value(line.value);
    if (!is_openable(line)) {
        put(depth, head);
    } else if (line.what == "lookup") {
        tell_lookup(line, depth);
    } else if (!line.members.empty()) {
        tell_members(line, depth);
    } else if (line.name.empty() && is_reckoned(line)) {
        put(depth, reckoning_.formula(line.formula));
        tell_inside(line, depth);
    } else if (!told_.insert(mark_of(line)).second) {
        put(depth, say("told-above", {{"line", head}}));
    } else {
        put(depth, head);
        tell_inside(line, depth + 1);
    }
}

void ExplanationText::tell_inside(const Line& line, int depth) {
    if (line.what == "rank") {
        tell_order(*line.order, depth);
        return;
    }
    if (line.what == "award") {
        tell_award(line, depth);
        return;
    }
    const Line& expression = expression_of(line);
    if (!expression.blend.empty()) {
        tell_blend(expression, depth);
    } else if (expression.fold) {
        tell_fold(expression, depth);
    } else {
        tell_formula(line, expression, depth);
    }
    tell_rounding(line, depth);
    tell_effects(line, depth);
    const bool has_details = expression.what != "lookup" && expression.blend.empty();
    for (const Line* detail : has_details ? details_of(expression) : std::vector<const Line*>()) {
        tell(*detail, depth);
    }
}

void ExplanationText::tell_formula(const Line& line, const Line& expression, int depth) {
    if (expression.what == "choose") {
        tell_choice(expression, depth);
        return;
    }
    if (expression.what == "lookup") {
        tell_lookup(expression, depth);
        return;
    }
    if (&expression != &line) {
        put(depth, "= " + reckoning_.formula(expression.formula));
    }
    if (is_reckoned(expression)) {
        const std::string result = line.name.empty() ? " = " + reckoning_.value(line.value) : "";
        put(depth, "= " + reckoning_.with_values(expression) + result);
    }
}

void ExplanationText::tell_choice(const Line& expression, int depth) {
    for (std::size_t i = 0; i + 1 < expression.parts.size(); ++i) {
        const Line& condition = expression.parts[i];
        put(depth, condition.value == "yes" ? "case-holds" : "case-fails",
            {{"condition", reckoning_.formula(condition.formula)},
             {"values", reckoning_.with_values(condition)}});
    }
    const Line& chosen = expression.parts.back();
    put(depth, "= " + reckoning_.formula(chosen.formula));
    if (is_reckoned(chosen)) {
        put(depth, "= " + reckoning_.with_values(chosen));
    }
}

void ExplanationText::tell_lookup(const Line& expression, int depth) {
    std::string keys;
    for (const Line& key : expression.parts) {
        if (key.what != "literal") {
            keys += (keys.empty() ? "" : sentences_->say(comma)) + reckoning_.formula(key.formula) +
                    " " + (key.value == "missing" ? say("blank") : reckoning_.value(key.value));
        }
    }
    put(depth, expression.value == "missing" ? "lookup-missing" : "lookup",
        {{"formula", reckoning_.formula(expression.formula)},
         {"article", expression.article},
         {"keys", keys},
         {"row", row_of(expression)},
         {"value", reckoning_.value(expression.value)}});
}

std::string ExplanationText::row_of(const Line& lookup) const {
    return lookup.row == "else" ? say("row-else") : reckoning_.formula(lookup.row);
}

// Points are weight × full mark ÷ weights that count × degree.
void ExplanationText::tell_blend(const Line& line, int depth) {
    put(depth, "blend", {{"to", line.blend_to}, {"weights", reckoning_.value(line.blend_weights)}});
    std::string sum;
    for (std::size_t i = 0; i < line.blend.size(); ++i) {
        const score::BlendLine& part = line.blend[i];
        const bool counts = part.points != "missing";
        put(depth, counts ? "part" : "part-missing",
            {{"name", part.name},
             {"weight", part.weight},
             {"to", line.blend_to},
             {"weights", reckoning_.value(line.blend_weights)},
             {"value", reckoning_.value(part.value)},
             {"points", reckoning_.value(part.points)}});
        sum += counts ? (sum.empty() ? "" : " + ") + reckoning_.value(part.points) : "";
        if (i < line.parts.size() && is_openable(line.parts[i])) {
            tell(line.parts[i], depth + 1);
        }
    }
    if (line.blend.size() > 1 && !sum.empty()) {
        put(depth, "= " + sum + " = " + reckoning_.value(line.value));
    }
}

void ExplanationText::tell_rounding(const Line& line, int depth) {
    const Line& expression = expression_of(line);
    if (line.rounding && !line.unrounded.empty() && line.unrounded != line.value &&
        expression.blend.empty()) {
        const auto mode = static_cast<std::size_t>(line.rounding->mode);
        put(depth, "rounded",
            {{"from", reckoning_.value(line.unrounded)},
             {"places", std::to_string(line.rounding->places)},
             {"mode", "rounding." + std::to_string(mode)},
             {"value", line.value}});
    }
}

void ExplanationText::tell_fold(const Line& line, int depth) {
    const score::Fold& fold = *line.fold;
    put(depth, fold.where.empty() ? "fold-all" : "fold",
        {{"function", "fold." + line.function},
         {"each", reckoning_.formula(fold.each)},
         {"ledger", fold.ledger},
         {"stages", fold.by_stage ? say("by-stage") : ""},
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
    const std::string amount = reckoning_.value(is_month ? fact.amount.substr(0, 7) : fact.amount);
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
        const Line& chosen = expression.parts.back();
        const Line& condition = expression.parts[expression.parts.size() - 2];
        reason = condition.value == "yes" ? reckoning_.formula(condition.formula) : "";
        const bool says_more = chosen.what != "literal";
        reason += says_more ? (reason.empty() ? "" : sentences_->say(comma)) + because(chosen) : "";
    } else if (expression.what == "lookup") {
        std::string keys;
        for (const Line& key : expression.parts) {
            keys += (keys.empty() ? "" : sentences_->say(comma)) + reckoning_.value(key.value);
        }
        const std::string row = row_of(expression);
        reason = row == keys ? keys : say("row", {{"key", keys}, {"row", row}});
    } else if (&expression != &detail && is_reckoned(expression)) {
        reason = reckoning_.with_values(expression);
    }
    const std::string told = name_of(detail) + " " + reckoning_.value(detail.value);
    return reason.empty() ? told : say("because", {{"what", told}, {"reason", reason}});
}

std::string ExplanationText::seen(const std::vector<score::Seen>& list, bool is_fixed) const {
    std::string words;
    for (const score::Seen& each : list) {
        if (each.is_fixed == is_fixed) {
            const std::string value =
                each.value == "missing" ? say("blank") : reckoning_.value(each.value);
            words += (words.empty() ? "" : sentences_->say(comma)) + reckoning_.formula(each.name) +
                     " " + value;
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
    return say(is_same ? "same-sheet" : "source", {{"file", fact.source.file},
                                                   {"sheet", fact.source.sheet},
                                                   {"row", std::to_string(fact.source.row)}});
}

void ExplanationText::tell_members(const Line& line, int depth) {
    std::string members;
    for (const score::Member& each : line.members) {
        members += (members.empty() ? "" : sentences_->say(comma)) + each.unit + " " +
                   reckoning_.value(each.value);
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
        put(depth, "none-counted", {});
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
    std::vector<std::pair<std::string, Facts>> reasons;
    int unreported = 0;
    for (const FactLine& fact : line.not_counted) {
        if (is_unreported(fact)) {
            ++unreported;
            continue;
        }
        const std::string reason = fact.amount + "\n" + fact.article + "\n" + fact.condition;
        const auto known = std::find_if(reasons.begin(), reasons.end(),
                                        [&](const auto& each) { return each.first == reason; });
        if (known == reasons.end()) {
            reasons.emplace_back(reason, Facts{&fact});
        } else {
            known->second.push_back(&fact);
        }
    }
    for (const auto& [reason, facts] : reasons) {
        tell_reason(facts, depth);
    }
    if (unreported > 0) {
        put(depth, "unreported", {{"count", std::to_string(unreported)}});
    }
}

void ExplanationText::tell_reason(const Facts& facts, int depth) {
    const FactLine& first = *facts.front();
    const std::string fixed = seen(first.seen, true);
    put(depth, first.amount == "missing" ? "no-amount" : "not-counted",
        {{"count", std::to_string(facts.size())},
         {"condition", reckoning_.formula(first.condition)},
         {"article", first.article},
         {"fixed", fixed.empty() ? "" : say("fixed", {{"seen", fixed}})}});
    // Facts of which the same was seen stand in one line.
    std::vector<std::pair<std::string, Facts>> together;
    std::string list = first.condition + first.article;
    for (const FactLine* fact : facts) {
        const std::string what = seen(fact->seen, false);
        const auto known = std::find_if(together.begin(), together.end(),
                                        [&](const auto& each) { return each.first == what; });
        if (known == together.end()) {
            together.emplace_back(what, Facts{fact});
        } else {
            known->second.push_back(fact);
        }
        list += "\n" + fact->entry + fact->stage + what;
    }
    if (!told_.insert(list).second) {
        lines_.back() += say("same-list");
        return;
    }
    for (const auto& [what, alike] : together) {
        std::string names;
        for (const FactLine* fact : alike) {
            names += (names.empty() ? "" : sentences_->say(comma)) +
                     say("left-out-one", {{"label", label_of(*fact)},
                                          {"stage", stage_of(*fact)},
                                          {"source", source(*fact)}});
        }
        put(depth + 2,
            what.empty() ? names : say("left-out-together", {{"seen", what}, {"facts", names}}));
    }
}

std::string ExplanationText::order_words(const score::Order& order) const {
    std::string keys;
    for (const std::string& key : order.keys) {
        keys += (keys.empty() ? "" : sentences_->say(comma)) + reckoning_.formula(key);
    }
    return keys;
}

void ExplanationText::tell_order(const score::Order& order, int depth) {
    put(depth, order.from_bottom ? "order-from-bottom" : "order", {{"keys", order_words(order)}});
    std::size_t width = 0;
    for (const score::Contender& each : order.contenders) {
        width = std::max(width, display_width(each.unit));
    }
    for (const score::Contender& each : order.contenders) {
        std::string keys(width - display_width(each.unit), ' ');
        for (const std::string& key : each.keys) {
            keys += "  " + reckoning_.value(key);
        }
        const bool is_own =
            each.place == order.place &&
            std::find(order.level.begin(), order.level.end(), each.unit) == order.level.end();
        put(depth, is_own ? "own-place" : "place",
            {{"place", std::to_string(each.place)}, {"unit", each.unit}, {"keys", keys}});
    }
    for (const auto& [key, difference] :
         {std::pair("ahead", &order.ahead), std::pair("behind", &order.behind)}) {
        if (*difference) {
            put(depth, key,
                {{"unit", (*difference)->unit},
                 {"key", reckoning_.formula((*difference)->key)},
                 {"own", reckoning_.value((*difference)->own)},
                 {"other", reckoning_.value((*difference)->other)}});
        }
    }
    for (const std::string& unit : order.level) {
        put(depth, "level", {{"unit", unit}});
    }
}

// Of what must not be, the thing itself: "vetoed no".
std::string ExplanationText::values_of(const Line& condition) const {
    if (condition.what != "not") {
        return reckoning_.with_values(condition);
    }
    const Line& inner = condition.parts.front();
    return reckoning_.formula(inner.formula) + " " + reckoning_.value(inner.value);
}

void ExplanationText::tell_award(const Line& line, int depth) {
    std::size_t first_condition = 0;
    if (line.order) {
        first_condition = 1;
        if (line.parts.front().what != "literal") {
            tell(line.parts.front(), depth);
        }
        tell_order(*line.order, depth);
        put(depth, line.order->is_inside ? "inside" : "outside",
            {{"quota", line.order->quota}, {"place", std::to_string(line.order->place)}});
    }
    for (std::size_t i = first_condition; i < line.parts.size(); ++i) {
        const Line& condition = line.parts[i];
        put(depth, condition.value == "yes" ? "condition-holds" : "condition-fails",
            {{"condition", reckoning_.formula(condition.formula)},
             {"values", values_of(condition)}});
        for (const Line* detail : details_of(condition)) {
            if (detail->what == "measure" || detail->what == "lookup") {
                tell(*detail, depth + 1);
            }
        }
    }
}

void ExplanationText::tell_effects(const Line& line, int depth) {
    for (const score::Effect& effect : line.effects) {
        put(depth, effect.name == "rank" ? "effect-rank" : "effect-award",
            {{"name", effect.name},
             {"article", effect.article},
             {"formula", reckoning_.formula(effect.formula)}});
    }
}

}  // namespace benniu::cli
