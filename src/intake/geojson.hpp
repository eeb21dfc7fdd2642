// A map file (GeoJSON) as features: what each is called, and its geometry as exact text.
//
// Fed by the county's maps; read by map_import.hpp, which gives the shapes to entries. The file
// must say that its positions are CGCS2000 (EPSG:4490): a map in another datum is off by up to half
// a kilometre and nobody sees it. Geometries are checked: their kinds, closed rings, positions on
// land that a Chinese county can have, sizes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::intake {

struct MapFeature {
    int number = 0;                                              // the first is 1
    std::map<std::string, std::string, std::less<>> properties;  // texts and numbers
    std::string geometry;  // compact GeoJSON, its numbers as written; "" when it is not sound
};

struct MapFile {
    std::vector<MapFeature> features;
    Findings findings;
};

// Codes: bad-json, map-too-large, not-a-map, unsupported-datum; of features: bad-position,
// position-outside, too-few-positions, ring-not-closed, unsupported-geometry, shape-too-large.
// A finding's row is the feature's number.
[[nodiscard]] MapFile read_geojson(std::string_view text, const std::string& file_name);

}  // namespace benniu::intake
