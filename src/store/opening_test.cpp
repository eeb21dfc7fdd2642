// Every way in which a county cannot be opened, each with its own word.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "store/migrations.hpp"
#include "store/sqlite_log.hpp"
#include "store/temporary_county.hpp"
#include "store/writer_lock.hpp"

namespace benniu::store {
namespace {

namespace fs = std::filesystem;

void make_county(const fs::path& county) {
    const auto log = SqliteLog::create(county);
    ensure(log.has_value(), "a new county can be made");
    ensure((*log)->append(append_of(2, "a")).has_value(), "it takes a batch");
}

std::string opening(const fs::path& county, Access access) {
    return code_of(SqliteLog::open(county, access));
}

void run_sql(const fs::path& file, const std::string& statements) {
    sqlite3* connection = nullptr;
    const bool done =
        sqlite3_open(file.c_str(), &connection) == SQLITE_OK &&
        sqlite3_exec(connection, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(connection);
    ensure(done, "the test's own SQL is right");
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// What `ask` answers in a process that may do no more than anybody: the administrator is never
// refused anything, so the tests could not see a refusal.
std::string as_nobody(const std::function<std::string()>& ask) {
    std::array<int, 2> ends{};
    ensure(::pipe(ends.data()) == 0, "there are pipes");
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t nobody = 65'534;
        const bool lowered = ::geteuid() != 0 || (::setgid(nobody) == 0 && ::setuid(nobody) == 0);
        const std::string answer = lowered ? ask() : "still-administrator";
        const bool told = ::write(ends[1], answer.data(), answer.size()) >= 0;
        ::_exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    std::array<char, 200> answer{};
    const ssize_t length = ::read(ends[0], answer.data(), answer.size());
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return {answer.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

class AsNobody : public testing::Test {
  protected:
    void SetUp() override {
        fs::permissions(folder_.path(), fs::perms{0755});
        make_county(folder_.county());
        fs::permissions(folder_.county(), fs::perms{0755});
        fs::remove(folder_.county() / "writer.lock");
    }
    void TearDown() override { fs::permissions(folder_.county(), fs::perms{0755}); }
    void set(const fs::path& path, unsigned mode) { fs::permissions(path, fs::perms{mode}); }

    TemporaryFolder folder_;
};

TEST(Opening, SaysThatThereIsNoSuchCounty) {
    const TemporaryFolder folder;
    EXPECT_EQ(opening(folder.county(), Access::read), "no-such-county");
    EXPECT_EQ(opening(folder.path(), Access::write), "no-such-county");
}

TEST(Opening, SaysThatAFileIsNotACounty) {
    const TemporaryFolder folder;
    const fs::path database = folder.path() / "county.db";
    fs::create_directory(database);
    EXPECT_EQ(opening(folder.path(), Access::read), "not-a-county");
    fs::remove(database);
    std::ofstream(database) << "";
    EXPECT_EQ(opening(folder.path(), Access::write), "not-a-county");
    std::ofstream(database) << std::string(5'000, 'x');
    EXPECT_EQ(opening(folder.path(), Access::read), "not-a-county");
    EXPECT_EQ(opening(folder.path(), Access::write), "not-a-county");
    fs::remove(database);
    run_sql(database, "CREATE TABLE other (x)");
    const auto before = content_of(database);
    EXPECT_EQ(opening(folder.path(), Access::write), "not-a-county");
    EXPECT_EQ(content_of(database), before);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "nothing is added";
}

TEST(Opening, RefusesANewerSchemaAndNamesBoth) {
    const TemporaryFolder folder;
    make_county(folder.county());
    run_sql(folder.county() / "county.db", "PRAGMA user_version = 99");
    const auto opened = SqliteLog::open(folder.county(), Access::write);
    EXPECT_EQ(code_of(opened), "newer-schema");
    EXPECT_EQ(word_of(opened, "version"), "99");
    EXPECT_EQ(opening(folder.county(), Access::read), "newer-schema");
}

TEST(Opening, MakesNoSecondCountyInOnePlace) {
    const TemporaryFolder folder;
    make_county(folder.county());
    EXPECT_EQ(code_of(SqliteLog::create(folder.county())), "county-exists");
    EXPECT_EQ(code_of(SqliteLog::create(folder.path() / "no" / "folder")), "no-such-folder");
    EXPECT_EQ(code_of(SqliteLog::create(folder.county() / "county.db")), "no-such-folder");
}

TEST(Opening, ClearsAwayACountyThatWasNeverFinished) {
    const TemporaryFolder folder;
    fs::create_directory(folder.county());
    std::ofstream(folder.county() / "county.db.unfinished") << "half";
    std::ofstream(folder.county() / "county.db.unfinished-wal") << "half";
    EXPECT_EQ(opening(folder.county(), Access::write), "no-such-county");
    make_county(folder.county());
    EXPECT_FALSE(fs::exists(folder.county() / "county.db.unfinished"));
    EXPECT_FALSE(fs::exists(folder.county() / "county.db.unfinished-wal"));
}

TEST(Opening, TakesAnyNameThatIsText) {
    const TemporaryFolder folder;
    for (const char* name : {"望海 县", "a\"b'c", "100%?mode=ro#x", "a=b&c=d", "\\back\\", "-"}) {
        make_county(folder.path() / name);
        const auto log = SqliteLog::open(folder.path() / name, Access::write);
        ASSERT_TRUE(log) << name << log.error().code;
        EXPECT_TRUE(verify(**log)) << name;
    }
    make_county(folder.path() / "with slash/");
    EXPECT_EQ(opening(folder.path() / "with slash", Access::read), "");
    EXPECT_EQ(code_of(SqliteLog::create(folder.path() / "\xFF")), "bad-county-name");
}

TEST(Opening, KeepsACountyThatIsMovedElsewhere) {
    const TemporaryFolder folder;
    make_county(folder.county());
    fs::rename(folder.county(), folder.path() / "elsewhere");
    const auto log = SqliteLog::open(folder.path() / "elsewhere", Access::write);
    ASSERT_TRUE(log);
    EXPECT_TRUE((*log)->append(append_of(1, "b")));
    EXPECT_EQ(verify(**log)->batch, 2U);
}

TEST(WriterLock, KeepsASecondWriterOutAndNamesTheFirst) {
    const TemporaryFolder folder;
    auto first = SqliteLog::create(folder.county());
    const auto second = SqliteLog::open(folder.county(), Access::write);
    EXPECT_EQ(code_of(second), "county-in-use");
    EXPECT_EQ(word_of(second, "process"), std::to_string(::getpid()));
    EXPECT_EQ(opening(folder.county(), Access::read), "");
    first->reset();
    EXPECT_EQ(opening(folder.county(), Access::write), "");
}

TEST(WriterLock, EndsWithTheProcessThatHeldIt) {
    const TemporaryFolder folder;
    make_county(folder.county());
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = SqliteLog::open(folder.county(), Access::write);
        ::_exit(held ? 0 : 1);  // leaves no time for a destructor
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(opening(folder.county(), Access::write), "");
}

TEST_F(AsNobody, ReadsAnArchiveThatNobodyMayWrite) {
    set(folder_.county() / "county.db", 0444);
    set(folder_.county(), 0555);
    EXPECT_EQ(as_nobody([&] {
                  const auto log = SqliteLog::open(folder_.county(), Access::read);
                  return log ? code_of(verify(**log)) + "verified" : log.error().code;
              }),
              "verified");
    EXPECT_EQ(as_nobody([&] { return opening(folder_.county(), Access::write); }), "read-only");
}

TEST_F(AsNobody, ReadsAnArchiveOfACountyThatWasNotClosed) {
    const auto writer = SqliteLog::open(folder_.county(), Access::write);
    (*writer)->append(append_of(3, "b")).value();
    const fs::path archive = folder_.path() / "archive";
    fs::copy(folder_.county(), archive);
    for (const auto& file : fs::directory_iterator(archive)) {
        set(file.path(), 0444);
    }
    set(archive, 0555);
    EXPECT_EQ(as_nobody([&] {
                  const auto log = SqliteLog::open(archive, Access::read);
                  return log ? code_of(verify(**log)) + "verified" : log.error().code;
              }),
              "verified");
    set(archive, 0755);
}

TEST_F(AsNobody, ReadsWhileAnotherUserWrites) {
    const auto writer = SqliteLog::open(folder_.county(), Access::write);
    (*writer)->append(append_of(3, "b")).value();
    EXPECT_EQ(as_nobody([&] {
                  const auto log = SqliteLog::open(folder_.county(), Access::read);
                  const auto checked = log ? verify(**log) : tl::unexpected(log.error());
                  return checked ? std::to_string(checked->batch) : checked.error().code;
              }),
              "2");
}

TEST_F(AsNobody, SaysWhatMayNotBeWritten) {
    set(folder_.county() / "county.db", 0444);
    set(folder_.county(), 0777);
    EXPECT_EQ(as_nobody([&] { return opening(folder_.county(), Access::write); }), "read-only");
    set(folder_.county() / "county.db", 0666);
    set(folder_.county(), 0555);
    EXPECT_EQ(as_nobody([&] { return opening(folder_.county(), Access::write); }), "read-only");
    EXPECT_EQ(as_nobody([&] { return code_of(SqliteLog::create(folder_.county() / "new")); }),
              "no-permission");
}

TEST_F(AsNobody, SaysWhatMayNotBeRead) {
    set(folder_.county() / "county.db", 0000);
    EXPECT_EQ(as_nobody([&] { return opening(folder_.county(), Access::read); }), "no-permission");
    set(folder_.county() / "county.db", 0644);
    set(folder_.county(), 0000);
    EXPECT_EQ(as_nobody([&] { return opening(folder_.county(), Access::read); }), "no-permission");
}

TEST(Migrations, CarryOutWhatIsMissingAndKeepTheRows) {
    const TemporaryFolder folder;
    make_county(folder.county());
    const auto connection = Connection::open(CountyFolder(folder.county()), Access::write);
    const std::vector<Migration> known = {
        migrations()[0], {"CREATE TABLE seal (name TEXT);\nCREATE INDEX seals ON seal (name);\n"}};
    ASSERT_TRUE(migrate(*connection, 1, known));
    EXPECT_EQ(*schema_version(*connection, 2), 2);
    EXPECT_EQ(code_of(schema_version(*connection, 1)), "newer-schema");
}

TEST(Migrations, HappenWhollyOrNotAtAll) {
    const TemporaryFolder folder;
    make_county(folder.county());
    {
        const auto connection = Connection::open(CountyFolder(folder.county()), Access::write);
        const std::vector<Migration> known = {
            migrations()[0], {"CREATE TABLE seal (name TEXT);\n"}, {"CREATE NONSENSE;\n"}};
        EXPECT_EQ(code_of(migrate(*connection, 1, known)), "store-failed");
        EXPECT_EQ(*schema_version(*connection, 3), 1);
    }
    run_sql(folder.county() / "county.db", "CREATE TABLE seal (name TEXT)");
    const auto log = SqliteLog::open(folder.county(), Access::write);
    ASSERT_TRUE(log);
    EXPECT_EQ(verify(**log)->batch, 1U);
}

}  // namespace
}  // namespace benniu::store
