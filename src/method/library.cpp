#include "method/library.hpp"

#include <algorithm>
#include <tuple>

#include "method/parser.hpp"

namespace benniu::method {

namespace {

// Where a document asks for another method's results, by the method's name.
using Asked = std::map<std::string, Word>;

void collect(const Node& node, Asked& asked) {
    if (node.form == Form::call && node.word == "result" && !node.parts.empty()) {
        const Node& named = node.parts[0];
        asked.emplace(named.word, Word{named.word, named.line, named.position});
    }
    for (const Node& part : node.parts) {
        collect(part, asked);
    }
}

void collect(const std::optional<Node>& node, Asked& asked) {
    if (node) {
        collect(*node, asked);
    }
}

void collect(const std::vector<Node>& nodes, Asked& asked) {
    for (const Node& node : nodes) {
        collect(node, asked);
    }
}

// Statements whose formulas stand in a place of their own name.
struct FormulasOf {
    Asked& asked;

    void operator()(const BlendStatement& blend) const {
        collect(blend.to, asked);
        for (const BlendPart& part : blend.parts) {
            collect(part.weight, asked);
            collect(part.body, asked);
        }
        collect(blend.otherwise, asked);
    }
    void operator()(const RankStatement& rank) const { collect(rank.order, asked); }
    void operator()(const AwardStatement& award) const {
        collect(award.take, asked);
        collect(award.order, asked);
        collect(award.when, asked);
    }
    void operator()(const PublishStatement& publish) const {
        for (const ColumnWords& column : publish.columns) {
            collect(column.body, asked);
        }
    }
    template <typename Other>
    void operator()(const Other& statement) const {
        if constexpr (requires { statement.body.parts; }) {
            collect(statement.body, asked);
        }
    }
};

Asked asked_by(const Document& document) {
    Asked asked;
    for (const Statement& statement : document.statements) {
        std::visit(FormulasOf{asked}, statement.body);
    }
    return asked;
}

struct Candidate {
    Parsed parsed;
    Digest text;
    Word name;  // empty when its statement is missing
    Asked asked;
};

Word name_of(const Document& document) {
    for (const Statement& statement : document.statements) {
        if (const auto* const named = std::get_if<MethodStatement>(&statement.body)) {
            return named->name;
        }
    }
    return {};
}

bool is_ready(const Candidate& candidate, const std::vector<Candidate>& waiting) {
    return std::none_of(waiting.begin(), waiting.end(), [&](const Candidate& other) {
        return candidate.asked.contains(other.name.text);
    });
}

Findings in_order(Findings findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.place.line, a.place.position) < std::tie(b.place.line, b.place.position);
    });
    return findings;
}

void add(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

Finding finding_in(const Candidate& candidate, const std::string& code, const Word& place) {
    Finding finding{.code = code, .value = place.text};
    finding.place.file = candidate.parsed.document.file;
    finding.place.line = place.line;
    finding.place.position = place.position;
    return finding;
}

// Every method that waits for one that waits for it in turn, or for such a one.
void tell_circles(LoadedLibrary& loaded, std::vector<Candidate> waiting) {
    for (Candidate& candidate : waiting) {
        Findings findings = std::move(candidate.parsed.findings);
        for (const auto& [name, place] : candidate.asked) {
            const bool waits = std::any_of(waiting.begin(), waiting.end(), [&](const auto& other) {
                return other.name.text == place.text;
            });
            if (waits) {
                findings.push_back(finding_in(candidate, "methods-in-circles", place));
            }
        }
        add(loaded.findings, in_order(std::move(findings)));
    }
}

void take(LoadedLibrary& loaded, Candidate candidate, const Definitions& definitions) {
    Findings findings = std::move(candidate.parsed.findings);
    const bool had_mistakes = has_errors(findings);
    CheckedMethod checked;
    if (candidate.parsed.is_whole) {
        checked = check(candidate.parsed.document, candidate.text, definitions, loaded.library);
        add(findings, std::move(checked.findings));
    }
    const std::string& name = candidate.name.text;
    const auto method = had_mistakes ? nullptr : checked.method;
    if (!name.empty() && !loaded.library.emplace(name, method).second) {
        findings.push_back(finding_in(candidate, "method-twice", candidate.name));
    }
    add(loaded.findings, in_order(std::move(findings)));
}

}  // namespace

LoadedLibrary load_library(std::span<const MethodText> texts, const Definitions& definitions) {
    LoadedLibrary loaded;
    std::vector<Candidate> waiting;
    for (const MethodText& each : texts) {
        Candidate candidate{parse(each.text, each.file), sm3(each.text), {}, {}};
        candidate.name = name_of(candidate.parsed.document);
        candidate.asked = asked_by(candidate.parsed.document);
        waiting.push_back(std::move(candidate));
    }
    while (!waiting.empty()) {
        const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](const Candidate& each) {
            return is_ready(each, waiting);
        });
        if (ready == waiting.end()) {
            tell_circles(loaded, std::move(waiting));
            break;
        }
        Candidate candidate = std::move(*ready);
        waiting.erase(ready);
        take(loaded, std::move(candidate), definitions);
    }
    std::erase_if(loaded.library, [](const auto& each) { return each.second == nullptr; });
    return loaded;
}

}  // namespace benniu::method
