// What the store promises while the disk fails: an acknowledged batch is there afterwards, nothing
// half-written is, and after a doubtful commit nothing more is taken.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "faulty_disk.hpp"
#include "store/sqlite_log.hpp"
#include "store/temporary_county.hpp"

namespace benniu::faults {
namespace {

using ledger::Receipt;
using store::Access;
using store::append_of;
using store::code_of;
using store::SqliteLog;
using store::TemporaryFolder;

void make_county(const std::filesystem::path& county) {
    ensure(SqliteLog::create(county).has_value(), "a new county can be made");
}

// The county can be opened, its chain holds, and each receipt stands for a batch that is there.
void expect_kept(const std::filesystem::path& county, const std::vector<Receipt>& receipts) {
    const auto log = SqliteLog::open(county, Access::write);
    ASSERT_TRUE(log) << log.error().code;
    const auto head = verify(**log);
    ASSERT_TRUE(head) << head.error().code;
    EXPECT_TRUE((*log)->check_pages());
    const auto batches = store::batches_of(**log);
    ASSERT_GE(batches.size(), receipts.size());
    for (const Receipt& receipt : receipts) {
        EXPECT_EQ(batches.at(receipt.batch - 1).digest, receipt.digest);
    }
    EXPECT_TRUE((*log)->append(append_of(1, "life goes on")));
}

// Opens the county, appends until something fails and a little longer; the receipts given.
std::vector<Receipt> append_until_it_fails(const std::filesystem::path& county) {
    std::vector<Receipt> receipts;
    const auto log = SqliteLog::open(county, Access::write);
    bool stopped = false;
    for (int i = 0; log && i < 4; ++i) {
        const auto receipt = (*log)->append(append_of(3, std::to_string(i)));
        EXPECT_FALSE(stopped && receipt) << "a stopped log takes nothing";
        if (receipt) {
            receipts.push_back(*receipt);
        } else {
            const std::string code = code_of(receipt);
            EXPECT_TRUE(code == "store-failed" || code == "disk-full") << code;
            stopped = stopped || code == "store-failed";
        }
    }
    return receipts;
}

// Fails the first operation, then the second one, and so on, until nothing is left to fail.
void sweep(int result, FaultyDisk::Lasts lasts) {
    for (std::uint64_t index = 1;; ++index) {
        const TemporaryFolder folder;
        make_county(folder.county());
        std::vector<Receipt> receipts;
        bool failed = false;
        {
            FaultyDisk disk;
            disk.fail_at(index, result, lasts);
            receipts = append_until_it_fails(folder.county());
            failed = disk.has_failed();
        }
        SCOPED_TRACE("operation " + std::to_string(index));
        expect_kept(folder.county(), receipts);
        if (!failed) {
            EXPECT_EQ(receipts.size(), 4U);
            EXPECT_GT(index, 10U);
            return;
        }
    }
}

TEST(FailingDisk, LosesNothingAcknowledgedWhenOneOperationFails) {
    sweep(SQLITE_IOERR_WRITE, FaultyDisk::Lasts::once);
}

TEST(FailingDisk, LosesNothingAcknowledgedWhenAllOperationsFail) {
    sweep(SQLITE_IOERR_WRITE, FaultyDisk::Lasts::forever);
}

TEST(FailingDisk, LosesNothingAcknowledgedWhenItIsFullForAMoment) {
    sweep(SQLITE_FULL, FaultyDisk::Lasts::once);
}

TEST(FailingDisk, LosesNothingAcknowledgedWhenItIsFull) {
    sweep(SQLITE_FULL, FaultyDisk::Lasts::forever);
}

TEST(FailingDisk, LeavesAWholeNewCountyOrNone) {
    for (const auto lasts : {FaultyDisk::Lasts::once, FaultyDisk::Lasts::forever}) {
        bool failed = true;
        for (std::uint64_t index = 1; failed; ++index) {
            const TemporaryFolder folder;
            bool made = false;
            {
                FaultyDisk disk;
                disk.fail_at(index, SQLITE_IOERR_WRITE, lasts);
                made = SqliteLog::create(folder.county()).has_value();
                failed = disk.has_failed();
            }
            SCOPED_TRACE("operation " + std::to_string(index));
            EXPECT_TRUE(made || failed);
            if (!std::filesystem::exists(folder.county() / "county.db")) {
                EXPECT_FALSE(made);
                make_county(folder.county());
            }
            expect_kept(folder.county(), {});
        }
    }
}

TEST(FailingDisk, TakesNothingMoreAfterAFailedSync) {
    const TemporaryFolder folder;
    make_county(folder.county());
    Receipt first;
    {
        FaultyDisk disk;
        const auto log = *SqliteLog::open(folder.county(), Access::write);
        first = *log->append(append_of(1, "a"));
        disk.fail_next_sync();
        EXPECT_EQ(code_of(log->append(append_of(1, "b"))), "store-failed");
        disk.heal();
        const std::uint64_t operations = disk.operations();
        EXPECT_EQ(code_of(log->append(append_of(1, "c"))), "store-failed");
        EXPECT_EQ(disk.operations(), operations) << "nothing is tried again in silence";
        EXPECT_EQ(*log->head(), first);
    }
    expect_kept(folder.county(), {first});
}

TEST(FailingDisk, TakesNothingMoreAfterAFailedCheckpoint) {
    const TemporaryFolder folder;
    make_county(folder.county());
    std::vector<Receipt> receipts;
    {
        FaultyDisk disk;
        const auto log = *SqliteLog::open(folder.county(), Access::write);
        // Large batches soon bring a checkpoint; the first operation on the database file fails.
        bool stopped = false;
        for (int i = 0; i < 100 && !stopped; ++i) {
            const std::uint64_t before = disk.syncs();
            disk.before_each([&disk, before] {
                if (disk.syncs() == before + 1) {
                    disk.fail_next_sync();
                }
            });
            const auto receipt = log->append(append_of(400, std::to_string(i)));
            disk.before_each(nullptr);
            disk.heal();
            stopped = !receipt;
            if (receipt) {
                receipts.push_back(*receipt);
            }
        }
        EXPECT_TRUE(stopped) << "the log stops at the append after the failed checkpoint";
    }
    expect_kept(folder.county(), receipts);
}

TEST(WorkingDisk, SyncsBeforeEachReceipt) {
    const TemporaryFolder folder;
    make_county(folder.county());
    const FaultyDisk disk;
    const auto log = *SqliteLog::open(folder.county(), Access::write);
    for (int i = 0; i < 10; ++i) {
        const std::uint64_t before = disk.syncs();
        ASSERT_TRUE(log->append(append_of(1, std::to_string(i))));
        EXPECT_GT(disk.syncs(), before);
    }
}

TEST(WorkingDisk, SyncsOnceForAllWhoWait) {
    const TemporaryFolder folder;
    make_county(folder.county());
    FaultyDisk disk;
    const auto log = *SqliteLog::open(folder.county(), Access::write);
    disk.slow_down_syncs(std::chrono::milliseconds(30));
    const std::uint64_t before = disk.syncs();
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i) {
        threads.emplace_back([&, i] { EXPECT_TRUE(log->append(append_of(1, std::to_string(i)))); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_LT(disk.syncs() - before, 16U);
}

// A disk that takes no more than `bytes` in any one file, as seen by one process.
TEST(FullDisk, IsCalledByItsName) {
    const TemporaryFolder folder;
    make_county(folder.county());
    const pid_t child = ::fork();
    if (child == 0) {
        const auto log = SqliteLog::open(folder.county(), Access::write);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{400'000, 400'000};
        bool as_promised = log && ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
        int kept = 0;
        std::string code;
        while (as_promised && code.empty()) {
            code = code_of((*log)->append(append_of(50, std::to_string(kept))));
            kept += code.empty() ? 1 : 0;
        }
        as_promised = as_promised && code == "disk-full" && kept > 0 &&
                      static_cast<int>((*log)->head()->batch) == kept;
        ::_exit(as_promised ? kept : 255);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_NE(WEXITSTATUS(status), 255);
    const auto log = *SqliteLog::open(folder.county(), Access::write);
    EXPECT_GE(static_cast<int>(verify(*log)->batch), WEXITSTATUS(status));
}

int bound_pages(sqlite3* connection, const char** /*message*/, const void* /*routines*/) {
    return sqlite3_exec(connection, "PRAGMA max_page_count = 40", nullptr, nullptr, nullptr);
}

TEST(FullDisk, StillTakesWhatFits) {
    const TemporaryFolder folder;
    make_county(folder.county());
    auto* const hook = reinterpret_cast<void (*)()>(bound_pages);
    sqlite3_auto_extension(hook);
    const auto log = *SqliteLog::open(folder.county(), Access::write);
    sqlite3_cancel_auto_extension(hook);
    EXPECT_EQ(code_of(log->append(append_of(2'000, "large"))), "disk-full");
    EXPECT_EQ(log->append(append_of(2, "small"))->batch, 1U);
    EXPECT_EQ(code_of(log->append(append_of(2'000, "large"))), "disk-full");
    EXPECT_EQ(verify(*log)->batch, 1U);
}

}  // namespace
}  // namespace benniu::faults
