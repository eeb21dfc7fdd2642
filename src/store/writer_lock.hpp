// One writer per county: an advisory lock (flock) on <COUNTY>/writer.lock, held while the object
// lives and let go by the system even when the process is killed. The file holds the holder's
// process number, so that a second writer can say who is at work. It is never deleted.
#pragma once

#include "store/county_folder.hpp"

namespace benniu::store {

class WriterLock {
  public:
    // Errors: county-in-use, no-permission, read-only, disk-full.
    [[nodiscard]] static Result<WriterLock> take(const CountyFolder& folder);

    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

  private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace benniu::store
