// What comes of the scores: veto, ranks, awards, procedures, published columns.
#include <algorithm>

#include "method/statement_checker.hpp"

namespace benniu::method {

namespace {

constexpr Where outcome = {.veto_known = true, .ranks_known = true};

}  // namespace

void StatementChecker::check_all() {
    for (const auto& [name, symbol] : Symbols(checking_->symbols)) {
        if (!checking_->types.contains(name) && symbol.kind != SymbolKind::measure) {
            checking_->effort = {};
            check_symbol(name, {});
        }
    }
    for (const Statement& statement : checking_->document.statements) {
        checking_->article = statement.article;
        checking_->effort = {};
        check_unnamed(statement);
    }
    // Awards may be declared behind what speaks of them.
    for (const Statement& statement : checking_->document.statements) {
        checking_->article = statement.article;
        checking_->effort = {};
        if (const auto* const procedure = std::get_if<ProcedureStatement>(&statement.body)) {
            check_procedure(*procedure);
        } else if (const auto* const publish = std::get_if<PublishStatement>(&statement.body)) {
            check_publish(*publish);
        }
    }
    check_use();
}

// Nobody asks for an unused word, but what is wrong in it is told all the same.
void StatementChecker::check_use() {
    const auto& measures = checking_->method.formulas.measures;
    for (const auto& [name, symbol] : Symbols(checking_->symbols)) {
        if (symbol.kind == SymbolKind::measure && !measures[symbol.index].body) {
            checking_->effort = {};
            check_symbol(name, std::vector<Type>(measures[symbol.index].parameters.size()));
        }
    }
    for (const auto& [name, symbol] : checking_->symbols) {
        const Statement& statement = checking_->document.statements[symbol.statement];
        if (!symbol.is_used && !checking_->is_too_large) {
            checking_->article = statement.article;
            checking_->found("unused-word", Word{name, statement.line, statement.position}, {},
                             Severity::warning);
        }
    }
}

void StatementChecker::check_unnamed(const Statement& statement) {
    const auto& body = statement.body;
    if (const auto* const stages = std::get_if<StagesStatement>(&body)) {
        check_stages(*stages);
    } else if (const auto* const rejects = std::get_if<RejectsStatement>(&body)) {
        check_rejects(*rejects);
    } else if (const auto* const veto = std::get_if<VetoStatement>(&body)) {
        checking_->method.veto =
            FormulaChecker(*checking_, {}).check(veto->body, Base::truth).formula;
    } else if (const auto* const rank = std::get_if<RankStatement>(&body)) {
        check_rank(*rank);
    } else if (const auto* const award = std::get_if<AwardStatement>(&body)) {
        check_award(*award, statement.article);
    }
}

// Whether a unit is vetoed is known before ranks are.
void StatementChecker::check_rank(const RankStatement& statement) {
    checking_->method.ties = statement.ties;
    for (const Node& node : statement.order) {
        FormulaChecker formulas(*checking_, {.veto_known = true});
        checking_->method.order.push_back(formulas.check_order(node).formula);
    }
}

void StatementChecker::check_award(const AwardStatement& statement, std::size_t article) {
    const auto& awards = checking_->method.awards;
    if (std::any_of(awards.begin(), awards.end(),
                    [&](const Award& each) { return each.name == statement.name.text; })) {
        checking_->found("declared-twice", statement.name);
    }
    Award award{.name = statement.name.text,
                .title = statement.title.empty() ? statement.name.text : statement.title,
                .polarity = statement.polarity,
                .from_bottom = statement.from_bottom,
                .article = article};
    FormulaChecker formulas(*checking_, outcome);
    if (statement.take) {
        award.take = formulas.check_points(*statement.take).formula;
        if (reach_of(*award.take, checking_->reaches) == Reach::unit) {
            checking_->found("differs-by-unit", *statement.take);
        }
    }
    for (const Node& node : statement.order) {
        award.order.push_back(formulas.check_order(node).formula);
    }
    if (statement.when) {
        award.when = formulas.check(*statement.when, Base::truth).formula;
    }
    checking_->method.awards.push_back(std::move(award));
}

std::optional<std::size_t> StatementChecker::award(const Word& name) {
    const auto& awards = checking_->method.awards;
    const auto found = std::find_if(awards.begin(), awards.end(),
                                    [&](const Award& each) { return each.name == name.text; });
    if (found == awards.end() && !checking_->is_unread_name(name.text)) {
        checking_->found("no-such-award", name);
    }
    return found == awards.end() ? std::nullopt
                                 : std::optional<std::size_t>(found - awards.begin());
}

void StatementChecker::check_procedure(const ProcedureStatement& statement) {
    const auto index = award(statement.award);
    if (!index) {
        return;
    }
    Award& award = checking_->method.awards[*index];
    if (!award.procedure.empty()) {
        checking_->found("procedure-twice", statement.award);
    }
    award.procedure = statement.steps;
    award.statement_workdays = statement.statement_workdays;
}

void StatementChecker::check_publish(const PublishStatement& statement) {
    std::set<std::string> names;
    for (const ColumnWords& words : statement.columns) {
        if (!names.insert(words.name.text).second) {
            checking_->found("declared-twice", words.name);
        }
        check_column(words);
    }
}

void StatementChecker::check_column(const ColumnWords& words) {
    Column column{.name = words.name.text,
                  .title = words.title,
                  .places = words.places,
                  .article = checking_->article};
    if (words.awards.empty()) {
        const Node node{
            .word = words.name.text, .line = words.name.line, .position = words.name.position};
        const Node& body = words.body ? *words.body : node;
        column.body = FormulaChecker(*checking_, outcome).check(body).formula;
    }
    for (const Word& name : words.awards) {
        const auto index = award(name);
        if (index &&
            std::find(column.awards.begin(), column.awards.end(), *index) != column.awards.end()) {
            checking_->found("declared-twice", name);
        } else if (index) {
            column.awards.push_back(*index);
        }
    }
    if (column.title.empty()) {
        const auto item = checking_->method.item(words.name.text);
        column.title = item ? checking_->method.items[*item].title : words.name.text;
    }
    checking_->method.columns.push_back(std::move(column));
}

}  // namespace benniu::method
