#include "base/rational.hpp"

#include <gmpxx.h>

#include <limits>
#include <numeric>
#include <utility>

#include "base/limits.hpp"

namespace benniu {

namespace {

__extension__ using Wide = __int128;

constexpr Wide word_max = std::numeric_limits<std::int64_t>::max();

bool fits_word(Wide value) {
    return value <= word_max && value >= -word_max;
}

Wide greatest_common_divisor(Wide a, Wide b) {
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b != 0) {
        a = std::exchange(b, a % b);
    }
    return a;
}

bool fits_word(const mpz_class& value) {
    return mpz_sizeinbase(value.get_mpz_t(), 2) <= 63;  // |value| < 2^63
}

std::int64_t ten_to(int places) {
    std::int64_t power = 1;
    for (int i = 0; i < places; ++i) {
        power *= 10;
    }
    return power;
}

// How far the rounded quotient goes away from zero, for |n| = q·d + r.
bool rounds_away(const mpz_class& quotient, const mpz_class& remainder, const mpz_class& divisor,
                 Rounding rounding) {
    if (remainder == 0) {
        return false;
    }
    const int half = cmp(2 * remainder, divisor);
    switch (rounding) {
        case Rounding::down:
            return false;
        case Rounding::up:
            return true;
        case Rounding::half_up:
            return half >= 0;
        case Rounding::half_even:
            return half > 0 || (half == 0 && mpz_odd_p(quotient.get_mpz_t()) != 0);
    }
    return false;
}

}  // namespace

struct Rational::Big {
    mpq_class value;
};

Rational::Rational(const Decimal& decimal) {
    const std::int64_t scale = ten_to(decimal.places());
    const std::int64_t divisor = std::gcd(decimal.mantissa(), scale);
    numerator_ = decimal.mantissa() / divisor;
    denominator_ = scale / divisor;
}

Rational::Rational(const Rational& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      big_(other.big_ ? BigPtr(new Big(*other.big_)) : nullptr) {}

Rational::Rational(Rational&& other) noexcept = default;

Rational& Rational::operator=(const Rational& other) {
    if (this != &other) {
        numerator_ = other.numerator_;
        denominator_ = other.denominator_;
        big_ = other.big_ ? BigPtr(new Big(*other.big_)) : nullptr;
    }
    return *this;
}

Rational& Rational::operator=(Rational&& other) noexcept = default;

Rational::~Rational() = default;

void Rational::Release::operator()(Big* big) const noexcept {
    delete big;
}

Rational::Rational(BigPtr big) : big_(std::move(big)) {}

Rational Rational::of_big(BigPtr big) {
    const mpz_class& numerator = big->value.get_num();
    const mpz_class& denominator = big->value.get_den();
    if (fits_word(numerator) && fits_word(denominator)) {
        Rational small(numerator.get_si());
        small.denominator_ = denominator.get_si();
        return small;
    }
    ensure(mpz_sizeinbase(numerator.get_mpz_t(), 2) <= limits::rational_bits &&
               mpz_sizeinbase(denominator.get_mpz_t(), 2) <= limits::rational_bits,
           "a fraction stays below limits::rational_bits");
    return Rational(std::move(big));
}

Rational::BigPtr Rational::as_big() const {
    if (big_) {
        return BigPtr(new Big(*big_));
    }
    return BigPtr(new Big{mpq_class(mpz_class(numerator_), mpz_class(denominator_))});
}

Rational Rational::of(std::int64_t numerator, std::int64_t denominator) {
    ensure(denominator != 0, "a fraction's denominator is not 0");
    return Rational(numerator) / Rational(denominator);
}

bool Rational::is_zero() const {
    return !big_ && numerator_ == 0;
}

bool Rational::is_negative() const {
    return big_ ? sgn(big_->value) < 0 : numerator_ < 0;
}

bool Rational::is_integer() const {
    return big_ ? big_->value.get_den() == 1 : denominator_ == 1;
}

// The path for values outside two words; `operation` is one of + - * /.
Rational Rational::combine(const Rational& a, const Rational& b, char operation) {
    auto left = a.as_big();
    const auto right = b.as_big();
    switch (operation) {
        case '+':
            left->value += right->value;
            break;
        case '-':
            left->value -= right->value;
            break;
        case '*':
            left->value *= right->value;
            break;
        default:
            left->value /= right->value;
    }
    return of_big(std::move(left));
}

Rational operator+(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_) {
        // Each product is below 2^126, so their sum stays inside 2^127.
        Wide numerator = Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_;
        Wide denominator = Wide{a.denominator_} * b.denominator_;
        if (const Wide divisor = greatest_common_divisor(numerator, denominator); divisor > 1) {
            numerator /= divisor;
            denominator /= divisor;
        }
        if (fits_word(numerator) && fits_word(denominator)) {
            Rational sum(static_cast<std::int64_t>(numerator));
            sum.denominator_ = static_cast<std::int64_t>(denominator);
            return sum;
        }
    }
    return Rational::combine(a, b, '+');
}

