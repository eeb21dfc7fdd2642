#include "base/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/rational.hpp"

namespace benniu {
namespace {

TEST(Decimal, ReadsWhatItWrites) {
    for (const char* text : {"0", "-1234.50", "0.000000001", "9223372036854775807"}) {
        EXPECT_EQ(Decimal::parse(text)->to_string(), text);
    }
}

TEST(Decimal, RefusesWhatIsNoNumber) {
    for (const char* text : {"", "-", ".", "1.2.3", "1,000", "1e5", " 1", "两"}) {
        EXPECT_EQ(Decimal::parse(text).error().code, "not-a-number") << text;
    }
}

TEST(Decimal, LeavingItsRangeIsAnErrorAndNeverAWrap) {
    const Decimal largest = *Decimal::parse("9223372036854775807");
    EXPECT_EQ(add(largest, Decimal(1)).error().code, "number-too-large");
    EXPECT_EQ(multiply(largest, largest).error().code, "number-too-large");
    EXPECT_EQ(subtract(Decimal(-2), largest).error().code, "number-too-large");
    EXPECT_EQ(Decimal::parse("9223372036854775808").error().code, "number-too-large");
    EXPECT_EQ(Decimal::parse(std::string(400, '9')).error().code, "number-too-large");
    EXPECT_EQ(Decimal::parse("0.0000000001").error().code, "number-too-large");
}

TEST(Decimal, ComparesByValueNotByDigits) {
    EXPECT_EQ(*Decimal::parse("1.50"), *Decimal::parse("1.5"));
    EXPECT_LT(*Decimal::parse("-1.5"), *Decimal::parse("1"));
    EXPECT_EQ(Decimal::parse("1.50")->to_plain_string(), "1.5");
    EXPECT_EQ(Decimal::parse("100")->to_plain_string(), "100");
}

struct RoundingCase {
    const char* number;
    int places;
    const char* half_up;
    const char* half_even;
    const char* down;
    const char* up;
};

TEST(Rational, RoundsAsItsArticleSays) {
    const RoundingCase cases[] = {
        {"2.5", 0, "3", "2", "2", "3"},
        {"-2.5", 0, "-3", "-2", "-2", "-3"},
        {"3.5", 0, "4", "4", "3", "4"},
        {"0.125", 2, "0.13", "0.12", "0.12", "0.13"},
        {"89.99495", 2, "89.99", "89.99", "89.99", "90.00"},
        {"1.005", 2, "1.01", "1.00", "1.00", "1.01"},
        {"7", 2, "7.00", "7.00", "7.00", "7.00"},
    };
    for (const RoundingCase& each : cases) {
        const Rational number(*Decimal::parse(each.number));
        EXPECT_EQ(number.rounded(each.places, Rounding::half_up)->to_string(), each.half_up);
        EXPECT_EQ(number.rounded(each.places, Rounding::half_even)->to_string(), each.half_even);
        EXPECT_EQ(number.rounded(each.places, Rounding::down)->to_string(), each.down);
        EXPECT_EQ(number.rounded(each.places, Rounding::up)->to_string(), each.up);
    }
}

TEST(Rational, IsExactWhereWordsEnd) {
    Rational sum;
    for (std::int64_t prime : {999'999'937LL, 999'999'929LL, 999'999'893LL, 999'999'883LL}) {
        sum = sum + Rational::of(1, prime);
    }
    for (std::int64_t prime : {999'999'883LL, 999'999'893LL, 999'999'929LL, 999'999'937LL}) {
        sum = sum - Rational::of(1, prime);
    }
    EXPECT_TRUE(sum.is_zero());
    EXPECT_EQ((Rational::of(1, 3) * Rational(3)).to_string(), "1");
    EXPECT_EQ(Rational::of(-2, -4).to_string(), "1/2");
    EXPECT_EQ(Rational::of(2, -4).to_string(), "-1/2");
}

TEST(Rational, NeverDividesByZero) {
    EXPECT_THROW(Rational(1) / Rational(0), Bug);
}

Rational any_fraction() {
    return Rational::of(*rc::gen::arbitrary<std::int64_t>() / 2,
                        *rc::gen::suchThat<std::int64_t>([](auto n) { return n > 0; }));
}

RC_GTEST_PROP(Rational, KeepsTheLawsOfArithmetic, ()) {
    const Rational a = any_fraction();
    const Rational b = any_fraction();
    const Rational c = any_fraction();
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a * (b + c) == a * b + a * c);
    RC_ASSERT((a - b) + b == a);
    if (!b.is_zero()) {
        RC_ASSERT(a / b * b == a);
    }
    RC_ASSERT((a < b) == (b - a > Rational(0)));
}

RC_GTEST_PROP(Decimal, AddsAsFractionsDo, (std::int32_t left, std::int32_t right)) {
    const Decimal a = Decimal::of(left, *rc::gen::inRange(0, 9));
    const Decimal b = Decimal::of(right, *rc::gen::inRange(0, 9));
    RC_ASSERT(Rational(*add(a, b)) == Rational(a) + Rational(b));
    RC_ASSERT((a < b) == (Rational(a) < Rational(b)));
    RC_ASSERT(*Decimal::parse(a.to_plain_string()) == a);
}

}  // namespace
}  // namespace benniu
