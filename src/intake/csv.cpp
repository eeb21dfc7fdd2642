#include "intake/csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/allowance.hpp"
#include "intake/encoding.hpp"

namespace benniu::intake {

namespace {

constexpr std::size_t records_sampled = 100;

// Takes one record after the other from the front of a text.
class Records {
  public:
    Records(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    [[nodiscard]] bool has_more() const { return !rest_.empty(); }
    [[nodiscard]] bool ended_inside_quotes() const { return ended_inside_quotes_; }
    // Quotes that neither open nor close a field; a sign of the wrong separator.
    [[nodiscard]] std::int64_t stray_quotes() const { return stray_quotes_; }

    std::vector<std::string> next() {
        std::vector<std::string> fields;
        do {
            fields.push_back(next_field());
        } while (take(separator_));
        take('\r');
        take('\n');
        return fields;
    }

  private:
    bool take(char letter) {
        const bool is_there = rest_.starts_with(letter);
        rest_.remove_prefix(is_there ? 1 : 0);
        return is_there;
    }

    std::string next_field() {
        const bool is_quoted = take('"');
        std::string field = is_quoted ? quoted() : "";
        const std::array<char, 3> ends = {separator_, '\r', '\n'};
        const std::size_t length =
            std::min(rest_.find_first_of({ends.data(), ends.size()}), rest_.size());
        const std::string_view bare = rest_.substr(0, length);
        stray_quotes_ += std::count(bare.begin(), bare.end(), '"');
        stray_quotes_ += is_quoted && !bare.empty() ? 1 : 0;
        field += bare;
        rest_.remove_prefix(length);
        return field;
    }

    // What stands between quotes, of which the first has been taken.
    std::string quoted() {
        std::string text;
        while (true) {
            const std::size_t length = std::min(rest_.find('"'), rest_.size());
            text += rest_.substr(0, length);
            rest_.remove_prefix(length);
            ended_inside_quotes_ = !take('"');
            if (ended_inside_quotes_ || !take('"')) {
                return text;
            }
            text += '"';
        }
    }

    std::string_view rest_;
    char separator_;
    bool ended_inside_quotes_ = false;
    std::int64_t stray_quotes_ = 0;
};

// The better the separator fits, the greater.
struct Fit {
    std::int64_t minus_stray_quotes = 0;
    std::size_t even_records = 0;  // with the most frequent number of fields, above one

    friend auto operator<=>(const Fit&, const Fit&) = default;
};

// Of the first records.
Fit fit_of(std::string_view text, char separator) {
    std::map<std::size_t, std::size_t> records_by_fields;
    Records records(text, separator);
    for (std::size_t i = 0; i < records_sampled && records.has_more(); ++i) {
        const std::size_t fields = records.next().size();
        records_by_fields[fields] += fields > 1 ? 1 : 0;
    }
    Fit fit{.minus_stray_quotes = -records.stray_quotes()};
    for (const auto& [fields, count] : records_by_fields) {
        fit.even_records = std::max(fit.even_records, count);
    }
    return fit;
}

// A tie goes to the rarer sign: it divides every line only where it is meant to.
char separator_of(std::string_view text) {
    constexpr std::array<char, 3> rarest_first = {'\t', ';', ','};
    return *std::max_element(rarest_first.begin(), rarest_first.end(),
                             [&](char a, char b) { return fit_of(text, a) < fit_of(text, b); });
}

Workbook refused(Finding finding, Place place = {}) {
    finding.place = std::move(place);
    return {{}, {std::move(finding)}};
}

// Web pages and documents that some programs save under the name of a table.
bool is_another_document(std::string_view text) {
    constexpr std::array<std::string_view, 7> beginnings = {"<!doctype", "<html", "<?xml", "<table",
                                                            "<meta",     "%pdf-", "{\\rtf"};
    std::string front(trimmed(text.substr(0, 100)));
    std::transform(front.begin(), front.end(), front.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return front.starts_with(beginning); });
}

Workbook read_text(std::string_view text, std::string_view sheet_name) {
    Sheet sheet{.name = std::string(sheet_name)};
    Allowance allowance;
    Records records(text, separator_of(text));
    for (int number = 1; records.has_more(); ++number) {
        Row row{.number = number};
        auto fields = records.next();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].empty()) {
                continue;
            }
            Cell cell{.column = static_cast<int>(i + 1),
                      .kind = Cell::Kind::text,
                      .text = std::move(fields[i])};
            if (auto finding = allowance.take(number, cell)) {
                return refused(std::move(*finding), {.sheet = sheet.name, .row = number});
            }
            row.cells.push_back(std::move(cell));
        }
        if (records.ended_inside_quotes()) {
            return refused(Finding{"unclosed-quote"}, {.sheet = sheet.name, .row = number});
        }
        if (!row.cells.empty()) {
            row.cells.shrink_to_fit();
            sheet.rows.push_back(std::move(row));
        }
    }
    return {{std::move(sheet)}, {}};
}

}  // namespace

Workbook read_csv(std::string_view bytes, std::string_view sheet_name) {
    const auto text = to_utf8(bytes);
    if (!text) {
        return refused(text.error());
    }
    const bool has_null = text->find('\0') != std::string::npos;
    if (has_null || trimmed(*text).empty() || is_another_document(*text)) {
        return refused(Finding{"not-a-workbook"});
    }
    return read_text(*text, sheet_name);
}

}  // namespace benniu::intake
