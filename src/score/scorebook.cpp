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

Result<Scorer*> Scorebook::scorer(const std::string& name, const std::string& period_name) {
    const auto found = library_.find(name);
    if (found == library_.end()) {
        return failure("no-such-method", {{"method", name}, {"known", names_of(library_)}});
    }
    const indicators::PeriodRule* const period = found->second->period(period_name);
    if (period == nullptr) {
        return failure(
            "no-such-period",
            {{"method", name}, {"period", period_name}, {"known", periods_of(*found->second)}});
    }
    auto& scorer = scorers_[{name, period_name}];
    if (!scorer) {
        scorer = std::make_unique<Scorer>(
            found->second, *period, county_, [this](const indicators::OtherResult& asked) {
                const auto other = this->scorer(asked.method, asked.period);
                return other ? *other : nullptr;
            });
    }
    return scorer.get();
}

}  // namespace benniu::score
