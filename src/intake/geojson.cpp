#include "intake/geojson.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/json_text.hpp"

namespace benniu::intake {

namespace {

using Kind = JsonValue::Kind;

// The finding that a geometry is, or nothing.
using Fault = std::optional<std::string>;

// The whole degrees of "120.18"; nothing of numbers with an exponent or too many digits.
std::optional<int> whole_degrees(const std::string& number) {
    std::size_t at = number.starts_with('-') ? 1 : 0;
    int degrees = 0;
    std::size_t digits = 0;
    for (; at < number.size() && number[at] >= '0' && number[at] <= '9' && digits < 4; ++at) {
        degrees = degrees * 10 + (number[at] - '0');
        ++digits;
    }
    const bool is_plain = number.find_first_of("eE") == std::string::npos;
    return is_plain && digits >= 1 && digits <= 3 ? std::optional<int>(degrees) : std::nullopt;
}

bool is_between(const std::string& number, int least, int most) {
    const auto degrees = whole_degrees(number);
    return degrees && !number.starts_with('-') && *degrees >= least && *degrees < most;
}

Fault position_fault(const JsonValue& position) {
    const bool is_position =
        position.kind == Kind::array && position.items.size() >= 2 && position.items.size() <= 3 &&
        std::all_of(position.items.begin(), position.items.end(),
                    [](const JsonValue& part) { return part.kind == Kind::number; });
    if (!is_position) {
        return "bad-position";
    }
    const bool is_in_china =
        is_between(position.items[0].text, 73, 136) && is_between(position.items[1].text, 3, 54);
    return is_in_china ? std::nullopt : Fault("position-outside");
}

Fault line_fault(const JsonValue& line, std::size_t positions_min) {
    if (line.kind != Kind::array || line.items.size() < positions_min) {
        return "too-few-positions";
    }
    for (const JsonValue& position : line.items) {
        if (auto fault = position_fault(position)) {
            return fault;
        }
    }
    return std::nullopt;
}

Fault ring_fault(const JsonValue& ring) {
    if (auto fault = line_fault(ring, 4)) {
        return fault;
    }
    const auto& first = ring.items.front().items;
    const auto& last = ring.items.back().items;
    const bool is_closed = first[0].text == last[0].text && first[1].text == last[1].text;
    return is_closed ? std::nullopt : Fault("ring-not-closed");
}

template <typename FaultOf>
Fault fault_of_each(const JsonValue& list, FaultOf fault_of) {
    if (list.kind != Kind::array || list.items.empty()) {
        return "too-few-positions";
    }
    for (const JsonValue& item : list.items) {
        if (auto fault = fault_of(item)) {
            return fault;
        }
    }
    return std::nullopt;
}

Fault polygon_fault(const JsonValue& polygon) {
    return fault_of_each(polygon, ring_fault);
}

Fault path_fault(const JsonValue& line) {
    return line_fault(line, 2);
}

Fault geometry_fault(const JsonValue& geometry) {
    const std::string& type = geometry.member("type").text;
    const JsonValue& coordinates = geometry.member("coordinates");
    if (type == "Point") {
        return position_fault(coordinates);
    }
    if (type == "MultiPoint") {
        return fault_of_each(coordinates, position_fault);
    }
    if (type == "LineString") {
        return path_fault(coordinates);
    }
    if (type == "MultiLineString") {
        return fault_of_each(coordinates, path_fault);
    }
    if (type == "Polygon") {
        return polygon_fault(coordinates);
    }
    if (type == "MultiPolygon") {
        return fault_of_each(coordinates, polygon_fault);
    }
    return "unsupported-geometry";
}

void write_coordinates(const JsonValue& value, std::string& text) {
    if (value.kind == Kind::number) {
        text += value.text;
        return;
    }
    text += '[';
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        text += i == 0 ? "" : ",";
        write_coordinates(value.items[i], text);
    }
    text += ']';
}

// Only of a geometry without fault.
std::string compact(const JsonValue& geometry) {
    std::string text = R"({"type":")" + geometry.member("type").text + R"(","coordinates":)";
    write_coordinates(geometry.member("coordinates"), text);
    return text + "}";
}

bool is_cgcs2000(const JsonValue& root) {
    const std::string& name = root.member("crs").member("properties").member("name").text;
    constexpr std::array<std::string_view, 3> names = {
        "urn:ogc:def:crs:EPSG::4490", "EPSG:4490", "http://www.opengis.net/def/crs/EPSG/0/4490"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Reads the features of one file.
class MapReading {
  public:
    explicit MapReading(const std::string& file_name) : file_name_(file_name) {}

    MapFile read(const JsonValue& root) && {
        const JsonValue& features = root.member("features");
        if (root.member("type").text != "FeatureCollection" || features.kind != Kind::array) {
            add("not-a-map", 0, "", "", {});
        } else if (!is_cgcs2000(root)) {
            add("unsupported-datum", 0, "crs",
                root.member("crs").member("properties").member("name").text, {});
        } else {
            for (const JsonValue& feature : features.items) {
                file_.features.push_back(read_feature(feature));
            }
        }
        return std::move(file_);
    }

    MapFile refuse(Error error) && {
        add(error.code, 0, "", "", std::move(error.words));
        return std::move(file_);
    }

  private:
    void add(const std::string& code, int row, const std::string& column, const std::string& value,
             Words words) {
        Finding finding;
        finding.code = code;
        finding.place.file = file_name_;
        finding.place.row = row;
        finding.place.column = column;
        finding.value = shortened(value, limits::shown_value_bytes);
        finding.words = std::move(words);
        file_.findings.push_back(std::move(finding));
    }

    MapFeature read_feature(const JsonValue& feature) {
        MapFeature read;
        read.number = static_cast<int>(file_.features.size()) + 1;
        for (const JsonValue& property : feature.member("properties").items) {
            if (property.kind == Kind::text || property.kind == Kind::number) {
                read.properties.emplace(property.name, tidied(property.text));
            }
        }
        const JsonValue& geometry = feature.member("geometry");
        if (const Fault fault = geometry_fault(geometry)) {
            add(*fault, read.number, "geometry", geometry.member("type").text, {});
            return read;
        }
        read.geometry = compact(geometry);
        if (read.geometry.size() > limits::shape_bytes) {
            read.geometry.clear();
            add("shape-too-large", read.number, "geometry", geometry.member("type").text,
                {{"limit", std::to_string(limits::shape_bytes / 1024)}});
        }
        return read;
    }

    std::string file_name_;
    MapFile file_;
};

}  // namespace

MapFile read_geojson(std::string_view text, const std::string& file_name) {
    auto root = parse_json(text);
    MapReading reading(file_name);
    return root ? std::move(reading).read(*root)
                : std::move(reading).refuse(std::move(root.error()));
}

}  // namespace benniu::intake
