// How the tables came to be, step by step: numbered SQL texts, each carried out once, in order, the
// version kept in the file's header (PRAGMA user_version). A released text is never edited; a
// change of the tables is one more text.
#pragma once

#include <span>
#include <string_view>

#include "store/connection.hpp"

namespace benniu::store {

struct Migration {
    std::string_view statements;  // each ends with a semicolon at the end of a line
};

// Version 1 is the first one's result, version 2 the second one's, and so on.
[[nodiscard]] std::span<const Migration> migrations();

// Errors: not-a-county, newer-schema, and the connection's own.
[[nodiscard]] Result<int> schema_version(const Connection& connection, int known);

// Carries out what is missing after `version`, in one transaction, all or nothing.
[[nodiscard]] Result<void> migrate(const Connection& connection, int version,
                                   std::span<const Migration> known);

}  // namespace benniu::store
