#include "app/close_period.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"

namespace benniu::cli {

namespace {

struct CloseOptions {
    std::string county;
    std::string period;
};

void close(Session& session, const CloseOptions& options) {
    auto open = open_county(session, options.county, store::Access::write);
    if (!open) {
        return;
    }
    app::Books books(*open->log, open->pack, *open->keep);
    auto closing = taken(session, app::close_period(books, *open->keep, options.period));
    if (!closing) {
        return;
    }
    const auto batch =
        batch_by(session, open->pack, "close " + options.period, std::move(closing->deeds));
    const auto receipt = batch ? taken(session, open->log->append(*batch)) : std::nullopt;
    if (!receipt) {
        return;
    }
    session.say("cli.close.done", {{"period", options.period},
                                   {"cut", std::to_string(closing->closed.cut)},
                                   {"fact", std::to_string(receipt->last)}});
    for (const ledger::SealedResult& seal : closing->closed.results) {
        session.say("cli.close.sealed", {{"method", seal.method},
                                         {"period", seal.period},
                                         {"digest", seal.result.to_string()}});
    }
}

}  // namespace

void add_close(CLI::App& program, Session& session) {
    const auto options = std::make_shared<CloseOptions>();
    CLI::App* const command = add_command(program, session, "close");
    command->add_option("COUNTY", options->county, session.sentences.say("cli.county"))->required();
    command->add_option("PERIOD", options->period, session.sentences.say("cli.month"))->required();
    command->callback([&session, options] { close(session, *options); });
}

}  // namespace benniu::cli
