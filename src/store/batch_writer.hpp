// Puts sealed batches into the two tables and finds one by its idempotency key. One transaction at
// a time, one thread at a time.
#pragma once

#include <memory>
#include <optional>

#include "ledger/log.hpp"
#include "store/connection.hpp"

namespace benniu::store {

class BatchWriter {
  public:
    BatchWriter(const Connection& connection, const std::string& county);
    BatchWriter(const BatchWriter&) = delete;
    BatchWriter& operator=(const BatchWriter&) = delete;
    ~BatchWriter();

    [[nodiscard]] Result<void> begin();
    // The receipt of the batch kept under `key`; nothing when there is none. Errors: row-damaged
    // and the connection's own.
    [[nodiscard]] Result<std::optional<ledger::Receipt>> find(const std::string& key);
    [[nodiscard]] Result<void> insert(const ledger::StoredBatch& batch, const std::string& key,
                                      const ledger::Receipt& receipt);
    // When this fails it is not known whether the batches are on disk.
    [[nodiscard]] Result<void> commit();
    void roll_back();

  private:
    struct Statements;
    [[nodiscard]] Result<void> prepare();

    const Connection& connection_;
    std::string county_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace benniu::store
