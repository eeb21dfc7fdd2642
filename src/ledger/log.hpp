// The port through which facts are kept. Implemented by the edge `store` on SQLite (later
// PostgreSQL) and by `MemoryLog` for tests and dry runs. One writer per county.
//
// A batch is all or nothing. When `append` has returned a receipt, the batch is on disk for good.
// The chain: digest_k = SM3(digest_{k-1} ‖ length of text_k, 8 bytes big-endian ‖ text_k), where
// text_k is the batch's canonical text and digest_0 is all zero.
#pragma once

#include <functional>

#include "ledger/fact.hpp"

namespace benniu::ledger {

struct Append {
    std::string idempotency_key;  // the same key again returns the first receipt and writes nothing
    std::string by;               // the acting post
    Instant recorded;
    std::vector<Deed> deeds;  // 1 … limits::facts_per_batch
};

struct Receipt {
    std::uint64_t batch = 0;
    Sequence first = 0;
    Sequence last = 0;
    Digest digest;  // the chain's head after this batch
    bool repeated = false;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

// A batch as it is stored: everything the chain covers.
struct StoredBatch {
    std::string header;              // canonical JSON of number, key, by, recorded, first, facts
    std::vector<std::string> lines;  // canonical_line of each deed
    Digest digest;
    friend bool operator==(const StoredBatch&, const StoredBatch&) = default;
};

struct BatchHeader {
    std::uint64_t number = 0;
    std::string idempotency_key;
    std::string by;
    Instant recorded;
    Sequence first = 0;
    std::uint64_t facts = 0;
    friend bool operator==(const BatchHeader&, const BatchHeader&) = default;
};

[[nodiscard]] std::string canonical_header(const BatchHeader& header);
[[nodiscard]] Result<BatchHeader> parse_header(std::string_view text);

// The batch's canonical text is its header and lines, each ended by "\n".
[[nodiscard]] Digest chained(const Digest& previous, const std::string& header,
                             const std::vector<std::string>& lines);

// The canonical line of each deed: the part of sealing that needs no head, so that many threads may
// do it at once. Each line is read back, so that nothing is kept that `verify` would refuse later.
// Errors: empty-batch, batch-too-large, batch-too-many-bytes, fact-too-large, bad-fact.
[[nodiscard]] Result<std::vector<std::string>> canonical_lines(const Append& append);
// Makes the stored form of `append`, whose canonical lines are `lines`, as the batch after `head`.
// Error: bad-batch.
[[nodiscard]] Result<StoredBatch> sealed(const Append& append, std::vector<std::string> lines,
                                         const Receipt& head);

[[nodiscard]] Receipt receipt_of(const BatchHeader& header, const Digest& digest);

class Log {
  public:
    Log() = default;
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    virtual ~Log() = default;

    // Safe to call from several threads at once. Errors: as `sealed`, and the store's own.
    [[nodiscard]] virtual Result<Receipt> append(const Append& append) = 0;
    // The receipt of the newest batch; all zero when there is none.
    [[nodiscard]] virtual Result<Receipt> head() const = 0;
    // Hands over every batch after number `after`, in order, as stored. Stops at the first failure.
    [[nodiscard]] virtual Result<void> read(
        std::uint64_t after, const std::function<Result<void>(const StoredBatch&)>& take) const = 0;
};

// Recomputes the chain. Errors name the batch and the fact: chain-broken, bad-fact, gap-in-facts.
[[nodiscard]] Result<Receipt> verify(const Log& log);

class MemoryLog : public Log {
  public:
    [[nodiscard]] Result<Receipt> append(const Append& append) override;
    [[nodiscard]] Result<Receipt> head() const override;
    [[nodiscard]] Result<void> read(
        std::uint64_t after,
        const std::function<Result<void>(const StoredBatch&)>& take) const override;

  private:
    std::vector<StoredBatch> batches_;
    Receipt head_;
};

}  // namespace benniu::ledger
