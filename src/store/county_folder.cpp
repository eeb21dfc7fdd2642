#include "store/county_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::store {

namespace {

namespace fs = std::filesystem;

bool allows(const fs::path& path, int mode) {
    return ::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0;
}

}  // namespace

int sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return errno;
    }
    const int error_number = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error_number;
}

Error system_error(int error_number, const std::string& path) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return {"disk-full", {{"path", path}}};
        case EROFS:
            return {"read-only", {{"path", path}}};
        case EACCES:
        case EPERM:
            return {"no-permission", {{"path", path}}};
        case ENOENT:
        case ENOTDIR:
            return {"no-such-folder", {{"path", path}}};
        default:
            return {"store-failed", {{"path", path}, {"cause", std::strerror(error_number)}}};
    }
}

CountyFolder::CountyFolder(const fs::path& path) {
    std::error_code unreachable;
    // Absolute first: the canonical form of a bare name that is not there yet has no parent.
    const fs::path whole = fs::absolute(path, unreachable);
    path_ = fs::weakly_canonical(whole, unreachable);
    if (unreachable) {
        path_ = whole.lexically_normal();
    }
    if (!path_.has_filename()) {
        path_ = path_.parent_path();
    }
}

std::string CountyFolder::shown() const {
    return path_.string();
}

Result<std::string> CountyFolder::name() const {
    std::string name = path_.filename().string();
    if (name.empty() || name == "/" || name.size() > limits::name_bytes || !is_utf8(name)) {
        return failure("bad-county-name", {{"path", shown()}});
    }
    return name;
}

Result<void> CountyFolder::check_reachable(Access access) const {
    struct stat found {};
    if (::stat(database().c_str(), &found) != 0) {
        return errno == EACCES ? failure("no-permission", {{"path", shown()}})
                               : failure("no-such-county", {{"path", shown()}});
    }
    if (!S_ISREG(found.st_mode)) {
        return failure("not-a-county", {{"path", shown()}});
    }
    if (!allows(database(), R_OK)) {
        return failure("no-permission", {{"path", shown()}});
    }
    if (access == Access::write && (!allows(database(), W_OK) || !is_writable())) {
        return failure("read-only", {{"path", shown()}});
    }
    return {};
}

Result<void> CountyFolder::prepare() const {
    if (::mkdir(path_.c_str(), 0777) != 0 && errno != EEXIST) {
        return tl::unexpected(system_error(errno, shown()));
    }
    struct stat found {};
    if (::stat(database().c_str(), &found) == 0) {
        return failure("county-exists", {{"path", shown()}});
    }
    if (errno != ENOENT) {
        return tl::unexpected(system_error(errno, shown()));
    }
    if (!is_writable()) {
        return failure("read-only", {{"path", shown()}});
    }
    return {};
}

Result<void> CountyFolder::finish() const {
    if (::rename(unfinished().c_str(), database().c_str()) != 0) {
        return tl::unexpected(system_error(errno, shown()));
    }
    for (const fs::path& folder : {path_, path_.parent_path()}) {
        if (const int error_number = sync_folder(folder);
            error_number != 0 && error_number != EACCES) {
            return tl::unexpected(system_error(error_number, shown()));
        }
    }
    return {};
}

void CountyFolder::remove_unfinished() const {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        std::error_code missing;
        fs::remove(unfinished().string() + ending, missing);
    }
}

bool CountyFolder::is_writable() const {
    return allows(path_, W_OK | X_OK);
}

}  // namespace benniu::store
