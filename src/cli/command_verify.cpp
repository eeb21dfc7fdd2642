#include "app/verify_county.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"

namespace benniu::cli {

namespace {

void verify(Session& session, const std::string& county) {
    auto open = open_county(session, county, store::Access::read);
    if (!open) {
        return;
    }
    if (const auto sound = open->log->check_pages(); !sound) {
        session.fail(sound.error());
        return;
    }
    app::Books books(*open->log, open->pack, *open->keep);
    const auto verified = taken(session, app::verify_county(*open->log, *open->keep, books));
    if (!verified) {
        return;
    }
    session.report(verified->findings);
    if (session.exit == ExitCode::done) {
        session.say("cli.verify.done", {{"facts", std::to_string(verified->head.last)},
                                        {"batches", std::to_string(verified->head.batch)},
                                        {"seals", std::to_string(verified->sealed_results)},
                                        {"digest", verified->head.digest.to_string()}});
    }
}

}  // namespace

void add_verify(CLI::App& program, Session& session) {
    const auto county = std::make_shared<std::string>();
    CLI::App* const command = add_command(program, session, "verify");
    command->add_option("COUNTY", *county, session.sentences.say("cli.county"))->required();
    command->callback([&session, county] { verify(session, *county); });
}

}  // namespace benniu::cli
