// The county's books at any cut and under any rules that it ever sealed something under: folds its
// log and keeps what was folded, so that the same question is answered from memory. Not for several
// threads at once; desk.hpp guards it.
#pragma once

#include <list>
#include <memory>
#include <optional>

#include "app/rules.hpp"
#include "score/scorebook.hpp"
#include "standings/standings.hpp"

namespace benniu::app {

// What a question is answered from.
struct Ask {
    std::string method;
    std::string period;
    std::optional<Date> as_of;            // as known on that day
    std::optional<ledger::Sequence> cut;  // at that fact; else the sealed cut, else the newest
    std::optional<Digest> rules;          // else the sealed ones, else those of the pack
};

// Where a period's result stands for good.
struct Seal {
    ledger::Sequence cut = 0;
    Digest rules;
};

struct Answer {
    std::shared_ptr<score::Scorebook> book;
    score::Scorer* scorer = nullptr;
    standings::Standings standings;
    ledger::Receipt head;  // of the facts it was answered from
    Instant recorded;
    bool is_sealed = false;  // the sealed result itself, not one as of a day
};

class Books {
  public:
    // All must outlive the books.
    Books(const ledger::Log& log, const Pack& pack, const ledger::Keep& keep)
        : log_(&log), pack_(&pack), keep_(&keep), rules_of_pack_(digest_of(rules_of(pack))) {}

    // Errors: no-such-method, no-such-period, those of the log and of `pack_under`.
    [[nodiscard]] Result<Answer> answer(const Ask& ask);
    // The county with every fact.
    [[nodiscard]] Result<std::shared_ptr<const ledger::County>> newest();
    // The county's pack as it stands today.
    [[nodiscard]] const Pack& pack() const { return *pack_; }
    [[nodiscard]] const Digest& rules_of_pack() const { return rules_of_pack_; }
    // The pack whose rules have this digest. Errors: no-such-rules, those of Keep::get.
    [[nodiscard]] Result<const Pack*> pack_under(const Digest& rules);

  private:
    struct Folded {
        ledger::Cut cut;
        const Pack* pack = nullptr;
        std::shared_ptr<score::Scorebook> book;
    };

    Result<std::shared_ptr<score::Scorebook>> book_at(const ledger::Cut& cut, const Pack& pack);

    const ledger::Log* log_;
    const Pack* pack_;
    const ledger::Keep* keep_;
    Digest rules_of_pack_;
    std::map<Digest, Pack> kept_packs_;
    ledger::Sequence newest_ = 0;
    std::list<Folded> folded_;  // the latest asked for first
};

// How a method's period was sealed: by its closing, or by a later correction.
[[nodiscard]] std::optional<Seal> seal_of(const ledger::County& county, const std::string& method,
                                          const std::string& period);

// What a receipt says of standings: the method's text and the result, by digest.
[[nodiscard]] ledger::SealedResult sealed_result(const standings::Standings& standings);

}  // namespace benniu::app
