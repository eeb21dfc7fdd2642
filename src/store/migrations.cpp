#include "store/migrations.hpp"

#include <soci/soci.h>

#include <array>

#include "base/writing.hpp"

namespace benniu::store {

std::string_view migration_0001();  // migrations/0001_first_ledger.sql

std::span<const Migration> migrations() {
    static const std::array<Migration, 1> all = {{{migration_0001()}}};
    return all;
}

Result<int> schema_version(const Connection& connection, int known) {
    int application = 0;
    int version = 0;
    const auto read = connection.attempt([&] {
        connection.session() << "PRAGMA application_id", soci::into(application);
        connection.session() << "PRAGMA user_version", soci::into(version);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (application != application_id || version < 1) {
        return failure("not-a-county", {{"path", connection.shown()}});
    }
    if (version > known) {
        return failure("newer-schema", {{"path", connection.shown()},
                                        {"version", std::to_string(version)},
                                        {"known", std::to_string(known)}});
    }
    return version;
}

Result<void> migrate(const Connection& connection, int version, std::span<const Migration> known) {
    return connection.transact([&]() -> Result<void> {
        for (auto next = static_cast<std::size_t>(version); next < known.size(); ++next) {
            for (const std::string& statement : split(known[next].statements, ";\n")) {
                connection.session() << statement;
            }
        }
        // A PRAGMA takes no parameters.
        connection.session() << "PRAGMA application_id = " << application_id;
        connection.session() << "PRAGMA user_version = " << known.size();
        return {};
    });
}

}  // namespace benniu::store
