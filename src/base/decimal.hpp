// An exact decimal number as offices write it: a mantissa and how many of its digits stand behind
// the point. Facts carry Decimals; scores are computed in Rational and published as Decimals.
//
// Range: |mantissa| < 2^63, 0 ≤ places ≤ 9. Leaving the range is an error, never a wrap.
// 1.50 and 1.5 are equal in value but print as they were made.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace benniu {

class Decimal {
  public:
    static constexpr int places_max = 9;

    constexpr Decimal() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a whole number is a decimal.
    constexpr Decimal(std::int64_t whole) : mantissa_(whole) {}

    // `mantissa` / 10^`places`; places in 0…places_max.
    static Decimal of(std::int64_t mantissa, int places);

    // Reads "-1234.50": digits, one point, a leading sign; nothing else. Errors: not-a-number,
    // number-too-large.
    static Result<Decimal> parse(std::string_view text);

    [[nodiscard]] std::int64_t mantissa() const { return mantissa_; }
    [[nodiscard]] int places() const { return places_; }

    // "12.50"; keeps the places it was made with.
    [[nodiscard]] std::string to_string() const;
    // "12.5"; the shortest form, one text for each value. Persisted: facts store this form.
    [[nodiscard]] std::string to_plain_string() const;

    friend bool operator==(const Decimal& a, const Decimal& b);
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

  private:
    std::int64_t mantissa_ = 0;
    int places_ = 0;
};

// Error: number-too-large.
[[nodiscard]] Result<Decimal> add(const Decimal& a, const Decimal& b);
[[nodiscard]] Result<Decimal> subtract(const Decimal& a, const Decimal& b);
[[nodiscard]] Result<Decimal> multiply(const Decimal& a, const Decimal& b);

}  // namespace benniu
