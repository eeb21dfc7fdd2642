#include <csignal>
#include <iostream>
#include <thread>

#include "app/desk.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"
#include "http/from_app.hpp"
#include "http/server.hpp"

namespace benniu::cli {

namespace {

struct ServeOptions {
    std::string county;
    std::string listen = "127.0.0.1:8080";
};

// "127.0.0.1:8080" into its two halves.
Result<http::Options> listening_at(const std::string& listen) {
    http::Options options;
    const std::size_t colon = listen.rfind(':');
    const auto port = colon == std::string::npos ? failure("not-a-number")
                                                 : Decimal::parse(listen.substr(colon + 1));
    if (!port || port->places() != 0 || port->mantissa() < 0 || port->mantissa() > 65'535) {
        return failure("not-a-listen-address", {{"address", listen}});
    }
    options.address = listen.substr(0, colon);
    options.port = static_cast<std::uint16_t>(port->mantissa());
    return options;
}

// Blocks the signals that end the program, so that a thread of ours can wait for them.
sigset_t held_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

void serve(Session& session, const ServeOptions& words) {
    auto options = taken(session, listening_at(words.listen));
    auto open = options ? open_county(session, words.county, store::Access::read) : std::nullopt;
    if (!open) {
        return;
    }
    const app::Desk desk(*open->log, open->pack, *open->keep);
    const Sentences chinese(Language::chinese);
    const Sentences english(Language::english);
    options->sentence = [&](const Error& error, std::string_view language) {
        return (language == "en" ? english : chinese).of(error);
    };
    options->opened = [&](std::uint16_t port) {
        session.say("cli.serve.ready",
                    {{"address", options->address + ":" + std::to_string(port)}});
        std::cout.flush();
    };
    options->incident_happened = [&](const std::string& what) {
        session.warn(session.sentences.say("cli.bug", {{"what", what}}));
    };
    const sigset_t signals = held_signals();
    std::stop_source stop;
    std::jthread waiting([&signals, &stop](const std::stop_token& ended) {
        const timespec moment{.tv_sec = 0, .tv_nsec = 200'000'000};
        while (!ended.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &moment) > 0) {
                stop.request_stop();
                return;
            }
        }
    });
    const auto served = http::serve(*options, http::from_app(desk), stop.get_token());
    if (!served) {
        session.fail(served.error());
    }
}

}  // namespace

void add_serve(CLI::App& program, Session& session) {
    const auto options = std::make_shared<ServeOptions>();
    CLI::App* const command = add_command(program, session, "serve");
    const auto& words = session.sentences;
    command->add_option("COUNTY", options->county, words.say("cli.county"))->required();
    command->add_option("--listen", options->listen, words.say("cli.serve.listen"));
    command->callback([&session, options] { serve(session, *options); });
}

}  // namespace benniu::cli
