// A county's folder as the commands use it: its pack's files read, its log opened.
#pragma once

#include <filesystem>
#include <memory>

#include "app/pack.hpp"
#include "cli/session.hpp"
#include "intake/profile.hpp"
#include "store/folder_keep.hpp"
#include "store/sqlite_log.hpp"

namespace benniu::cli {

struct OpenCounty {
    std::unique_ptr<store::SqliteLog> log;
    std::unique_ptr<store::FolderKeep> keep;
    app::Pack pack;
};

// Opens it, or says why not. Findings in its pack are reported; a pack with errors still opens, so
// that one broken method does not stop the others.
[[nodiscard]] std::optional<OpenCounty> open_county(Session& session,
                                                    const std::filesystem::path& county,
                                                    store::Access access);

// Every file below a pack's folder by its path inside. Errors: no-such-pack, pack-too-large,
// unreadable-file.
[[nodiscard]] Result<app::PackFiles> read_pack_files(const std::filesystem::path& folder);

[[nodiscard]] intake::ReadProfiles import_profiles_of(const app::Pack& pack);

// What every reader of the pack's files finds, not only those of ledgers, methods and calendar.
[[nodiscard]] Findings all_findings(const app::Pack& pack);

// Errors: file-not-written, unreadable-file.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path,
                                             std::uint64_t limit);

// The batch that somebody at the command line appends: as the session's post, now. Nothing after
// saying why, where the county has no such post.
[[nodiscard]] std::optional<ledger::Append> batch_by(Session& session, const app::Pack& pack,
                                                     std::string idempotency_key,
                                                     std::vector<ledger::Deed> deeds);

// The present moment; only here does the program look at a clock.
[[nodiscard]] Instant now();

}  // namespace benniu::cli
