// An exact fraction: what every score is computed in. Small values live in two machine words; when
// a result leaves them the value moves to GMP, so nothing ever wraps or is rounded by accident.
//
// Always in lowest terms with a positive denominator. A numerator or denominator longer than
// limits::rational_bits is refused with Bug: the method checker keeps methods far below it.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>

#include "base/decimal.hpp"
#include "base/rounding.hpp"

namespace benniu {

class Rational {
  public:
    Rational() = default;
    Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT: a whole number is a fraction
    Rational(const Decimal& decimal);                    // NOLINT: every decimal is a fraction
    Rational(const Rational& other);
    Rational(Rational&& other) noexcept;
    Rational& operator=(const Rational& other);
    Rational& operator=(Rational&& other) noexcept;
    ~Rational();

    // `denominator` must not be 0.
    static Rational of(std::int64_t numerator, std::int64_t denominator);

    [[nodiscard]] bool is_zero() const;
    [[nodiscard]] bool is_negative() const;
    [[nodiscard]] bool is_integer() const;

    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    friend Rational operator/(const Rational& a, const Rational& b);  // b must not be 0
    Rational operator-() const;

    friend bool operator==(const Rational& a, const Rational& b);
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

    // Rounded to `places` digits behind the point. Error: number-too-large (Decimal's range).
    [[nodiscard]] Result<Decimal> rounded(int places, Rounding rounding) const;

    // "3/4", "12", "-1/3": exact, one text for each value.
    [[nodiscard]] std::string to_string() const;

  private:
    struct Big;  // a GMP fraction
    struct Release {
        void operator()(Big* big) const noexcept;
    };
    using BigPtr = std::unique_ptr<Big, Release>;

    explicit Rational(BigPtr big);
    static Rational of_big(BigPtr big);
    static Rational combine(const Rational& a, const Rational& b, char operation);
    [[nodiscard]] BigPtr as_big() const;

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    BigPtr big_;  // set only when the value does not fit the two words
};

}  // namespace benniu
