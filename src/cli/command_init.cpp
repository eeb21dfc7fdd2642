#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

namespace {

struct InitOptions {
    std::string county;
    std::string pack;
    std::string name;
};

Result<void> copy_pack(const app::PackFiles& files, const fs::path& folder) {
    for (const auto& [path, bytes] : files) {
        std::error_code error;
        fs::create_directories((folder / path).parent_path(), error);
        if (auto written = write_file(folder / path, bytes); !written) {
            return written;
        }
    }
    return {};
}

// The pack comes first: without its ledger the folder is no county yet, whatever interrupts this.
Result<ledger::Receipt> write_county(const InitOptions& options, const app::PackFiles& files,
                                     const ledger::Append& founding) {
    if (auto copied = copy_pack(files, fs::path(options.county) / "pack"); !copied) {
        return tl::unexpected(copied.error());
    }
    auto log = store::SqliteLog::create(options.county);
    if (!log) {
        return tl::unexpected(log.error());
    }
    return (*log)->append(founding);
}

// Nothing is left behind where it fails.
Result<ledger::Receipt> found_county(const InitOptions& options, const app::PackFiles& files,
                                     const ledger::Append& founding) {
    std::error_code error;
    const bool was_there = fs::exists(options.county, error);
    if (const auto prepared = store::CountyFolder(options.county).prepare(); !prepared) {
        return tl::unexpected(prepared.error());
    }
    // Whoever makes this folder is the founder; a second one at the same moment is not.
    if (!fs::create_directory(fs::path(options.county) / "pack", error)) {
        return failure("county-not-empty", {{"county", options.county}});
    }
    auto receipt = write_county(options, files, founding);
    if (!receipt) {
        for (const auto& entry : fs::directory_iterator(options.county, error)) {
            fs::remove_all(entry.path(), error);
        }
        if (!was_there) {
            fs::remove(options.county, error);
        }
    }
    return receipt;
}

void init(Session& session, const InitOptions& options) {
    std::error_code error;
    if (fs::exists(options.county, error) && !fs::is_empty(options.county, error)) {
        session.fail({"county-not-empty", {{"county", options.county}}});
        return;
    }
    auto files = taken(session, read_pack_files(options.pack));
    if (!files) {
        return;
    }
    const app::Pack pack = app::read_pack(app::for_county(*std::move(files), options.name));
    session.report(all_findings(pack));
    if (session.exit != ExitCode::done) {
        return;
    }
    const auto founding =
        batch_by(session, pack, "founded",
                 {ledger::CountyFounded{options.name, fs::path(options.pack).filename().string()}});
    if (founding && taken(session, found_county(options, pack.files, *founding))) {
        session.say("cli.init.done", {{"name", options.name},
                                      {"county", options.county},
                                      {"ledgers", std::to_string(pack.definitions.size())},
                                      {"methods", std::to_string(pack.methods.size())}});
    }
}

}  // namespace

void add_init(CLI::App& program, Session& session) {
    const auto options = std::make_shared<InitOptions>();
    CLI::App* const command = add_command(program, session, "init");
    const auto& words = session.sentences;
    command->add_option("COUNTY", options->county, words.say("cli.county"))->required();
    command->add_option("--pack", options->pack, words.say("cli.pack"))->required();
    command->add_option("--name", options->name, words.say("cli.name"))->required();
    command->callback([&session, options] { init(session, *options); });
}

}  // namespace benniu::cli
