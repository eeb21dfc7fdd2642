#include "base/decimal.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace benniu {

namespace {

__extension__ using Wide = __int128;

constexpr Wide mantissa_max = std::numeric_limits<std::int64_t>::max();

constexpr std::array<std::int64_t, Decimal::places_max + 1> powers_of_ten = {
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

std::int64_t power_of_ten(int places) {
    return powers_of_ten.at(static_cast<std::size_t>(places));
}

Wide widened(const Decimal& number, int places) {
    return Wide{number.mantissa()} * power_of_ten(places - number.places());
}

Result<Decimal> narrowed(Wide mantissa, int places) {
    while (places > 0 && (places > Decimal::places_max || mantissa % 10 == 0)) {
        if (mantissa % 10 != 0) {
            return failure("number-too-large");
        }
        mantissa /= 10;
        --places;
    }
    if (mantissa > mantissa_max || mantissa < -mantissa_max) {
        return failure("number-too-large");
    }
    return Decimal::of(static_cast<std::int64_t>(mantissa), places);
}

std::string written(std::int64_t mantissa, int places) {
    std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
    if (places > 0) {
        const auto behind = static_cast<std::size_t>(places);
        if (digits.size() <= behind) {
            digits.insert(0, behind + 1 - digits.size(), '0');
        }
        digits.insert(digits.size() - behind, ".");
    }
    return mantissa < 0 ? "-" + digits : digits;
}

}  // namespace

Decimal Decimal::of(std::int64_t mantissa, int places) {
    ensure(places >= 0 && places <= places_max, "a Decimal has 0 to 9 places");
    ensure(mantissa != std::numeric_limits<std::int64_t>::min(),
           "a Decimal's mantissa is in range");
    Decimal number;
    number.mantissa_ = mantissa;
    number.places_ = places;
    return number;
}

Result<Decimal> Decimal::parse(std::string_view text) {
    constexpr std::size_t digits_behind_point_max = 30;
    const bool negative = text.starts_with('-');
    std::string_view whole = text.substr(negative || text.starts_with('+') ? 1 : 0);
    std::string_view behind;
    if (const std::size_t point = whole.find('.'); point != std::string_view::npos) {
        behind = whole.substr(point + 1);
        whole = whole.substr(0, point);
    }
    const std::string digits = std::string(whole).append(behind);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) {
        return failure("not-a-number", {{"number", std::string(text)}});
    }
    Wide mantissa = 0;
    for (const char digit : digits) {
        if (mantissa > mantissa_max || behind.size() > digits_behind_point_max) {
            return failure("number-too-large", {{"number", std::string(text)}});
        }
        mantissa = mantissa * 10 + (digit - '0');
    }
    const int places = static_cast<int>(behind.size());
    const Wide signed_mantissa = negative ? -mantissa : mantissa;
    if (places <= places_max && mantissa <= mantissa_max) {
        return of(static_cast<std::int64_t>(signed_mantissa), places);
    }
    return narrowed(signed_mantissa, places);
}

std::string Decimal::to_string() const {
    return written(mantissa_, places_);
}

std::string Decimal::to_plain_string() const {
    std::int64_t mantissa = mantissa_;
    int places = places_;
    while (places > 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        --places;
    }
    return written(mantissa, places);
}

bool operator==(const Decimal& a, const Decimal& b) {
    return (a <=> b) == 0;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int places = std::max(a.places_, b.places_);
    const Wide left = widened(a, places);
    const Wide right = widened(b, places);
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

Result<Decimal> add(const Decimal& a, const Decimal& b) {
    const int places = std::max(a.places(), b.places());
    return narrowed(widened(a, places) + widened(b, places), places);
}

Result<Decimal> subtract(const Decimal& a, const Decimal& b) {
    const int places = std::max(a.places(), b.places());
    return narrowed(widened(a, places) - widened(b, places), places);
}

Result<Decimal> multiply(const Decimal& a, const Decimal& b) {
    return narrowed(Wide{a.mantissa()} * Wide{b.mantissa()}, a.places() + b.places());
}

}  // namespace benniu
