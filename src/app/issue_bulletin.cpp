#include "app/issue_bulletin.hpp"

#include <algorithm>

#include "app/close_period.hpp"
#include "publication/docx.hpp"
#include "publication/from_standings.hpp"

namespace benniu::app {

namespace {

using publication::BulletinFacts;
using publication::BulletinWords;

// What the bulletin is made of, whichever kind it is.
struct Material {
    Month month;
    ledger::Sequence cut = 0;
    std::vector<standings::Standings> standings;
    std::vector<ledger::SealedResult> results;
    Date date;
};

Result<BulletinWords> words_of(const Pack& pack) {
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
    return std::move(read.words);
}

Result<Material> gather(Books& books, Month month, ledger::Sequence cut) {
    Material material{month, cut, {}, {}, {}};
    for (const MonthPeriod& each : periods_of(books.pack(), month)) {
        auto answer = books.answer({each.method, each.period, {}, cut});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        const Date freeze = answer->scorer->period().freeze;
        material.date = std::max(material.date, books.pack().calendar.next_workday(freeze));
        material.results.push_back(sealed_result(answer->standings));
        material.standings.push_back(std::move(answer->standings));
    }
    return material;
}

const ledger::Issue* last_issue(const ledger::County& county, const std::string& period) {
    const ledger::Issue* found = nullptr;
    for (const ledger::Issue& issue : county.bulletins) {
        if (issue.issued.period == period) {
            found = &issue;
        }
    }
    return found;
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

Result<Issued> written(const Books& books, const Material& material, ledger::BulletinIssued deed,
                       std::optional<publication::Correction> correction) {
    const auto words = words_of(books.pack());
    if (!words) {
        return tl::unexpected(words.error());
    }
    const auto& files = books.pack().files;
    const auto paper = files.find("bulletin/template.docx");
    if (paper == files.end()) {
        return failure("no-bulletin-template");
    }
    const BulletinFacts facts{.month = material.month,
                              .year = deed.year,
                              .number = deed.number,
                              .date = material.date,
                              .standings = material.standings,
                              .correction = std::move(correction)};
    auto docx =
        publication::write_docx(publication::compose_bulletin(*words, facts), paper->second);
    if (!docx) {
        return tl::unexpected(docx.error());
    }
    deed.document = sm3(*docx);
    return Issued{*std::move(docx), std::move(deed), true};
}

// What the last bulletin of the month said, against what the ledger says now.
Result<publication::Correction> differences(Books& books, const ledger::BulletinIssued& last,
                                            const Material& now) {
    const auto before = gather(books, now.month, last.cut);
    if (!before) {
        return tl::unexpected(before.error());
    }
    publication::Correction correction{last.number, {}};
    for (std::size_t i = 0; i < now.standings.size(); ++i) {
        const auto changes = publication::changes_between(before->standings[i], now.standings[i]);
        correction.changes.insert(correction.changes.end(), changes.begin(), changes.end());
    }
    return correction;
}

Result<Issued> first_issue(Books& books, const ledger::County& county, const Material& material,
                           const std::string& period) {
    const int year = material.date.year();
    ledger::BulletinIssued deed{year, next_number(county, year), period,        material.cut,
                                {},   material.results,          /*corrects=*/0};
    for (const ledger::Issue& issue : county.bulletins) {
        if (issue.issued.period == period && issue.issued.corrects == 0) {
            deed.number = issue.issued.number;
            auto again = written(books, material, deed, {});
            if (again) {
                again->is_new = false;
                if (again->deed.document != issue.issued.document) {
                    return failure("bulletin-differs", {{"number", std::to_string(deed.number)}});
                }
            }
            return again;
        }
    }
    return written(books, material, std::move(deed), {});
}

}  // namespace

Result<Issued> issue_bulletin(Books& books, const std::string& period, IssueKind kind) {
    const auto month = Month::parse(period);
    if (!month) {
        return failure("bad-month", {{"period", period}});
    }
    const auto county = books.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    const auto& closings = (*county)->closings;
    const auto closing =
        std::find_if(closings.begin(), closings.end(),
                     [&](const ledger::Closing& each) { return each.closed.period == period; });
    if (closing == closings.end()) {
        return failure("period-not-closed", {{"period", period}});
    }
    const bool corrects = kind == IssueKind::correction;
    const auto material =
        gather(books, *month, corrects ? (*county)->head.last : closing->closed.cut);
    if (!material) {
        return tl::unexpected(material.error());
    }
    if (!corrects) {
        return first_issue(books, **county, *material, period);
    }
    const ledger::Issue* const last = last_issue(**county, period);
    if (last == nullptr) {
        return failure("not-issued-yet", {{"period", period}});
    }
    auto correction = differences(books, last->issued, *material);
    if (!correction) {
        return tl::unexpected(correction.error());
    }
    if (correction->changes.empty()) {
        return failure("nothing-to-correct", {{"number", std::to_string(last->issued.number)}});
    }
    const int year = material->date.year();
    return written(books, *material,
                   {year,
                    next_number(**county, year),
                    period,
                    material->cut,
                    {},
                    material->results,
                    last->issued.number},
                   *std::move(correction));
}

}  // namespace benniu::app
