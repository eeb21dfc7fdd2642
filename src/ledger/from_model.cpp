#include "ledger/from_model.hpp"

namespace benniu::ledger {

namespace {

std::optional<Date> date_of(const std::optional<model::Reading>& reading,
                            const std::optional<Date>& otherwise) {
    if (!reading) {
        return otherwise;
    }
    const Date* const date = std::get_if<Date>(&reading->value);
    return date == nullptr ? std::nullopt : std::optional<Date>(*date);
}

Verdict verdict_of(const std::optional<model::Reading>& reading, Verdict otherwise) {
    if (!reading) {
        return otherwise;
    }
    const bool* const passed = std::get_if<bool>(&reading->value);
    if (passed == nullptr) {
        return Verdict::pending;
    }
    return *passed ? Verdict::passed : Verdict::failed;
}

std::vector<FieldValue> changed_fields(const ProposedEntry& proposed) {
    std::vector<FieldValue> changed;
    for (std::size_t i = 0; i < proposed.definition.fields.size(); ++i) {
        const std::optional<model::Reading>& reading = proposed.draft.fields.at(i);
        if (!reading) {
            continue;
        }
        const bool is_known = proposed.existing == nullptr
                                  ? model::is_blank(reading->value)
                                  : proposed.existing->fields.at(i) == reading->value;
        if (!is_known) {
            changed.push_back({proposed.definition.fields[i].name, reading->value});
        }
    }
    return changed;
}

std::vector<Deed> stage_deeds(const ProposedEntry& proposed, std::size_t stage) {
    const StageRecord known =
        proposed.existing == nullptr ? StageRecord{} : proposed.existing->stages.at(stage);
    const model::StageReading& read = proposed.draft.stages.at(stage);
    const std::string& ledger = proposed.definition.name;
    const std::string& name = proposed.definition.stages.at(stage);
    std::vector<Deed> deeds;
    const auto occurred = date_of(read.occurred, known.occurred);
    const auto reported = date_of(read.reported, known.reported);
    if (occurred != known.occurred || reported != known.reported) {
        deeds.emplace_back(
            StageReported{ledger, proposed.key, name, occurred, reported, proposed.source});
    }
    const auto verdict = verdict_of(read.verdict, known.verdict);
    const auto verified = date_of(read.verified, known.verified);
    if (verdict != known.verdict || verified != known.verified) {
        deeds.emplace_back(
            StageVerified{ledger, proposed.key, name, verdict, verified, proposed.source});
    }
    return deeds;
}

}  // namespace

std::vector<Deed> proposed_deeds(const ProposedEntry& proposed) {
    std::vector<Deed> deeds;
    auto fields = changed_fields(proposed);
    if (!fields.empty() || proposed.existing == nullptr) {
        deeds.emplace_back(EntryRecorded{proposed.definition.name, proposed.key, std::move(fields),
                                         proposed.source});
    }
    for (std::size_t i = 0; i < proposed.definition.stages.size(); ++i) {
        auto of_stage = stage_deeds(proposed, i);
        std::move(of_stage.begin(), of_stage.end(), std::back_inserter(deeds));
    }
    return deeds;
}

}  // namespace benniu::ledger
