#include "score/scorebook.hpp"

#include "base/writing.hpp"

namespace benniu::score {

namespace {

std::string names_of(const method::Library& library) {
    std::string names;
    for (const auto& [name, method] : library) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

std::string periods_of(const method::Method& method) {
    std::string names;
    for (const auto& period : method.formulas.periods) {
        names += (names.empty() ? "" : ", ") + period.name;
    }
    return names;
}

}  // namespace

Scorebook::Scorebook(method::Library library, std::shared_ptr<const ledger::County> county)
    : library_(std::move(library)), county_(std::move(county)) {}

Result<Scorer*> Scorebook::scorer(const std::string& method, const std::string& period) {
    const auto found = library_.find(method);
    if (found == library_.end()) {
        return failure("no-such-method", {{"method", method}, {"known", names_of(library_)}});
    }
    const indicators::PeriodRule* const rule = found->second->period(period);
    if (rule == nullptr) {
        return failure(
            "no-such-period",
            {{"method", method}, {"period", period}, {"known", periods_of(*found->second)}});
    }
    auto& scorer = scorers_[{method, period}];
    if (!scorer) {
        scorer = std::make_unique<Scorer>(
            found->second, *rule, county_, [this](const indicators::OtherResult& asked) {
                const auto other = this->scorer(asked.method, asked.period);
                return other ? *other : nullptr;
            });
    }
    return scorer.get();
}

}  // namespace benniu::score
