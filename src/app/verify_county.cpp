#include "app/verify_county.hpp"

namespace benniu::app {

namespace {

Result<void> check_seal(Books& books, const ledger::SealedResult& seal, ledger::Sequence cut,
                        Verified& verified) {
    const auto answer = books.answer({seal.method, seal.period, {}, cut});
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    ++verified.sealed_results;
    const ledger::SealedResult now = sealed_result(answer->standings);
    if (now == seal) {
        return {};
    }
    const bool changed = now.method_text != seal.method_text;
    Finding finding{.code = changed ? "method-changed" : "seal-not-reproduced",
                    .value = seal.method + " " + seal.period,
                    .words = {{"cut", std::to_string(cut)}}};
    verified.findings.push_back(std::move(finding));
    return {};
}

}  // namespace

Result<Verified> verify_county(const ledger::Log& log, Books& books) {
    const auto head = ledger::verify(log);
    if (!head) {
        return tl::unexpected(head.error());
    }
    const auto county = books.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    Verified verified{*head, 0, {}};
    for (const ledger::Closing& closing : (*county)->closings) {
        for (const ledger::SealedResult& seal : closing.closed.results) {
            if (auto checked = check_seal(books, seal, closing.closed.cut, verified); !checked) {
                return tl::unexpected(checked.error());
            }
        }
    }
    for (const ledger::Issue& issue : (*county)->bulletins) {
        for (const ledger::SealedResult& seal : issue.issued.results) {
            if (auto checked = check_seal(books, seal, issue.issued.cut, verified); !checked) {
                return tl::unexpected(checked.error());
            }
        }
    }
    return verified;
}

}  // namespace benniu::app
