// What happened, as somebody said it: the only truth of the house. Facts are appended in batches
// and never changed or deleted; a correction is another fact that follows. Fed by app and intake,
// kept by store, folded into entries by entries.hpp.
//
// Four times are kept apart: when it occurred, when the unit reported it, when others verified it
// (dates in the fact), and when it was recorded here (the batch's instant).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/result.hpp"
#include "model/value.hpp"

namespace benniu::ledger {

// Facts of a county are numbered 1, 2, 3 … without a gap.
using Sequence = std::uint64_t;

// Where a fact was read from, for people who check it.
struct Source {
    std::string file;
    std::string sheet;
    int row = 0;
    friend bool operator==(const Source&, const Source&) = default;
};

struct FieldValue {
    std::string field;
    model::Value value;
    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

struct CountyFounded {
    std::string name;
    std::string pack;
    friend bool operator==(const CountyFounded&, const CountyFounded&) = default;
};

// The first one opens the entry, later ones correct the fields they name.
struct EntryRecorded {
    std::string ledger;
    std::string entry;
    std::vector<FieldValue> fields;
    Source source;
    friend bool operator==(const EntryRecorded&, const EntryRecorded&) = default;
};

struct StageReported {
    std::string ledger;
    std::string entry;
    std::string stage;
    std::optional<Date> occurred;
    std::optional<Date> reported;
    Source source;
    friend bool operator==(const StageReported&, const StageReported&) = default;
};

// Persisted: the words of print are "pending", "passed", "failed".
enum class Verdict { pending, passed, failed };

struct StageVerified {
    std::string ledger;
    std::string entry;
    std::string stage;
    Verdict verdict = Verdict::pending;
    std::optional<Date> verified;
    Source source;
    friend bool operator==(const StageVerified&, const StageVerified&) = default;
};

// What a sealed result was computed from, so that anybody can compute it again.
struct SealedResult {
    std::string method;
    std::string period;
    Digest method_text;
    Digest result;
    friend bool operator==(const SealedResult&, const SealedResult&) = default;
};

// A file as it was then; its bytes are in the county's `Keep`.
struct KeptFile {
    std::string path;
    Digest digest;
    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

// The rules as they stood when something was first sealed under them: the pack's ledgers, methods
// and calendar. Later facts name them by `digest_of`.
struct RulesKept {
    std::vector<KeptFile> files;
    friend bool operator==(const RulesKept&, const RulesKept&) = default;
};
[[nodiscard]] Digest digest_of(const RulesKept& rules);

// From here on the month's results are those at `cut` under `rules`, whatever is recorded or
// written into the rules later.
struct PeriodClosed {
    std::string period;
    Sequence cut = 0;
    Digest rules;
    std::vector<SealedResult> results;
    friend bool operator==(const PeriodClosed&, const PeriodClosed&) = default;
};

struct BulletinIssued {
    int year = 0;
    int number = 0;
    std::string period;
    Sequence cut = 0;
    Digest rules;
    Digest document;  // its bytes are in the county's `Keep`
    std::vector<SealedResult> results;
    int corrects = 0;  // the number of the bulletin it corrects; 0 for none
    friend bool operator==(const BulletinIssued&, const BulletinIssued&) = default;
};

using Deed = std::variant<CountyFounded, EntryRecorded, StageReported, StageVerified, RulesKept,
                          PeriodClosed, BulletinIssued>;

// Persisted: one line of JSON with its members in a fixed order; the chain hashes these bytes.
[[nodiscard]] std::string canonical_line(const Deed& deed);
// Reads exactly what canonical_line writes. Error: bad-fact.
[[nodiscard]] Result<Deed> parse_line(std::string_view line);

}  // namespace benniu::ledger
