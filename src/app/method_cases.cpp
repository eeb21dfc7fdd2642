#include "app/method_cases.hpp"

#include <algorithm>

#include "app/branches.hpp"
#include "app/case_file.hpp"
#include "score/scorebook.hpp"
#include "standings/standings.hpp"

namespace benniu::app {

namespace {

using indicators::Quantity;

// The value of an item, a measure, a rank, a veto or an award, as a case may ask for it.
std::optional<std::string> value_of(score::Scorer& scorer, const standings::Row& row,
                                    const std::string& name) {
    const method::Method& method = scorer.method();
    if (name == "rank") {
        return std::to_string(row.rank);
    }
    if (name == "vetoed") {
        return row.is_vetoed ? "yes" : "no";
    }
    if (const auto item = method.item(name)) {
        return indicators::to_text(scorer.item(*item, row.unit));
    }
    for (const auto& measure : method.formulas.measures) {
        if (measure.name == name && measure.parameters.empty()) {
            return indicators::to_text(scorer.value(*measure.body, row.unit));
        }
    }
    for (std::size_t a = 0; a < method.awards.size(); ++a) {
        if (method.awards[a].name == name) {
            const bool has = std::find(row.awards.begin(), row.awards.end(), a) != row.awards.end();
            return has ? "yes" : "no";
        }
    }
    return std::nullopt;
}

void check(const MethodCase& one, const Expectation& wanted, score::Scorer& scorer,
           const standings::Standings& table, CasesResult& result) {
    const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const auto& each) { return each.name == wanted.unit; });
    for (const auto& [name, value] : wanted.values) {
        const auto found = row == table.rows.end() ? std::nullopt : value_of(scorer, *row, name);
        if (found != value) {
            result.failures.push_back({one.title, wanted.unit, name, value, found.value_or("?")});
        }
    }
}

void run(const MethodCase& one, const Pack& pack, Branches& branches, CasesResult& result) {
    ++result.cases;
    const auto county =
        std::make_shared<const ledger::County>(ledger::fold(one.deeds, pack.definitions, {}));
    score::Scorebook book(pack.methods, county);
    const auto scorer = book.scorer(one.method, one.period);
    if (!scorer) {
        result.failures.push_back({one.title, "", "period", one.period, scorer.error().code});
        return;
    }
    const standings::Standings table = standings::from_score(**scorer);
    for (const Expectation& wanted : one.expected) {
        check(one, wanted, **scorer, table, result);
    }
    branches.reach(**scorer);
}

}  // namespace

CasesResult run_method_cases(const Pack& pack) {
    CasesResult result;
    Branches branches;
    for (const auto& [path, text] : pack.files) {
        if (!path.starts_with("method-cases/") || !path.ends_with(".yaml")) {
            continue;
        }
        const CaseFile file = read_cases(text, path, pack);
        result.findings.insert(result.findings.end(), file.findings.begin(), file.findings.end());
        for (const MethodCase& one : file.cases) {
            branches.expect(*pack.methods.find(one.method)->second);
            run(one, pack, branches, result);
        }
    }
    result.branches = branches.count();
    result.unreached = branches.unreached();
    return result;
}

}  // namespace benniu::app
