// What `ledger::Keep` promises, in the folder <COUNTY>/kept: a file for each digest, named by it.
// Written under another name, fsynced and only then renamed, so that no half file bears a digest.
#pragma once

#include <filesystem>

#include "ledger/keep.hpp"

namespace benniu::store {

class FolderKeep : public ledger::Keep {
  public:
    explicit FolderKeep(const std::filesystem::path& county);

    // Errors: kept-file-too-large, disk-full, read-only, no-permission, no-such-folder,
    // store-failed.
    [[nodiscard]] Result<Digest> put(std::string_view bytes) override;
    // Errors: kept-file-missing, kept-file-changed, no-permission, store-failed.
    [[nodiscard]] Result<std::string> get(const Digest& digest) const override;

  private:
    [[nodiscard]] std::filesystem::path place_of(const Digest& digest) const;

    std::filesystem::path folder_;
};

}  // namespace benniu::store
