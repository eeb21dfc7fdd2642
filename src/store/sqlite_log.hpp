// A county's ledger on SQLite: what `ledger::Log` promises, kept in <COUNTY>/county.db.
//
// At most one SqliteLog writes a county, held by a lock; any number reads, each call from a
// snapshot of its own. When `append` has returned a receipt, the batch has been fsynced. When a
// commit fails, nobody knows what reached the disk: the log then takes nothing more until it is
// opened again, and the same idempotency key tells whether the batch was kept.
#pragma once

#include <memory>

#include "ledger/log.hpp"
#include "store/county_folder.hpp"

namespace benniu::store {

class WriterLock;

class SqliteLog : public ledger::Log {
  public:
    // A new, empty county, opened for writing. Errors: county-exists, bad-county-name,
    // no-such-folder, county-in-use, no-permission, read-only, disk-full, store-failed.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLog>> create(
        const std::filesystem::path& county);
    // Errors: no-such-county, not-a-county, newer-schema, older-schema (to readers), county-in-use,
    // no-permission, read-only, disk-full, file-damaged, row-damaged, row-missing, county-busy,
    // store-failed.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLog>> open(
        const std::filesystem::path& county, Access access);
    SqliteLog(const SqliteLog&) = delete;
    SqliteLog& operator=(const SqliteLog&) = delete;
    ~SqliteLog() override;

    // Errors: as the port, opened-for-reading, disk-full (nothing was written and the log goes on),
    // county-busy, store-failed (the log has stopped).
    [[nodiscard]] Result<ledger::Receipt> append(const ledger::Append& append) override;
    [[nodiscard]] Result<ledger::Receipt> head() const override;
    // Errors: row-damaged, row-missing, file-damaged, each with the batch and fact where it
    // stopped.
    [[nodiscard]] Result<void> read(
        std::uint64_t after,
        const std::function<Result<void>(const ledger::StoredBatch&)>& take) const override;

    // Whether the file's pages are sound where no row is read: indexes, free space, the order of
    // pages. Error: file-damaged.
    [[nodiscard]] Result<void> check_pages() const;

  private:
    struct Writing;  // what only a writer has

    SqliteLog(CountyFolder folder, std::string county);
    [[nodiscard]] static Result<std::unique_ptr<SqliteLog>> open_writing(const CountyFolder& folder,
                                                                         WriterLock lock);
    [[nodiscard]] static Result<std::unique_ptr<SqliteLog>> open_reading(
        const CountyFolder& folder);

    CountyFolder folder_;
    std::string county_;
    std::unique_ptr<Writing> writing_;
};

}  // namespace benniu::store
