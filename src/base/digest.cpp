#include "base/digest.hpp"

#include <openssl/evp.h>

#include "base/result.hpp"

namespace benniu {

namespace {

int hexadecimal_value(char letter) {
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

}  // namespace

std::optional<Digest> Digest::parse(std::string_view hexadecimal) {
    Digest digest;
    if (hexadecimal.size() != 2 * digest.bytes.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
        const int high = hexadecimal_value(hexadecimal[2 * i]);
        const int low = hexadecimal_value(hexadecimal[2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        digest.bytes[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return digest;
}

std::string Digest::to_string() const {
    constexpr std::string_view letters = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        text += letters[byte >> 4U];
        text += letters[byte & 15U];
    }
    return text;
}

Digest sm3(std::string_view data) {
    Digest digest;
    unsigned int length = 0;
    const int done =
        EVP_Digest(data.data(), data.size(), digest.bytes.data(), &length, EVP_sm3(), nullptr);
    ensure(done == 1 && length == digest.bytes.size(), "OpenSSL computes SM3");
    return digest;
}

}  // namespace benniu
