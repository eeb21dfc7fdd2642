#include "store/sqlite_log.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sqlite3.h>

#include <set>
#include <thread>

#include "store/temporary_county.hpp"

namespace benniu::store {
namespace {

using ledger::Append;
using ledger::Receipt;

std::unique_ptr<SqliteLog> created(const TemporaryFolder& folder) {
    auto log = SqliteLog::create(folder.county());
    ensure(log.has_value(), "a new county can be made");
    return *std::move(log);
}

std::unique_ptr<SqliteLog> opened(const TemporaryFolder& folder, Access access) {
    auto log = SqliteLog::open(folder.county(), access);
    ensure(log.has_value(), "the county can be opened");
    return *std::move(log);
}

// What each of `count` threads was answered.
std::vector<Result<Receipt>> append_at_once(SqliteLog& log, std::size_t count,
                                            const std::function<Append(std::size_t)>& append) {
    std::vector<Result<Receipt>> answers(count);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.emplace_back([&, i] { answers[i] = log.append(append(i)); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return answers;
}

TEST(SqliteLog, BeginsEmpty) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    EXPECT_EQ(*log->head(), Receipt{});
    EXPECT_EQ(verify(*log), Receipt{});
    EXPECT_TRUE(log->check_pages());
}

TEST(SqliteLog, KeepsWhatItTookWhenOpenedAgain) {
    const TemporaryFolder folder;
    const Receipt receipt = *created(folder)->append(append_of(3, "a"));
    const auto log = opened(folder, Access::read);
    EXPECT_EQ(*log->head(), receipt);
    EXPECT_EQ(*verify(*log), receipt);
    EXPECT_EQ(batches_of(*log).at(0).lines, *canonical_lines(append_of(3, "a")));
}

TEST(SqliteLog, ContinuesTheChainWhenOpenedAgain) {
    const TemporaryFolder folder;
    created(folder)->append(append_of(3, "a")).value();
    const auto log = opened(folder, Access::write);
    const Receipt second = *log->append(append_of(2, "b"));
    EXPECT_EQ(second.batch, 2U);
    EXPECT_EQ(second.first, 4U);
    EXPECT_EQ(*verify(*log), second);
}

TEST(SqliteLog, TakesTheSameKeyOnceAlsoWhenOpenedAgain) {
    const TemporaryFolder folder;
    const Receipt first = *created(folder)->append(append_of(3, "a"));
    const auto log = opened(folder, Access::write);
    Receipt again = *log->append(append_of(9, "a"));
    EXPECT_TRUE(again.repeated);
    again.repeated = false;
    EXPECT_EQ(again, first);
    EXPECT_EQ(*log->head(), first);
}

TEST(SqliteLog, TakesAppendsWithoutAKeyAsOftenAsTheyCome) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    EXPECT_EQ(log->append(append_of(1, ""))->batch, 1U);
    EXPECT_EQ(log->append(append_of(1, ""))->batch, 2U);
    EXPECT_TRUE(verify(*log));
}

TEST(SqliteLog, GivesManyThreadsOneOrder) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    const auto answers = append_at_once(
        *log, 64, [](std::size_t i) { return append_of(i % 5 + 1, std::to_string(i)); });
    std::set<std::uint64_t> numbers;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        ASSERT_TRUE(answers[i]) << answers[i].error().code;
        numbers.insert(answers[i]->batch);
        const auto stored = batches_of(*log, answers[i]->batch - 1).at(0);
        EXPECT_EQ(ledger::parse_header(stored.header)->idempotency_key, std::to_string(i));
        EXPECT_EQ(stored.digest, answers[i]->digest);
    }
    EXPECT_EQ(numbers.size(), 64U);
    EXPECT_EQ(verify(*log)->batch, 64U);
}

TEST(SqliteLog, KeepsOneOfManyEqualKeysThatComeAtOnce) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    const auto answers =
        append_at_once(*log, 32, [](std::size_t i) { return append_of(i % 3 + 1, "same"); });
    int kept = 0;
    for (const auto& answer : answers) {
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->digest, answers[0]->digest);
        kept += answer->repeated ? 0 : 1;
    }
    EXPECT_EQ(kept, 1);
    EXPECT_EQ(verify(*log)->batch, 1U);
}

TEST(SqliteLog, FailsWhatIsWrongWithoutHurtingItsNeighbours) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    const auto answers = append_at_once(*log, 48, [](std::size_t i) {
        const std::string key = std::to_string(i);
        return i % 3 == 0   ? append_of(0, key)
               : i % 3 == 1 ? unreadable_append(key)
                            : append_of(2, key);
    });
    for (std::size_t i = 0; i < answers.size(); ++i) {
        EXPECT_EQ(code_of(answers[i]), i % 3 == 0 ? "empty-batch" : i % 3 == 1 ? "bad-fact" : "");
    }
    EXPECT_EQ(verify(*log)->batch, 16U);
}

