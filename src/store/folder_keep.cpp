#include "store/folder_keep.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "base/limits.hpp"
#include "store/county_folder.hpp"

namespace benniu::store {

namespace {

namespace fs = std::filesystem;

// 0, or the error number of the first step that went wrong.
int write_and_sync(const fs::path& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) {
        return errno;
    }
    int error_number = 0;
    while (!bytes.empty() && error_number == 0) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            error_number = errno;
        }
    }
    if (error_number == 0 && ::fsync(file) != 0) {
        error_number = errno;
    }
    ::close(file);
    return error_number;
}

}  // namespace

FolderKeep::FolderKeep(const fs::path& county) : folder_(fs::absolute(county) / "kept") {}

fs::path FolderKeep::place_of(const Digest& digest) const {
    return folder_ / digest.to_string();
}

Result<Digest> FolderKeep::put(std::string_view bytes) {
    if (bytes.size() > limits::kept_file_bytes) {
        return failure("kept-file-too-large", {{"limit", std::to_string(limits::kept_file_bytes)}});
    }
    const Digest digest = sm3(bytes);
    if (get(digest)) {
        return digest;
    }
    std::error_code exists;
    fs::create_directory(folder_, exists);
    // One writer per county, so the name is free.
    const fs::path unfinished = folder_ / "unfinished";
    int error_number = write_and_sync(unfinished, bytes);
    if (error_number == 0 && ::rename(unfinished.c_str(), place_of(digest).c_str()) != 0) {
        error_number = errno;
    }
    for (const fs::path& folder : {folder_, folder_.parent_path()}) {
        error_number = error_number == 0 ? sync_folder(folder) : error_number;
    }
    if (error_number != 0) {
        return tl::unexpected(system_error(error_number, folder_.string()));
    }
    return digest;
}

Result<std::string> FolderKeep::get(const Digest& digest) const {
    const fs::path place = place_of(digest);
    std::error_code error;
    const auto size = fs::file_size(place, error);
    if (error) {
        return error == std::errc::no_such_file_or_directory
                   ? failure("kept-file-missing", {{"file", place.string()}})
                   : tl::unexpected(system_error(error.value(), place.string()));
    }
    std::string bytes;
    if (size <= limits::kept_file_bytes) {
        std::ifstream file(place, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    if (sm3(bytes) != digest) {
        return failure("kept-file-changed", {{"file", place.string()}});
    }
    return bytes;
}

}  // namespace benniu::store
