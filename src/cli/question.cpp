#include "cli/question.hpp"

namespace benniu::cli {

void add_question(CLI::App& command, const Session& session, Question& question) {
    const auto& words = session.sentences;
    command.add_option("COUNTY", question.county, words.say("cli.county"))->required();
    command.add_option("METHOD", question.method, words.say("cli.method.name"))->required();
    command.add_option("PERIOD", question.period, words.say("cli.period"))->required();
    command.add_option("--as-of", question.as_of, words.say("cli.as-of"));
    command.add_flag("--json", question.json, words.say("cli.json"));
}

Result<app::Ask> asked(const Question& question) {
    app::Ask ask{.method = question.method, .period = question.period};
    if (!question.as_of.empty()) {
        ask.as_of = Date::parse(question.as_of);
        if (!ask.as_of) {
            return failure("bad-date", {{"date", question.as_of}});
        }
    }
    return ask;
}

}  // namespace benniu::cli
