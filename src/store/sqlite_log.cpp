#include "store/sqlite_log.hpp"

#include <soci/soci.h>

#include "store/append_queue.hpp"
#include "store/batch_reader.hpp"
#include "store/group_writer.hpp"
#include "store/migrations.hpp"
#include "store/writer_lock.hpp"

namespace benniu::store {

namespace {

Result<void> write_new_county(const CountyFolder& folder, const std::string& name) {
    folder.remove_unfinished();
    const auto connection = Connection::create(folder);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    auto made = migrate(*connection, 0, migrations());
    if (made) {
        made = connection->attempt([&] {
            connection->session() << "INSERT INTO county (name) VALUES (:name)", soci::use(name);
        });
    }
    // Whole in one file before it gets its name.
    return made ? connection->checkpoint() : made;
}

int known_version() {
    return static_cast<int>(migrations().size());
}

// Only looks: a file that is somebody else's stays as it is.
Result<int> version_on_disk(const CountyFolder& folder) {
    const auto connection = Connection::open(folder, Access::read);
    return connection ? schema_version(*connection, known_version())
                      : tl::unexpected(connection.error());
}

}  // namespace

struct SqliteLog::Writing {
    Writing(WriterLock held, Connection connection, const std::string& county,
            const ledger::Receipt& head)
        : lock(std::move(held)), writer(std::move(connection), county, head) {}

    WriterLock lock;
    GroupWriter writer;
    AppendQueue queue{[this](Group group) { return writer.write(group); }};
};

SqliteLog::SqliteLog(CountyFolder folder, std::string county)
    : folder_(std::move(folder)), county_(std::move(county)) {}

SqliteLog::~SqliteLog() = default;

Result<std::unique_ptr<SqliteLog>> SqliteLog::create(const std::filesystem::path& county) {
    const CountyFolder folder(county);
    const auto name = folder.name();
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (const auto prepared = folder.prepare(); !prepared) {
        return tl::unexpected(prepared.error());
    }
    auto lock = WriterLock::take(folder);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    auto made = write_new_county(folder, *name);
    if (made) {
        made = folder.finish();
    }
    if (!made) {
        folder.remove_unfinished();
        return tl::unexpected(made.error());
    }
    return open_writing(folder, *std::move(lock));
}

Result<std::unique_ptr<SqliteLog>> SqliteLog::open(const std::filesystem::path& county,
                                                   Access access) {
    const CountyFolder folder(county);
    if (const auto reachable = folder.check_reachable(access); !reachable) {
        return tl::unexpected(reachable.error());
    }
    const auto version = version_on_disk(folder);
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (access == Access::read) {
        return *version == known_version() ? open_reading(folder)
                                           : failure("older-schema", {{"path", folder.shown()}});
    }
    auto lock = WriterLock::take(folder);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    return open_writing(folder, *std::move(lock));
}

Result<std::unique_ptr<SqliteLog>> SqliteLog::open_reading(const CountyFolder& folder) {
    const auto connection = Connection::open(folder, Access::read);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    auto county = read_county(*connection);
    if (!county) {
        return tl::unexpected(county.error());
    }
    return std::unique_ptr<SqliteLog>(new SqliteLog(folder, *std::move(county)));
}

Result<std::unique_ptr<SqliteLog>> SqliteLog::open_writing(const CountyFolder& folder,
                                                           WriterLock lock) {
    auto connection = Connection::open(folder, Access::write);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    const auto version = schema_version(*connection, known_version());
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version < known_version()) {
        if (const auto migrated = migrate(*connection, *version, migrations()); !migrated) {
            return tl::unexpected(migrated.error());
        }
    }
    const auto county = read_county(*connection);
    if (!county) {
        return tl::unexpected(county.error());
    }
    const auto head = read_head(*connection, *county);
    if (!head) {
        return tl::unexpected(head.error());
    }
    auto log = std::unique_ptr<SqliteLog>(new SqliteLog(folder, *county));
    log->writing_ =
        std::make_unique<Writing>(std::move(lock), *std::move(connection), *county, *head);
    return log;
}

Result<ledger::Receipt> SqliteLog::append(const ledger::Append& append) {
    if (!writing_) {
        return failure("opened-for-reading", {{"path", folder_.shown()}});
    }
    Waiting one{.append = append, .lines = ledger::canonical_lines(append)};
    return writing_->queue.wait_for_answer(one);
}

Result<ledger::Receipt> SqliteLog::head() const {
    if (writing_) {
        return writing_->writer.head();
    }
    const auto connection = Connection::open(folder_, Access::read);
    return connection ? read_head(*connection, county_) : tl::unexpected(connection.error());
}

Result<void> SqliteLog::read(
    std::uint64_t after,
    const std::function<Result<void>(const ledger::StoredBatch&)>& take) const {
    const auto connection = Connection::open(folder_, Access::read);
    return connection ? read_batches(*connection, county_, after, take)
                      : tl::unexpected(connection.error());
}

Result<void> SqliteLog::check_pages() const {
    const auto connection = Connection::open(folder_, Access::read);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    std::string says;
    auto checked = connection->attempt(
        [&] { connection->session() << "PRAGMA integrity_check(1)", soci::into(says); });
    if (checked && says != "ok") {
        return failure("file-damaged", {{"path", folder_.shown()}, {"cause", says}});
    }
    return checked;
}

}  // namespace benniu::store
