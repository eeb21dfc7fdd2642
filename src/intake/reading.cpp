#include "intake/reading.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/notation.hpp"
#include "intake/written_date.hpp"

namespace benniu::intake {

namespace {

using model::FieldType;
using model::Reading;
using model::Value;

Reading hindered(std::string written, std::string problem, Words words = {}) {
    return {model::Blank{}, std::move(written), std::move(problem), std::move(words)};
}

// What no type of field can be read from.
std::optional<Reading> unreadable(const Cell& cell, const std::string& written) {
    if (cell.kind == Cell::Kind::error) {
        return hindered(written, "formula-error", {{"error", written}});
    }
    if (cell.formula == Formula::not_calculated) {
        return hindered(written, "formula-not-calculated");
    }
    if (written.size() > limits::value_bytes) {
        return hindered(shortened(written, limits::shown_value_bytes), "text-too-long",
                        {{"limit", std::to_string(limits::value_bytes)}});
    }
    return written.empty() ? std::optional<Reading>(Reading{}) : std::nullopt;
}

Decimal power_of_ten(int exponent) {
    Decimal power(1);
    for (int i = 0; i < exponent; ++i) {
        power = multiply(power, Decimal(10)).value();
    }
    return exponent < 0 ? Decimal::of(1, -exponent) : power;
}

Reading number_reading(const Result<Decimal>& number, std::string written) {
    if (!number) {
        const bool is_too_large = number.error().code == "number-too-large";
        return hindered(std::move(written), is_too_large ? "number-too-large" : "not-a-number");
    }
    return {*number, std::move(written), "", {}};
}

// Digits as Decimal reads them: without thousands' commas and spaces, with an ASCII minus.
std::string bare_number(std::string_view written) {
    std::string bare = without_spaces(half_width(written));
    std::erase(bare, ',');
    if (bare.starts_with(notation::minus)) {
        bare.replace(0, notation::minus.size(), "-");
    }
    return bare;
}

// A cell that is no number, as a date or a truth, is none however its text looks.
bool can_be_number(const Cell& cell) {
    return cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::text;
}

Reading read_number(const Cell& cell, std::string written, std::string_view suffix) {
    if (!can_be_number(cell)) {
        return hindered(std::move(written), "not-a-number");
    }
    std::string bare = bare_number(written);
    if (!suffix.empty() && bare.ends_with(suffix)) {
        bare.resize(bare.size() - suffix.size());
    }
    return number_reading(Decimal::parse(bare), std::move(written));
}

// 金额未注明单位的为万元,注明“亿元”“万元”的按字面换算; the header or title may say it for all.
Reading read_money(const Cell& cell, std::string written, const std::string& measure) {
    if (!can_be_number(cell)) {
        return hindered(std::move(written), "not-a-number");
    }
    std::string bare = bare_number(written);
    const auto own =
        std::find_if(notation::money.begin(), notation::money.end(),
                     [&](const notation::MoneyMeasure& each) { return bare.ends_with(each.word); });
    const auto given =
        std::find_if(notation::money.begin(), notation::money.end(),
                     [&](const notation::MoneyMeasure& each) { return measure == each.word; });
    int exponent = given == notation::money.end() ? 0 : given->exponent;
    if (own != notation::money.end()) {
        exponent = own->exponent;
        bare.resize(bare.size() - own->word.size());
    }
    const auto number = Decimal::parse(bare);
    return number_reading(number ? multiply(*number, power_of_ten(exponent)) : number,
                          std::move(written));
}

// 70 and "70%" are kept as 0.7, as is a cell of 0.7 that shows 70%.
Reading read_percent(const Cell& cell, std::string written) {
    if (!can_be_number(cell)) {
        return hindered(std::move(written), "not-a-number");
    }
    std::string bare = bare_number(written);
    const bool is_share = cell.kind == Cell::Kind::number && cell.is_percent;
    if (bare.ends_with('%')) {
        bare.pop_back();
    }
    const auto number = Decimal::parse(bare);
    return number_reading(number && !is_share ? multiply(*number, Decimal::of(1, 2)) : number,
                          std::move(written));
}

Reading read_yes_no(std::string written, const CommonWords& words) {
    const std::string word = without_spaces(written);
    if (words.yes.contains(word)) {
        return {true, std::move(written), "", {}};
    }
    if (words.no.contains(word)) {
        return {false, std::move(written), "", {}};
    }
    return hindered(std::move(written), "not-yes-or-no");
}

Reading read_unit(std::string written, const model::Units& units, std::optional<Date> day) {
    if (auto unit = units.find(written, day)) {
        return {*std::move(unit), std::move(written), "", {}};
    }
    return hindered(written, "unknown-unit", {{"nearest", nearest(written, units.known_names())}});
}

Reading read_month(const Cell& cell, std::string written) {
    const auto month =
        cell.kind == Cell::Kind::date ? Month::of(cell.date) : written_month(written);
    if (!month) {
        return hindered(std::move(written), "no-such-date", {{"example", "2021-11"}});
    }
    return {*month, std::move(written), "", {}};
}

Reading read_written_date(const Cell& cell, std::string written) {
    if (cell.kind == Cell::Kind::date) {
        return {cell.date, std::move(written), "", {}};
    }
    auto date = written_date(written);
    if (!date) {
        date = serial_date(written);
    }
    if (!date) {
        std::string example = example_date(written);
        return hindered(std::move(written), "no-such-date", {{"example", std::move(example)}});
    }
    return {*date, std::move(written), "", {}};
}

}  // namespace

Reading read_cell(const Cell& cell, const model::Field& field, const std::string& measure,
                  const ReadingContext& context) {
    std::string written = tidied(cell.text);
    if (auto reading = unreadable(cell, written)) {
        return *std::move(reading);
    }
    switch (field.type) {
        case FieldType::number:
        case FieldType::count:
            return read_number(cell, std::move(written), "");
        case FieldType::area:
            return read_number(cell, std::move(written), notation::area);
        case FieldType::money:
            return read_money(cell, std::move(written), measure);
        case FieldType::percent:
            return read_percent(cell, std::move(written));
        case FieldType::date:
        case FieldType::deadline:
            return read_written_date(cell, std::move(written));
        case FieldType::month:
            return read_month(cell, std::move(written));
        case FieldType::yes_no:
            return read_yes_no(std::move(written), context.words);
        case FieldType::unit:
            return read_unit(std::move(written), context.units, context.day);
        case FieldType::text:
        case FieldType::choice:
        case FieldType::credit_code:
        case FieldType::shape:
            break;
    }
    Value text = written;
    return {std::move(text), std::move(written), "", {}};
}

Reading read_date(const Cell& cell) {
    std::string written = tidied(cell.text);
    if (auto reading = unreadable(cell, written)) {
        return *std::move(reading);
    }
    return read_written_date(cell, std::move(written));
}

Reading read_verdict(const Cell& cell, const CommonWords& words) {
    std::string written = tidied(cell.text);
    if (auto reading = unreadable(cell, written)) {
        return *std::move(reading);
    }
    const std::string word = without_spaces(written);
    if (words.passed.contains(word)) {
        return {true, std::move(written), "", {}};
    }
    if (words.failed.contains(word)) {
        return {false, std::move(written), "", {}};
    }
    if (words.pending.contains(word)) {
        return {model::Blank{}, std::move(written), "", {}};
    }
    return hindered(std::move(written), "not-a-verdict");
}

}  // namespace benniu::intake
