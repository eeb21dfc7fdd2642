#include "app/books.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "standings/print.hpp"

namespace benniu::app {

namespace {

bool has(const std::vector<ledger::SealedResult>& results, const std::string& method,
         const std::string& period) {
    return std::any_of(results.begin(), results.end(), [&](const ledger::SealedResult& each) {
        return each.method == method && each.period == period;
    });
}

}  // namespace

std::optional<Seal> seal_of(const ledger::County& county, const std::string& method,
                            const std::string& period) {
    std::optional<Seal> seal;
    for (const ledger::Closing& closing : county.closings) {
        if (has(closing.closed.results, method, period)) {
            seal = Seal{closing.closed.cut, closing.closed.rules};
        }
    }
    for (const ledger::Issue& issue : county.bulletins) {
        if (issue.issued.corrects != 0 && has(issue.issued.results, method, period)) {
            seal = Seal{issue.issued.cut, issue.issued.rules};
        }
    }
    return seal;
}

ledger::SealedResult sealed_result(const standings::Standings& standings) {
    return {standings.method->name, standings.period->name, standings.method->text,
            sm3(standings::print(standings))};
}

Result<const Pack*> Books::pack_under(const Digest& rules) {
    if (rules == rules_of_pack_) {
        return pack_;
    }
    if (const auto known = kept_packs_.find(rules); known != kept_packs_.end()) {
        return &known->second;
    }
    const auto county = newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    const auto kept = (*county)->rules.find(rules);
    if (kept == (*county)->rules.end()) {
        return failure("no-such-rules", {{"rules", rules.to_string()}});
    }
    auto pack = kept_pack(kept->second, *keep_);
    if (!pack) {
        return tl::unexpected(pack.error());
    }
    return &kept_packs_.emplace(rules, *std::move(pack)).first->second;
}

Result<std::shared_ptr<score::Scorebook>> Books::book_at(const ledger::Cut& cut, const Pack& pack) {
    const auto head = log_->head();
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (head->last != newest_) {
        std::erase_if(folded_, [](const Folded& each) { return !each.cut.up_to; });
        newest_ = head->last;
    }
    const auto known = std::find_if(folded_.begin(), folded_.end(), [&](const Folded& each) {
        return each.pack == &pack && each.cut.up_to == cut.up_to &&
               each.cut.known_on == cut.known_on;
    });
    if (known != folded_.end()) {
        folded_.splice(folded_.begin(), folded_, known);
        return known->book;
    }
    auto county = ledger::fold(*log_, pack.definitions, cut);
    if (!county) {
        return tl::unexpected(county.error());
    }
    auto book = std::make_shared<score::Scorebook>(
        pack.methods, std::make_shared<const ledger::County>(*std::move(county)));
    folded_.push_front({cut, &pack, book});
    if (folded_.size() > limits::snapshots_kept) {
        folded_.pop_back();
    }
    return book;
}

Result<std::shared_ptr<const ledger::County>> Books::newest() {
    const auto book = book_at({}, *pack_);
    if (!book) {
        return tl::unexpected(book.error());
    }
    return (*book)->county();
}

Result<Answer> Books::answer(const Ask& ask) {
    const auto county = newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    const auto seal = ask.cut ? std::nullopt : seal_of(**county, ask.method, ask.period);
    const auto pack = pack_under(ask.rules ? *ask.rules : seal ? seal->rules : rules_of_pack_);
    if (!pack) {
        return tl::unexpected(pack.error());
    }
    // As of a day is what was known then, sealed or not; but a sealed period keeps its rules.
    const bool is_sealed = seal && !ask.as_of;
    const auto book = book_at({is_sealed ? seal->cut : ask.cut, ask.as_of}, **pack);
    if (!book) {
        return tl::unexpected(book.error());
    }
    const auto scorer = (*book)->scorer(ask.method, ask.period);
    if (!scorer) {
        return tl::unexpected(scorer.error());
    }
    const ledger::County& folded = *(*book)->county();
    return Answer{*book,       *scorer,         standings::from_score(**scorer),
                  folded.head, folded.recorded, is_sealed};
}

}  // namespace benniu::app