TEST(SqliteLog, RefusesAHeaderThatCouldNotBeReadBack) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    Append append = append_of(1, "a");
    append.by = "\xFF";
    EXPECT_EQ(code_of(log->append(append)), "bad-batch");
    append.by = std::string(5'000, 'x');
    EXPECT_EQ(code_of(log->append(append)), "bad-batch");
    EXPECT_EQ(log->append(append_of(1, "a"))->batch, 1U);
}

TEST(SqliteLog, RefusesAppendsWhenOpenedForReading) {
    const TemporaryFolder folder;
    created(folder);
    EXPECT_EQ(code_of(opened(folder, Access::read)->append(append_of(1, "a"))),
              "opened-for-reading");
}

TEST(SqliteLog, ShowsReadersWhatAWriterHasKept) {
    const TemporaryFolder folder;
    const auto writer = created(folder);
    const auto reader = opened(folder, Access::read);
    const Receipt receipt = *writer->append(append_of(2, "a"));
    EXPECT_EQ(*reader->head(), receipt);
    EXPECT_EQ(*verify(*reader), receipt);
}

TEST(SqliteLog, ReadsOneSnapshotWhileItIsWritten) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    log->append(append_of(2, "a")).value();
    int seen = 0;
    const auto read = log->read(0, [&](const ledger::StoredBatch&) -> Result<void> {
        ++seen;
        const auto appended = log->append(append_of(2, "while reading"));
        return appended ? Result<void>() : tl::unexpected(appended.error());
    });
    EXPECT_TRUE(read);
    EXPECT_EQ(seen, 1);
    EXPECT_EQ(log->head()->batch, 2U);
}

TEST(SqliteLog, StopsReadingWhereTheTakerFails) {
    const TemporaryFolder folder;
    const auto log = created(folder);
    for (const char* key : {"a", "b", "c"}) {
        log->append(append_of(1, key)).value();
    }
    int seen = 0;
    const auto read = log->read(0, [&](const ledger::StoredBatch&) -> Result<void> {
        return ++seen == 2 ? failure("enough") : Result<void>();
    });
    EXPECT_EQ(code_of(read), "enough");
    EXPECT_EQ(seen, 2);
}

TEST(SqliteLog, LetsNoStatementChangeAFact) {
    const TemporaryFolder folder;
    created(folder)->append(append_of(1, "a")).value();
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open((folder.county() / "county.db").c_str(), &connection), SQLITE_OK);
    sqlite3_exec(connection, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    for (const char* statement :
         {"UPDATE fact SET line = ''", "DELETE FROM fact", "UPDATE batch SET number = 9",
          "DELETE FROM batch", "UPDATE county SET name = ''", "DELETE FROM county",
          "INSERT INTO fact VALUES ('望海', 2, 'x', '')",
          "INSERT INTO fact VALUES ('望海', 2, 7, '')"}) {
        EXPECT_NE(sqlite3_exec(connection, statement, nullptr, nullptr, nullptr), SQLITE_OK)
            << statement;
    }
    sqlite3_close(connection);
    EXPECT_TRUE(verify(*opened(folder, Access::read)));
}

// One step of somebody's day with a ledger.
struct Step {
    enum class Kind { append, append_nothing, append_unreadable, reopen, read } kind;
    std::size_t number;
    std::string key;
};

rc::Gen<Step> steps() {
    return rc::gen::build<Step>(
        rc::gen::set(&Step::kind,
                     rc::gen::weightedElement<Step::Kind>({{6, Step::Kind::append},
                                                           {1, Step::Kind::append_nothing},
                                                           {1, Step::Kind::append_unreadable},
                                                           {1, Step::Kind::reopen},
                                                           {2, Step::Kind::read}})),
        rc::gen::set(&Step::number, rc::gen::inRange<std::size_t>(1, 8)),
        rc::gen::set(&Step::key, rc::gen::element<std::string>("", "a", "b", "c", "’; DROP")));
}

RC_GTEST_PROP(SqliteLog, AgreesWithMemoryStepByStep, ()) {
    const TemporaryFolder folder;
    auto log = created(folder);
    ledger::MemoryLog memory;
    for (const Step& step : *rc::gen::container<std::vector<Step>>(steps())) {
        switch (step.kind) {
            case Step::Kind::append:
            case Step::Kind::append_nothing: {
                const auto append =
                    append_of(step.kind == Step::Kind::append ? step.number : 0, step.key);
                RC_ASSERT((log->append(append) == memory.append(append)));
                break;
            }
            case Step::Kind::append_unreadable:
                RC_ASSERT((log->append(unreadable_append(step.key)) ==
                           memory.append(unreadable_append(step.key))));
                break;
            case Step::Kind::reopen:
                log.reset();
                log = opened(folder, Access::write);
                break;
            case Step::Kind::read:
                RC_ASSERT((batches_of(*log, step.number) == batches_of(memory, step.number)));
                break;
        }
        RC_ASSERT((log->head() == memory.head()));
    }
    RC_ASSERT((batches_of(*log) == batches_of(memory)));
    RC_ASSERT((verify(*log) == verify(memory)));
    RC_ASSERT(log->check_pages().has_value());
}

}  // namespace
}  // namespace benniu::store
