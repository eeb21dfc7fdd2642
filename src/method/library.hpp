// All methods of a county, checked together: a method may ask for another's results, so each is
// checked after those it asks.
#pragma once

#include <span>

#include "method/checker.hpp"

namespace benniu::method {

struct MethodText {
    std::string file;
    std::string text;
};

struct LoadedLibrary {
    Library library;  // the methods without errors
    Findings findings;
};

// Findings besides those of parser and checker: method-twice for two methods of one name,
// methods-in-circles for methods that ask each other.
[[nodiscard]] LoadedLibrary load_library(std::span<const MethodText> texts,
                                         const Definitions& definitions);

}  // namespace benniu::method
