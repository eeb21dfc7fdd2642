// The county's books at any cut: folds its log with its pack and keeps what was folded, so that the
// same question is answered from memory. Not for several threads at once; desk.hpp guards it.
#pragma once

#include <list>
#include <memory>
#include <optional>

#include "app/pack.hpp"
#include "score/scorebook.hpp"
#include "standings/standings.hpp"

namespace benniu::app {

// What a question is answered from.
struct Ask {
    std::string method;
    std::string period;
    std::optional<Date> as_of;            // as known on that day
    std::optional<ledger::Sequence> cut;  // at that fact; else the sealed cut, else the newest
};

struct Answer {
    std::shared_ptr<score::Scorebook> book;
    score::Scorer* scorer = nullptr;
    standings::Standings standings;
    ledger::Receipt head;  // of the facts it was answered from
    Instant recorded;
    bool is_sealed = false;
};

class Books {
  public:
    // Both must outlive the books.
    Books(const ledger::Log& log, const Pack& pack) : log_(&log), pack_(&pack) {}

    // Errors: no-such-method, no-such-period, those of the log.
    [[nodiscard]] Result<Answer> answer(const Ask& ask);
    // The county with every fact.
    [[nodiscard]] Result<std::shared_ptr<const ledger::County>> newest();
    [[nodiscard]] const Pack& pack() const { return *pack_; }

  private:
    struct Folded {
        ledger::Cut cut;
        std::shared_ptr<score::Scorebook> book;
    };

    Result<std::shared_ptr<score::Scorebook>> book_at(const ledger::Cut& cut);

    const ledger::Log* log_;
    const Pack* pack_;
    ledger::Sequence newest_ = 0;
    std::list<Folded> folded_;  // the latest asked for first
};

// The cut at which a method's period was sealed: by its closing, or by a later correction.
[[nodiscard]] std::optional<ledger::Sequence> sealed_cut(const ledger::County& county,
                                                         const std::string& method,
                                                         const std::string& period);

// What a receipt says of standings: the method's text and the result, by digest.
[[nodiscard]] ledger::SealedResult sealed_result(const standings::Standings& standings);

}  // namespace benniu::app
