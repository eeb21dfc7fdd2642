// Where a county lies on disk: a folder with the database and the writer's lock in it. Fed by the
// path somebody typed; read by everything in `store`. Says in plain words why a county cannot be
// reached, before SQLite would say «unable to open database file».
//
// Never opens county.db itself: closing a second descriptor would drop SQLite's own file locks.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace benniu::store {

enum class Access { read, write };

class CountyFolder {
  public:
    explicit CountyFolder(const std::filesystem::path& path);

    [[nodiscard]] std::string shown() const;  // for sentences
    [[nodiscard]] std::filesystem::path database() const { return path_ / "county.db"; }
    // The database while it is being made; becomes `database` by one rename.
    [[nodiscard]] std::filesystem::path unfinished() const {
        return path_ / "county.db.unfinished";
    }
    [[nodiscard]] std::filesystem::path write_ahead_log() const { return path_ / "county.db-wal"; }
    [[nodiscard]] std::filesystem::path writer_lock() const { return path_ / "writer.lock"; }

    // The folder's own name, under which the county's rows are kept. Error: bad-county-name.
    [[nodiscard]] Result<std::string> name() const;

    // Errors: no-such-county, not-a-county, no-permission, read-only.
    [[nodiscard]] Result<void> check_reachable(Access access) const;
    // Makes the folder when it is missing. Errors: county-exists, no-such-folder, no-permission,
    // read-only, disk-full.
    [[nodiscard]] Result<void> prepare() const;
    // Puts the finished database in its place, for good. Errors as `prepare`.
    [[nodiscard]] Result<void> finish() const;
    void remove_unfinished() const;

    [[nodiscard]] bool is_writable() const;

  private:
    std::filesystem::path path_;
};

// The error that the operating system reported last, about `path`.
[[nodiscard]] Error system_error(int error_number, const std::string& path);

// So that a name just made or moved in `folder` survives a power cut. 0, or the error number.
[[nodiscard]] int sync_folder(const std::filesystem::path& folder);

}  // namespace benniu::store
