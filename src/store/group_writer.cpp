#include "store/group_writer.hpp"

namespace benniu::store {

namespace {

std::string cause_of(const Error& error) {
    for (const auto& [name, value] : error.words) {
        if (name == "cause") {
            return value;
        }
    }
    return error.code;
}

// After these nothing has happened, and the next append may well succeed.
bool leaves_no_doubt(const Error& error) {
    return error.code == "disk-full" || error.code == "county-busy";
}

}  // namespace

GroupWriter::GroupWriter(Connection connection, const std::string& county,
                         const ledger::Receipt& head)
    : connection_(std::move(connection)), batches_(connection_, county), head_(head) {}

ledger::Receipt GroupWriter::head() const {
    const std::lock_guard lock(mutex_);
    return head_;
}

std::vector<Result<ledger::Receipt>> GroupWriter::write(Group group) {
    Transaction transaction{.head = head_, .answers = {}};
    try {
        if (const auto done = carry_out(group, transaction); !done) {
            give_up(done.error(), group.size(), transaction.answers);
        }
    } catch (const std::exception& bug) {
        stop({"bug", {{"cause", bug.what()}}});
        batches_.roll_back();
        throw;
    }
    return std::move(transaction.answers);
}

Result<void> GroupWriter::carry_out(Group group, Transaction& transaction) {
    if (stopped_) {
        return tl::unexpected(*stopped_);
    }
    auto done = batches_.begin();
    for (auto one = group.begin(); done && one != group.end(); ++one) {
        done = write_one(**one, transaction);
    }
    return done ? commit(transaction) : done;
}

// An answer is a receipt or what is wrong with this append; the returned error is the database's.
Result<void> GroupWriter::write_one(Waiting& one, Transaction& transaction) {
    const std::string& key = one.append.idempotency_key;
    if (!key.empty()) {
        auto first = batches_.find(key);
        if (!first) {
            return tl::unexpected(first.error());
        }
        if (*first) {
            (*first)->repeated = true;
            transaction.answers.emplace_back(**first);
            return {};
        }
    }
    if (!one.lines) {
        transaction.answers.emplace_back(tl::unexpected(one.lines.error()));
        return {};
    }
    const auto batch = ledger::sealed(one.append, *std::move(one.lines), transaction.head);
    if (!batch) {
        transaction.answers.emplace_back(tl::unexpected(batch.error()));
        return {};
    }
    const ledger::Receipt& before = transaction.head;
    const ledger::Receipt receipt{before.batch + 1, before.last + 1,
                                  before.last + batch->lines.size(), batch->digest, false};
    auto inserted = batches_.insert(*batch, key, receipt);
    if (inserted) {
        transaction.head = receipt;
        transaction.answers.emplace_back(receipt);
    }
    return inserted;
}

Result<void> GroupWriter::commit(const Transaction& transaction) {
    if (transaction.head == head_) {
        batches_.roll_back();
        return {};
    }
    if (auto committed = batches_.commit(); !committed) {
        stop(committed.error());
        return committed;
    }
    {
        const std::lock_guard lock(mutex_);
        head_ = transaction.head;
    }
    // The group is safe in the write-ahead log whatever becomes of the checkpoint.
    if (const auto moved = connection_.checkpoint_when_due(); !moved) {
        stop(moved.error());
    }
    return {};
}

// Every answer that rests on the commit, and every one not yet given, becomes the error.
void GroupWriter::give_up(const Error& error, std::size_t group_size, Answers& answers) {
    batches_.roll_back();
    if (!leaves_no_doubt(error)) {
        stop(error);
    }
    for (Result<ledger::Receipt>& answer : answers) {
        if (answer && answer->batch > head_.batch) {
            answer = tl::unexpected(error);
        }
    }
    answers.resize(group_size, tl::unexpected(error));
}

void GroupWriter::stop(const Error& error) {
    if (!stopped_) {
        stopped_ =
            Error{"store-failed", {{"path", connection_.shown()}, {"cause", cause_of(error)}}};
        connection_.leave_write_ahead_log();
    }
}

}  // namespace benniu::store
