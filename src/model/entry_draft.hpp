// An entry as somebody wrote it, before it is a fact: what was read in each field and stage column,
// what stood there, and what was wrong with the writing. Fed by intake's sheets and by forms; read
// by entry_check (is it admissible?) and by ledger (which facts would it be?).
//
// A reading that is absent was not asked for: the sheet has no such column, the form no such field.
// It says nothing, so it neither breaks a rule nor blanks what is known.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/ledger_definition.hpp"
#include "model/value.hpp"

namespace benniu::model {

struct Reading {
    Value value;          // blank when nothing stands there, and when nobody could read it
    std::string written;  // as it stood, tidied; "" when nothing did
    std::string problem;  // what hindered the reading, the code of a finding; "" for nothing
    Words words;          // for the sentences of `problem`

    [[nodiscard]] bool is_blank() const { return written.empty() && problem.empty(); }
    friend bool operator==(const Reading&, const Reading&) = default;
};

struct StageReading {
    std::optional<Reading> occurred;  // a date
    std::optional<Reading> reported;  // a date
    std::optional<Reading> verdict;   // yes: passed, no: failed, blank: pending
    std::optional<Reading> verified;  // a date
    friend bool operator==(const StageReading&, const StageReading&) = default;
};

// Which reading of a draft: a field, or one of the four columns of a stage.
enum class DraftPart { field, occurred, reported, verdict, verified };

struct DraftColumn {
    DraftPart part = DraftPart::field;
    std::size_t index = 0;  // of the field or of the stage in the definition
    friend auto operator<=>(const DraftColumn&, const DraftColumn&) = default;
};

struct EntryDraft {
    std::vector<std::optional<Reading>> fields;  // in the order of the definition
    std::vector<StageReading> stages;            // in the order of the definition

    // Nothing read yet.
    static EntryDraft of(const LedgerDefinition& definition);

    [[nodiscard]] std::optional<Reading>& at(DraftColumn column);
    [[nodiscard]] const std::optional<Reading>& at(DraftColumn column) const;
    // Blank when it was not asked for.
    [[nodiscard]] const Value& value(DraftColumn column) const;
    friend bool operator==(const EntryDraft&, const EntryDraft&) = default;
};

// "计划总投资", "签约·完成日期".
[[nodiscard]] std::string column_name(const LedgerDefinition& definition, DraftColumn column);

// "完成日期": the word of one of a stage's four columns.
[[nodiscard]] const std::string& stage_word(const StageWords& words, DraftPart part);

}  // namespace benniu::model
