#include "intake/duplicates.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace benniu::intake {

namespace {

using model::DraftPart;

constexpr std::string_view between_fields = "\x1f";  // in no cell

// The values that make two entries the same thing; nothing when one of them is blank.
template <typename ValueOf>
std::optional<std::string> identity(const model::LedgerDefinition& definition, ValueOf value_of) {
    std::string identity;
    for (const std::string& field : definition.unique->fields) {
        const std::string text = model::plain_text(value_of(field));
        if (text.empty()) {
            return std::nullopt;
        }
        identity += text;
        identity += between_fields;
    }
    return identity;
}

model::Value value_in(const model::LedgerDefinition& definition, const model::EntryDraft& draft,
                      const std::string& field) {
    const auto index = definition.field_index(field);
    return index ? draft.value({DraftPart::field, *index}) : model::Value();
}

std::optional<std::string> identity_of(const model::LedgerDefinition& definition,
                                       const model::EntryDraft& draft) {
    return identity(definition,
                    [&](const std::string& field) { return value_in(definition, draft, field); });
}

std::map<std::string, const ledger::Entry*> known_by_identity(
    const model::LedgerDefinition& definition, const ledger::LedgerEntries* known) {
    std::map<std::string, const ledger::Entry*> entries;
    if (known == nullptr) {
        return entries;
    }
    for (const ledger::Entry& entry : known->entries) {
        const auto same = identity(
            definition, [&](const std::string& field) { return known->value(entry, field); });
        if (same) {
            entries.emplace(*same, &entry);
        }
    }
    return entries;
}

// Two declarations with one number are one declaration, brought again.
bool is_another(const model::LedgerDefinition& definition, const model::EntryDraft& draft,
                const ledger::LedgerEntries& known, const ledger::Entry& entry) {
    const std::string& field = definition.unique->told_apart_by;
    const model::Value mine = value_in(definition, draft, field);
    const model::Value& recorded = known.value(entry, field);
    return !model::is_blank(mine) && !model::is_blank(recorded) && mine != recorded;
}

std::optional<Date> reported_on(const model::LedgerDefinition& definition,
                                const model::EntryDraft& draft) {
    const auto stage = definition.stage_index(definition.unique->first_by_stage);
    if (!stage) {
        return std::nullopt;
    }
    const Date* const date = std::get_if<Date>(&draft.value({DraftPart::reported, *stage}));
    return date == nullptr ? std::nullopt : std::optional<Date>(*date);
}

}  // namespace

std::vector<Duplicate> duplicates(const model::LedgerDefinition& definition,
                                  std::span<const Declaration> declarations,
                                  const ledger::LedgerEntries* known) {
    std::vector<Duplicate> found;
    if (!definition.unique) {
        return found;
    }
    std::vector<std::size_t> order(declarations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto first = reported_on(definition, *declarations[a].draft);
        const auto second = reported_on(definition, *declarations[b].draft);
        return first && (!second || *first < *second);
    });
    const auto recorded = known_by_identity(definition, known);
    std::map<std::string, std::size_t> standing;
    for (const std::size_t index : order) {
        const model::EntryDraft& draft = *declarations[index].draft;
        const auto same = identity_of(definition, draft);
        if (!same) {
            continue;
        }
        const auto entry = recorded.find(*same);
        if (entry != recorded.end() && is_another(definition, draft, *known, *entry->second)) {
            found.push_back({index, entry->second->source});
            continue;
        }
        const auto [first, is_first] = standing.emplace(*same, index);
        if (!is_first) {
            found.push_back({index, declarations[first->second].source});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Duplicate& a, const Duplicate& b) { return a.declaration < b.declaration; });
    return found;
}

}  // namespace benniu::intake
