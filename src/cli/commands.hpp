// The sub-commands of the program, one file each. Each adds itself to the command line with its
// options, its help and an example, and sets the session's exit code when it runs.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.hpp"

namespace benniu::cli {

void add_init(CLI::App& program, Session& session);
void add_import(CLI::App& program, Session& session);
void add_standings(CLI::App& program, Session& session);
void add_explain(CLI::App& program, Session& session);
void add_method(CLI::App& program, Session& session);
void add_close(CLI::App& program, Session& session);
void add_bulletin(CLI::App& program, Session& session);
void add_verify(CLI::App& program, Session& session);
void add_show(CLI::App& program, Session& session);
void add_serve(CLI::App& program, Session& session);
void add_completion(CLI::App& program, Session& session);

// A sub-command with its help and example in the session's language.
CLI::App* add_command(CLI::App& program, const Session& session, const std::string& name);

}  // namespace benniu::cli
