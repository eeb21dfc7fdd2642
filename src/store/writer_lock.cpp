#include "store/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

namespace benniu::store {

namespace {

// The holder's number as it wrote it, or "?" when it has not come to that yet.
std::string holder(int descriptor) {
    std::array<char, 20> text{};
    const auto length = ::pread(descriptor, text.data(), text.size(), 0);
    const std::string_view read(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    const std::size_t end = read.find_first_not_of("0123456789");
    const std::string_view digits = read.substr(0, end);
    return digits.empty() ? "?" : std::string(digits);
}

}  // namespace

Result<WriterLock> WriterLock::take(const CountyFolder& folder) {
    const int descriptor = ::open(folder.writer_lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return tl::unexpected(system_error(errno, folder.shown()));
    }
    WriterLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return failure("county-in-use",
                           {{"path", folder.shown()}, {"process", holder(descriptor)}});
        }
        return tl::unexpected(system_error(errno, folder.shown()));
    }
    const std::string own = std::to_string(::getpid()) + "\n";
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, own.data(), own.size(), 0) != static_cast<ssize_t>(own.size())) {
        return tl::unexpected(system_error(errno, folder.shown()));
    }
    return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

WriterLock::~WriterLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

}  // namespace benniu::store
