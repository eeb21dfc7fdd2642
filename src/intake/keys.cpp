#include "intake/keys.hpp"

#include <map>
#include <set>
#include <tuple>

namespace benniu::intake {

namespace {

using model::DraftPart;

// A ledger's name and a text within it.
using InLedger = std::pair<std::string, std::string>;

std::string numbered(const std::string& key, int number) {
    return number == 1 ? key : key + " #" + std::to_string(number);
}

// The number by which the ledger tells declarations apart, or "".
std::string number_of(const model::LedgerDefinition& ledger, const model::EntryDraft& draft) {
    const auto field =
        ledger.unique ? ledger.field_index(ledger.unique->told_apart_by) : std::nullopt;
    return field ? model::plain_text(draft.value({DraftPart::field, *field})) : "";
}

std::string number_of(const model::LedgerDefinition& ledger, const ledger::Entry& entry) {
    const auto field =
        ledger.unique ? ledger.field_index(ledger.unique->told_apart_by) : std::nullopt;
    return field ? model::plain_text(entry.fields.at(*field)) : "";
}

class Keying {
  public:
    explicit Keying(const ledger::County& now) : now_(now) {}

    std::vector<KeyedDraft> run(std::span<const CleanDraft> drafts) && {
        for (const CleanDraft& each : drafts) {
            match_by_key(each);
        }
        gather_numbers();
        for (KeyedDraft& each : keyed_) {
            if (each.known == nullptr) {
                match_by_number(each);
            }
        }
        return std::move(keyed_);
    }

  private:
    void match_by_key(const CleanDraft& each) {
        const std::string key = key_of(*each.ledger, *each.draft);
        KeyedDraft keyed{each.ledger, each.draft, numbered(key, ++used_[{each.ledger->name, key}]),
                         nullptr};
        const ledger::Entry* const entry = known_entry(now_, *each.ledger, keyed.key);
        if (entry != nullptr) {
            const std::string mine = number_of(*each.ledger, *each.draft);
            const std::string recorded = number_of(*each.ledger, *entry);
            if (mine.empty() || recorded.empty() || mine == recorded) {
                keyed.known = entry;
                taken_.emplace(each.ledger->name, entry->key);
            }
        }
        keyed_.push_back(std::move(keyed));
    }

    // The known entries that no draft was found for by its key.
    void gather_numbers() {
        std::set<const model::LedgerDefinition*> ledgers;
        for (const KeyedDraft& each : keyed_) {
            ledgers.insert(each.ledger);
        }
        for (const model::LedgerDefinition* const ledger : ledgers) {
            const ledger::LedgerEntries* const known = now_.ledger(ledger->name);
            if (known == nullptr || !ledger->unique) {
                continue;
            }
            for (const ledger::Entry& entry : known->entries) {
                const std::string number = number_of(*ledger, entry);
                if (!number.empty() && !taken_.contains({ledger->name, entry.key})) {
                    by_number_.emplace(InLedger(ledger->name, number), &entry);
                }
            }
        }
    }

    void match_by_number(KeyedDraft& each) {
        const std::string number = number_of(*each.ledger, *each.draft);
        const auto same = by_number_.find({each.ledger->name, number});
        if (same != by_number_.end()) {
            each.known = same->second;
            each.key = same->second->key;
            by_number_.erase(same);
            return;
        }
        // The key may belong to another thing already.
        const std::string key = key_of(*each.ledger, *each.draft);
        while (known_entry(now_, *each.ledger, each.key) != nullptr) {
            each.key = numbered(key, ++used_[{each.ledger->name, key}]);
        }
    }

    const ledger::County& now_;
    std::vector<KeyedDraft> keyed_;
    std::map<InLedger, int> used_;  // how often each key was given in this import
    std::set<InLedger> taken_;      // keys of known entries that were found
    std::map<InLedger, const ledger::Entry*> by_number_;
};

}  // namespace

std::vector<KeyedDraft> keyed(std::span<const CleanDraft> drafts, const ledger::County& now) {
    return Keying(now).run(drafts);
}

std::string key_of(const model::LedgerDefinition& ledger, const model::EntryDraft& draft) {
    std::string key;
    for (const std::string& field : ledger.key) {
        const auto index = ledger.field_index(field);
        key += key.empty() ? "" : " / ";
        key += index ? model::plain_text(draft.value({DraftPart::field, *index})) : "";
    }
    return key;
}

const ledger::Entry* known_entry(const ledger::County& now, const model::LedgerDefinition& ledger,
                                 const std::string& key) {
    const ledger::LedgerEntries* const entries = now.ledger(ledger.name);
    return entries == nullptr ? nullptr : entries->find(key);
}

}  // namespace benniu::intake
