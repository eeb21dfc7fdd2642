#include "method/checker.hpp"

#include <algorithm>
#include <tuple>

#include "method/statement_checker.hpp"

namespace benniu::method {

const indicators::PeriodRule* Method::period(std::string_view wanted) const {
    const auto& periods = formulas.periods;
    const auto found = std::find_if(periods.begin(), periods.end(),
                                    [&](const auto& each) { return each.name == wanted; });
    return found == periods.end() ? nullptr : &*found;
}

std::optional<std::size_t> Method::item(std::string_view wanted) const {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item& each) { return each.name == wanted; });
    return found == items.end() ? std::nullopt : std::optional<std::size_t>(found - items.begin());
}

CheckedMethod check(const Document& document, const Digest& text, const Definitions& definitions,
                    const Library& others) {
    Checking checking{.document = document, .others = others};
    StatementChecker statements(checking);
    statements.declare_ground(definitions);
    statements.declare_names();
    statements.check_all();
    // A measure asked with several kinds of arguments is checked for each: told once.
    const auto key = [](const Finding& each) {
        return std::tie(each.place.line, each.place.position, each.code, each.value, each.words);
    };
    std::sort(checking.findings.begin(), checking.findings.end(),
              [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    checking.findings.erase(std::unique(checking.findings.begin(), checking.findings.end()),
                            checking.findings.end());
    CheckedMethod checked{nullptr, std::move(checking.findings)};
    if (!has_errors(checked.findings)) {
        checking.method.document = document;
        checking.method.text = text;
        checked.method = std::make_shared<const Method>(std::move(checking.method));
    }
    return checked;
}

}  // namespace benniu::method
