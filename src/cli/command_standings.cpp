#include "app/answers.hpp"
#include "cli/question.hpp"
#include "standings/print.hpp"

namespace benniu::cli {

namespace {

struct StandingsOptions {
    Question question;
    std::string csv;
};

std::vector<std::string> cells_of(const standings::Row& row, const std::string& yes) {
    std::vector<std::string> cells = {row.name};
    for (const standings::Cell& cell : row.cells) {
        cells.push_back(cell.shown == "yes" ? yes : cell.shown);
    }
    return cells;
}

void print_groups(const Session& session, const app::Answer& answer) {
    const method::Method& method = answer.scorer->method();
    const auto& words = session.sentences;
    session.print(
        session.coloured(method.document.title + " · " + answer.scorer->period().title, "1"));
    session.print(words.say(answer.is_sealed ? "cli.standings.sealed" : "cli.standings.open",
                            {{"facts", std::to_string(answer.head.last)},
                             {"digest", answer.head.digest.to_string().substr(0, 12)}}));
    for (const std::string& group : method.groups) {
        TextTable table{.heads = {group}, .rows = {}, .is_number = {false}};
        for (const method::Column& column : method.columns) {
            table.heads.push_back(column.title);
            table.is_number.push_back(column.body != nullptr);
        }
        for (const standings::Row& row : answer.standings.rows) {
            if (row.group == group) {
                table.rows.push_back(cells_of(row, words.say("cli.yes")));
            }
        }
        session.print("");
        print_table(session, table);
    }
}

void standings(Session& session, const StandingsOptions& options) {
    const auto ask = taken(session, asked(options.question));
    auto open =
        ask ? open_county(session, options.question.county, store::Access::read) : std::nullopt;
    if (!open) {
        return;
    }
    app::Books books(*open->log, open->pack, *open->keep);
    const auto answer = taken(session, books.answer(*ask));
    if (!answer) {
        return;
    }
    if (!options.csv.empty()) {
        const auto written = write_file(options.csv, standings::csv(answer->standings));
        if (!written) {
            session.fail(written.error());
            return;
        }
    }
    if (options.question.json) {
        session.print(app::standings_json(*answer, *ask));
    } else {
        print_groups(session, *answer);
    }
}

}  // namespace

void add_standings(CLI::App& program, Session& session) {
    const auto options = std::make_shared<StandingsOptions>();
    CLI::App* const command = add_command(program, session, "standings");
    add_question(*command, session, options->question);
    command->add_option("--csv", options->csv, session.sentences.say("cli.csv"));
    command->callback([&session, options] { standings(session, *options); });
}

}  // namespace benniu::cli
