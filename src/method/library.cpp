#include "method/library.hpp"

#include <algorithm>
#include <set>

#include "method/parser.hpp"

namespace benniu::method {

namespace {

void collect(const Node& node, std::set<std::string>& names) {
    if (node.form == Form::call && node.word == "result" && !node.parts.empty()) {
        names.insert(node.parts[0].word);
    }
    for (const Node& part : node.parts) {
        collect(part, names);
    }
}

struct Candidate {
    Parsed parsed;
    Digest text;
    std::string name;
    std::vector<std::string> asks;
};

std::string name_of(const Document& document) {
    for (const Statement& statement : document.statements) {
        if (const auto* const named = std::get_if<MethodStatement>(&statement.body)) {
            return named->name;
        }
    }
    return "";
}

bool is_ready(const Candidate& candidate, const std::vector<Candidate>& waiting) {
    return std::none_of(waiting.begin(), waiting.end(), [&](const Candidate& other) {
        return std::find(candidate.asks.begin(), candidate.asks.end(), other.name) !=
               candidate.asks.end();
    });
}

void add(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

void report(Findings& findings, const std::string& code, const Candidate& candidate) {
    Finding finding{.code = code, .value = candidate.name};
    finding.place.file = candidate.parsed.document.file;
    finding.place.line = 1;
    findings.push_back(std::move(finding));
}

void take(LoadedLibrary& loaded, Candidate candidate, const Definitions& definitions) {
    if (loaded.library.contains(candidate.name)) {
        report(loaded.findings, "name-twice", candidate);
        return;
    }
    const bool had_mistakes = has_errors(candidate.parsed.findings);
    add(loaded.findings, std::move(candidate.parsed.findings));
    CheckedMethod checked =
        check(candidate.parsed.document, candidate.text, definitions, loaded.library);
    add(loaded.findings, std::move(checked.findings));
    if (checked.method && !had_mistakes) {
        loaded.library.emplace(candidate.name, checked.method);
    }
}

}  // namespace

std::vector<std::string> asked_methods(const Document& document) {
    std::set<std::string> names;
    for (const Statement& statement : document.statements) {
        if (const auto* const measure = std::get_if<MeasureStatement>(&statement.body)) {
            collect(measure->body, names);
        } else if (const auto* const item = std::get_if<ItemStatement>(&statement.body)) {
            collect(item->body, names);
        } else if (const auto* const let = std::get_if<LetStatement>(&statement.body)) {
            collect(let->body, names);
        } else if (const auto* const veto = std::get_if<VetoStatement>(&statement.body)) {
            collect(veto->body, names);
        } else if (const auto* const blend = std::get_if<BlendStatement>(&statement.body)) {
            for (const BlendPart& part : blend->parts) {
                collect(part.body, names);
            }
        }
    }
    return {names.begin(), names.end()};
}

LoadedLibrary load_library(std::span<const MethodText> texts, const Definitions& definitions) {
    LoadedLibrary loaded;
    std::vector<Candidate> waiting;
    for (const MethodText& each : texts) {
        Candidate candidate{parse(each.text, each.file), sm3(each.text), "", {}};
        candidate.name = name_of(candidate.parsed.document);
        candidate.asks = asked_methods(candidate.parsed.document);
        waiting.push_back(std::move(candidate));
    }
    while (!waiting.empty()) {
        const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](const Candidate& each) {
            return is_ready(each, waiting);
        });
        if (ready == waiting.end()) {
            report(loaded.findings, "cycle", waiting.front());
            break;
        }
        Candidate candidate = std::move(*ready);
        waiting.erase(ready);
        take(loaded, std::move(candidate), definitions);
    }
    return loaded;
}

}  // namespace benniu::method
