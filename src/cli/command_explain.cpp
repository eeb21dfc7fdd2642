#include "app/answers.hpp"
#include "cli/question.hpp"

namespace benniu::cli {

namespace {

struct ExplainOptions {
    Question question;
    std::string unit;
    std::string item;
};

// Tells a line and its parts as an indented tree; what is written out in full stays at that.
class Tree {
  public:
    explicit Tree(const Session& session) : session_(&session) {}

    void tell(const score::Line& line, int depth) const {
        if (line.what == "literal") {
            return;
        }
        std::string words = line.value;
        if (line.rounding && !line.unrounded.empty()) {
            words += session_->sentences.say("cli.explain.rounded", {{"from", line.unrounded}});
        }
        if (!line.row.empty()) {
            words += session_->sentences.say("cli.explain.row", {{"row", line.row}});
        }
        const std::string name =
            line.name.empty() ? line.formula : line.name + " = " + line.formula;
        print(depth, line.article + (line.article.empty() ? "" : " ") + name + " → " + words);
        for (const score::BlendLine& part : line.blend) {
            print(depth + 1,
                  session_->sentences.say("cli.explain.part", {{"name", part.name},
                                                               {"weight", part.weight},
                                                               {"value", part.value},
                                                               {"points", part.points}}));
        }
        for (const score::Line& part : line.parts) {
            tell(part, depth + 1);
        }
        facts(line.counted, "cli.explain.counted", depth + 1);
        facts(line.not_counted, "cli.explain.not-counted", depth + 1);
    }

  private:
    void print(int depth, const std::string& words) const {
        session_->print(std::string(static_cast<std::size_t>(depth) * 2, ' ') + words);
    }

    void facts(const std::vector<score::FactLine>& facts, const std::string& key, int depth) const {
        for (const score::FactLine& fact : facts) {
            print(depth,
                  session_->sentences.say(
                      key, {{"label", fact.label + (fact.stage.empty() ? "" : " " + fact.stage)},
                            {"amount", fact.amount},
                            {"condition", fact.condition},
                            {"values", fact.values},
                            {"file", fact.source.file},
                            {"sheet", fact.source.sheet},
                            {"row", std::to_string(fact.source.row)}}));
        }
    }

    const Session* session_;
};

void explain(Session& session, const ExplainOptions& options) {
    const auto ask = taken(session, asked(options.question));
    auto open =
        ask ? open_county(session, options.question.county, store::Access::read) : std::nullopt;
    if (!open) {
        return;
    }
    app::Books books(*open->log, open->pack, *open->keep);
    const auto answer = taken(session, books.answer(*ask));
    const auto told = answer
                          ? taken(session, app::explained_unit(*answer, options.unit, options.item))
                          : std::nullopt;
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
    for (const score::ColumnLine& line : told->lines) {
        session.print("");
        session.print(session.coloured(line.title, "1"));
        Tree(session).tell(line.line, 0);
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
