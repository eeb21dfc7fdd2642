#include "app/access.hpp"

#include <algorithm>
#include <charconv>

#include "base/writing.hpp"

namespace benniu::app {

std::string Acting::by() const {
    return post + (unit.empty() ? "" : "@" + unit) +
           (person == 0 ? "" : "#" + std::to_string(person));
}

By parse_by(std::string_view by) {
    By parts;
    if (const std::size_t mark = by.rfind('#'); mark != std::string_view::npos) {
        const std::string_view number = by.substr(mark + 1);
        std::from_chars(number.data(), number.data() + number.size(), parts.person);
        by = by.substr(0, mark);
    }
    const std::size_t mark = by.find('@');
    parts.post = by.substr(0, mark);
    parts.unit = mark == std::string_view::npos ? "" : by.substr(mark + 1);
    return parts;
}

Result<std::string> acting_post(const Pack& pack, const std::string& wanted) {
    if (wanted.empty()) {
        return pack.posts.empty() ? std::string() : pack.posts.front().name;
    }
    std::vector<std::string> names;
    for (const model::Post& post : pack.posts) {
        names.push_back(post.name);
    }
    const std::string name = tidied(wanted);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        std::string known;
        for (const std::string& each : names) {
            known += (known.empty() ? "" : "、") + each;
        }
        return failure("no-such-post", {{"post", wanted}, {"known", known}});
    }
    return name;
}

Result<void> need(const Acting& acting, model::Power power) {
    if (acting.may(power)) {
        return {};
    }
    return failure("not-allowed",
                   {{"post", acting.post}, {"power", std::string(model::name_of(power))}});
}

bool may_report(const Acting& acting, const model::LedgerDefinition& ledger,
                std::string_view unit) {
    return ledger.reporting && acting.may(model::Power::report) && !unit.empty() &&
           acting.unit == unit;
}

bool may_verify(const Acting& acting, const model::LedgerDefinition& ledger) {
    if (!ledger.reporting || !acting.may(model::Power::verify)) {
        return false;
    }
    const auto& posts = ledger.reporting->verified_by;
    return std::find(posts.begin(), posts.end(), acting.post) != posts.end();
}

bool may_judge(const Acting& acting, const model::LedgerDefinition& ledger, std::string_view unit,
               const By& claimed_by) {
    const bool is_own_unit = acting.unit == unit;
    const bool is_own_work = acting.person != 0 && acting.person == claimed_by.person;
    return may_verify(acting, ledger) && !is_own_unit && !is_own_work;
}

bool may_see(const Acting& acting, const model::LedgerDefinition& ledger, std::string_view unit) {
    return acting.may(model::Power::read) || acting.may(model::Power::supervise) ||
           acting.may(model::Power::record) || may_verify(acting, ledger) ||
           may_report(acting, ledger, unit);
}

}  // namespace benniu::app
