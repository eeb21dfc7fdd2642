// The names that a method declares, each once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "method/method.hpp"

namespace benniu::method {

enum class SymbolKind { let, table, definition, measure, item, blend };

struct Symbol {
    SymbolKind kind = SymbolKind::let;
    std::size_t index = 0;      // among those of its kind
    std::size_t statement = 0;  // in the document
    bool is_used = false;
};

using Symbols = std::map<std::string, Symbol, std::less<>>;

// Methods by name, those that others may ask for results.
using Library = std::map<std::string, std::shared_ptr<const Method>, std::less<>>;

}  // namespace benniu::method
