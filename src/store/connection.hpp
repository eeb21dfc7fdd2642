// One open connection to a county's database, set up as the house needs it, and the only place
// where the database's failures become the house's words. Used by one thread at a time.
//
// A writing connection: write-ahead log, an fsync with every commit, foreign keys on, checkpoints
// only when asked for, so that a failing one is seen. A reading one cannot write.
#pragma once

#include <functional>
#include <memory>

#include "store/county_folder.hpp"

namespace soci {
class session;
}

namespace benniu::store {

// Persisted in the file's header: "BNiu".
inline constexpr int application_id = 0x424E'6975;

class Connection {
  public:
    // A new, empty database beside the place where it will lie when it is finished.
    [[nodiscard]] static Result<Connection> create(const CountyFolder& folder);
    [[nodiscard]] static Result<Connection> open(const CountyFolder& folder, Access access);

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    [[nodiscard]] soci::session& session() const { return *session_; }

    // Runs `body`, which throws as the database library does. Errors: file-damaged, not-a-county,
    // disk-full, read-only, no-permission, county-busy, store-failed.
    [[nodiscard]] Result<void> attempt(const std::function<void()>& body) const;
    // `body` between BEGIN and COMMIT; all of it or nothing.
    [[nodiscard]] Result<void> transact(const std::function<Result<void>()>& body) const;
    void roll_back() const;

    // Moves all that was committed from the write-ahead log to the database file and empties the
    // log, unless a reader still needs it.
    [[nodiscard]] Result<void> checkpoint() const;
    // The same, without waiting for readers, when the log has grown to limits::write_ahead_pages.
    [[nodiscard]] Result<void> checkpoint_when_due() const;
    // Leaves the write-ahead log as it is when the connection closes: after a failure it is the
    // next opening that decides what reached the disk.
    void leave_write_ahead_log() const;

    [[nodiscard]] const std::string& shown() const { return shown_; }

  private:
    Connection(std::unique_ptr<soci::session> session, std::string shown);
    [[nodiscard]] static Result<Connection> open_file(const std::string& uri,
                                                      const std::string& shown);
    [[nodiscard]] Result<void> set_up_for_writing() const;

    std::unique_ptr<soci::session> session_;
    std::unique_ptr<int> write_ahead_pages_;  // told by SQLite after each commit
    std::string shown_;
};

}  // namespace benniu::store
