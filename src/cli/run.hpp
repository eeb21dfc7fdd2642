// The whole program but for main(): reads the command line, runs one sub-command.
#pragma once

namespace benniu::cli {

// Returns the exit code of session.hpp. Nothing escapes it: our own bug is told as an incident.
int run(int argc, char** argv);

}  // namespace benniu::cli
