// Durable facts per second through the ledger's own door with 64 writers, beside a bare SQLite loop
// that writes the same rows into the same tables, as many in a transaction as the ledger's groups
// held on average. Interleaved runs on the disk of FOLDER; medians, minima and their ratio.
//
//   durable_facts [FOLDER [SECONDS]]
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>

#include "store/sqlite_log.hpp"

namespace {

namespace ledger = benniu::ledger;
namespace fs = std::filesystem;
using benniu::store::SqliteLog;
using Clock = std::chrono::steady_clock;

constexpr int writers = 64;
constexpr int rounds = 5;

std::atomic<std::uint64_t> commits = 0;

// SQLite calls this for every connection opened in this process, also for the ledger's own.
int count_commits(sqlite3* connection, const char** /*message*/, const void* /*routines*/) {
    sqlite3_commit_hook(
        connection,
        [](void* /*unused*/) {
            ++commits;
            return 0;
        },
        nullptr);
    return SQLITE_OK;
}

[[noreturn]] void give_up(const char* says) {
    std::fprintf(stderr, "durable_facts: %s\n", says);
    std::exit(1);
}

template <typename T>
T checked(benniu::Result<T> result) {
    if (!result) {
        give_up(result.error().code.c_str());
    }
    return *std::move(result);
}

ledger::Append append_of(std::size_t facts, const std::string& key) {
    ledger::Append append{key, "县督查办", *benniu::Instant::parse("2021-12-05T08:30:00Z"), {}};
    for (std::size_t i = 0; i < facts; ++i) {
        append.deeds.emplace_back(
            ledger::EntryRecorded{"招商项目",
                                  key + "-" + std::to_string(i),
                                  {{"项目名称", std::string("年产三千套海上风电塔筒项目")},
                                   {"计划总投资", *benniu::Decimal::parse("19.15")},
                                   {"落地单位", benniu::model::UnitId{"海口镇"}},
                                   {"签约日期", *benniu::Date::parse("2021-09-23")}},
                                  {"02 招商项目台账.xlsx", "海口镇", static_cast<int>(i) + 3}});
    }
    return append;
}

// What both sides cost, of the clock and of all processors together: the second hardly depends on
// what else the machine does.
struct Cost {
    double facts_per_second = 0;
    double processor_microseconds_per_fact = 0;
};

struct Measured {
    Cost cost;
    std::uint64_t appends_per_commit = 0;
};

class Meter {
  public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Clock::now() - start_).count();
    }
    [[nodiscard]] Cost cost_of(std::uint64_t facts) const {
        const auto count = static_cast<double>(facts);
        return {count / seconds(), (processor_seconds() - processor_start_) * 1e6 / count};
    }

  private:
    static double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
    Clock::time_point start_ = Clock::now();
    double processor_start_ = processor_seconds();
};

