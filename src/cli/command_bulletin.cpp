#include "app/issue_bulletin.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"
#include "cli/pdf.hpp"

namespace benniu::cli {

namespace fs = std::filesystem;

namespace {

struct BulletinOptions {
    std::string county;
    std::string period;
    std::string out;
    bool correct = false;
    bool new_rules = false;
};

// The sealed document is the .docx; a PDF is laid out from it beside it.
bool write_out(Session& session, const fs::path& out, const std::string& docx) {
    const bool wants_pdf = out.extension() == ".pdf";
    fs::path document = out;
    document.replace_extension(".docx");
    if (const auto written = write_file(document, docx); !written) {
        session.fail(written.error());
        return false;
    }
    session.say("cli.bulletin.docx", {{"file", document.string()}});
    if (!wants_pdf) {
        return true;
    }
    const auto pdf = taken(session, convert_to_pdf(document, out));
    if (pdf) {
        session.say("cli.bulletin.pdf",
                    {{"file", out.string()}, {"pages", std::to_string(pdf->pages)}});
    }
    return pdf.has_value();
}

void bulletin(Session& session, const BulletinOptions& options) {
    const fs::path out = options.out;
    if (out.extension() != ".docx" && out.extension() != ".pdf") {
        session.fail({"not-a-bulletin-file", {{"file", options.out}}});
        return;
    }
    auto open = open_county(session, options.county, store::Access::write);
    if (!open) {
        return;
    }
    app::Books books(*open->log, open->pack, *open->keep);
    const app::BulletinWish wish{options.period, options.correct, options.new_rules};
    auto made = taken(session, app::issue_bulletin(books, *open->keep, wish));
    if (!made) {
        return;
    }
    const std::string number = std::to_string(made->issued.number);
    const std::string year = std::to_string(made->issued.year);
    const bool is_new = !made->deeds.empty();
    if (is_new) {
        const auto batch = batch_by(session, open->pack, "bulletin " + year + " " + number,
                                    std::move(made->deeds));
        if (!batch || !taken(session, open->log->append(*batch))) {
            return;
        }
    }
    session.say(
        is_new ? "cli.bulletin.issued" : "cli.bulletin.again",
        {{"number", number}, {"year", year}, {"digest", made->issued.document.to_string()}});
    write_out(session, out, made->docx);
}

}  // namespace

void add_bulletin(CLI::App& program, Session& session) {
    const auto options = std::make_shared<BulletinOptions>();
    CLI::App* const command = add_command(program, session, "bulletin");
    const auto& words = session.sentences;
    command->add_option("COUNTY", options->county, words.say("cli.county"))->required();
    command->add_option("PERIOD", options->period, words.say("cli.month"))->required();
    command->add_option("-o,--out", options->out, words.say("cli.bulletin.out"))->required();
    CLI::Option* const correct =
        command->add_flag("--correct", options->correct, words.say("cli.bulletin.correct"));
    command->add_flag("--new-rules", options->new_rules, words.say("cli.bulletin.new_rules"))
        ->needs(correct);
    command->callback([&session, options] { bulletin(session, *options); });
}

}  // namespace benniu::cli
