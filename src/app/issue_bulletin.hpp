// Issuing the bulletin of a closed month: composed from what was sealed, written on the county's
// template; its digest is a fact and its bytes go into the keep. Asked for again, the same comes
// out.
#pragma once

#include "app/books.hpp"
#include "publication/document.hpp"

namespace benniu::app {

struct BulletinWish {
    std::string period;
    // A numbered bulletin with what differs by now, under the rules of the one that it corrects.
    bool corrects = false;
    // A correction of the rules themselves: under those of the pack as it stands today.
    bool under_new_rules = false;
};

struct Issued {
    std::string docx;
    std::vector<ledger::Deed> deeds;  // to be recorded; none when it was issued before
    ledger::BulletinIssued issued;
};

// Errors: bad-month, period-not-closed, no-bulletin-words, faulty-bulletin-words,
// no-bulletin-section, no-bulletin-template, those of write_docx, the keep and the log; of a
// correction also not-issued-yet, nothing-to-correct, rules-have-errors,
// period-has-no-method.
[[nodiscard]] Result<Issued> issue_bulletin(Books& books, ledger::Keep& keep,
                                            const BulletinWish& wish);

}  // namespace benniu::app
