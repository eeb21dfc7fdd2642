// Who acts, and what they may do: the only place of the house that decides it. A use case asks here
// before it does anything; views carry the same answers as `may` flags; routes and pages ask
// nobody.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "app/pack.hpp"

namespace benniu::app {

// Somebody at work as one of their posts. `person` is 0 for whoever runs the program on the
// county's folder, who may record and supervise as any post of the pack.
struct Acting {
    std::int64_t person = 0;
    std::string post;
    std::string unit;  // the unit at which the post is held; "" for the county as a whole
    std::set<model::Power> powers;
    std::string address;  // where from, for the audit

    [[nodiscard]] bool may(model::Power power) const { return powers.contains(power); }
    // As facts name it: "单位填报岗@东港镇#7"; "督查考核办公室" of person 0 at no unit.
    [[nodiscard]] std::string by() const;
};

// What a fact's `by` says, taken apart.
struct By {
    std::string post;
    std::string unit;
    std::int64_t person = 0;
    friend bool operator==(const By&, const By&) = default;
};
[[nodiscard]] By parse_by(std::string_view by);

// The post of the pack that is called `wanted`; its first one for "", and nobody ("") where the
// pack has none. Error: no-such-post.
[[nodiscard]] Result<std::string> acting_post(const Pack& pack, const std::string& wanted);

// Errors of all: not-allowed, with the power that would be needed.
[[nodiscard]] Result<void> need(const Acting& acting, model::Power power);

// Reports entries of this unit in this ledger.
[[nodiscard]] bool may_report(const Acting& acting, const model::LedgerDefinition& ledger,
                              std::string_view unit);
// Is one of those who verify this ledger.
[[nodiscard]] bool may_verify(const Acting& acting, const model::LedgerDefinition& ledger);
// Judges what `unit` claimed and `claimed_by` sent in: never the own unit's, never one's own.
[[nodiscard]] bool may_judge(const Acting& acting, const model::LedgerDefinition& ledger,
                             std::string_view unit, const By& claimed_by);
// Sees claims, drafts' outcome and objections of this unit.
[[nodiscard]] bool may_see(const Acting& acting, const model::LedgerDefinition& ledger,
                           std::string_view unit);

}  // namespace benniu::app
