#include "cli/county_on_disk.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "app/access.hpp"
#include "base/limits.hpp"
#include "publication/bulletin_words.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

Result<std::string> read_bytes(const fs::path& path, std::uint64_t limit) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file || size > limit) {
        return failure("unreadable-file",
                       {{"file", path.string()}, {"limit", std::to_string(limit)}});
    }
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        return failure("file-not-written", {{"file", path.string()}});
    }
    return {};
}

Result<app::PackFiles> read_pack_files(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return failure("no-such-pack", {{"pack", folder.string()}});
    }
    app::PackFiles files;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        if (files.size() == limits::pack_files) {
            return failure("pack-too-large", {{"limit", std::to_string(limits::pack_files)}});
        }
        auto bytes = read_bytes(entry.path(), limits::pack_file_bytes);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        files.emplace(fs::relative(entry.path(), folder).generic_string(), *std::move(bytes));
    }
    return files;
}

std::optional<OpenCounty> open_county(Session& session, const fs::path& county,
                                      store::Access access) {
    auto log = taken(session, store::SqliteLog::open(county, access));
    if (!log) {
        return std::nullopt;
    }
    auto files = taken(session, read_pack_files(county / "pack"));
    if (!files) {
        return std::nullopt;
    }
    OpenCounty open{*std::move(log), std::make_unique<store::FolderKeep>(county),
                    app::read_pack(*std::move(files))};
    Findings errors = open.pack.findings;
    std::erase_if(errors, [](const Finding& each) { return each.severity != Severity::error; });
    const ExitCode before = session.exit;
    session.report(errors);
    session.exit = before;
    return open;
}

std::optional<ledger::Append> batch_by(Session& session, const app::Pack& pack,
                                       std::string idempotency_key,
                                       std::vector<ledger::Deed> deeds) {
    auto post = taken(session, app::acting_post(pack, session.post));
    if (!post) {
        return std::nullopt;
    }
    return ledger::Append{std::move(idempotency_key), *std::move(post), now(), std::move(deeds)};
}

intake::ReadProfiles import_profiles_of(const app::Pack& pack) {
    std::vector<intake::ProfileText> texts;
    for (const auto& [path, text] : pack.files) {
        if (path.starts_with("import/") && path.ends_with(".yaml")) {
            texts.push_back({path, text});
        }
    }
    return intake::read_profiles(texts, pack.definitions);
}

Findings all_findings(const app::Pack& pack) {
    Findings all = pack.findings;
    const auto add = [&](const Findings& more) { all.insert(all.end(), more.begin(), more.end()); };
    const bool has_all_ledgers = std::none_of(all.begin(), all.end(), [](const Finding& each) {
        return each.severity == Severity::error && each.place.file.starts_with("ledgers/");
    });
    // A profile of a ledger that was left out for an error would be blamed for it.
    if (has_all_ledgers) {
        add(import_profiles_of(pack).findings);
    }
    constexpr const char* words = "bulletin/bulletin.yaml";
    if (const auto found = pack.files.find(words); found != pack.files.end()) {
        add(publication::read_bulletin_words(found->second, words).findings);
    }
    return all;
}

Instant now() {
    const auto moment = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(moment).count()};
}

}  // namespace benniu::cli
