#include "cli/session.hpp"

#include <array>
#include <iostream>

#include "base/writing.hpp"

namespace benniu::cli {

namespace {

// What somebody asked for wrongly, as against what the machine would not do.
constexpr std::array<std::string_view, 10> usage_errors = {
    "no-such-method",      "no-such-period", "no-such-unit",
    "no-such-column",      "no-such-post",   "bad-date",
    "county-not-empty",    "no-such-stage",  "not-a-listen-address",
    "period-has-no-method"};

constexpr std::array<std::string_view, 12> check_errors = {
    "chain-broken",      "bad-fact",      "gap-in-facts",        "bad-batch",
    "row-damaged",       "row-missing",   "file-damaged",        "kept-file-missing",
    "kept-file-changed", "no-such-rules", "seal-not-reproduced", "nothing-to-correct"};

template <typename Codes>
bool has(const Codes& codes, const std::string& code) {
    for (const std::string_view each : codes) {
        if (each == code) {
            return true;
        }
    }
    return false;
}

}  // namespace

void Session::print(const std::string& line) const {
    std::cout << line << '\n';
}

void Session::warn(const std::string& line) const {
    std::cerr << line << '\n';
}

std::string Session::coloured(const std::string& words, std::string_view colour) const {
    return has_colour ? "\033[" + std::string(colour) + "m" + words + "\033[0m" : words;
}

void Session::fail(const Error& error) {
    std::cout.flush();
    warn(coloured("benniu: ", "31") + sentences.of(error));
    exit = has(usage_errors, error.code)   ? ExitCode::usage
           : has(check_errors, error.code) ? ExitCode::findings
                                           : ExitCode::environment;
}

void Session::report(const Findings& findings) {
    for (const Finding& finding : findings) {
        const bool is_error = finding.severity == Severity::error;
        const std::string kind = finding.severity == Severity::note ? "cli.note" : "cli.warning";
        const std::string mark = sentences.say(is_error ? "cli.error" : kind);
        warn(coloured(mark, is_error ? "31" : "33") + " " + sentences.of(finding));
    }
    if (has_errors(findings)) {
        exit = ExitCode::findings;
    }
}

namespace {

std::string padded(const std::string& words, std::size_t width, bool right) {
    const std::size_t own = display_width(words);
    const std::string space(width > own ? width - own : 0, ' ');
    return right ? space + words : words + space;
}

std::string joined(const std::vector<std::string>& cells, const std::string& between) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += (i == 0 ? "" : between) + cells[i];
    }
    return line;
}

}  // namespace

void print_table(const Session& session, const TextTable& table) {
    if (!session.has_terminal) {
        session.print(joined(table.heads, "\t"));
        for (const auto& row : table.rows) {
            session.print(joined(row, "\t"));
        }
        return;
    }
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < table.heads.size(); ++c) {
        std::size_t width = display_width(table.heads[c]);
        for (const auto& row : table.rows) {
            width = std::max(width, display_width(row[c]));
        }
        widths.push_back(width);
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::vector<std::string> fitted;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            fitted.push_back(padded(cells[c], widths[c], table.is_number[c]));
        }
        return joined(fitted, "  ");
    };
    session.print(session.coloured(line(table.heads), "1"));
    for (const auto& row : table.rows) {
        session.print(line(row));
    }
}

}  // namespace benniu::cli
