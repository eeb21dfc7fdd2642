#include "http/target.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::http {

namespace {

enum class Plus { is_plus, is_space };

bool is_control(char letter) {
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 || code == 0x7f;
}

std::optional<char> hexadecimal_byte(std::string_view two) {
    unsigned value = 0;
    const char* end = two.data() + two.size();
    const auto [read, problem] = std::from_chars(two.data(), end, value, 16);
    if (two.size() != 2 || problem != std::errc() || read != end) {
        return std::nullopt;
    }
    return static_cast<char>(value);
}

std::optional<std::string> decoded(std::string_view text, Plus plus) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char letter = text[i];
        if (letter == '%') {
            const std::optional<char> byte = hexadecimal_byte(text.substr(i + 1, 2));
            if (!byte) {
                return std::nullopt;
            }
            letter = *byte;
            i += 2;
        } else if (letter == '+' && plus == Plus::is_space) {
            letter = ' ';
        }
        if (is_control(letter)) {
            return std::nullopt;
        }
        plain += letter;
    }
    return is_utf8(plain) ? std::optional(plain) : std::nullopt;
}

// Cuts the first part off `rest`, up to the separator.
std::string_view next_part(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

}  // namespace

std::optional<std::string> Target::parameter(std::string_view name) const {
    const auto found = std::find_if(query.begin(), query.end(),
                                    [&](const auto& pair) { return pair.first == name; });
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

Result<Target> read_target(std::string_view text) {
    if (text.size() > limits::url_bytes) {
        return failure("url-too-long", {{"limit", std::to_string(limits::url_bytes)}});
    }
    std::string_view rest = text;
    std::string_view path = next_part(rest, '?');
    if (path.empty() || path.front() != '/') {
        return failure("bad-url");
    }
    path.remove_prefix(1);
    Target target;
    const auto separators = std::count(path.begin(), path.end(), '/');
    for (auto left = separators; left >= 0; --left) {
        std::optional<std::string> segment = decoded(next_part(path, '/'), Plus::is_plus);
        if (!segment) {
            return failure("bad-url");
        }
        target.segments.push_back(std::move(*segment));
    }
    while (!rest.empty()) {
        std::string_view value = next_part(rest, '&');
        const std::string_view name = next_part(value, '=');
        const std::optional<std::string> plain_name = decoded(name, Plus::is_space);
        const std::optional<std::string> plain_value = decoded(value, Plus::is_space);
        if (!plain_name || !plain_value) {
            return failure("bad-url");
        }
        target.query.emplace_back(*plain_name, *plain_value);
    }
    return target;
}

}  // namespace benniu::http
