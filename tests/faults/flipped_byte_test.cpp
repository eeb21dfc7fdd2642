// Somebody, or a tired disk, changes one byte of the ledger. What is claimed:
//
// - a changed cell of the tables county, batch or fact fails `verify`, which names the batch, or
//   keeps the county from being opened;
// - so does a changed byte anywhere in the file's cells of these tables, also in a row's own
// header;
// - a changed byte elsewhere in the file (free space, bookkeeping, the index of keys) fails them
// too,
//   or leaves every batch as it was; in the index of keys `check_pages` sees it.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <random>

#include "store/sqlite_log.hpp"
#include "store/temporary_county.hpp"
#include "table_pages.hpp"

namespace benniu::faults {
namespace {

namespace fs = std::filesystem;
using store::Access;
using store::SqliteLog;

std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
    const char* const given = std::getenv(name);
    return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Connection {
  public:
    explicit Connection(const fs::path& file) {
        ensure(sqlite3_open(file.c_str(), &connection_) == SQLITE_OK, "the test opens its county");
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { sqlite3_close(connection_); }

    using Rows = std::vector<std::vector<std::string>>;

    [[nodiscard]] Rows rows(const std::string& sql) {
        auto found = run(sql);
        ensure(found.has_value(), "the test's own SQL is right");
        return *std::move(found);
    }
    // The rows as texts, or nothing where SQLite refuses the statement.
    std::optional<Rows> run(const std::string& sql) {
        Rows all_rows;
        const auto add = [](void* all, int count, char** values, char**) {
            auto& row = static_cast<Rows*>(all)->emplace_back();
            for (int i = 0; i < count; ++i) {
                row.emplace_back(values[i] == nullptr ? "" : values[i]);
            }
            return 0;
        };
        const bool done =
            sqlite3_exec(connection_, sql.c_str(), add, &all_rows, nullptr) == SQLITE_OK;
        return done ? std::optional(all_rows) : std::nullopt;
    }

  private:
    sqlite3* connection_ = nullptr;
};

// Any bytes as SQL, also those that are no text.
std::string text_literal(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "CAST(x'";
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        text += {digits[byte >> 4U], digits[byte & 15U]};
    }
    return text + "' AS TEXT)";
}

// What opening and verifying the county says: the error's code and the batch it names.
struct Noticed {
    std::string code;
    std::string batch;
};

Noticed verified(const fs::path& county) {
    const auto log = SqliteLog::open(county, Access::read);
    if (!log) {
        return {log.error().code, ""};
    }
    const auto head = verify(**log);
    return {store::code_of(head), store::word_of(head, "batch")};
}

// A county with short facts and one that needs overflow pages, with and without keys, and rows
// enough for a tree of two levels.
class FlippedByte : public testing::Test {
  protected:
    void SetUp() override {
        const auto log = *SqliteLog::create(folder_.county());
        for (int i = 0; i < 6; ++i) {
            const std::string key = i % 2 == 0 ? "key " + std::to_string(i) : "";
            ensure(log->append(store::append_of(3, key)).has_value(), "it takes batches");
        }
        ledger::Append large = store::append_of(1, "large");
        large.deeds.emplace_back(ledger::CountyFounded{std::string(9'000, 'x'), "county"});
        ensure(log->append(large).has_value(), "it takes a large fact");
        ensure(log->append(store::append_of(30, "many")).has_value(), "it takes many facts");
        batches_ = store::batches_of(*log);
        std::printf("BENNIU_SEED=%llu\n", static_cast<unsigned long long>(seed_));
    }

    [[nodiscard]] fs::path file() const { return folder_.county() / "county.db"; }

    std::vector<std::uint32_t> roots(const std::string& where) {
        std::vector<std::uint32_t> pages;
        for (const auto& row : Connection(file()).rows(
                 "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 AND " + where)) {
            pages.push_back(static_cast<std::uint32_t>(std::stoul(row[0])));
        }
        return pages;
    }

    // Flips a few bits of the byte at `position`, asks, and flips them back.
    template <typename Ask>
    auto with_flipped(std::size_t position, const Ask& ask) {
        const auto flip = static_cast<char>(random_() % 255 + 1);
        change(position, flip);
        const auto answer = ask();
        change(position, flip);
        return answer;
    }

    std::uint64_t seed_ = number_from_environment("BENNIU_SEED", std::random_device()());
    std::mt19937_64 random_{seed_};
    store::TemporaryFolder folder_;
    std::vector<ledger::StoredBatch> batches_;

  private:
    void change(std::size_t position, char flip) {
        std::fstream bytes(file(), std::ios::binary | std::ios::in | std::ios::out);
        bytes.seekg(static_cast<std::streamoff>(position));
        const auto changed = static_cast<char>(bytes.get() ^ flip);
        bytes.seekp(static_cast<std::streamoff>(position));
        bytes.put(changed);
    }
};

// One cell of one row, changed by a statement of somebody who has put the triggers away.
struct Cell {
    std::string table;
    std::string column;
    std::string batch;  // to which the row belongs
    std::string key;    // the WHERE that finds the row
    std::string value;
    std::string type;

    [[nodiscard]] std::string literal() const {
        return type == "text" ? text_literal(value) : type == "null" ? "NULL" : value;
    }
    // Another value, one byte or bit away; of a key that is not there, a key.
    [[nodiscard]] std::string flipped(std::mt19937_64& random) const {
        if (type == "null") {
            return random() % 2 == 0 ? "''" : "'k'";
        }
        if (type != "text") {
            return std::to_string(std::stoll(value) ^ (1LL << (random() % 63)));
        }
        std::string bytes = value;
        char& byte = bytes[random() % bytes.size()];
        byte = static_cast<char>(byte ^ static_cast<char>(random() % 255 + 1));
        return text_literal(bytes);
    }
};

std::vector<Cell> all_cells(Connection& connection) {
    std::vector<Cell> cells;
    const auto add = [&](const std::string& table, const std::string& number,
                         const std::string& batch, const std::vector<std::string>& columns) {
        for (const std::string& column : columns) {
            for (const auto& row :
                 connection.rows("SELECT " + number + ", " + batch + ", " + column + ", typeof(" +
                                 column + ") FROM " + table)) {
                cells.push_back({table, column, row[1], number + " = " + row[0], row[2], row[3]});
            }
        }
    };
    add("batch", "number", "number", {"county", "number", "idempotency_key", "header", "digest"});
    add("fact", "seq", "batch", {"county", "seq", "batch", "line"});
    add("county", "1", "1", {"name"});
    return cells;
}

TEST_F(FlippedByte, InACellIsNoticedWithItsBatch) {
    Connection connection(file());
    for (const char* trigger : {"county_stays", "batch_stays", "fact_stays"}) {
        ASSERT_TRUE(connection.run("DROP TRIGGER " + std::string(trigger)));
    }
    int changed = 0;
    for (const Cell& cell : all_cells(connection)) {
        const auto set = [&](const std::string& value, const std::string& where) {
            return connection
                .run("UPDATE " + cell.table + " SET " + cell.column + " = " + value + " WHERE " +
                     where)
                .has_value();
        };
        for (int flip = 0; flip < 6; ++flip) {
            const std::string value = cell.flipped(random_);
            if (!set(value, cell.key)) {
                continue;  // SQLite refuses a number that another row has, or one below 1
            }
            ++changed;
            const Noticed noticed = verified(folder_.county());
            const std::string place = cell.table + "." + cell.column + " where " + cell.key;
            EXPECT_NE(noticed.code, "") << place;
            if (cell.table != "county") {
                EXPECT_EQ(noticed.batch, cell.batch) << place << ": " << noticed.code;
            }
            const bool is_key = cell.key.starts_with(cell.column + " ");
            ASSERT_TRUE(set(cell.literal(), is_key ? cell.column + " = " + value : cell.key));
        }
    }
    EXPECT_GT(changed, 1'000);
    EXPECT_EQ(verified(folder_.county()).code, "");
}

TEST_F(FlippedByte, InTheFilesCellsIsNoticed) {
    const std::vector<std::size_t> cells = cell_bytes(
        content_of(file()), roots("type = 'table' AND name IN ('batch', 'fact', 'county')"));
    ASSERT_GT(cells.size(), 20'000U);
    const std::uint64_t flips = number_from_environment("BENNIU_FLIPS", 1'500);
    for (std::uint64_t i = 0; i < flips; ++i) {
        const std::size_t position =
            flips >= cells.size() ? cells[i % cells.size()] : cells[random_() % cells.size()];
        const auto noticed = with_flipped(position, [&] { return verified(folder_.county()); });
        EXPECT_NE(noticed.code, "") << "byte " << position;
    }
}

TEST_F(FlippedByte, AnywhereInTheFileIsNoticedOrHarmless) {
    const std::size_t size = content_of(file()).size();
    const std::uint64_t flips = number_from_environment("BENNIU_FLIPS", 1'500);
    int harmless = 0;
    for (std::uint64_t i = 0; i < flips; ++i) {
        const std::size_t position = flips >= size ? i % size : random_() % size;
        const bool noticed_or_same = with_flipped(position, [&] {
            if (!verified(folder_.county()).code.empty()) {
                return true;
            }
            ++harmless;
            const auto log = *SqliteLog::open(folder_.county(), Access::read);
            return store::batches_of(*log) == batches_;
        });
        EXPECT_TRUE(noticed_or_same) << "byte " << position;
    }
    std::printf("%d of %llu flips changed no batch\n", harmless,
                static_cast<unsigned long long>(flips));
}

TEST_F(FlippedByte, InTheIndexOfKeysIsSeenByCheckPages) {
    const std::vector<std::size_t> cells =
        cell_bytes(content_of(file()), roots("type = 'index' AND tbl_name = 'batch'"));
    ASSERT_GT(cells.size(), 100U);
    for (const std::size_t position : cells) {
        const std::string code = with_flipped(position, [&] {
            const auto log = SqliteLog::open(folder_.county(), Access::read);
            return log ? store::code_of((*log)->check_pages()) : log.error().code;
        });
        EXPECT_NE(code, "") << "byte " << position;
    }
}

}  // namespace
}  // namespace benniu::faults
