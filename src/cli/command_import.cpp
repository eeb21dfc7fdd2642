#include <algorithm>
#include <set>

#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"
#include "intake/folder.hpp"
#include "intake/print.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

namespace {

struct ImportOptions {
    std::string county;
    std::vector<std::string> paths;
    bool dry_run = false;
    bool skip_findings = false;
    std::string findings;
};

// One import: what was read, and what it comes to against the county's ledger.
class Import {
  public:
    Import(Session& session, const ImportOptions& options)
        : session_(&session), options_(&options) {}

    void run() {
        auto open = open_county(*session_, options_->county,
                                options_->dry_run ? store::Access::read : store::Access::write);
        if (!open || !read_profiles(open->pack) || !read_files()) {
            return;
        }
        propose(*open);
    }

  private:
    bool read_profiles(const app::Pack& pack) {
        intake::ReadProfiles read = import_profiles_of(pack);
        session_->report(read.findings);
        profiles_ = std::move(read.profiles);
        return session_->exit == ExitCode::done;
    }

    bool read_files() {
        for (const std::string& path : options_->paths) {
            std::error_code error;
            if (fs::is_directory(path, error)) {
                intake::ReadFolder folder = intake::read_folder(path);
                unread_.insert(unread_.end(), folder.findings.begin(), folder.findings.end());
                std::move(folder.files.begin(), folder.files.end(), std::back_inserter(files_));
                continue;
            }
            const auto bytes = taken(*session_, read_bytes(path, limits::upload_bytes));
            if (!bytes) {
                return false;
            }
            files_.push_back(intake::read_file(*bytes, fs::path(path).filename().string()));
        }
        return true;
    }

    // A refused file takes its entries along, so the others are proposed again without it.
    void propose(OpenCounty& open) {
        const auto county = taken(*session_, ledger::fold(*open.log, open.pack.definitions, {}));
        if (!county) {
            return;
        }
        intake::Proposal proposal = intake::propose(files_, profiles_, *county);
        const Findings all = joined(proposal.findings());
        write_findings(all);
        session_->report(all);
        const bool refuses = !options_->skip_findings;
        std::set<std::string> refused;
        while (refuses && drop_refused(proposal, refused)) {
            proposal = intake::propose(files_, profiles_, *county);
        }
        tell_refused(refused);
        if (options_->dry_run) {
            tell(proposal);
            session_->say("cli.import.dry-run");
        } else if (record(open, proposal, county->head) && options_->skip_findings &&
                   session_->exit == ExitCode::findings) {
            session_->exit = ExitCode::done;
        }
    }

    Findings joined(Findings findings) const {
        findings.insert(findings.begin(), unread_.begin(), unread_.end());
        return findings;
    }

    bool drop_refused(const intake::Proposal& proposal, std::set<std::string>& refused) {
        const std::size_t before = refused.size();
        for (const intake::FileProposal& file : proposal.files) {
            if (has_errors(file.findings)) {
                refused.insert(file.name);
            }
        }
        std::erase_if(files_, [&](const auto& file) { return refused.contains(file.name); });
        return refused.size() != before;
    }

    void tell_refused(const std::set<std::string>& refused) {
        for (const std::string& name : refused) {
            session_->say("cli.import.refused", {{"file", name}});
        }
    }

    void tell(const intake::Proposal& proposal) {
        for (const intake::FileProposal& file : proposal.files) {
            session_->say("cli.import.file", {{"file", file.name},
                                              {"read", std::to_string(file.counts.read)},
                                              {"entered", std::to_string(file.counts.entered)},
                                              {"unchanged", std::to_string(file.counts.unchanged)},
                                              {"rejected", std::to_string(file.counts.rejected)}});
        }
    }

    void write_findings(const Findings& findings) {
        if (options_->findings.empty()) {
            return;
        }
        if (const auto written = write_file(options_->findings, intake::findings_csv(findings));
            !written) {
            session_->fail(written.error());
        }
    }

    // All or nothing: one batch. The key ties it to the facts it was proposed against, so that a
    // retry after a lost answer writes nothing twice. A file is said to be recorded when it is.
    bool record(OpenCounty& open, const intake::Proposal& proposal, const ledger::Receipt& head) {
        std::vector<ledger::Deed> deeds = proposal.deeds();
        if (deeds.empty()) {
            tell(proposal);
            session_->say("cli.import.nothing");
            return true;
        }
        std::string text = std::to_string(head.last);
        for (const ledger::Deed& deed : deeds) {
            text += "\n" + ledger::canonical_line(deed);
        }
        const auto batch =
            batch_by(*session_, open.pack, "import " + sm3(text).to_string(), std::move(deeds));
        const auto receipt = batch ? taken(*session_, open.log->append(*batch)) : std::nullopt;
        if (!receipt) {
            return false;
        }
        tell(proposal);
        session_->say("cli.import.done", {{"batch", std::to_string(receipt->batch)},
                                          {"first", std::to_string(receipt->first)},
                                          {"last", std::to_string(receipt->last)},
                                          {"digest", receipt->digest.to_string()}});
        return true;
    }

    Session* session_;
    const ImportOptions* options_;
    intake::Profiles profiles_;
    std::vector<intake::ReadFile> files_;
    Findings unread_;
};

}  // namespace

void add_import(CLI::App& program, Session& session) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* const command = add_command(program, session, "import");
    const auto& words = session.sentences;
    command->add_option("COUNTY", options->county, words.say("cli.county"))->required();
    command->add_option("PATH", options->paths, words.say("cli.import.path"))->required();
    command->add_flag("--dry-run", options->dry_run, words.say("cli.import.dry-run.help"));
    command->add_flag("--skip-findings", options->skip_findings,
                      words.say("cli.import.skip-findings.help"));
    command->add_option("--findings", options->findings, words.say("cli.import.findings.help"));
    command->callback([&session, options] { Import(session, *options).run(); });
}

}  // namespace benniu::cli