Measured through_the_ledger(const fs::path& county, std::size_t facts, double seconds) {
    fs::remove_all(county);
    const auto log = checked(SqliteLog::create(county));
    std::atomic<std::uint64_t> appends = 0;
    commits = 0;
    const Meter meter;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            ledger::Append append = append_of(facts, std::to_string(writer));
            for (int i = 0; meter.seconds() < seconds; ++i) {
                append.idempotency_key = std::to_string(writer) + "/" + std::to_string(i);
                checked(log->append(append));
                ++appends;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return {meter.cost_of(appends * facts), std::max<std::uint64_t>(1, appends / commits)};
}

class Bare {
  public:
    explicit Bare(const fs::path& file) {
        exactly(sqlite3_open(file.c_str(), &connection_), SQLITE_OK);
        run("PRAGMA synchronous = FULL");
        run("PRAGMA foreign_keys = ON");
        insert_batch_ = prepared("INSERT INTO batch VALUES ('bare', ?, ?, ?, ?)");
        insert_fact_ = prepared("INSERT INTO fact VALUES ('bare', ?, ?, ?)");
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() {
        sqlite3_finalize(insert_batch_);
        sqlite3_finalize(insert_fact_);
        sqlite3_close(connection_);
    }

    void run(const char* sql) {
        exactly(sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    }

    void write(const ledger::StoredBatch& batch, const std::string& key) {
        ++number_;
        const std::string digest = batch.digest.to_string();
        sqlite3_bind_int64(insert_batch_, 1, number_);
        bind(insert_batch_, 2, key);
        bind(insert_batch_, 3, batch.header);
        bind(insert_batch_, 4, digest);
        step(insert_batch_);
        for (const std::string& line : batch.lines) {
            sqlite3_bind_int64(insert_fact_, 1, ++sequence_);
            sqlite3_bind_int64(insert_fact_, 2, number_);
            bind(insert_fact_, 3, line);
            step(insert_fact_);
        }
    }

  private:
    void exactly(int result, int wanted) {
        if (result != wanted) {
            give_up(sqlite3_errmsg(connection_));
        }
    }
    sqlite3_stmt* prepared(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        exactly(sqlite3_prepare_v2(connection_, sql, -1, &statement, nullptr), SQLITE_OK);
        return statement;
    }
    static void bind(sqlite3_stmt* statement, int position, const std::string& text) {
        sqlite3_bind_text(statement, position, text.data(), static_cast<int>(text.size()),
                          SQLITE_STATIC);
    }
    void step(sqlite3_stmt* statement) {
        exactly(sqlite3_step(statement), SQLITE_DONE);
        sqlite3_reset(statement);
    }

    sqlite3* connection_ = nullptr;
    sqlite3_stmt* insert_batch_ = nullptr;
    sqlite3_stmt* insert_fact_ = nullptr;
    std::int64_t number_ = 0;
    std::int64_t sequence_ = 0;
};

// Starts with the rows ready made: no JSON, no hash, no checks, no threads.
Cost bare(const fs::path& county, std::size_t facts, std::uint64_t appends_per_commit,
          double seconds) {
    fs::remove_all(county);
    checked(SqliteLog::create(county));
    const ledger::Append append = append_of(facts, "12");
    const auto batch =
        checked(ledger::sealed(append, checked(ledger::canonical_lines(append)), {}));
    Bare table(county / "county.db");
    std::uint64_t appends = 0;
    const Meter meter;
    while (meter.seconds() < seconds) {
        table.run("BEGIN");
        for (std::uint64_t i = 0; i < appends_per_commit; ++i) {
            table.write(batch, "12/" + std::to_string(appends++));
        }
        table.run("COMMIT");
    }
    return meter.cost_of(appends * facts);
}

double median(const std::vector<Cost>& costs, double Cost::*of) {
    std::vector<double> values;
    for (const Cost& cost : costs) {
        values.push_back(cost.*of);
    }
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* name, const std::vector<Cost>& costs) {
    double least = costs[0].facts_per_second;
    for (const Cost& cost : costs) {
        least = std::min(least, cost.facts_per_second);
    }
    std::printf("  %-12s %8.0f facts/s (least %8.0f), %6.1f µs of processor each\n", name,
                median(costs, &Cost::facts_per_second), least,
                median(costs, &Cost::processor_microseconds_per_fact));
}

void compare(const fs::path& folder, std::size_t facts, double seconds) {
    std::vector<Cost> ours;
    std::vector<Cost> theirs;
    std::uint64_t appends_per_commit = 0;
    for (int round = 0; round < rounds; ++round) {
        const Measured measured = through_the_ledger(folder / "ledger", facts, seconds);
        appends_per_commit = measured.appends_per_commit;
        ours.push_back(measured.cost);
        theirs.push_back(bare(folder / "bare", facts, appends_per_commit, seconds));
    }
    std::printf(
        "%zu facts in an append, %llu appends in a commit: ratio %.0f %%\n", facts,
        static_cast<unsigned long long>(appends_per_commit),
        100 * median(ours, &Cost::facts_per_second) / median(theirs, &Cost::facts_per_second));
    print("ledger", ours);
    print("bare SQLite", theirs);
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
    const fs::path folder = count > 1 ? arguments[1] : fs::temp_directory_path() / "benniu-bench";
    const double seconds = count > 2 ? std::atof(arguments[2]) : 2;
    fs::create_directories(folder);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(count_commits));
    std::printf("%d writers, %s, %d rounds of %.1f s, synchronous=FULL\n", writers, folder.c_str(),
                rounds, seconds);
    for (const std::size_t facts : {1UL, 10UL, 100UL}) {
        compare(folder, facts, seconds);
    }
    fs::remove_all(folder / "ledger");
    fs::remove_all(folder / "bare");
}
