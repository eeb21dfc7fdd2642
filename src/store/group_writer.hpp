// Carries a group of appends into one transaction and keeps the head of the chain. What is wrong
// with one append's content fails that append alone; what is wrong with the disk fails all that
// rest on the commit.
//
// Invariant: `head` is the receipt of the newest batch known to be on disk. After a failure that
// leaves this in doubt nothing more is taken (store-failed); only opening the county again, which
// reads what is really there, can tell.
#pragma once

#include <mutex>

#include "store/append_queue.hpp"
#include "store/batch_writer.hpp"

namespace benniu::store {

class GroupWriter {
  public:
    GroupWriter(Connection connection, const std::string& county, const ledger::Receipt& head);

    // Called by one thread at a time; the answers in the group's order.
    [[nodiscard]] std::vector<Result<ledger::Receipt>> write(Group group);
    // May be called at any time.
    [[nodiscard]] ledger::Receipt head() const;

  private:
    using Answers = std::vector<Result<ledger::Receipt>>;
    struct Transaction {
        ledger::Receipt head;
        Answers answers;
    };

    [[nodiscard]] Result<void> carry_out(Group group, Transaction& transaction);
    [[nodiscard]] Result<void> write_one(Waiting& one, Transaction& transaction);
    [[nodiscard]] Result<void> commit(const Transaction& transaction);
    void give_up(const Error& error, std::size_t group_size, Answers& answers);
    void stop(const Error& error);

    Connection connection_;
    BatchWriter batches_;
    mutable std::mutex mutex_;
    ledger::Receipt head_;  // written under mutex_
    std::optional<Error> stopped_;
};

}  // namespace benniu::store
