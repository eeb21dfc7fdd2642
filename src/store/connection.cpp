#include "store/connection.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cerrno>
#include <string_view>

#include "base/limits.hpp"

namespace benniu::store {

namespace {

// A path as SQLite's URI, so that no letter of it can be taken for an option.
std::string uri_of(const std::filesystem::path& path, std::string_view options) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char letter : path.string()) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = byte == '/' || byte == '.' || byte == '-' || byte == '_' ||
                           (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                           (byte >= 'A' && byte <= 'Z');
        if (plain) {
            uri += letter;
        } else {
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return uri.append("?").append(options);
}

sqlite_api::sqlite3* handle(soci::session& session) {
    ensure(session.get_backend_name() == "sqlite3", "a county's file is opened through SQLite");
    auto* const backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
    return backend->conn_;
}

Error error_of(int result, int system_number, const std::string& path, const std::string& cause) {
    switch (result & 0xFF) {
        case SQLITE_CORRUPT:
            return {"file-damaged", {{"path", path}, {"cause", cause}}};
        case SQLITE_NOTADB:
            return {"not-a-county", {{"path", path}}};
        case SQLITE_FULL:
            return {"disk-full", {{"path", path}}};
        case SQLITE_READONLY:
            return {"read-only", {{"path", path}}};
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {"no-permission", {{"path", path}}};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"county-busy", {{"path", path}}};
        default:
            break;
    }
    const bool no_room =
        system_number == ENOSPC || system_number == EDQUOT || system_number == EFBIG;
    return no_room ? system_error(system_number, path)
                   : Error{"store-failed", {{"path", path}, {"cause", cause}}};
}

int remember_pages(void* pages, sqlite_api::sqlite3* /*connection*/, const char* /*database*/,
                   int count) {
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

}  // namespace

Connection::Connection(std::unique_ptr<soci::session> session, std::string shown)
    : session_(std::move(session)),
      write_ahead_pages_(std::make_unique<int>(0)),
      shown_(std::move(shown)) {}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open_file(const std::string& uri, const std::string& shown) {
    try {
        auto session = std::make_unique<soci::session>(soci::sqlite3, "dbname=\"" + uri + "\"");
        Connection connection(std::move(session), shown);
        sqlite_api::sqlite3* const raw = handle(connection.session());
        sqlite_api::sqlite3_extended_result_codes(raw, 1);
        sqlite_api::sqlite3_busy_timeout(raw, limits::store_busy_milliseconds);
        return connection;
    } catch (const soci::sqlite3_soci_error& error) {
        return tl::unexpected(error_of(error.result(), errno, shown, error.what()));
    }
}

Result<Connection> Connection::create(const CountyFolder& folder) {
    auto connection = open_file(uri_of(folder.unfinished(), "mode=rwc"), folder.shown());
    if (connection) {
        if (const auto ready = connection->set_up_for_writing(); !ready) {
            return tl::unexpected(ready.error());
        }
    }
    return connection;
}

Result<Connection> Connection::open(const CountyFolder& folder, Access access) {
    if (access == Access::write) {
        auto connection = open_file(uri_of(folder.database(), "mode=rw"), folder.shown());
        if (connection) {
            if (const auto ready = connection->set_up_for_writing(); !ready) {
                return tl::unexpected(ready.error());
            }
        }
        return connection;
    }
    // Where this process may not write and nobody has written since the last clean end, as on an
    // archive disc, SQLite can read only what it is promised will stay as it is.
    const bool stays = !folder.is_writable() && !std::filesystem::exists(folder.write_ahead_log());
    return open_file(uri_of(folder.database(), stays ? "mode=ro&immutable=1" : "mode=ro"),
                     folder.shown());
}

Result<void> Connection::set_up_for_writing() const {
    auto ready = attempt([&] {
        soci::session& sql = session();
        std::string journal;
        sql << "PRAGMA journal_mode = WAL", soci::into(journal);
        sql << "PRAGMA synchronous = FULL";
        sql << "PRAGMA foreign_keys = ON";
        sql << "PRAGMA cell_size_check = ON";
        ensure(journal == "wal", "the file system carries a write-ahead log");
        // This also takes the place of SQLite's own checkpoints, whose failures nobody would see.
        sqlite_api::sqlite3_wal_hook(handle(sql), remember_pages, write_ahead_pages_.get());
    });
    // What an earlier process left in the log is brought home and synced before anything is added,
    // so that no new batch rests on pages whose fsync may once have failed.
    return ready ? checkpoint() : ready;
}

Result<void> Connection::attempt(const std::function<void()>& body) const {
    errno = 0;
    try {
        body();
        return {};
    } catch (const soci::sqlite3_soci_error& error) {
        // SQLite does not keep the system's own word for a failed write; a full quota or a bounded
        // file would be an «I/O error».
        return tl::unexpected(error_of(error.result(), errno, shown_, error.what()));
    } catch (const soci::soci_error& error) {
        return failure("file-damaged", {{"path", shown_}, {"cause", error.what()}});
    }
}

Result<void> Connection::transact(const std::function<Result<void>()>& body) const {
    Result<void> done;
    const auto attempted = attempt([&] {
        session().begin();
        done = body();
        if (done) {
            session().commit();
        }
    });
    if (!attempted) {
        done = attempted;
    }
    if (!done) {
        roll_back();
    }
    return done;
}

void Connection::roll_back() const {
    if (sqlite_api::sqlite3_get_autocommit(handle(session())) == 0) {
        // Nothing can be done about a failing ROLLBACK: the transaction dies with the connection.
        [[maybe_unused]] const auto rolled_back = attempt([&] { session().rollback(); });
    }
}

Result<void> Connection::checkpoint() const {
    return attempt([&] {
        int busy = 0;
        session() << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy);
    });
}

Result<void> Connection::checkpoint_when_due() const {
    if (*write_ahead_pages_ < limits::write_ahead_pages) {
        return {};
    }
    return attempt([&] {
        int busy = 0;  // a reader may hold the log back; then it grows until the reader is done
        session() << "PRAGMA wal_checkpoint(PASSIVE)", soci::into(busy);
    });
}

void Connection::leave_write_ahead_log() const {
    sqlite_api::sqlite3_db_config(handle(session()), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

}  // namespace benniu::store