Rational Rational::operator-() const {
    if (big_) {
        auto negated = as_big();
        negated->value = -negated->value;
        return of_big(std::move(negated));
    }
    Rational negated(-numerator_);
    negated.denominator_ = denominator_;
    return negated;
}

Rational operator-(const Rational& a, const Rational& b) {
    return a + (-b);
}

Rational operator*(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_) {
        const std::int64_t left = std::gcd(a.numerator_, b.denominator_);
        const std::int64_t right = std::gcd(b.numerator_, a.denominator_);
        const Wide numerator =
            Wide{a.numerator_ / (left == 0 ? 1 : left)} * (b.numerator_ / (right == 0 ? 1 : right));
        const Wide denominator = Wide{a.denominator_ / (right == 0 ? 1 : right)} *
                                 (b.denominator_ / (left == 0 ? 1 : left));
        if (fits_word(numerator) && fits_word(denominator)) {
            Rational product(static_cast<std::int64_t>(numerator));
            product.denominator_ = static_cast<std::int64_t>(denominator);
            return product;
        }
    }
    return Rational::combine(a, b, '*');
}

Rational operator/(const Rational& a, const Rational& b) {
    ensure(!b.is_zero(), "a method never divides by 0: its missing policy comes first");
    if (b.big_) {
        return Rational::combine(a, b, '/');
    }
    Rational inverse(b.numerator_ < 0 ? -b.denominator_ : b.denominator_);
    inverse.denominator_ = b.numerator_ < 0 ? -b.numerator_ : b.numerator_;
    return a * inverse;
}

bool operator==(const Rational& a, const Rational& b) {
    return (a <=> b) == 0;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    int order = 0;
    if (!a.big_ && !b.big_) {
        const Wide left = Wide{a.numerator_} * b.denominator_;
        const Wide right = Wide{b.numerator_} * a.denominator_;
        order = left < right ? -1 : (left > right ? 1 : 0);
    } else {
        order = cmp(a.as_big()->value, b.as_big()->value);
    }
    return order <=> 0;
}

Result<Decimal> Rational::rounded(int places, Rounding rounding) const {
    const mpq_class scaled = as_big()->value * mpq_class(mpz_class(ten_to(places)));
    const mpz_class magnitude = abs(scaled.get_num());
    const mpz_class& divisor = scaled.get_den();
    mpz_class quotient = magnitude / divisor;
    const mpz_class remainder = magnitude % divisor;
    if (rounds_away(quotient, remainder, divisor, rounding)) {
        quotient += 1;
    }
    if (!fits_word(quotient)) {
        return failure("number-too-large", {{"number", to_string()}});
    }
    return Decimal::of(is_negative() ? -quotient.get_si() : quotient.get_si(), places);
}

std::string Rational::to_string() const {
    if (big_) {
        return big_->value.get_str();
    }
    const std::string numerator = std::to_string(numerator_);
    return denominator_ == 1 ? numerator : numerator + "/" + std::to_string(denominator_);
}

}  // namespace benniu
