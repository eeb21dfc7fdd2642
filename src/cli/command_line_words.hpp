// What the command-line library says of itself, in the session's language: heads of the help, and
// what is wrong with a command line.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/sentences.hpp"

namespace benniu::cli {

// Before any option or sub-command is added: they inherit it.
void set_words(CLI::App& program, const Sentences& sentences);

// The same for a sub-command, once it is added.
void set_group_words(CLI::App& command, const Sentences& sentences);

// What was wrong, without the program's name and without a full stop.
[[nodiscard]] std::string problem_of(const CLI::ParseError& error, const Sentences& sentences);

}  // namespace benniu::cli
