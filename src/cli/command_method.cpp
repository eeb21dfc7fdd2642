#include "app/pack.hpp"
#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"
#include "method/format.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

namespace {

struct MethodOptions {
    std::string pack;
    std::vector<std::string> files;
    bool check_only = false;
};

// All methods of a pack or a county, as they stand now.
void check(Session& session, const MethodOptions& options) {
    const fs::path county_pack = fs::path(options.pack) / "pack";
    auto files =
        taken(session, read_pack_files(fs::is_directory(county_pack) ? county_pack : options.pack));
    if (!files) {
        return;
    }
    const app::Pack pack = app::read_pack(*std::move(files));
    session.report(pack.findings);
    if (session.exit == ExitCode::done) {
        session.say("cli.method.check.done", {{"methods", std::to_string(pack.methods.size())}});
    }
}

void format(Session& session, const MethodOptions& options) {
    for (const std::string& path : options.files) {
        const auto text = taken(session, read_bytes(path, limits::method_bytes));
        if (!text) {
            return;
        }
        const std::string formatted = method::formatted(*text);
        if (formatted == *text) {
            continue;
        }
        session.say(options.check_only ? "cli.method.fmt.would" : "cli.method.fmt.done",
                    {{"file", path}});
        if (options.check_only) {
            session.exit = ExitCode::findings;
        } else if (const auto written = write_file(path, formatted); !written) {
            session.fail(written.error());
            return;
        }
    }
}

}  // namespace

void add_method(CLI::App& program, Session& session) {
    const auto& words = session.sentences;
    CLI::App* const command = add_command(program, session, "method");
    command->require_subcommand(1);
    const auto options = std::make_shared<MethodOptions>();
    CLI::App* const checking = command->add_subcommand("check", words.say("cli.method.check.help"));
    checking->add_option("PACK", options->pack, words.say("cli.method.pack"))->required();
    checking->callback([&session, options] { check(session, *options); });
    CLI::App* const formatting = command->add_subcommand("fmt", words.say("cli.method.fmt.help"));
    formatting->add_option("FILE", options->files, words.say("cli.method.file"))->required();
    formatting->add_flag("--check", options->check_only, words.say("cli.method.fmt.check"));
    formatting->callback([&session, options] { format(session, *options); });
}

}  // namespace benniu::cli
