#include "app/answers.hpp"
#include "cli/explanation_text.hpp"
#include "cli/question.hpp"

namespace benniu::cli {

namespace {

struct ExplainOptions {
    Question question;
    std::string unit;
    std::string item;
};

// As published, of a column; "" of what is not published.
std::string shown(const app::Answer& answer, const standings::Row& row, const std::string& column) {
    const auto& columns = answer.scorer->method().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column) {
            return row.cells[i].shown;
        }
    }
    return "";
}

// Rank and veto may be asked for in the reader's language, whatever the method publishes them as.
std::string asked_item(const Sentences& sentences, const std::string& item) {
    return item == sentences.say("cli.item.rank")     ? "rank"
           : item == sentences.say("cli.item.vetoed") ? "vetoed"
                                                      : item;
}

void explain(Session& session, const ExplainOptions& options) {
    const auto ask = taken(session, asked(options.question));
    auto open =
        ask ? open_county(session, options.question.county, store::Access::read) : std::nullopt;
    if (!open) {
        return;
    }
    const std::string item = asked_item(session.sentences, options.item);
    app::Books books(*open->log, open->pack, *open->keep);
    const auto answer = taken(session, books.answer(*ask));
    const auto told =
        answer ? taken(session, app::explained_unit(*answer, options.unit, item)) : std::nullopt;
    if (!told) {
        return;
    }
    if (options.question.json) {
        session.print(app::explanation_json(*answer, *ask, *told));
        return;
    }
    session.print(session.coloured(told->row->name + " · " +
                                       answer->scorer->method().document.title + " · " +
                                       answer->scorer->period().title,
                                   "1"));
    ExplanationText text(session.sentences);
    for (const score::ColumnLine& column : told->lines) {
        session.print("");
        bool is_heading = true;
        for (const std::string& line : text.of(column, shown(*answer, *told->row, column.column))) {
            session.print(is_heading ? session.coloured(line, "1") : line);
            is_heading = false;
        }
    }
}

}  // namespace

void add_explain(CLI::App& program, Session& session) {
    const auto options = std::make_shared<ExplainOptions>();
    CLI::App* const command = add_command(program, session, "explain");
    add_question(*command, session, options->question);
    command->add_option("UNIT", options->unit, session.sentences.say("cli.unit"))->required();
    command->add_option("ITEM", options->item, session.sentences.say("cli.item"));
    command->callback([&session, options] { explain(session, *options); });
}

}  // namespace benniu::cli
