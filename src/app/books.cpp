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

std::optional<ledger::Sequence> sealed_cut(const ledger::County& county, const std::string& method,
                                           const std::string& period) {
    std::optional<ledger::Sequence> cut;
    for (const ledger::Closing& closing : county.closings) {
        if (has(closing.closed.results, method, period)) {
            cut = closing.closed.cut;
        }
    }
    for (const ledger::Issue& issue : county.bulletins) {
        if (issue.issued.corrects != 0 && has(issue.issued.results, method, period)) {
            cut = issue.issued.cut;
        }
    }
    return cut;
}

ledger::SealedResult sealed_result(const standings::Standings& standings) {
    return {standings.method->name, standings.period->name, standings.method->text,
            sm3(standings::print(standings))};
}

Result<std::shared_ptr<score::Scorebook>> Books::book_at(const ledger::Cut& cut) {
    const auto head = log_->head();
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (head->last != newest_) {
        std::erase_if(folded_, [](const Folded& each) { return !each.cut.up_to; });
        newest_ = head->last;
    }
    const auto known = std::find_if(folded_.begin(), folded_.end(), [&](const Folded& each) {
        return each.cut.up_to == cut.up_to && each.cut.known_on == cut.known_on;
    });
    if (known != folded_.end()) {
        folded_.splice(folded_.begin(), folded_, known);
        return known->book;
    }
    auto county = ledger::fold(*log_, pack_->definitions, cut);
    if (!county) {
        return tl::unexpected(county.error());
    }
    auto book = std::make_shared<score::Scorebook>(
        pack_->methods, std::make_shared<const ledger::County>(*std::move(county)));
    folded_.push_front({cut, book});
    if (folded_.size() > limits::snapshots_kept) {
        folded_.pop_back();
    }
    return book;
}

Result<std::shared_ptr<const ledger::County>> Books::newest() {
    const auto book = book_at({});
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
    const auto sealed = sealed_cut(**county, ask.method, ask.period);
    const auto cut = ask.cut ? ask.cut : sealed;
    const auto book = book_at({cut, ask.as_of});
    if (!book) {
        return tl::unexpected(book.error());
    }
    const auto scorer = (*book)->scorer(ask.method, ask.period);
    if (!scorer) {
        return tl::unexpected(scorer.error());
    }
    const ledger::County& folded = *(*book)->county();
    return Answer{*book,       *scorer,         standings::from_score(**scorer),
                  folded.head, folded.recorded, sealed && cut == sealed};
}

}  // namespace benniu::app
