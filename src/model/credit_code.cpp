#include "model/credit_code.hpp"

namespace benniu::model {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t body_letters = 17;

}  // namespace

std::optional<char> check_digit(std::string_view code) {
    if (code.size() < body_letters) {
        return std::nullopt;
    }
    std::size_t weight = 1;
    std::size_t sum = 0;
    for (const char letter : code.substr(0, body_letters)) {
        const std::size_t value = alphabet.find(letter);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        sum += value * weight;
        weight = weight * 3 % alphabet.size();
    }
    return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()];
}

bool is_credit_code(std::string_view code) {
    return code.size() == body_letters + 1 && check_digit(code) == code.back();
}

std::string right_credit_code(std::string_view code) {
    const auto digit = check_digit(code);
    return digit ? std::string(code.substr(0, body_letters)) + *digit : "91350100M000100Y43";
}

}  // namespace benniu::model
