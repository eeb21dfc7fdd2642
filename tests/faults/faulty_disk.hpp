// A disk on which things go wrong, between SQLite and the real one: it counts, slows down or fails
// single operations, and knows what a power cut at this moment would leave behind.
//
// A power cut keeps of each file what was last synced, and of the writes since then any subset,
// each whole or only its first sectors: more mischief than a real disk makes. One disk at a time;
// while it stands, every database opened in this process lies on it.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace benniu::faults {

enum class Operation { write, sync, truncate, remove };

class FaultyDisk {
  public:
    FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    enum class Lasts { once, forever };
    // From the `index`-th operation on (1 is the next), that one or all fail with SQLite's
    // `result`.
    void fail_at(std::uint64_t index, int result, Lasts lasts);
    void fail_next_sync();
    void heal();
    [[nodiscard]] bool has_failed() const;

    // Every sync answers well and does nothing, as cheap disks do.
    void lie_about_syncs();
    void slow_down_syncs(std::chrono::milliseconds by);
    [[nodiscard]] std::uint64_t syncs() const;
    [[nodiscard]] std::uint64_t operations() const;

    // Calls `look` before each operation; not while another thread is in one.
    void before_each(std::function<void()> look);
    // Writes into `folder` what a power cut at this moment would leave of the files touched so far.
    void leave_after_power_cut(const std::filesystem::path& folder, std::mt19937_64& random) const;

    // For the functions that SQLite calls.
    [[nodiscard]] int before(Operation operation);
    void wrote(const std::string& path, std::int64_t offset, std::string bytes);
    void truncated(const std::string& path, std::int64_t size);
    void synced(const std::string& path);
    void removed(const std::string& path, bool for_good);
    void opened(const std::string& path);

  private:
    struct Change {
        Operation operation = Operation::write;
        std::int64_t offset = 0;  // or the new size
        std::string bytes;
    };
    struct File {
        std::optional<std::string> durable;  // nothing: the file would not be there
        std::vector<Change> since;
    };
    static void apply(std::optional<std::string>& content, const Change& change);

    mutable std::recursive_mutex mutex_;
    std::map<std::string, File> files_;
    std::uint64_t operations_ = 0;
    std::uint64_t syncs_ = 0;
    std::uint64_t fail_at_ = 0;
    int result_ = SQLITE_OK;
    Lasts lasts_ = Lasts::once;
    bool fail_next_sync_ = false;
    bool has_failed_ = false;
    bool lies_ = false;
    std::chrono::milliseconds slow_{0};
    std::function<void()> look_;
};

}  // namespace benniu::faults
