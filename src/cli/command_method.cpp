#include "app/method_cases.hpp"
#include "app/method_diff.hpp"
#include "base/limits.hpp"
#include "cli/command_line_words.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"
#include "method/format.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

namespace {

struct MethodOptions {
    std::string pack;
    std::string county;
    std::string file;
    std::string period;
    std::vector<std::string> files;
    bool only_look = false;
};

// The pack in a folder, or that of the county which lies there.
std::optional<app::Pack> pack_in(Session& session, const std::string& folder) {
    const fs::path of_county = fs::path(folder) / "pack";
    auto files =
        taken(session, read_pack_files(fs::is_directory(of_county) ? of_county : fs::path(folder)));
    return files ? std::optional<app::Pack>(app::read_pack(*std::move(files))) : std::nullopt;
}

void check(Session& session, const MethodOptions& options) {
    const auto pack = pack_in(session, options.pack);
    if (!pack) {
        return;
    }
    session.report(pack->findings);
    if (session.exit == ExitCode::done) {
        session.say("cli.method.check.done", {{"methods", std::to_string(pack->methods.size())}});
    }
}

void test(Session& session, const MethodOptions& options) {
    const auto pack = pack_in(session, options.pack);
    if (!pack) {
        return;
    }
    const app::CasesResult result = app::run_method_cases(*pack);
    session.report(result.findings);
    for (const app::CaseFailure& failure : result.failures) {
        session.exit = ExitCode::findings;
        session.say("cli.method.test.failure", {{"title", failure.title},
                                                {"unit", failure.unit},
                                                {"name", failure.name},
                                                {"wanted", failure.wanted},
                                                {"found", failure.found}});
    }
    for (const app::Branch& branch : result.unreached) {
        session.say("cli.method.test.unreached",
                    {{"article", branch.article},
                     {"place", branch.place},
                     {"line", branch.line == 0 ? "" : std::to_string(branch.line)}});
    }
    const auto reached = result.branches - static_cast<int>(result.unreached.size());
    session.say("cli.method.test.done", {{"cases", std::to_string(result.cases)},
                                         {"failed", std::to_string(result.failures.size())},
                                         {"reached", std::to_string(reached)},
                                         {"branches", std::to_string(result.branches)}});
}

void print(const Session& session, const app::UnitChange& unit) {
    const std::string key = unit.rank_before == 0  ? "cli.method.diff.new"
                            : unit.rank_after == 0 ? "cli.method.diff.gone"
                                                   : "cli.method.diff.unit";
    session.say(key, {{"unit", unit.unit},
                      {"group", unit.group},
                      {"before", std::to_string(unit.rank_before)},
                      {"after", std::to_string(unit.rank_after)}});
    for (const app::ValueChange& change : unit.values) {
        session.print("    " +
                      session.sentences.say("cli.method.diff.value", {{"article", change.article},
                                                                      {"name", change.name},
                                                                      {"before", change.before},
                                                                      {"after", change.after}}));
    }
}

void diff(Session& session, const MethodOptions& options) {
    auto open = open_county(session, options.county, store::Access::read);
    const auto text =
        open ? taken(session, read_bytes(options.file, limits::method_bytes)) : std::nullopt;
    if (!text) {
        return;
    }
    const auto diff =
        taken(session, app::method_diff(*open->log, open->pack, *text, options.period));
    if (!diff) {
        return;
    }
    session.report(diff->findings);
    for (const app::UnitChange& unit : diff->units) {
        print(session, unit);
    }
    if (session.exit == ExitCode::done) {
        session.say("cli.method.diff.done", {{"units", std::to_string(diff->units.size())}});
    }
}

// The new text takes the file's place by one rename, so that no moment has half a method.
Result<void> replace_file(const fs::path& file, const std::string& text) {
    const fs::path unfinished = file.string() + ".unfinished";
    if (auto written = write_file(unfinished, text); !written) {
        return written;
    }
    std::error_code error;
    fs::rename(unfinished, file, error);
    return error ? failure("file-not-written", {{"file", file.string()}}) : Result<void>();
}

void format(Session& session, const MethodOptions& options) {
    for (const std::string& file : options.files) {
        const auto text = taken(session, read_bytes(file, limits::method_bytes));
        if (!text) {
            continue;
        }
        const std::string formed = method::formatted(*text);
        if (formed == *text) {
            continue;
        }
        if (options.only_look) {
            session.say("cli.method.fmt.would", {{"file", file}});
            session.exit = std::max(session.exit, ExitCode::findings);
        } else if (const auto replaced = replace_file(file, formed); !replaced) {
            session.fail(replaced.error());
        } else {
            session.say("cli.method.fmt.done", {{"file", file}});
        }
    }
}

}  // namespace

void add_method(CLI::App& program, Session& session) {
    const auto& words = session.sentences;
    CLI::App* const command = add_command(program, session, "method");
    command->require_subcommand(1);
    const auto options = std::make_shared<MethodOptions>();
    CLI::App* const checking = command->add_subcommand("check", words.say("cli.method.check.help"));
    checking->add_option("PACK", options->pack, words.say("cli.method.pack"))->required();
    checking->callback([&session, options] { check(session, *options); });
    CLI::App* const forming = command->add_subcommand("fmt", words.say("cli.method.fmt.help"));
    forming->add_option("FILE", options->files, words.say("cli.method.file"))->required();
    forming->add_flag("--check", options->only_look, words.say("cli.method.fmt.check"));
    forming->callback([&session, options] { format(session, *options); });
    CLI::App* const testing = command->add_subcommand("test", words.say("cli.method.test.help"));
    testing->add_option("PACK", options->pack, words.say("cli.method.pack"))->required();
    testing->callback([&session, options] { test(session, *options); });
    CLI::App* const comparing = command->add_subcommand("diff", words.say("cli.method.diff.help"));
    comparing->add_option("COUNTY", options->county, words.say("cli.county"))->required();
    comparing->add_option("FILE", options->file, words.say("cli.method.file"))->required();
    comparing->add_option("PERIOD", options->period, words.say("cli.period"))->required();
    comparing->callback([&session, options] { diff(session, *options); });
    for (CLI::App* const each : command->get_subcommands({})) {
        set_group_words(*each, words);
    }
}

}  // namespace benniu::cli
