#include "app/method_diff.hpp"

#include <algorithm>

#include "method/parser.hpp"

namespace benniu::app {

namespace {

std::string name_of(const method::Document& document) {
    for (const method::Statement& statement : document.statements) {
        if (const auto* const named = std::get_if<method::MethodStatement>(&statement.body)) {
            return named->name.text;
        }
    }
    return "";
}

// The file of the pack that holds the method of that name.
std::string file_of(const Pack& pack, const std::string& name) {
    const auto found = pack.methods.find(name);
    return found == pack.methods.end() ? "" : found->second->document.file;
}

std::vector<ValueChange> changed_items(const Answer& before, const Answer& after,
                                       std::size_t old_unit, std::size_t new_unit) {
    std::vector<ValueChange> changes;
    const method::Method& method = after.scorer->method();
    for (std::size_t i = 0; i < method.items.size(); ++i) {
        const auto old_item = before.scorer->method().item(method.items[i].name);
        const std::string was =
            old_item ? indicators::to_text(before.scorer->item(*old_item, old_unit)) : "";
        const std::string is = indicators::to_text(after.scorer->item(i, new_unit));
        if (was != is) {
            changes.push_back({method.document.articles[method.items[i].article].number,
                               method.items[i].name, was, is});
        }
    }
    return changes;
}

const standings::Row* row_of(const Answer& answer, const std::string& unit) {
    const auto& rows = answer.standings.rows;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const standings::Row& row) { return row.name == unit; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<UnitChange> compare(const Answer& before, const Answer& after) {
    std::vector<UnitChange> units;
    for (const standings::Row& now : after.standings.rows) {
        const standings::Row* const old = row_of(before, now.name);
        if (old == nullptr) {
            units.push_back({now.name, now.group, 0, now.rank, {}});
            continue;
        }
        UnitChange change{now.name, now.group, old->rank, now.rank,
                          changed_items(before, after, old->unit, now.unit)};
        if (change.rank_before != change.rank_after || !change.values.empty()) {
            units.push_back(std::move(change));
        }
    }
    for (const standings::Row& old : before.standings.rows) {
        if (row_of(after, old.name) == nullptr) {
            units.push_back({old.name, old.group, old.rank, 0, {}});
        }
    }
    return units;
}

}  // namespace

Result<MethodDiff> method_diff(const ledger::Log& log, const Pack& pack, const std::string& text,
                               const std::string& period) {
    const std::string name = name_of(method::parse(text, "").document);
    const std::string file = file_of(pack, name);
    if (file.empty()) {
        return failure("no-such-method", {{"method", name}, {"known", ""}});
    }
    PackFiles files = pack.files;
    files[file] = text;
    const Pack changed = read_pack(std::move(files));
    MethodDiff diff;
    for (const Finding& finding : changed.findings) {
        if (finding.place.file == file) {
            diff.findings.push_back(finding);
        }
    }
    if (has_errors(diff.findings)) {
        return diff;
    }
    // Both versions over every fact, closed months too: this is a trial.
    const ledger::MemoryKeep nothing_kept;
    Books old_books(log, pack, nothing_kept);
    Books new_books(log, changed, nothing_kept);
    const auto head = log.head();
    if (!head) {
        return tl::unexpected(head.error());
    }
    const Ask ask{.method = name, .period = period, .cut = head->last};
    const auto before = old_books.answer(ask);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const auto after = new_books.answer(ask);
    if (!after) {
        return tl::unexpected(after.error());
    }
    diff.units = compare(*before, *after);
    return diff;
}

}  // namespace benniu::app
