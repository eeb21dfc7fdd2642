#include "cli/run.hpp"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <iostream>

#include "cli/command_line_words.hpp"
#include "cli/commands.hpp"

namespace benniu::cli {

namespace {

// --lang before everything else, so that even a mistake in the command line is told in it.
Language language_of(int argc, char** argv) {
    const char* const set = std::getenv("BENNIU_LANG");
    std::string word = set == nullptr ? "" : set;
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--lang") == 0) {
            word = argv[i + 1];
        }
    }
    return word.starts_with("en") ? Language::english : Language::chinese;
}

int usage_error(const CLI::App& program, const Session& session, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
        return program.exit(error);  // --help, --version
    }
    session.warn(
        "benniu: " +
        session.sentences.say("cli.usage", {{"problem", problem_of(error, session.sentences)}}));
    return static_cast<int>(ExitCode::usage);
}

}  // namespace

CLI::App* add_command(CLI::App& program, const Session& session, const std::string& name) {
    CLI::App* const command =
        program.add_subcommand(name, session.sentences.say("cli." + name + ".help"));
    set_group_words(*command, session.sentences);
    command->footer(session.sentences.say("cli.example") + "\n  " +
                    session.sentences.say("cli." + name + ".example"));
    return command;
}

int run(int argc, char** argv) {
    Session session{.sentences = Sentences(language_of(argc, argv))};
    session.has_terminal = isatty(STDOUT_FILENO) != 0;
    session.has_colour = session.has_terminal && std::getenv("NO_COLOR") == nullptr;
    CLI::App program(session.sentences.say("cli.help"), "benniu");
    set_words(program, session.sentences);
    program.set_version_flag("--version", "benniu " BENNIU_VERSION,
                             session.sentences.say("cli.usage.version"));
    std::string language;
    program.add_option("--lang", language, session.sentences.say("cli.lang"));
    program.add_option("--post", session.post, session.sentences.say("cli.post"))
        ->envname("BENNIU_POST");
    program.fallthrough();
    program.require_subcommand(1);
    for (const auto add : {add_init, add_import, add_standings, add_explain, add_method, add_close,
                           add_bulletin, add_verify, add_show, add_serve, add_completion}) {
        add(program, session);
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usage_error(program, session, error);
    } catch (const std::exception& bug) {
        session.warn("benniu: " + session.sentences.say("cli.bug", {{"what", bug.what()}}));
        return static_cast<int>(ExitCode::environment);
    }
    std::cout.flush();
    return static_cast<int>(std::cout ? session.exit : ExitCode::environment);
}

}  // namespace benniu::cli
