#include "faulty_disk.hpp"

#include <fstream>
#include <iterator>
#include <thread>

namespace benniu::faults {

namespace {

FaultyDisk* standing = nullptr;  // SQLite's functions know nothing but their files
sqlite3_vfs* real_vfs = nullptr;

struct OpenFile {
    sqlite3_file base;
    std::string* path;  // nothing for files that vanish with the process
    sqlite3_file* real;
};

OpenFile& of(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
    return of(file).real;
}

int close_file(sqlite3_file* file) {
    delete of(file).path;
    return real(file)->pMethods == nullptr ? SQLITE_OK : real(file)->pMethods->xClose(real(file));
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), into, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    const int verdict = standing->before(Operation::write);
    const int allowed = verdict == SQLITE_OK ? size : size / 2;  // a failing write is torn
    const int done =
        allowed == 0 ? SQLITE_OK : real(file)->pMethods->xWrite(real(file), from, allowed, offset);
    if (of(file).path != nullptr) {
        standing->wrote(*of(file).path, offset,
                        {static_cast<const char*>(from), static_cast<std::size_t>(allowed)});
    }
    return verdict == SQLITE_OK ? done : verdict;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (const int verdict = standing->before(Operation::truncate); verdict != SQLITE_OK) {
        return verdict;
    }
    if (of(file).path != nullptr) {
        standing->truncated(*of(file).path, size);
    }
    return real(file)->pMethods->xTruncate(real(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
    if (const int verdict = standing->before(Operation::sync); verdict != SQLITE_OK) {
        return verdict;
    }
    const int done = real(file)->pMethods->xSync(real(file), flags);
    if (done == SQLITE_OK && of(file).path != nullptr) {
        standing->synced(*of(file).path);
    }
    return done;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved(sqlite3_file* file, int* reserved) {
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}
int control(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
// Promises nothing about what a power cut spares.
int characteristics(sqlite3_file* /*file*/) {
    return 0;
}
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** at) {
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, at);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shared_barrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods = {2,
                                    close_file,
                                    read_file,
                                    write_file,
                                    truncate_file,
                                    sync_file,
                                    file_size,
                                    lock_file,
                                    unlock_file,
                                    check_reserved,
                                    control,
                                    sector_size,
                                    characteristics,
                                    map_shared,
                                    lock_shared,
                                    shared_barrier,
                                    unmap_shared,
                                    nullptr,
                                    nullptr};

int open_file(sqlite3_vfs* /*vfs*/, sqlite3_filename name, sqlite3_file* file, int flags,
              int* flags_out) {
    OpenFile& opened = of(file);
    opened.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(OpenFile));
    opened.path = name == nullptr ? nullptr : new std::string(name);
    if (name != nullptr) {
        standing->opened(name);
    }
    const int done = real_vfs->xOpen(real_vfs, name, opened.real, flags, flags_out);
    opened.base.pMethods = done == SQLITE_OK ? &methods : nullptr;
    if (done != SQLITE_OK) {
        delete opened.path;
        opened.path = nullptr;
    }
    return done;
}

int remove_file(sqlite3_vfs* /*vfs*/, const char* name, int sync_folder) {
    if (const int verdict = standing->before(Operation::remove); verdict != SQLITE_OK) {
        return verdict;
    }
    standing->removed(name, sync_folder != 0);
    return real_vfs->xDelete(real_vfs, name, sync_folder);
}

sqlite3_vfs faulty_vfs;

}  // namespace

FaultyDisk::FaultyDisk() {
    standing = this;
    real_vfs = sqlite3_vfs_find(nullptr);
    faulty_vfs = *real_vfs;
    faulty_vfs.pNext = nullptr;
    faulty_vfs.zName = "faulty";
    faulty_vfs.szOsFile = static_cast<int>(sizeof(OpenFile)) + real_vfs->szOsFile;
    faulty_vfs.xOpen = open_file;
    faulty_vfs.xDelete = remove_file;
    sqlite3_vfs_register(&faulty_vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&faulty_vfs);
    sqlite3_vfs_register(real_vfs, 1);
    standing = nullptr;
}

void FaultyDisk::fail_at(std::uint64_t index, int result, Lasts lasts) {
    const std::lock_guard lock(mutex_);
    fail_at_ = operations_ + index;
    result_ = result;
    lasts_ = lasts;
    has_failed_ = false;
}

void FaultyDisk::fail_next_sync() {
    const std::lock_guard lock(mutex_);
    fail_next_sync_ = true;
}

void FaultyDisk::heal() {
    const std::lock_guard lock(mutex_);
    fail_at_ = 0;
    fail_next_sync_ = false;
}

bool FaultyDisk::has_failed() const {
    const std::lock_guard lock(mutex_);
    return has_failed_;
}

void FaultyDisk::lie_about_syncs() {
    const std::lock_guard lock(mutex_);
    lies_ = true;
}

void FaultyDisk::slow_down_syncs(std::chrono::milliseconds by) {
    const std::lock_guard lock(mutex_);
    slow_ = by;
}

std::uint64_t FaultyDisk::syncs() const {
    const std::lock_guard lock(mutex_);
    return syncs_;
}

std::uint64_t FaultyDisk::operations() const {
    const std::lock_guard lock(mutex_);
    return operations_;
}

void FaultyDisk::before_each(std::function<void()> look) {
    const std::lock_guard lock(mutex_);
    look_ = std::move(look);
}

int FaultyDisk::before(Operation operation) {
    std::unique_lock lock(mutex_);
    if (look_) {
        look_();
    }
    ++operations_;
    const bool due = fail_at_ != 0 &&
                     (lasts_ == Lasts::once ? operations_ == fail_at_ : operations_ >= fail_at_);
    if (due || (operation == Operation::sync && fail_next_sync_)) {
        has_failed_ = true;
        fail_next_sync_ = false;
        return operation == Operation::sync ? SQLITE_IOERR_FSYNC : due ? result_ : SQLITE_IOERR;
    }
    if (operation == Operation::sync) {
        ++syncs_;
        lock.unlock();
        std::this_thread::sleep_for(slow_);
    }
    return SQLITE_OK;
}

void FaultyDisk::opened(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (files_.contains(path)) {
        return;
    }
    File& file = files_[path];
    if (std::ifstream there(path, std::ios::binary); there) {
        file.durable.emplace(std::istreambuf_iterator<char>(there),
                             std::istreambuf_iterator<char>());
    }
}

void FaultyDisk::wrote(const std::string& path, std::int64_t offset, std::string bytes) {
    const std::lock_guard lock(mutex_);
    files_[path].since.push_back({Operation::write, offset, std::move(bytes)});
}

void FaultyDisk::truncated(const std::string& path, std::int64_t size) {
    const std::lock_guard lock(mutex_);
    files_[path].since.push_back({Operation::truncate, size, {}});
}

void FaultyDisk::removed(const std::string& path, bool for_good) {
    const std::lock_guard lock(mutex_);
    files_[path].since.push_back({Operation::remove, 0, {}});
    if (for_good) {
        synced(path);
    }
}

void FaultyDisk::synced(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (lies_) {
        return;
    }
    File& file = files_[path];
    for (const Change& change : file.since) {
        apply(file.durable, change);
    }
    file.since.clear();
}

void FaultyDisk::apply(std::optional<std::string>& content, const Change& change) {
    if (change.operation == Operation::remove) {
        content.reset();
        return;
    }
    std::string& bytes = content ? *content : content.emplace();
    const auto offset = static_cast<std::size_t>(change.offset);
    if (change.operation == Operation::truncate) {
        bytes.resize(offset);
        return;
    }
    bytes.resize(std::max(bytes.size(), offset + change.bytes.size()));
    bytes.replace(offset, change.bytes.size(), change.bytes);
}

void FaultyDisk::leave_after_power_cut(const std::filesystem::path& folder,
                                       std::mt19937_64& random) const {
    constexpr std::size_t sector = 512;
    const std::lock_guard lock(mutex_);
    for (const auto& [path, file] : files_) {
        std::optional<std::string> content = file.durable;
        for (Change change : file.since) {
            if (random() % 2 == 0) {
                continue;
            }
            if (random() % 4 == 0) {
                const std::size_t sectors = change.bytes.size() / sector;
                change.bytes.resize(random() % (sectors + 1) * sector);
            }
            apply(content, change);
        }
        if (content) {
            std::ofstream(folder / std::filesystem::path(path).filename(), std::ios::binary)
                << *content;
        }
    }
}

}  // namespace benniu::faults
