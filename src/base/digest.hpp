// SM3, the hash of the house (GB/T 32905): 32 bytes, written as 64 hexadecimal letters.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace benniu {

struct Digest {
    std::array<unsigned char, 32> bytes{};

    static std::optional<Digest> parse(std::string_view hexadecimal);
    [[nodiscard]] std::string to_string() const;
    friend auto operator<=>(const Digest&, const Digest&) = default;
};

[[nodiscard]] Digest sm3(std::string_view data);

}  // namespace benniu
