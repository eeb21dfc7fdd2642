// Look-ups in a formula: tables by words or tiers, and the dates of a period named by an entry.
#include <algorithm>
#include <utility>

#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Context;
using indicators::Kind;

namespace {

// The words that a table may be asked for in one of its two directions, each with its place.
std::vector<Word> words_of(const TableStatement& table, std::size_t direction) {
    if (direction == 1) {
        return table.columns;
    }
    std::vector<Word> words;
    for (const TableRow& row : table.rows) {
        words.insert(words.end(), row.keys.begin(), row.keys.end());
    }
    return words;
}

bool holds(const std::vector<Word>& words, const std::string& text) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& each) { return each.text == text; });
}

std::vector<std::string> texts_of(const std::vector<Word>& words) {
    std::vector<std::string> texts;
    texts.reserve(words.size());
    for (const Word& word : words) {
        texts.push_back(word.text);
    }
    return texts;
}

}  // namespace

Checked FormulaChecker::index(const Node& node) {
    if (node.word.empty()) {
        return period_of(node);
    }
    const auto found = checking_->symbols.find(node.word);
    if (found == checking_->symbols.end()) {
        return unknown(node);
    }
    if (found->second.kind != SymbolKind::table) {
        found->second.is_used = true;
        checking_->found("not-a-table", node);
        return mistaken(node);
    }
    return lookup(node, found->second);
}

// period.last[期]: the last day of the period that an entry names.
Checked FormulaChecker::period_of(const Node& node) {
    Checked of = check(node.parts[0]);
    const Context context = of.formula->context;
    const bool is_period = of.formula->kind == Kind::context &&
                           (context == Context::period_first || context == Context::period_last ||
                            context == Context::period_freeze || context == Context::period_number);
    if (!is_period) {
        if (of.type.base != Base::any) {
            checking_->found("not-a-table", node.parts[0]);
        }
        return mistaken(node);
    }
    if (node.parts.size() != 2) {
        return wrong_arguments(node.parts[0], 1, node.parts.size() - 1);
    }
    auto expression = expression_at(Kind::period_table, node.parts[0]);
    expression->context = context;
    expression->parts = {check(node.parts[1], Base::text).formula};
    of.type.may_be_missing = true;
    return {expression, of.type};
}

Checked FormulaChecker::lookup(const Node& node, const Symbol& symbol) {
    const auto known = checking_->type_of(node.word, node);
    if (!known) {
        return mistaken(node);
    }
    const auto& statement =
        std::get<TableStatement>(checking_->document.statements[symbol.statement].body);
    const indicators::Table& table = checking_->method.formulas.tables[symbol.index];
    const std::size_t keys = statement.columns.empty() ? 1 : 2;
    if (node.parts.size() != keys) {
        return wrong_arguments(node, keys, node.parts.size());
    }
    auto expression = expression_at(Kind::lookup, node);
    expression->index = static_cast<int>(symbol.index);
    Type type = *known;
    bool rest = !table.tiers.empty();
    for (std::size_t i = 0; i < keys; ++i) {
        const Node& part = node.parts[i];
        const Checked key = check(part, table.tiers.empty() ? Base::text : Base::number);
        if (table.tiers.empty()) {
            rest |= leaves_out(part, key, i, statement);
        } else {
            same_type(part, checking_->bound_types[node.word], key.type);
        }
        type.may_be_missing |= key.type.may_be_missing;
        expression->parts.push_back(key.formula);
    }
    type.may_be_missing |= rest && indicators::is_missing(table.otherwise);
    return {expression, type};
}

// Whether a key may be a word that the table does not name. A word written out must be named; of a
// closed set, the table may name no word that is not in it, or a slip of the pen would pass for an
// answer.
bool FormulaChecker::leaves_out(const Node& key, const Checked& checked, std::size_t direction,
                                const TableStatement& table) {
    const std::vector<Word> named = words_of(table, direction);
    if (checked.formula->kind == Kind::literal) {
        if (checked.type.base == Base::text && !holds(named, checked.formula->word)) {
            checking_->found(
                "no-such-key", key,
                {{"table", table.name.text},
                 {"known", checking_->listed(texts_of(named), checked.formula->word)}});
        }
        return false;
    }
    const std::string& domain = checked.type.domain;
    if (domain != "group" && !(domain == "stage" && where_.ledger)) {
        return true;
    }
    const std::vector<std::string>& all =
        domain == "group" ? checking_->method.groups : checking_->ledger(*where_.ledger).stages;
    if (all.empty()) {
        return true;  // told where the groups are named
    }
    const std::size_t article = std::exchange(
        checking_->article,
        checking_->document.statements[checking_->symbols.find(table.name.text)->second.statement]
            .article);
    for (const Word& word : named) {
        if (std::find(all.begin(), all.end(), word.text) == all.end()) {
            checking_->found(domain == "group" ? "no-such-group" : "no-such-stage", word,
                             {{"known", checking_->listed(all, word.text)}});
        }
    }
    checking_->article = article;
    return !std::all_of(all.begin(), all.end(),
                        [&](const auto& each) { return holds(named, each); });
}

}  // namespace benniu::method
