// What is wrong in somebody's text: a workbook, a pack, a method. Findings are collected, all of
// them, never thrown at the first; each says where, what, and what would be right.
//
// A finding carries no sentence of its own: `code` is the key of two sentences in i18n, the problem
// (`finding.<code>.problem`) and the remedy (`finding.<code>.remedy`), filled from `words`.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace benniu {

enum class Severity { error, warning, note };

// Where in a text. A workbook uses file, sheet, row and column by its header's words; a method or a
// pack uses file, article, line and position. Numbers begin at 1; 0 means "not known".
struct Place {
    std::string file;
    std::string sheet;
    int row = 0;
    std::string column;
    std::string article;
    int line = 0;
    int position = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Finding {
    std::string code;
    Severity severity = Severity::error;
    Place place;
    std::string
        value;  // the offending text as it stands there, shortened to limits::shown_value_bytes
    Words words;

    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

[[nodiscard]] bool has_errors(const Findings& findings);

}  // namespace benniu
