#include "model/entry_draft.hpp"

#include <utility>

namespace benniu::model {

namespace {

const Value blank_value = Blank{};

}  // namespace

EntryDraft EntryDraft::of(const LedgerDefinition& definition) {
    EntryDraft draft;
    draft.fields.resize(definition.fields.size());
    draft.stages.resize(definition.stages.size());
    return draft;
}

std::optional<Reading>& EntryDraft::at(DraftColumn column) {
    switch (column.part) {
        case DraftPart::field:
            return fields.at(column.index);
        case DraftPart::occurred:
            return stages.at(column.index).occurred;
        case DraftPart::reported:
            return stages.at(column.index).reported;
        case DraftPart::verdict:
            return stages.at(column.index).verdict;
        case DraftPart::verified:
            break;
    }
    return stages.at(column.index).verified;
}

const std::optional<Reading>& EntryDraft::at(DraftColumn column) const {
    return const_cast<EntryDraft&>(*this).at(column);  // NOLINT: reads only
}

const Value& EntryDraft::value(DraftColumn column) const {
    const std::optional<Reading>& reading = at(column);
    return reading ? reading->value : blank_value;
}

const std::string& stage_word(const StageWords& words, DraftPart part) {
    switch (part) {
        case DraftPart::occurred:
            return words.occurred;
        case DraftPart::reported:
            return words.reported;
        case DraftPart::verdict:
            return words.verdict;
        case DraftPart::field:
        case DraftPart::verified:
            break;
    }
    return words.verified;
}

std::string column_name(const LedgerDefinition& definition, DraftColumn column) {
    if (column.part == DraftPart::field) {
        return definition.fields.at(column.index).name;
    }
    return definition.stages.at(column.index) + "·" + stage_word(definition.words, column.part);
}

}  // namespace benniu::model
