// The power fails at any moment: what was acknowledged is there when it comes back.
#include <gtest/gtest.h>

#include <cstdlib>

#include "faulty_disk.hpp"
#include "store/sqlite_log.hpp"
#include "store/temporary_county.hpp"

namespace benniu::faults {
namespace {

namespace fs = std::filesystem;
using ledger::Receipt;
using store::Access;
using store::SqliteLog;

enum class Syncs { honest, lying };

// What one power cut leaves, and how many batches had been acknowledged when it came.
struct Cut {
    fs::path county;
    std::size_t acknowledged = 0;
};

struct Day {
    store::TemporaryFolder folder;
    std::vector<Receipt> receipts;
    std::vector<Cut> cuts;
};

// A writer appends batches of all sizes, so that checkpoints happen too; on the way the power is
// cut, in a parallel world each time, before every 37th operation or so.
void live_through(Day& day, Syncs syncs, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    ensure(SqliteLog::create(day.folder.county()).has_value(), "a new county can be made");
    FaultyDisk disk;
    if (syncs == Syncs::lying) {
        disk.lie_about_syncs();
    }
    std::uint64_t next = random() % 74 + 1;
    disk.before_each([&] {
        if (disk.operations() >= next) {
            next += random() % 74 + 1;
            const fs::path county = day.folder.path() / ("cut " + std::to_string(next));
            fs::create_directory(county);
            disk.leave_after_power_cut(county, random);
            day.cuts.push_back({county, day.receipts.size()});
        }
    });
    const auto log = *SqliteLog::open(day.folder.county(), Access::write);
    for (int i = 0; i < 60; ++i) {
        const std::size_t facts = random() % 3 == 0 ? random() % 300 + 1 : random() % 4 + 1;
        day.receipts.push_back(*log->append(store::append_of(facts, std::to_string(i))));
    }
}

// How many acknowledged batches are missing; a county that is not sound counts as one more.
std::size_t lost(const Cut& cut, const std::vector<Receipt>& receipts) {
    const auto log = SqliteLog::open(cut.county, Access::write);
    if (!log || !verify(**log) || !(*log)->check_pages()) {
        return cut.acknowledged + 1;
    }
    const auto batches = store::batches_of(**log);
    std::size_t missing = 0;
    for (std::size_t i = 0; i < cut.acknowledged; ++i) {
        missing += i < batches.size() && batches[i].digest == receipts[i].digest ? 0 : 1;
    }
    return missing;
}

TEST(PowerCut, LosesNothingAcknowledged) {
    const char* const given = std::getenv("BENNIU_SEED");
    const std::uint64_t seed =
        given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
    RecordProperty("seed", std::to_string(seed));
    std::size_t cuts = 0;
    for (std::uint64_t round = 0; round < 3; ++round) {
        SCOPED_TRACE("BENNIU_SEED=" + std::to_string(seed));
        Day day;
        live_through(day, Syncs::honest, seed + round);
        for (const Cut& cut : day.cuts) {
            EXPECT_EQ(lost(cut, day.receipts), 0U) << cut.acknowledged << " acknowledged";
        }
        cuts += day.cuts.size();
    }
    EXPECT_GT(cuts, 50U);
}

// The test itself is worth something: a disk that lies about syncs is found out.
TEST(PowerCut, WouldShowAMissingSync) {
    Day day;
    live_through(day, Syncs::lying, 1);
    std::size_t missing = 0;
    for (const Cut& cut : day.cuts) {
        missing += lost(cut, day.receipts);
    }
    EXPECT_GT(missing, 0U);
}

}  // namespace
}  // namespace benniu::faults
