// What the tests of the store share: a folder that goes away by itself, appends to put into it, and
// everything that a log holds.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "ledger/log.hpp"

namespace benniu::store {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        // Memory where there is any: these tests ask for many fsyncs and none of them for a disk.
        const bool memory = ::access("/dev/shm", W_OK) == 0;
        const std::filesystem::path parent =
            memory ? "/dev/shm" : std::filesystem::temp_directory_path();
        std::string name = (parent / "benniu-XXXXXX").string();
        ensure(::mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path county() const { return path_ / "望海"; }

  private:
    std::filesystem::path path_;
};

inline ledger::Append append_of(std::size_t facts, const std::string& key) {
    ledger::Append append{key, "县督查办", *Instant::parse("2021-12-05T08:30:00Z"), {}};
    for (std::size_t i = 0; i < facts; ++i) {
        append.deeds.emplace_back(
            ledger::EntryRecorded{"招商项目",
                                  key + "-" + std::to_string(i),
                                  {{"计划总投资", Decimal::of(static_cast<std::int64_t>(i), 2)},
                                   {"落地单位", model::UnitId{"海口镇"}},
                                   {"备注", std::string("“引号”\n换行")}},
                                  {"02 项目.xlsx", "海口镇", static_cast<int>(i) + 3}});
    }
    return append;
}

// The one deed that no chain may take: it could never be read back.
inline ledger::Append unreadable_append(const std::string& key) {
    return {key,
            "县督查办",
            *Instant::parse("2021-12-05T08:30:00Z"),
            {ledger::CountyFounded{"\xFF", "county"}}};
}

inline std::vector<ledger::StoredBatch> batches_of(const ledger::Log& log,
                                                   std::uint64_t after = 0) {
    std::vector<ledger::StoredBatch> batches;
    const auto read = log.read(after, [&](const ledger::StoredBatch& batch) -> Result<void> {
        batches.push_back(batch);
        return {};
    });
    ensure(read.has_value(), read ? "" : read.error().code.c_str());
    return batches;
}

// "" or the error's code, which says more in a failing test than true and false.
template <typename T>
std::string code_of(const Result<T>& result) {
    return result ? "" : result.error().code;
}

template <typename T>
std::string word_of(const Result<T>& result, const std::string& name) {
    if (!result) {
        for (const auto& [key, value] : result.error().words) {
            if (key == name) {
                return value;
            }
        }
    }
    return "";
}

}  // namespace benniu::store
