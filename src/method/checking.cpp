#include "method/checking.hpp"

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::method {

std::string name_of(const Type& type) {
    switch (type.base) {
        case Base::number:
            return type.dimension == Dimension{} ? "number" : name_of(type.dimension);
        case Base::truth:
            return "truth";
        case Base::date:
            return "date";
        case Base::text:
            return type.domain.empty() ? "text" : type.domain;
        case Base::any:
            break;
    }
    return "any";
}

void Checking::found(const std::string& code, int line, int position, const std::string& value,
                     Words words, Severity severity) {
    if (findings.size() >= limits::findings_per_text) {
        return;
    }
    Finding finding{.code = code, .severity = severity, .words = std::move(words)};
    finding.place.file = document.file;
    finding.place.article = document.articles[article].number;
    finding.place.line = line;
    finding.place.position = position;
    finding.value = shortened(value, limits::shown_value_bytes);
    findings.push_back(std::move(finding));
}

void Checking::found(const std::string& code, const Node& node, Words words, Severity severity) {
    found(code, node.line, node.position, node.word, std::move(words), severity);
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

std::optional<std::size_t> Checking::need_ledger(const std::string& name, int line, int position) {
    const auto index = ledger_index(name);
    if (!index) {
        std::vector<std::string> names;
        for (const auto& each : method.formulas.ledgers) {
            names.push_back(each->name);
        }
        found("unknown-ledger", line, position, name, {{"nearest", nearest(name, names)}});
    }
    return index;
}

Type Checking::type_of(const std::string& name, const Node& node) {
    symbols.find(name)->second.is_used = true;
    if (const auto known = types.find(name); known != types.end()) {
        return known->second;
    }
    if (in_progress.contains(name)) {
        found("cycle", node);
        return {};
    }
    check_symbol(name);
    return types[name];
}

std::vector<std::string> Checking::known_words(const Where& where) const {
    std::vector<std::string> words = {"unit", "group", "period", "min", "max",   "clamp",
                                      "mean", "sum",   "count",  "any", "month", "year"};
    for (const auto& [name, symbol] : symbols) {
        words.push_back(name);
    }
    if (where.parameters != nullptr) {
        words.insert(words.end(), where.parameters->begin(), where.parameters->end());
    }
    if (where.ledger) {
        const model::LedgerDefinition& definition = ledger(*where.ledger);
        for (const model::Field& field : definition.fields) {
            words.push_back(field.name);
        }
        words.insert(words.end(), definition.stages.begin(), definition.stages.end());
        const model::StageWords& stage = definition.words;
        words.insert(words.end(), {stage.occurred, stage.reported, stage.verdict, stage.verified});
    }
    return words;
}

}  // namespace benniu::method
