#include "ledger/fact.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

#include "ledger/json_line.hpp"

namespace benniu::ledger {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> verdict_words = {"pending", "passed", "failed"};

std::string date_text(const std::optional<Date>& date) {
    return date ? date->to_string() : "";
}

void add(JsonLine& line, const Source& source) {
    line.open_array("source").item(source.file).item(source.sheet).item(source.row).close_array();
}

void add(JsonLine& line, const std::vector<SealedResult>& results) {
    line.open_array("results");
    for (const SealedResult& each : results) {
        line.open_array()
            .item(each.method)
            .item(each.period)
            .item(each.method_text.to_string())
            .item(each.result.to_string())
            .close_array();
    }
    line.close_array();
}

// What a deed is called and holds, in the order of the fields.

std::string line_of(const CountyFounded& deed) {
    return JsonLine()
        .text("deed", "county_founded")
        .text("name", deed.name)
        .text("pack", deed.pack)
        .finish();
}

std::string line_of(const EntryRecorded& deed) {
    JsonLine line;
    line.text("deed", "entry_recorded")
        .text("ledger", deed.ledger)
        .text("entry", deed.entry)
        .open_array("fields");
    for (const FieldValue& each : deed.fields) {
        line.open_array().item(each.field).item(model::tagged_text(each.value)).close_array();
    }
    line.close_array();
    add(line, deed.source);
    return line.finish();
}

std::string line_of(const StageReported& deed) {
    JsonLine line;
    line.text("deed", "stage_reported")
        .text("ledger", deed.ledger)
        .text("entry", deed.entry)
        .text("stage", deed.stage)
        .text("occurred", date_text(deed.occurred))
        .text("reported", date_text(deed.reported));
    add(line, deed.source);
    return line.finish();
}

std::string line_of(const StageVerified& deed) {
    JsonLine line;
    line.text("deed", "stage_verified")
        .text("ledger", deed.ledger)
        .text("entry", deed.entry)
        .text("stage", deed.stage)
        .text("verdict", verdict_words.at(static_cast<std::size_t>(deed.verdict)))
        .text("verified", date_text(deed.verified));
    add(line, deed.source);
    return line.finish();
}

std::string line_of(const RulesKept& deed) {
    JsonLine line;
    line.text("deed", "rules_kept").open_array("files");
    for (const KeptFile& each : deed.files) {
        line.open_array().item(each.path).item(each.digest.to_string()).close_array();
    }
    return line.close_array().finish();
}

std::string line_of(const PeriodClosed& deed) {
    JsonLine line;
    line.text("deed", "period_closed")
        .text("period", deed.period)
        .number("cut", deed.cut)
        .text("rules", deed.rules.to_string());
    add(line, deed.results);
    return line.finish();
}

std::string line_of(const BulletinIssued& deed) {
    JsonLine line;
    line.text("deed", "bulletin_issued")
        .number("year", std::int64_t{deed.year})
        .number("number", std::int64_t{deed.number})
        .text("period", deed.period)
        .number("cut", deed.cut)
        .text("rules", deed.rules.to_string())
        .text("document", deed.document.to_string());
    add(line, deed.results);
    return line.number("corrects", std::int64_t{deed.corrects}).finish();
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

Digest parsed_digest(const json::value& value) {
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
                           std::string(parts.at(1).as_string()), parsed_digest(parts.at(2)),
                           parsed_digest(parts.at(3))});
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

RulesKept rules_kept(const json::object& object) {
    RulesKept deed;
    for (const json::value& each : object.at("files").as_array()) {
        const json::array& pair = each.as_array();
        deed.files.push_back({std::string(pair.at(0).as_string()), parsed_digest(pair.at(1))});
    }
    return deed;
}

BulletinIssued bulletin_issued(const json::object& object) {
    return {static_cast<int>(number_of(object.at("year"))),
            static_cast<int>(number_of(object.at("number"))),
            text_of(object, "period"),
            static_cast<Sequence>(number_of(object.at("cut"))),
            parsed_digest(object.at("rules")),
            parsed_digest(object.at("document")),
            results_of(object),
            static_cast<int>(number_of(object.at("corrects")))};
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
                            static_cast<Sequence>(number_of(object.at("cut"))),
                            parsed_digest(object.at("rules")), results_of(object)};
    }
    if (kind == "rules_kept") {
        return rules_kept(object);
    }
    ensure(kind == "bulletin_issued", "a deed is one of seven");
    return bulletin_issued(object);
}

}  // namespace

Digest digest_of(const RulesKept& rules) {
    return sm3(line_of(rules));
}

std::string canonical_line(const Deed& deed) {
    return std::visit([](const auto& each) { return line_of(each); }, deed);
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
