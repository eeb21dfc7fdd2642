#include "cli/explanation_text.hpp"

#include <algorithm>
#include <iterator>

#include "base/writing.hpp"

namespace benniu::cli {

using score::Line;

namespace {

// What tells a line apart from others of its name: its arguments and what it came to.
std::string mark_of(const Line& line) {
    std::string mark = line.what + "\n" + line.name + "\n" + line.formula + "\n" + line.value;
    for (std::size_t i = 0; line.what == "measure" && i + 1 < line.parts.size(); ++i) {
        mark += "\n" + line.parts[i].value;
    }
    return mark;
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
        value = say(line.value == "yes" ? "proposed" : "proposed.not");
    }
    put(0, say(value.empty() ? "heading.empty" : "heading",
               {{"title", column.title + (has_name ? " " + line.name : "")},
                {"value", value == "yes" ? reckoning_.value(value) : value},
                {"article", column.article}}));
    if (line.what == "awards") {
        for (const Line& award : line.parts) {
            put(1,
                say("award", {{"article", award.article},
                              {"title", award.title},
                              {"value", say(award.value == "yes" ? "proposed" : "proposed.not")}}));
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
                                 ? say("fold.head", {{"function", "fold." + line.function},
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
        put(depth, say("above", {{"line", head}}));
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
        put(depth, condition.value == "yes" ? "case.holds" : "case.fails",
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
            keys += (keys.empty() ? "" : comma()) + reckoning_.formula(key.formula) + " " +
                    (key.value == "missing" ? say("blank") : reckoning_.value(key.value));
        }
    }
    put(depth, expression.value == "missing" ? "lookup.missing" : "lookup",
        {{"formula", reckoning_.formula(expression.formula)},
         {"article", expression.article},
         {"keys", keys},
         {"row", row_of(expression)},
         {"value", reckoning_.value(expression.value)}});
}

std::string ExplanationText::row_of(const Line& lookup) const {
    return lookup.row == "else" ? say("row.else") : reckoning_.formula(lookup.row);
}

// Points are weight × full mark ÷ weights that count × degree.
void ExplanationText::tell_blend(const Line& line, int depth) {
    put(depth, "blend", {{"to", line.blend_to}, {"weights", reckoning_.value(line.blend_weights)}});
    std::string sum;
    for (std::size_t i = 0; i < line.blend.size(); ++i) {
        const score::BlendLine& part = line.blend[i];
        const bool counts = part.points != "missing";
        put(depth, counts ? "part" : "part.missing",
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

std::string ExplanationText::order_words(const score::Order& order) const {
    std::string keys;
    for (const std::string& key : order.keys) {
        keys += (keys.empty() ? "" : comma()) + reckoning_.formula(key);
    }
    return keys;
}

void ExplanationText::tell_order(const score::Order& order, int depth) {
    put(depth, order.from_bottom ? "order.bottom" : "order", {{"keys", order_words(order)}});
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
        put(depth, is_own ? "place.own" : "place",
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
        put(depth, condition.value == "yes" ? "condition.holds" : "condition.fails",
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
        put(depth, effect.name == "rank" ? "effect.rank" : "effect.award",
            {{"name", effect.name},
             {"article", effect.article},
             {"formula", reckoning_.formula(effect.formula)}});
    }
}

}  // namespace benniu::cli
