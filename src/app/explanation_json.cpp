#include "app/explanation_json.hpp"

#include <boost/json.hpp>

#include <array>

namespace benniu::app {

namespace json = boost::json;

namespace {

std::string_view name_of(Rounding rounding) {
    constexpr std::array<std::string_view, 4> names = {"half_up", "half_even", "down", "up"};
    return names.at(static_cast<std::size_t>(rounding));
}

json::array lines_json(const std::vector<score::Line>& lines) {
    json::array list;
    for (const score::Line& line : lines) {
        list.push_back(to_json(line));
    }
    return list;
}

// Members that say nothing are left out.
void add(json::object& object, const char* name, const std::string& words) {
    if (!words.empty()) {
        object[name] = words;
    }
}

json::array words_json(const std::vector<std::string>& words) {
    json::array list;
    for (const std::string& word : words) {
        list.push_back(json::string(word));
    }
    return list;
}

json::array seen_json(const std::vector<score::Seen>& seen) {
    json::array list;
    for (const score::Seen& each : seen) {
        json::object object{{"name", each.name}, {"value", each.value}};
        if (each.is_fixed) {
            object["fixed"] = true;
        }
        list.push_back(std::move(object));
    }
    return list;
}

json::object fact_json(const score::FactLine& fact) {
    json::object object{{"ledger", fact.ledger},
                        {"entry", fact.entry},
                        {"label", fact.label},
                        {"source", json::object{{"file", fact.source.file},
                                                {"sheet", fact.source.sheet},
                                                {"row", fact.source.row}}}};
    add(object, "stage", fact.stage);
    add(object, "amount", fact.amount);
    add(object, "condition", fact.condition);
    add(object, "article", fact.article);
    add(object, "values", fact.values);
    if (!fact.seen.empty()) {
        object["seen"] = seen_json(fact.seen);
    }
    json::array facts;
    for (const auto seq : fact.facts) {
        facts.push_back(seq);
    }
    object["facts"] = std::move(facts);
    json::array dates;
    for (const auto& [word, date] : fact.dates) {
        dates.push_back(json::array{word, date});
    }
    object["dates"] = std::move(dates);
    if (!fact.parts.empty()) {
        object["parts"] = lines_json(fact.parts);
    }
    return object;
}

json::array facts_json(const std::vector<score::FactLine>& facts) {
    json::array list;
    for (const score::FactLine& fact : facts) {
        list.push_back(fact_json(fact));
    }
    return list;
}

json::object blend_json(const score::Line& line) {
    json::array parts;
    for (const score::BlendLine& part : line.blend) {
        parts.push_back(json::object{{"name", part.name},
                                     {"weight", part.weight},
                                     {"value", part.value},
                                     {"unrounded", part.unrounded},
                                     {"points", part.points}});
    }
    return {{"to", line.blend_to}, {"weights", line.blend_weights}, {"parts", std::move(parts)}};
}

json::object difference_json(const score::Difference& difference) {
    return {{"unit", difference.unit},
            {"key", difference.key},
            {"own", difference.own},
            {"other", difference.other}};
}

json::object order_json(const score::Order& order) {
    json::array contenders;
    for (const score::Contender& each : order.contenders) {
        contenders.push_back(json::object{
            {"unit", each.unit}, {"place", each.place}, {"keys", words_json(each.keys)}});
    }
    json::object object{{"keys", words_json(order.keys)},
                        {"from", order.from_bottom ? "bottom" : "top"},
                        {"place", order.place},
                        {"level", words_json(order.level)},
                        {"units", std::move(contenders)}};
    if (order.ahead) {
        object["ahead"] = difference_json(*order.ahead);
    }
    if (order.behind) {
        object["behind"] = difference_json(*order.behind);
    }
    if (!order.quota.empty()) {
        object["quota"] = order.quota;
        object["inside"] = order.is_inside;
    }
    return object;
}

json::array effects_json(const std::vector<score::Effect>& effects) {
    json::array list;
    for (const score::Effect& each : effects) {
        list.push_back(json::object{
            {"name", each.name}, {"article", each.article}, {"formula", each.formula}});
    }
    return list;
}

}  // namespace

json::object to_json(const score::Line& line) {
    json::object object{{"what", line.what}, {"formula", line.formula}, {"value", line.value}};
    add(object, "name", line.name);
    add(object, "title", line.title);
    add(object, "article", line.article);
    add(object, "function", line.function);
    add(object, "unrounded", line.unrounded);
    add(object, "row", line.row);
    if (line.rounding) {
        object["rounding"] =
            json::object{{"places", line.rounding->places}, {"mode", name_of(line.rounding->mode)}};
    }
    if (!line.blend.empty()) {
        object["blend"] = blend_json(line);
    }
    object["parts"] = lines_json(line.parts);
    if (!line.members.empty()) {
        json::array members;
        for (const score::Member& each : line.members) {
            members.push_back(json::object{{"unit", each.unit}, {"value", each.value}});
        }
        object["members"] = std::move(members);
    }
    if (line.order) {
        object["order"] = order_json(*line.order);
    }
    if (!line.effects.empty()) {
        object["effects"] = effects_json(line.effects);
    }
    if (line.what == "aggregate") {
        object["counted"] = facts_json(line.counted);
        object["not_counted"] = facts_json(line.not_counted);
    }
    return object;
}

}  // namespace benniu::app
