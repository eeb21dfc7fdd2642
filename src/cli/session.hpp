// One run of the program: how it speaks, and what it ends with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/sentences.hpp"

namespace benniu::cli {

// Persisted in scripts: 0 done, 1 findings or a failed check, 2 usage, 3 the environment.
enum class ExitCode { done = 0, findings = 1, usage = 2, environment = 3 };

struct Session {
    Sentences sentences;
    bool has_terminal = false;
    bool has_colour = false;
    std::string post{};  // as whom somebody acts; "" where nobody said
    ExitCode exit = ExitCode::done;

    void print(const std::string& line) const;
    // To standard error.
    void warn(const std::string& line) const;
    void say(const std::string& key, const Words& words = {}) const {
        print(sentences.say(key, words));
    }
    // Says the error and sets the exit code that its kind has.
    void fail(const Error& error);
    // Says every finding, errors first marked as such; the exit code becomes `findings` on an
    // error.
    void report(const Findings& findings);

    [[nodiscard]] std::string coloured(const std::string& words, std::string_view colour) const;
};

// A table on a terminal; in a pipe the same cells with tabs between them.
struct TextTable {
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
    std::vector<bool> is_number;  // by column: to the right
};
void print_table(const Session& session, const TextTable& table);

// The value or nothing after saying the error.
template <typename T>
std::optional<T> taken(Session& session, Result<T> result) {
    if (!result) {
        session.fail(result.error());
        return std::nullopt;
    }
    return *std::move(result);
}

}  // namespace benniu::cli
