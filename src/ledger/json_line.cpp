#include "ledger/json_line.hpp"

#include <array>
#include <utility>

namespace benniu::ledger {

namespace {

// The letter after the backslash; 0 for none, 'u' for a control letter without one of its own.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t control = 0; control < 0x20; ++control) {
        table[control] = 'u';
    }
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
}();

}  // namespace

JsonLine& JsonLine::text(std::string_view name, std::string_view value) {
    begin_member(name);
    quote(value);
    return *this;
}

JsonLine& JsonLine::number(std::string_view name, std::int64_t value) {
    begin_member(name);
    text_ += std::to_string(value);
    return *this;
}

JsonLine& JsonLine::number(std::string_view name, std::uint64_t value) {
    begin_member(name);
    text_ += std::to_string(value);
    return *this;
}

JsonLine& JsonLine::open_array(std::string_view name) {
    begin_member(name);
    text_ += '[';
    return *this;
}

JsonLine& JsonLine::open_array() {
    separate();
    text_ += '[';
    return *this;
}

JsonLine& JsonLine::item(std::string_view value) {
    separate();
    quote(value);
    return *this;
}

JsonLine& JsonLine::item(std::int64_t value) {
    separate();
    text_ += std::to_string(value);
    return *this;
}

JsonLine& JsonLine::close_array() {
    text_ += ']';
    return *this;
}

std::string JsonLine::finish() {
    text_ += '}';
    return std::exchange(text_, {});
}

void JsonLine::separate() {
    if (!text_.empty() && text_.back() != '[') {
        text_ += ',';
    }
}

void JsonLine::begin_member(std::string_view name) {
    text_ += text_.empty() ? '{' : ',';
    quote(name);
    text_ += ':';
}

void JsonLine::quote(std::string_view value) {
    constexpr std::string_view digits = "0123456789abcdef";
    text_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        const char escape = escapes[byte];
        if (escape == 0) {
            continue;
        }
        text_.append(value, plain, i - plain);
        plain = i + 1;
        text_ += '\\';
        text_ += escape;
        if (escape == 'u') {
            text_ += {'0', '0', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    text_.append(value, plain);
    text_ += '"';
}

}  // namespace benniu::ledger
