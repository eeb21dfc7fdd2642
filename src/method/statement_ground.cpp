// What a method stands on: its name, the units in their groups, the periods; and what it says of
// the ledgers' stages and checks.
#include <algorithm>

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
std::vector<const Statement*> statements_of(const Document& document) {
    std::vector<const Statement*> found;
    for (const Statement& statement : document.statements) {
        if (std::holds_alternative<T>(statement.body)) {
            found.push_back(&statement);
        }
    }
    return found;
}

// Those that a method has once and cannot do without, and `veto`, which it may do without.
std::vector<std::pair<const char*, std::vector<const Statement*>>> single_statements(
    const Document& document) {
    return {{"method", statements_of<MethodStatement>(document)},
            {"units", statements_of<UnitsStatement>(document)},
            {"rank", statements_of<RankStatement>(document)},
            {"publish", statements_of<PublishStatement>(document)},
            {"veto", statements_of<VetoStatement>(document)}};
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list += (list.empty() ? "" : ", ") + word;
    }
    return list;
}

}  // namespace

void StatementChecker::check_once_each() {
    const auto missing = [this](const char* word) {
        if (!checking_->is_unread_statement(word)) {
            checking_->found("missing-statement", Word{word, 1, 1});
        }
    };
    for (const auto& [word, statements] : single_statements(checking_->document)) {
        checking_->article = 0;
        if (statements.empty() && word != std::string_view("veto")) {
            missing(word);
        }
        for (std::size_t i = 1; i < statements.size(); ++i) {
            checking_->article = statements[i]->article;
            checking_->found("statement-twice",
                             Word{word, statements[i]->line, statements[i]->position});
        }
    }
    checking_->article = 0;
    if (statements_of<PeriodStatement>(checking_->document).empty()) {
        missing("period");
    }
}

void StatementChecker::declare_ground(const Definitions& definitions) {
    checking_->method.formulas.ledgers = definitions;
    check_once_each();
    const auto& statements = checking_->document.statements;
    if (!statements.empty() && statements.front().article == 0) {
        checking_->found("before-first-article",
                         Word{"", statements.front().line, statements.front().position}, {},
                         Severity::warning);
    }
    for (const Statement& statement : statements) {
        checking_->article = statement.article;
        if (const auto* const named = std::get_if<MethodStatement>(&statement.body)) {
            checking_->method.name = named->name.text;
        } else if (const auto* const units = std::get_if<UnitsStatement>(&statement.body)) {
            check_units(*units);
        } else if (const auto* const period = std::get_if<PeriodStatement>(&statement.body)) {
            check_period(*period);
        }
    }
}

void StatementChecker::check_units(const UnitsStatement& statement) {
    Method& method = checking_->method;
    for (const Word& group : statement.groups) {
        if (std::find(method.groups.begin(), method.groups.end(), group.text) !=
            method.groups.end()) {
            checking_->found("declared-twice", group);
        } else {
            method.groups.push_back(group.text);
        }
    }
    const auto ledger = checking_->need_ledger(statement.ledger);
    if (!ledger) {
        return;
    }
    const model::LedgerDefinition& definition = checking_->ledger(*ledger);
    if (!definition.lists_units) {
        checking_->found("not-the-units", statement.ledger);
        return;
    }
    checking_->units = ledger;
    method.formulas.units_ledger = *ledger;
    if (definition.unit_group != statement.field.text) {
        checking_->found("not-the-grouping", statement.field,
                         {{"ledger", statement.ledger.text}, {"wanted", definition.unit_group}});
        return;
    }
    const model::Field* const field = definition.field(definition.unit_group);
    for (const Word& group : statement.groups) {
        if (field != nullptr && !field->choices.empty() &&
            std::find(field->choices.begin(), field->choices.end(), group.text) ==
                field->choices.end()) {
            checking_->found("no-such-group", group,
                             {{"known", checking_->listed(field->choices, group.text)}});
        }
    }
}

// Entries name a period by its name or its title, so none may be called like another.
void StatementChecker::check_period(const PeriodStatement& statement) {
    auto& periods = checking_->method.formulas.periods;
    const bool is_taken = std::any_of(periods.begin(), periods.end(), [&](const auto& each) {
        return each.name == statement.name.text || each.title == statement.name.text ||
               each.name == statement.title || each.title == statement.title;
    });
    if (is_taken) {
        checking_->found("declared-twice", statement.name);
        return;
    }
    periods.push_back({statement.name.text, statement.title, statement.first, statement.last,
                       statement.freeze, static_cast<int>(periods.size()) + 1});
}

void StatementChecker::check_stages(const StagesStatement& statement) {
    const auto ledger = checking_->need_ledger(statement.ledger);
    if (!ledger) {
        return;
    }
    const std::vector<std::string>& stages = checking_->ledger(*ledger).stages;
    const bool same =
        std::equal(stages.begin(), stages.end(), statement.stages.begin(), statement.stages.end(),
                   [](const std::string& stage, const Word& said) { return stage == said.text; });
    if (stages.empty()) {
        checking_->found("no-stages", statement.ledger);
    } else if (!same) {
        checking_->found("stages-differ", statement.ledger, {{"wanted", joined(stages)}});
    }
}

void StatementChecker::check_rejects(const RejectsStatement& statement) {
    std::set<std::string> made;
    for (const auto& ledger : checking_->method.formulas.ledgers) {
        add_checks(*ledger, made);
    }
    for (const Word& check : statement.checks) {
        if (!made.contains(check.text)) {
            checking_->found(
                "check-not-made", check,
                {{"known", checking_->listed({made.begin(), made.end()}, check.text)}});
        }
    }
}

}  // namespace benniu::method
