#include "app/rules.hpp"

namespace benniu::app {

namespace {

bool decides_results(const std::string& path) {
    return path.starts_with("ledgers/") || path.starts_with("methods/") ||
           path.starts_with("calendar/");
}

}  // namespace

ledger::RulesKept rules_of(const Pack& pack) {
    ledger::RulesKept rules;
    for (const auto& [path, text] : pack.files) {
        if (decides_results(path)) {
            rules.files.push_back({path, sm3(text)});
        }
    }
    return rules;
}

Result<ledger::RulesKept> keep_rules(const Pack& pack, ledger::Keep& keep) {
    for (const Finding& finding : pack.findings) {
        if (finding.severity == Severity::error) {
            return failure("rules-have-errors", {{"file", finding.place.file}});
        }
    }
    ledger::RulesKept rules = rules_of(pack);
    for (const ledger::KeptFile& file : rules.files) {
        if (const auto kept = keep.put(pack.files.at(file.path)); !kept) {
            return tl::unexpected(kept.error());
        }
    }
    return rules;
}

Result<Pack> kept_pack(const ledger::RulesKept& rules, const ledger::Keep& keep) {
    PackFiles files;
    for (const ledger::KeptFile& file : rules.files) {
        auto text = keep.get(file.digest);
        if (!text) {
            return tl::unexpected(text.error());
        }
        files.emplace(file.path, *std::move(text));
    }
    return read_pack(std::move(files));
}

}  // namespace benniu::app
