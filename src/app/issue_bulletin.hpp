// Issuing the bulletin of a closed month: composed from what was sealed, written on the county's
// template, and its digest kept as a fact. Asked for again, the same bulletin comes out.
#pragma once

#include "app/books.hpp"
#include "publication/document.hpp"

namespace benniu::app {

enum class IssueKind { bulletin, correction };

struct Issued {
    std::string docx;
    ledger::BulletinIssued deed;
    bool is_new = false;  // the deed is to be recorded
};

// Errors: bad-month, period-not-closed, no-bulletin-words, no-bulletin-template, already those of
// write_docx; of a correction also not-issued-yet, nothing-to-correct.
[[nodiscard]] Result<Issued> issue_bulletin(Books& books, const std::string& period,
                                            IssueKind kind);

}  // namespace benniu::app
