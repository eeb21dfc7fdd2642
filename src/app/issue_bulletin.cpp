#include "app/issue_bulletin.hpp"

#include <algorithm>

#include "app/close_period.hpp"
#include "publication/docx.hpp"
#include "publication/from_standings.hpp"

namespace benniu::app {

namespace {

using publication::BulletinFacts;
using publication::BulletinWords;
using publication::Correction;

// What the bulletin is made of, whichever kind it is.
struct Material {
    Month month;
    Seal seal;
    std::vector<standings::Standings> standings;
    std::vector<ledger::SealedResult> results;
    Date date;
};

Result<Material> gather(Books& books, Month month, const Seal& seal) {
    const auto pack = books.pack_under(seal.rules);
    if (!pack) {
        return tl::unexpected(pack.error());
    }
    Material material{month, seal, {}, {}, {}};
    for (const MonthPeriod& each : periods_of(**pack, month)) {
        auto answer = books.answer({each.method, each.period, {}, seal.cut, seal.rules});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        const Date freeze = answer->scorer->period().freeze;
        material.date = std::max(material.date, (*pack)->calendar.next_workday(freeze));
        material.results.push_back(sealed_result(answer->standings));
        material.standings.push_back(std::move(answer->standings));
    }
    return material;
}

// The words, with a section for each method of the material or a word that it gets none.
Result<BulletinWords> words_for(const Pack& pack, const Material& material) {
    const auto found = pack.files.find("bulletin/bulletin.yaml");
    if (found == pack.files.end()) {
        return failure("no-bulletin-words");
    }
    auto read = publication::read_bulletin_words(found->second, found->first);
    if (has_errors(read.findings)) {
        const Finding& first = read.findings.front();
        return failure("faulty-bulletin-words",
                       {{"line", std::to_string(first.place.line)}, {"problem", first.code}});
    }
    for (const ledger::SealedResult& result : material.results) {
        if (!publication::has_word_of(read.words, result.method)) {
            return failure("no-bulletin-section", {{"method", result.method}});
        }
    }
    return std::move(read.words);
}

Result<std::string> document(const Pack& pack, const Material& material,
                             const ledger::BulletinIssued& issued,
                             std::optional<Correction> correction) {
    const auto words = words_for(pack, material);
    if (!words) {
        return tl::unexpected(words.error());
    }
    const auto paper = pack.files.find("bulletin/template.docx");
    if (paper == pack.files.end()) {
        return failure("no-bulletin-template");
    }
    const BulletinFacts facts{.month = material.month,
                              .year = issued.year,
                              .number = issued.number,
                              .date = material.date,
                              .standings = material.standings,
                              .correction = std::move(correction)};
    return publication::write_docx(publication::compose_bulletin(*words, facts), paper->second);
}

int next_number(const ledger::County& county, int year) {
    int number = 0;
    for (const ledger::Issue& issue : county.bulletins) {
        if (issue.issued.year == year) {
            number = std::max(number, issue.issued.number);
        }
    }
    return number + 1;
}

// Writes the document, puts it into the keep and makes the deed.
Result<Issued> issue(Books& books, ledger::Keep& keep, const Material& material,
                     std::optional<Correction> correction) {
    const auto county = books.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    const int year = material.date.year();
    ledger::BulletinIssued issued{year,
                                  next_number(**county, year),
                                  material.month.to_string(),
                                  material.seal.cut,
                                  material.seal.rules,
                                  {},
                                  material.results,
                                  correction ? correction->corrects : 0};
    auto docx = document(books.pack(), material, issued, std::move(correction));
    if (!docx) {
        return tl::unexpected(docx.error());
    }
    const auto kept = keep.put(*docx);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    issued.document = *kept;
    return Issued{*std::move(docx), {issued}, issued};
}

Result<Issued> issued_before(const ledger::Keep& keep, const ledger::BulletinIssued& issued) {
    auto docx = keep.get(issued.document);
    if (!docx) {
        return tl::unexpected(docx.error());
    }
    return Issued{*std::move(docx), {}, issued};
}

// What the last bulletin of the month said, against what would be said now.
Result<Correction> differences(Books& books, const ledger::BulletinIssued& last,
                               const Material& now) {
    const auto before = gather(books, now.month, {last.cut, last.rules});
    if (!before) {
        return tl::unexpected(before.error());
    }
    Correction correction{last.number, {}};
    for (const standings::Standings& after : now.standings) {
        for (const standings::Standings& then : before->standings) {
            if (then.method->name == after.method->name &&
                then.period->name == after.period->name) {
                const auto changes = publication::changes_between(then, after);
                correction.changes.insert(correction.changes.end(), changes.begin(), changes.end());
            }
        }
    }
    return correction;
}

// The method's period that was published and that the material knows nothing of, if there is one.
const ledger::SealedResult* left_out(const ledger::BulletinIssued& last, const Material& now) {
    const auto missing = std::find_if(
        last.results.begin(), last.results.end(), [&](const ledger::SealedResult& then) {
            return std::none_of(now.results.begin(), now.results.end(),
                                [&](const ledger::SealedResult& each) {
                                    return each.method == then.method && each.period == then.period;
                                });
        });
    return missing == last.results.end() ? nullptr : &*missing;
}

Result<Issued> issue_correction(Books& books, ledger::Keep& keep, const BulletinWish& wish,
                                const ledger::BulletinIssued& last, const Seal& now) {
    // Asked before anything is computed: rules with an error are no rules.
    auto new_rules = wish.under_new_rules ? keep_rules(books.pack(), keep) : ledger::RulesKept{};
    if (!new_rules) {
        return tl::unexpected(new_rules.error());
    }
    const auto material = gather(books, *Month::parse(wish.period), now);
    if (!material) {
        return tl::unexpected(material.error());
    }
    if (const auto* const missing = left_out(last, *material)) {
        return failure("period-has-no-method",
                       {{"period", missing->method + " " + missing->period}});
    }
    auto correction = differences(books, last, *material);
    if (!correction) {
        return tl::unexpected(correction.error());
    }
    if (correction->changes.empty()) {
        return failure("nothing-to-correct", {{"number", std::to_string(last.number)}});
    }
    auto issued = issue(books, keep, *material, *std::move(correction));
    if (issued && wish.under_new_rules) {
        issued->deeds.insert(issued->deeds.begin(), *std::move(new_rules));
    }
    return issued;
}

const ledger::PeriodClosed* closing_of(const ledger::County& county, const std::string& period) {
    const auto found = std::find_if(
        county.closings.begin(), county.closings.end(),
        [&](const ledger::Closing& closing) { return closing.closed.period == period; });
    return found == county.closings.end() ? nullptr : &found->closed;
}

// The bulletins of a period, oldest first; each after the first corrects one before it.
std::vector<const ledger::BulletinIssued*> bulletins_of(const ledger::County& county,
                                                        const std::string& period) {
    std::vector<const ledger::BulletinIssued*> bulletins;
    for (const ledger::Issue& issue : county.bulletins) {
        if (issue.issued.period == period) {
            bulletins.push_back(&issue.issued);
        }
    }
    return bulletins;
}

}  // namespace

Result<Issued> issue_bulletin(Books& books, ledger::Keep& keep, const BulletinWish& wish) {
    const auto month = Month::parse(wish.period);
    if (!month) {
        return failure("bad-month", {{"period", wish.period}});
    }
    const auto county = books.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    const ledger::PeriodClosed* const closed = closing_of(**county, wish.period);
    if (closed == nullptr) {
        return failure("period-not-closed", {{"period", wish.period}});
    }
    const auto bulletins = bulletins_of(**county, wish.period);
    if (wish.corrects && bulletins.empty()) {
        return failure("not-issued-yet", {{"period", wish.period}});
    }
    if (wish.corrects) {
        const Digest& rules =
            wish.under_new_rules ? books.rules_of_pack() : bulletins.back()->rules;
        return issue_correction(books, keep, wish, *bulletins.back(),
                                {(*county)->head.last, rules});
    }
    if (!bulletins.empty()) {
        return issued_before(keep, *bulletins.front());
    }
    const auto material = gather(books, *month, {closed->cut, closed->rules});
    if (!material) {
        return tl::unexpected(material.error());
    }
    return issue(books, keep, *material, std::nullopt);
}

}  // namespace benniu::app
