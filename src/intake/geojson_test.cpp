#include "intake/geojson.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace benniu::intake {
namespace {

std::string map_of(const std::string& features, const std::string& datum = "EPSG:4490") {
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":")" + datum +
           R"("}},"features":[)" + features + "]}";
}

std::string feature_of(const std::string& geometry) {
    return R"({"type":"Feature","properties":{"id":"Z1"},"geometry":)" + geometry + "}";
}

// The geometry of the only feature, or the codes of the findings.
std::string told(const std::string& text) {
    const MapFile map = read_geojson(text, "地图.geojson");
    std::string told;
    for (const Finding& finding : map.findings) {
        told += finding.code + " " + std::to_string(finding.place.row);
        for (const auto& [name, word] : finding.words) {
            told += " " + word;
        }
    }
    return told.empty() && !map.features.empty() ? map.features[0].geometry : told;
}

std::string told_of(const std::string& type, const std::string& coordinates) {
    return told(
        map_of(feature_of(R"({"type":")" + type + R"(","coordinates":)" + coordinates + "}")));
}

TEST(GeoJson, KeepsEveryDigitOfAPosition) {
    EXPECT_EQ(told_of("Point", "[120.183816000000001, 33.90]"),
              R"({"type":"Point","coordinates":[120.183816000000001,33.90]})");
}

TEST(GeoJson, ReadsNamesOfFeatures) {
    const MapFile map = read_geojson(
        map_of(
            R"({"properties":{"id":7,"name":" 海口镇 ","x":null},"geometry":{"type":"Point","coordinates":[120,33]}})"),
        "x");
    ASSERT_EQ(map.features.size(), 1U);
    EXPECT_EQ(map.features[0].properties.at("id"), "7");
    EXPECT_EQ(map.features[0].properties.at("name"), "海口镇");
    EXPECT_FALSE(map.features[0].properties.contains("x"));
}

TEST(GeoJson, ChecksGeometries) {
    const std::string ring = "[[120,33],[121,33],[121,34],[120,33]]";
    EXPECT_EQ(told_of("Polygon", "[" + ring + "]"),
              R"({"type":"Polygon","coordinates":[)" + ring + "]}");
    EXPECT_NE(told_of("MultiPolygon", "[[" + ring + "]]").find("MultiPolygon"), std::string::npos);
    EXPECT_NE(told_of("LineString", "[[120,33],[121,33]]").find("LineString"), std::string::npos);
    EXPECT_EQ(told_of("Polygon", "[[[120,33],[121,33],[121,34],[120,34]]]"), "ring-not-closed 1");
    EXPECT_EQ(told_of("Polygon", "[[[120,33],[121,33],[120,33]]]"), "too-few-positions 1");
    EXPECT_EQ(told_of("LineString", "[[120,33]]"), "too-few-positions 1");
    EXPECT_EQ(told_of("MultiPoint", "[]"), "too-few-positions 1");
    EXPECT_EQ(told_of("Point", "[120]"), "bad-position 1");
    EXPECT_EQ(told_of("Point", R"(["120","33"])"), "bad-position 1");
    EXPECT_EQ(told_of("Point", "[33,120]"), "position-outside 1");
    EXPECT_EQ(told_of("Point", "[40512345.6,3754321.0]"), "position-outside 1");
    EXPECT_EQ(told_of("Point", "[1e2,33]"), "position-outside 1");
    EXPECT_EQ(told_of("GeometryCollection", "[]"), "unsupported-geometry 1");
    EXPECT_EQ(told(map_of(feature_of("null"))), "unsupported-geometry 1");
}

TEST(GeoJson, RefusesShapesThatAreTooLarge) {
    std::string line = "[[120.1,33.1]";
    for (int i = 0; i < 20'000; ++i) {
        line += ",[120.1,33.1]";
    }
    EXPECT_EQ(told_of("LineString", line + "]"), "shape-too-large 1 128");
}

TEST(GeoJson, TakesOnlyMapsThatNameTheirDatum) {
    EXPECT_EQ(told(map_of("", "urn:ogc:def:crs:EPSG::4490")), "");
    EXPECT_EQ(told(map_of("", "urn:ogc:def:crs:OGC:1.3:CRS84")), "unsupported-datum 0");
    EXPECT_EQ(told(R"({"type":"FeatureCollection","features":[]})"), "unsupported-datum 0");
}

TEST(GeoJson, SaysWhatIsNoMap) {
    EXPECT_EQ(told("{"), "bad-json 0 1");
    EXPECT_EQ(told("{\n\"a\": [1,\n}"), "bad-json 0 3");
    EXPECT_EQ(told("{} {}"), "bad-json 0 1");
    EXPECT_EQ(told("{\"type\":\"Feature\"}"), "not-a-map 0");
    EXPECT_EQ(told(std::string(20 * 1024 * 1024, ' ')), "map-too-large 0 16");
    EXPECT_EQ(told(std::string(100'000, '[')), "bad-json 0 1");
}

RC_GTEST_PROP(GeoJson, EndsOnAnyText, (const std::string& text)) {
    (void)read_geojson(text, "x");
    (void)read_geojson(map_of(text), "x");
    (void)read_geojson(map_of(feature_of(text)), "x");
}

}  // namespace
}  // namespace benniu::intake
