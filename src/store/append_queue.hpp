// Group commit: many threads append at once, one of them carries the appends of all who wait into
// one transaction, so that they share one fsync. The thread at the head of the queue leads; when
// its group is answered, the next one waiting leads the next group. No thread of its own.
#pragma once

#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <span>
#include <vector>

#include "ledger/log.hpp"

namespace benniu::store {

// One append that waits for its answer. Lives on the stack of the thread that asks.
struct Waiting {
    const ledger::Append& append;
    Result<std::vector<std::string>> lines;  // ledger::canonical_lines, or why there are none
    std::optional<Result<ledger::Receipt>> answer = std::nullopt;
    std::exception_ptr bug = nullptr;  // instead of an answer
    // Each thread sleeps on its own signal, so that an answered group does not wake up into a queue
    // before one lock. Shared, because the waker may still hold it when the woken one is gone.
    std::shared_ptr<std::binary_semaphore> woken = std::make_shared<std::binary_semaphore>(0);

    [[nodiscard]] std::size_t facts() const { return lines ? lines->size() : 0; }
};

using Group = std::span<Waiting* const>;

class AppendQueue {
  public:
    // One answer for each of a group, in its order; is called by one thread at a time.
    using Write = std::function<std::vector<Result<ledger::Receipt>>(Group)>;
    explicit AppendQueue(Write write) : write_(std::move(write)) {}

    [[nodiscard]] Result<ledger::Receipt> wait_for_answer(Waiting& one);

  private:
    void lead();
    [[nodiscard]] std::vector<Waiting*> next_group();
    void hand_on();

    Write write_;
    std::mutex mutex_;
    std::deque<Waiting*> queue_;
    bool somebody_leads_ = false;
};

}  // namespace benniu::store
