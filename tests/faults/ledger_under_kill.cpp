// What kill.py kills: a process whose threads append to a county and say each receipt aloud, and
// the check afterwards that every receipt heard still stands for a batch that is there.
//
//   ledger_under_kill append COUNTY SEED     writes "<batch> <digest>" lines until it is killed
//   ledger_under_kill check COUNTY FILE      FILE holds the lines that were heard
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <thread>

#include "store/sqlite_log.hpp"
#include "store/temporary_county.hpp"

namespace {

namespace fs = std::filesystem;
using benniu::Result;
using benniu::store::Access;
using benniu::store::SqliteLog;

constexpr int threads = 6;
constexpr int failed = 1;

int say(const char* what, const benniu::Error& error) {
    std::fprintf(stderr, "%s: %s", what, error.code.c_str());
    for (const auto& [name, value] : error.words) {
        std::fprintf(stderr, " %s=%s", name.c_str(), value.c_str());
    }
    std::fputc('\n', stderr);
    return failed;
}

// One write for the whole line: lines of several threads do not mix, and nothing stays in a buffer.
void acknowledge(const benniu::ledger::Receipt& receipt) {
    const std::string line =
        std::to_string(receipt.batch) + " " + receipt.digest.to_string() + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        std::_Exit(failed);
    }
}

int append(const fs::path& county, const std::string& seed) {
    const auto log = fs::exists(county / "county.db") ? SqliteLog::open(county, Access::write)
                                                      : SqliteLog::create(county);
    if (!log) {
        return say("open", log.error());
    }
    std::vector<std::thread> writers;
    for (int writer = 0; writer < threads; ++writer) {
        writers.emplace_back([&, writer] {
            const std::string name = seed + "/" + std::to_string(writer) + "/";
            std::seed_seq numbers(name.begin(), name.end());
            std::mt19937 random(numbers);
            for (int i = 0;; ++i) {
                const std::size_t facts =
                    random() % 20 == 0 ? random() % 200 + 1 : random() % 3 + 1;
                const auto receipt =
                    (*log)->append(benniu::store::append_of(facts, name + std::to_string(i)));
                if (!receipt) {
                    std::_Exit(say("append", receipt.error()));
                }
                acknowledge(*receipt);
            }
        });
    }
    for (std::thread& writer : writers) {
        writer.join();
    }
    return failed;
}

int check(const fs::path& county, const fs::path& heard) {
    std::ifstream lines(heard);
    if (!fs::exists(county / "county.db")) {
        // Killed before the county was there; then nothing can have been acknowledged.
        return lines.peek() == std::ifstream::traits_type::eof() ? 0 : failed;
    }
    const auto log = SqliteLog::open(county, Access::write);
    if (!log) {
        return say("open", log.error());
    }
    if (const auto verified = verify(**log); !verified) {
        return say("verify", verified.error());
    }
    if (const auto sound = (*log)->check_pages(); !sound) {
        return say("check pages", sound.error());
    }
    const auto batches = benniu::store::batches_of(**log);
    std::size_t number = 0;
    std::string digest;
    while (lines >> number >> digest) {
        if (number > batches.size() || batches[number - 1].digest.to_string() != digest) {
            std::fprintf(stderr, "batch %zu was acknowledged and is not there\n", number);
            return failed;
        }
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view verb = count == 4 ? arguments[1] : "";
    if (verb == "append") {
        return append(arguments[2], arguments[3]);
    }
    if (verb == "check") {
        return check(arguments[2], arguments[3]);
    }
    std::fputs("ledger_under_kill append COUNTY SEED | check COUNTY FILE\n", stderr);
    return 2;
}
