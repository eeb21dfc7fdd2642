// Hands over batches from the two tables one by one, as they are stored, and holds every column to
// what the batch's header says: a row that was changed, moved, added or lost is an error with its
// place. What a line or a header says inside is for `ledger::verify`.
#pragma once

#include "ledger/log.hpp"
#include "store/connection.hpp"

namespace benniu::store {

using Take = std::function<Result<void>(const ledger::StoredBatch&)>;

// The name under which the county's rows are kept. Errors: row-damaged and the connection's own.
[[nodiscard]] Result<std::string> read_county(const Connection& connection);

// Every batch after number `after`, from one snapshot. Holds one batch in memory. Errors:
// row-damaged, gap-in-facts, the connection's own, and those of `take`.
[[nodiscard]] Result<void> read_batches(const Connection& connection, const std::string& county,
                                        std::uint64_t after, const Take& take);

// The newest batch's receipt. Errors: row-damaged, gap-in-facts and the connection's own.
[[nodiscard]] Result<ledger::Receipt> read_head(const Connection& connection,
                                                const std::string& county);

}  // namespace benniu::store
