#include "store/append_queue.hpp"

#include "base/limits.hpp"

namespace benniu::store {

Result<ledger::Receipt> AppendQueue::wait_for_answer(Waiting& one) {
    std::unique_lock lock(mutex_);
    queue_.push_back(&one);
    if (!somebody_leads_) {
        somebody_leads_ = true;
        one.leads = true;
    }
    one.woken.wait(lock, [&] { return one.answer || one.bug || one.leads; });
    if (!one.answer && !one.bug) {
        lead(lock);
    }
    if (one.bug) {
        std::rethrow_exception(one.bug);
    }
    return *std::move(one.answer);
}

// The leader stands first in the queue, so its own append is in the group.
void AppendQueue::lead(std::unique_lock<std::mutex>& lock) {
    const std::vector<Waiting*> group = next_group();
    std::vector<Result<ledger::Receipt>> answers;
    std::exception_ptr bug;
    lock.unlock();
    try {
        answers = write_(group);
        ensure(answers.size() == group.size(), "every append of a group is answered");
    } catch (...) {
        bug = std::current_exception();
    }
    lock.lock();
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (bug) {
            group[i]->bug = bug;
        } else {
            group[i]->answer = std::move(answers[i]);
        }
        group[i]->woken.notify_one();
    }
    if (queue_.empty()) {
        somebody_leads_ = false;
    } else {
        queue_.front()->leads = true;
        queue_.front()->woken.notify_one();
    }
}

std::vector<Waiting*> AppendQueue::next_group() {
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

}  // namespace benniu::store
