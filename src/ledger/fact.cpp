#include "ledger/fact.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace benniu::ledger {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> verdict_words = {"pending", "passed", "failed"};

std::string date_text(const std::optional<Date>& date) {
    return date ? date->to_string() : "";
}

json::array source_json(const Source& source) {
    return {source.file, source.sheet, source.row};
}

json::array results_json(const std::vector<SealedResult>& results) {
    json::array list;
    for (const SealedResult& each : results) {
        list.push_back(json::array{each.method, each.period, each.method_text.to_string(),
                                   each.result.to_string()});
    }
    return list;
}

json::object to_json(const CountyFounded& deed) {
    return {{"deed", "county_founded"}, {"name", deed.name}, {"pack", deed.pack}};
}

json::object to_json(const EntryRecorded& deed) {
    json::array fields;
    for (const FieldValue& each : deed.fields) {
        fields.push_back(json::array{each.field, model::tagged_text(each.value)});
    }
    return {{"deed", "entry_recorded"},
            {"ledger", deed.ledger},
            {"entry", deed.entry},
            {"fields", std::move(fields)},
            {"source", source_json(deed.source)}};
}

json::object to_json(const StageReported& deed) {
    return {{"deed", "stage_reported"},
            {"ledger", deed.ledger},
            {"entry", deed.entry},
            {"stage", deed.stage},
            {"occurred", date_text(deed.occurred)},
            {"reported", date_text(deed.reported)},
            {"source", source_json(deed.source)}};
}

json::object to_json(const StageVerified& deed) {
    return {{"deed", "stage_verified"},
            {"ledger", deed.ledger},
            {"entry", deed.entry},
            {"stage", deed.stage},
            {"verdict", verdict_words.at(static_cast<std::size_t>(deed.verdict))},
            {"verified", date_text(deed.verified)},
            {"source", source_json(deed.source)}};
}

json::object to_json(const PeriodClosed& deed) {
    return {{"deed", "period_closed"},
            {"period", deed.period},
            {"cut", deed.cut},
            {"results", results_json(deed.results)}};
}

json::object to_json(const BulletinIssued& deed) {
    return {{"deed", "bulletin_issued"},
            {"year", deed.year},
            {"number", deed.number},
            {"period", deed.period},
            {"cut", deed.cut},
            {"document", deed.document.to_string()},
            {"results", results_json(deed.results)},
            {"corrects", deed.corrects}};
}

// Reading: the accessors throw on any surprise, and parse_line turns that into one failure.

std::string text_of(const json::object& object, const char* name) {
    return std::string(object.at(name).as_string());
}

std::int64_t number_of(const json::value& value) {
    return value.to_number<std::int64_t>();
}

std::optional<Date> date_of(const json::object& object, const char* name) {
    const std::string text = text_of(object, name);
    return text.empty() ? std::nullopt : std::optional<Date>(Date::parse(text).value());
}

Digest digest_of(const json::value& value) {
    return Digest::parse(value.as_string()).value();
}

Source source_of(const json::object& object) {
    const json::array& parts = object.at("source").as_array();
    return {std::string(parts.at(0).as_string()), std::string(parts.at(1).as_string()),
            static_cast<int>(number_of(parts.at(2)))};
}

std::vector<SealedResult> results_of(const json::object& object) {
    std::vector<SealedResult> results;
    for (const json::value& each : object.at("results").as_array()) {
        const json::array& parts = each.as_array();
        results.push_back({std::string(parts.at(0).as_string()),
                           std::string(parts.at(1).as_string()), digest_of(parts.at(2)),
                           digest_of(parts.at(3))});
    }
    return results;
}

EntryRecorded entry_recorded(const json::object& object) {
    EntryRecorded deed{text_of(object, "ledger"), text_of(object, "entry"), {}, source_of(object)};
    for (const json::value& each : object.at("fields").as_array()) {
        const json::array& pair = each.as_array();
        deed.fields.push_back({std::string(pair.at(0).as_string()),
                               model::parse_tagged(pair.at(1).as_string()).value()});
    }
    return deed;
}

StageVerified stage_verified(const json::object& object) {
    const std::string word = text_of(object, "verdict");
    const auto* const found = std::find(verdict_words.begin(), verdict_words.end(), word);
    ensure(found != verdict_words.end(), "a verdict is one of three words");
    return {text_of(object, "ledger"),   text_of(object, "entry"),
            text_of(object, "stage"),    static_cast<Verdict>(found - verdict_words.begin()),
            date_of(object, "verified"), source_of(object)};
}

Deed deed_of(const json::object& object) {
    const std::string kind = text_of(object, "deed");
    if (kind == "entry_recorded") {
        return entry_recorded(object);
    }
    if (kind == "stage_reported") {
        return StageReported{text_of(object, "ledger"),   text_of(object, "entry"),
                             text_of(object, "stage"),    date_of(object, "occurred"),
                             date_of(object, "reported"), source_of(object)};
    }
    if (kind == "stage_verified") {
        return stage_verified(object);
    }
    if (kind == "county_founded") {
        return CountyFounded{text_of(object, "name"), text_of(object, "pack")};
    }
    if (kind == "period_closed") {
        return PeriodClosed{text_of(object, "period"),
                            static_cast<Sequence>(number_of(object.at("cut"))), results_of(object)};
    }
    ensure(kind == "bulletin_issued", "a deed is one of six");
    return BulletinIssued{static_cast<int>(number_of(object.at("year"))),
                          static_cast<int>(number_of(object.at("number"))),
                          text_of(object, "period"),
                          static_cast<Sequence>(number_of(object.at("cut"))),
                          digest_of(object.at("document")),
                          results_of(object),
                          static_cast<int>(number_of(object.at("corrects")))};
}

}  // namespace

std::string canonical_line(const Deed& deed) {
    return std::visit([](const auto& each) { return json::serialize(to_json(each)); }, deed);
}

Result<Deed> parse_line(std::string_view line) {
    try {
        // The tree is thrown away at once; on the stack it costs half as much.
        std::array<unsigned char, 8 * 1024> room;
        json::monotonic_resource trees(room.data(), room.size());
        Deed deed = deed_of(json::parse(line, &trees).as_object());
        if (canonical_line(deed) == line) {
            return deed;
        }
    } catch (const std::exception&) {
        // The JSON library and optional throw on anything that is not a fact; one failure says so.
    }
    return failure("bad-fact", {{"line", std::string(line.substr(0, 120))}});
}

}  // namespace benniu::ledger
