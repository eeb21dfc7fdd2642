#include "ledger/keep.hpp"

namespace benniu::ledger {

Result<Digest> MemoryKeep::put(std::string_view bytes) {
    const Digest digest = sm3(bytes);
    files_.emplace(digest, bytes);
    return digest;
}

Result<std::string> MemoryKeep::get(const Digest& digest) const {
    const auto found = files_.find(digest);
    if (found == files_.end()) {
        return failure("kept-file-missing", {{"file", digest.to_string()}});
    }
    return found->second;
}

}  // namespace benniu::ledger
