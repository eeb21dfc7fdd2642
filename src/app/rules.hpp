// The rules in force as a county keeps them: when something is sealed, the pack's ledgers, methods
// and calendar go into the county's Keep, so that what was published can be computed again however
// the pack changes afterwards.
#pragma once

#include "app/pack.hpp"
#include "ledger/keep.hpp"

namespace benniu::app {

// The rules of a pack, by the digest of each file.
[[nodiscard]] ledger::RulesKept rules_of(const Pack& pack);

// Puts the rules of a pack into the keep. Errors: rules-have-errors (nothing may be sealed under
// rules that are not whole), those of Keep::put.
[[nodiscard]] Result<ledger::RulesKept> keep_rules(const Pack& pack, ledger::Keep& keep);

// The pack as it was, without what decides no result. Errors: those of Keep::get.
[[nodiscard]] Result<Pack> kept_pack(const ledger::RulesKept& rules, const ledger::Keep& keep);

}  // namespace benniu::app
