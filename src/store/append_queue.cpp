#include "store/append_queue.hpp"

#include "base/limits.hpp"

namespace benniu::store {

Result<ledger::Receipt> AppendQueue::wait_for_answer(Waiting& one) {
    bool leads = false;
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(&one);
        leads = !std::exchange(somebody_leads_, true);
    }
    if (!leads) {
        one.woken->acquire();
    }
    if (!one.answer && !one.bug) {
        lead();
    }
    if (one.bug) {
        std::rethrow_exception(one.bug);
    }
    return *std::move(one.answer);
}

// The leader stands first in the queue, so its own append is in the group.
void AppendQueue::lead() {
    const std::vector<Waiting*> group = next_group();
    std::vector<Result<ledger::Receipt>> answers;
    std::exception_ptr bug;
    try {
        answers = write_(group);
        ensure(answers.size() == group.size(), "every append of a group is answered");
    } catch (...) {
        bug = std::current_exception();
    }
    hand_on();
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (bug) {
            group[i]->bug = bug;
        } else {
            group[i]->answer = std::move(answers[i]);
        }
        const auto woken = group[i]->woken;
        woken->release();
    }
}

std::vector<Waiting*> AppendQueue::next_group() {
    const std::lock_guard lock(mutex_);
    std::vector<Waiting*> group;
    std::size_t facts = 0;
    while (!queue_.empty()) {
        facts += queue_.front()->facts();
        if (!group.empty() && facts > limits::facts_per_transaction) {
            break;
        }
        group.push_back(queue_.front());
        queue_.pop_front();
    }
    return group;
}

// Wakes the next leader, who stands first in the queue, without an answer.
void AppendQueue::hand_on() {
    std::shared_ptr<std::binary_semaphore> next;
    {
        const std::lock_guard lock(mutex_);
        somebody_leads_ = !queue_.empty();
        if (somebody_leads_) {
            next = queue_.front()->woken;
        }
    }
    if (next) {
        next->release();
    }
}

}  // namespace benniu::store
