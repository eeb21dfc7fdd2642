#include "app/pack.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

namespace {

struct MethodOptions {
    std::string pack;
};

// All methods of a pack or a county, as they stand now.
void check(Session& session, const MethodOptions& options) {
    const fs::path county_pack = fs::path(options.pack) / "pack";
    auto files =
        taken(session, read_pack_files(fs::is_directory(county_pack) ? county_pack : fs::path(options.pack)));
    if (!files) {
        return;
    }
    const app::Pack pack = app::read_pack(*std::move(files));
    session.report(pack.findings);
    if (session.exit == ExitCode::done) {
        session.say("cli.method.check.done", {{"methods", std::to_string(pack.methods.size())}});
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
}

}  // namespace benniu::cli
