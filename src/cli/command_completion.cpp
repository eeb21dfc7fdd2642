#include "cli/commands.hpp"

namespace benniu::cli {

namespace {

// One script for bash, made from the commands as they are, so that it never falls behind them.
std::string bash_script(const CLI::App& program) {
    std::string names;
    std::string cases;
    for (const CLI::App* command : program.get_subcommands({})) {
        std::string options;
        for (const CLI::Option* option : command->get_options()) {
            for (const std::string& name : option->get_lnames()) {
                options += " --" + name;
            }
        }
        names += " " + command->get_name();
        cases += "        " + command->get_name() + ") words=\"" + options + "\";;\n";
    }
    return "_benniu() {\n"
           "    local here=\"${COMP_WORDS[COMP_CWORD]}\" words=\"" +
           names +
           "\"\n"
           "    if [ \"$COMP_CWORD\" -gt 1 ]; then\n"
           "        case \"${COMP_WORDS[1]}\" in\n" +
           cases +
           "        esac\n"
           "    fi\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$here\"))\n"
           "}\n"
           "complete -o default -F _benniu benniu";
}

}  // namespace

void add_completion(CLI::App& program, Session& session) {
    CLI::App* const command = add_command(program, session, "completion");
    command->callback([&program, &session] { session.print(bash_script(program)); });
}

}  // namespace benniu::cli
