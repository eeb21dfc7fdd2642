#include "method/checking.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "method/built_in.hpp"

namespace benniu::method {

void Checking::found(const std::string& code, const Word& place, Words words, Severity severity) {
    if (findings.size() >= limits::findings_per_text) {
        return;
    }
    Finding finding{.code = code, .severity = severity, .words = std::move(words)};
    finding.place.file = document.file;
    finding.place.article = document.articles[article].number;
    finding.place.line = place.line;
    finding.place.position = place.position;
    finding.value = shortened(place.text, limits::shown_value_bytes);
    findings.push_back(std::move(finding));
}

void Checking::found(const std::string& code, const Node& node, Words words, Severity severity) {
    found(code, Word{node.word + node.measure, node.line, node.position}, std::move(words),
          severity);
}

std::optional<std::size_t> Checking::ledger_index(const std::string& name) const {
    const auto& ledgers = method.formulas.ledgers;
    for (std::size_t i = 0; i < ledgers.size(); ++i) {
        if (ledgers[i]->name == name) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> Checking::need_ledger(const Word& name) {
    const auto index = ledger_index(name.text);
    if (!index) {
        std::vector<std::string> names;
        for (const auto& each : method.formulas.ledgers) {
            names.push_back(each->name);
        }
        found("no-such-ledger", name, {{"known", listed(names, name.text)}});
    }
    return index;
}

std::string Checking::variant_of(const std::string& name, const std::vector<Type>& arguments) {
    std::string key = name;
    for (const Type& type : arguments) {
        key += "\n" + key_of(type);
    }
    return key;
}

std::optional<Type> Checking::type_of(const std::string& name, const Node& node,
                                      const std::vector<Type>& arguments) {
    symbols.find(name)->second.is_used = true;
    const std::string key = variant_of(name, arguments);
    const auto known = types.find(key);
    if (known == types.end() && in_progress.contains(name)) {
        found("goes-in-circles", node);
        return std::nullopt;
    }
    if (known == types.end()) {
        check_symbol(name, arguments);
    } else {
        const Effort& inner = efforts[key];
        effort.deepest = std::max(effort.deepest, effort.depth + inner.deepest);
        effort.steps += inner.steps;
    }
    return outgrows(node) ? std::nullopt : std::optional(types[key]);
}

bool Checking::outgrows(const Node& node) {
    const bool too_deep = effort.deepest > limits::formula_height;
    const bool too_long = std::max(effort.steps, steps) > limits::formula_steps;
    if ((too_deep || too_long) && !is_too_large) {
        is_too_large = true;
        if (too_deep) {
            found("too-deep", node, {{"limit", std::to_string(limits::formula_height)}});
        } else {
            found("too-much-work", node, {{"limit", std::to_string(limits::formula_steps)}});
        }
    }
    return is_too_large;
}

bool Checking::is_unread_name(std::string_view name) const {
    return std::any_of(document.unread.begin(), document.unread.end(),
                       [&](const Unread& each) { return each.name == name; });
}

bool Checking::is_unread_statement(std::string_view word) const {
    return std::any_of(document.unread.begin(), document.unread.end(),
                       [&](const Unread& each) { return each.statement == word; });
}

std::vector<std::string> Checking::known_words(const Where& where) const {
    std::vector<std::string> words(formula_words.begin(), formula_words.end());
    for (const auto& [name, symbol] : symbols) {
        words.push_back(name);
    }
    words.insert(words.end(), method.groups.begin(), method.groups.end());
    if (where.parameters != nullptr) {
        for (const Word& parameter : *where.parameters) {
            words.push_back(parameter.text);
        }
    }
    if (where.ledger) {
        const model::LedgerDefinition& definition = ledger(*where.ledger);
        const auto fields = names_of(definition.fields);
        words.insert(words.end(), fields.begin(), fields.end());
        words.insert(words.end(), definition.stages.begin(), definition.stages.end());
        const model::StageWords& stage = definition.words;
        words.insert(words.end(), {stage.occurred, stage.reported, stage.verdict, stage.verified,
                                   stage.passed, stage.failed, stage.pending});
    }
    return words;
}

std::string Checking::suggested(const std::string& word, const std::vector<std::string>& words) {
    if (suggestions == limits::suggestions_per_text) {
        return "";
    }
    ++suggestions;
    return nearest(word, words);
}

std::string Checking::listed(std::vector<std::string> words, const std::string& word) {
    const auto first = std::find(words.begin(), words.end(), suggested(word, words));
    if (first != words.end()) {
        std::rotate(words.begin(), first, first + 1);
    }
    std::string list;
    for (const std::string& each : words) {
        list += (list.empty() ? "" : ", ") + each;
    }
    return shortened(list, limits::name_bytes);
}

std::vector<std::string> names_of(const std::vector<model::Field>& fields) {
    std::vector<std::string> names;
    names.reserve(fields.size());
    for (const model::Field& field : fields) {
        names.push_back(field.name);
    }
    return names;
}

}  // namespace benniu::method
