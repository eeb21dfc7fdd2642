#include "store/sqlite_log.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace benniu::store {
namespace {
TEST(SqliteLog, KeepsWhatItTakes) {
    char name[] = "/tmp/benniu-store-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    auto log = SqliteLog::create(name);
    ASSERT_TRUE(log) << log.error().code;
    const auto r = (*log)->append({"k",
                                   "县督查办",
                                   *Instant::parse("2021-12-05T08:30:00Z"),
                                   {ledger::CountyFounded{"望海县", "county"}}});
    ASSERT_TRUE(r) << r.error().code << r.error().words.back().second;
    EXPECT_EQ(ledger::verify(**log), *r);
}
}  // namespace
}  // namespace benniu::store
