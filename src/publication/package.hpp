// A .docx as its parts: a zip file in memory, unpacked and packed. docx.cpp and template.cpp use
// it.
//
// Invariants: nothing is unpacked beyond limits.hpp; the same parts always pack to the same bytes,
// because they are stored uncompressed (a newer zlib compresses differently), in the order of their
// names, with one fixed date.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace benniu::publication {

using Package = std::map<std::string, std::string>;  // name of the part → its bytes

// Errors: bulletin-template-not-docx, bulletin-template-too-large,
// bulletin-template-too-many-parts.
[[nodiscard]] Result<Package> unpack(std::string_view bytes);

[[nodiscard]] std::string pack(const Package& package);

}  // namespace benniu::publication
