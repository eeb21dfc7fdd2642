#include "app/verify_county.hpp"

namespace benniu::app {

namespace {

Result<void> check_seal(Books& books, const Seal& seal,
                        const std::vector<ledger::SealedResult>& results, Verified& verified) {
    for (const ledger::SealedResult& result : results) {
        const auto answer = books.answer({result.method, result.period, {}, seal.cut, seal.rules});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        ++verified.sealed_results;
        if (sealed_result(answer->standings) != result) {
            verified.findings.push_back({.code = "seal-not-reproduced",
                                         .value = result.method + " " + result.period,
                                         .words = {{"cut", std::to_string(seal.cut)}}});
        }
    }
    return {};
}

}  // namespace

Result<Verified> verify_county(const ledger::Log& log, const ledger::Keep& keep, Books& books) {
    const auto head = ledger::verify(log);
    if (!head) {
        return tl::unexpected(head.error());
    }
    const auto county = books.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    for (const auto& [digest, rules] : (*county)->rules) {
        if (const auto pack = kept_pack(rules, keep); !pack) {
            return tl::unexpected(pack.error());
        }
    }
    Verified verified{*head, 0, {}};
    for (const ledger::Closing& closing : (*county)->closings) {
        const Seal seal{closing.closed.cut, closing.closed.rules};
        if (auto checked = check_seal(books, seal, closing.closed.results, verified); !checked) {
            return tl::unexpected(checked.error());
        }
    }
    for (const ledger::Issue& issue : (*county)->bulletins) {
        if (const auto document = keep.get(issue.issued.document); !document) {
            return tl::unexpected(document.error());
        }
        const Seal seal{issue.issued.cut, issue.issued.rules};
        if (auto checked = check_seal(books, seal, issue.issued.results, verified); !checked) {
            return tl::unexpected(checked.error());
        }
    }
    return verified;
}

}  // namespace benniu::app
