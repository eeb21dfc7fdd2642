#include <iostream>

#include "app/show.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"

namespace benniu::cli {

namespace {

struct ShowOptions {
    std::string stage;
    std::string county;
};

void show(Session& session, const ShowOptions& options) {
    auto open = open_county(session, options.county, store::Access::read);
    if (!open) {
        return;
    }
    app::Books books(*open->log, open->pack, *open->keep);
    const auto text = taken(session, app::shown(options.stage, *open->log, books));
    if (text && text->empty()) {
        session.warn(session.sentences.say("cli.show.empty", {{"stage", options.stage}}));
    } else if (text) {
        std::cout << *text;
    }
}

}  // namespace

void add_show(CLI::App& program, Session& session) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* const command = add_command(program, session, "show");
    command->add_option("STAGE", options->stage, session.sentences.say("cli.show.stage"))
        ->required();
    command->add_option("COUNTY", options->county, session.sentences.say("cli.county"))->required();
    command->callback([&session, options] { show(session, *options); });
}

}  // namespace benniu::cli
