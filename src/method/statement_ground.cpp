// Statements without formulas of their own names: units, periods, stages, checks, awards, columns.
#include <algorithm>

#include "base/writing.hpp"
#include "method/statement_checker.hpp"

namespace benniu::method {

namespace {

// The checks that a ledger's definition makes on every row or form (competition rules, art. 7).
void add_checks(const model::LedgerDefinition& ledger, std::set<std::string>& checks) {
    for (const model::Field& field : ledger.fields) {
        if (!field.when_blank.empty()) {
            checks.insert(field.when_blank);
        }
        if (field.at_least != model::LowerBound::none) {
            checks.insert("out-of-range");
        }
        switch (field.type) {
            case model::FieldType::date:
            case model::FieldType::deadline:
                checks.insert("no-such-date");
                break;
            case model::FieldType::unit:
                checks.insert("unknown-unit");
                break;
            case model::FieldType::credit_code:
                checks.insert("check-digit");
                break;
            default:
                break;
        }
    }
    checks.insert(ledger.stage_checks.begin(), ledger.stage_checks.end());
    if (ledger.unique) {
        checks.insert("duplicate");
    }
}

template <typename T>
const T* first_statement(const Document& document, const Statement*& place) {
    for (const Statement& statement : document.statements) {
        if (const auto* const found = std::get_if<T>(&statement.body)) {
            place = &statement;
            return found;
        }
    }
    return nullptr;
}

}  // namespace

void StatementChecker::declare_ground(const Definitions& definitions) {
    checking_->method.formulas.ledgers = definitions;
    const Statement* place = nullptr;
    if (const auto* const named = first_statement<MethodStatement>(checking_->document, place)) {
        checking_->method.name = named->name;
    } else {
        checking_->found("missing-statement", 1, 1, "", {{"statement", "method"}});
    }
    if (const auto* const units = first_statement<UnitsStatement>(checking_->document, place)) {
        checking_->article = place->article;
        check_units(*place, *units);
    } else {
        checking_->found("missing-statement", 1, 1, "", {{"statement", "units"}});
    }
    for (const Statement& statement : checking_->document.statements) {
        if (const auto* const period = std::get_if<PeriodStatement>(&statement.body)) {
            checking_->article = statement.article;
            check_period(statement, *period);
        }
    }
    checking_->article = 0;
    for (const char* needed : {"period", "rank", "publish"}) {
        const bool found =
            needed == std::string_view("period")
                ? first_statement<PeriodStatement>(checking_->document, place) != nullptr
            : needed == std::string_view("rank")
                ? first_statement<RankStatement>(checking_->document, place) != nullptr
                : first_statement<PublishStatement>(checking_->document, place) != nullptr;
        if (!found) {
            checking_->found("missing-statement", 1, 1, "", {{"statement", needed}});
        }
    }
}

void StatementChecker::check_units(const Statement& place, const UnitsStatement& statement) {
    checking_->method.groups = statement.groups;
    const auto ledger = checking_->need_ledger(statement.ledger, place.line, place.position);
    if (!ledger) {
        return;
    }
    checking_->method.formulas.units_ledger = *ledger;
    const model::LedgerDefinition& definition = checking_->ledger(*ledger);
    if (!definition.lists_units || definition.unit_group != statement.field) {
        checking_->found("not-the-units", place.line, place.position, statement.field,
                         {{"ledger", statement.ledger}, {"wanted", definition.unit_group}});
        return;
    }
    const auto& choices = definition.field(definition.unit_group)->choices;
    for (const std::string& group : statement.groups) {
        if (!choices.empty() && std::find(choices.begin(), choices.end(), group) == choices.end()) {
            checking_->found("unknown-group", place.line, place.position, group,
                             {{"word", group}, {"nearest", nearest(group, choices)}});
        }
    }
}

void StatementChecker::check_period(const Statement& place, const PeriodStatement& statement) {
    auto& periods = checking_->method.formulas.periods;
    if (checking_->method.period(statement.name) != nullptr) {
        checking_->found("name-twice", place.line, place.position, statement.name);
        return;
    }
    periods.push_back({statement.name, statement.title, statement.first, statement.last,
                       statement.freeze, static_cast<int>(periods.size()) + 1});
}

void StatementChecker::check_all() {
    for (const auto& [name, symbol] : Symbols(checking_->symbols)) {
        if (!checking_->types.contains(name)) {
            check_symbol(name);
        }
    }
    for (const Statement& statement : checking_->document.statements) {
        checking_->article = statement.article;
        check_unnamed(statement);
    }
    for (const auto& [name, symbol] : checking_->symbols) {
        const Statement& place = checking_->document.statements[symbol.statement];
        checking_->article = place.article;
        if (!symbol.is_used) {
            checking_->found("unused-word", place.line, place.position, name, {},
                             Severity::warning);
        }
    }
}

void StatementChecker::check_unnamed(const Statement& statement) {
    const auto& body = statement.body;
    if (const auto* const stages = std::get_if<StagesStatement>(&body)) {
        check_stages(statement, *stages);
    } else if (const auto* const rejects = std::get_if<RejectsStatement>(&body)) {
        check_rejects(statement, *rejects);
    } else if (const auto* const veto = std::get_if<VetoStatement>(&body)) {
        checking_->method.veto =
            FormulaChecker(*checking_, {}).check(veto->body, Base::truth).formula;
    } else if (const auto* const rank = std::get_if<RankStatement>(&body)) {
        checking_->method.ties = rank->ties;
        for (const Node& node : rank->order) {
            // Whether a unit is vetoed is known before ranks are.
            FormulaChecker formulas(*checking_, {.ranks_known = true});
            checking_->method.order.push_back(formulas.check(node).formula);
        }
    } else if (const auto* const award = std::get_if<AwardStatement>(&body)) {
        check_award(*award, statement.article);
    } else if (const auto* const procedure = std::get_if<ProcedureStatement>(&body)) {
        check_procedure(statement, *procedure);
    } else if (const auto* const publish = std::get_if<PublishStatement>(&body)) {
        check_publish(*publish);
    }
}

void StatementChecker::check_stages(const Statement& place, const StagesStatement& statement) {
    const auto ledger = checking_->need_ledger(statement.ledger, place.line, place.position);
    if (ledger && checking_->ledger(*ledger).stages != statement.stages) {
        checking_->found("stages-differ", place.line, place.position, statement.ledger);
    }
}

void StatementChecker::check_rejects(const Statement& place, const RejectsStatement& statement) {
    std::set<std::string> made;
    for (const auto& ledger : checking_->method.formulas.ledgers) {
        add_checks(*ledger, made);
    }
    for (const std::string& check : statement.checks) {
        if (!made.contains(check)) {
            checking_->found("check-not-made", place.line, place.position, check);
        }
    }
}

void StatementChecker::check_award(const AwardStatement& statement, std::size_t article) {
    const Where where{.ranks_known = true};
    Award award{.name = statement.name,
                .title = statement.title.empty() ? statement.name : statement.title,
                .polarity = statement.polarity,
                .from_bottom = statement.from_bottom,
                .article = article};
    if (statement.take) {
        award.take = present(*statement.take, where).formula;
    }
    for (const Node& node : statement.order) {
        award.order.push_back(FormulaChecker(*checking_, where).check(node).formula);
    }
    if (statement.when) {
        award.when = FormulaChecker(*checking_, where).check(*statement.when, Base::truth).formula;
    }
    checking_->method.awards.push_back(std::move(award));
}

void StatementChecker::check_procedure(const Statement& place,
                                       const ProcedureStatement& statement) {
    for (Award& award : checking_->method.awards) {
        if (award.name == statement.award) {
            award.procedure = statement.steps;
            award.statement_workdays = statement.statement_workdays;
            return;
        }
    }
    checking_->found("unknown-award", place.line, place.position, statement.award);
}

void StatementChecker::check_publish(const PublishStatement& statement) {
    for (const ColumnWords& words : statement.columns) {
        check_column(words);
    }
}

void StatementChecker::check_column(const ColumnWords& words) {
    Column column{.name = words.name,
                  .title = words.title,
                  .places = words.places,
                  .article = checking_->article};
    if (words.awards.empty()) {
        Node node{.word = words.name, .line = words.line, .position = words.position};
        const Node& body = words.body ? *words.body : node;
        column.body = FormulaChecker(*checking_, {.ranks_known = true}).check(body).formula;
    }
    for (const std::string& name : words.awards) {
        const auto& awards = checking_->document.statements;
        std::size_t index = 0;
        bool found = false;
        for (const Statement& statement : awards) {
            if (const auto* const award = std::get_if<AwardStatement>(&statement.body)) {
                if (award->name == name) {
                    column.awards.push_back(index);
                    found = true;
                }
                ++index;
            }
        }
        if (!found) {
            checking_->found("unknown-award", words.line, words.position, name);
        }
    }
    if (column.title.empty()) {
        const auto item = checking_->method.item(words.name);
        column.title = item ? checking_->method.items[*item].title : words.name;
    }
    checking_->method.columns.push_back(std::move(column));
}

}  // namespace benniu::method
