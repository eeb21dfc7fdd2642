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
    add(object, "values", fact.values);
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
    if (line.what == "aggregate") {
        object["counted"] = facts_json(line.counted);
        object["not_counted"] = facts_json(line.not_counted);
    }
    return object;
}

}  // namespace benniu::app
