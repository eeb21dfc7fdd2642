#include "http/negotiation.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "base/writing.hpp"

namespace benniu::http {

namespace {

constexpr std::size_t tag_letters = 24;

struct Choice {
    std::string name;
    int quality_permille = 1000;
};

// "0.85" is 850; at most three digits behind the point count.
int permille(std::string_view text) {
    int value = 0;
    int unit = 1000;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            value += (letter - '0') * unit;
            unit /= 10;
        }
    }
    return std::min(value, 1000);
}

Choice choice_of(std::string_view text) {
    const std::size_t mark = text.find(';');
    Choice choice{.name = std::string(trimmed(text.substr(0, mark)))};
    std::transform(choice.name.begin(), choice.name.end(), choice.name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const std::size_t quality = text.find("q=");
    if (mark != std::string_view::npos && quality != std::string_view::npos && quality > mark) {
        choice.quality_permille = permille(text.substr(quality + 2));
    }
    return choice;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    const auto choices = split(accept_encoding, ",");
    return std::any_of(choices.begin(), choices.end(), [](const std::string& text) {
        const Choice choice = choice_of(text);
        return choice.name == "gzip" && choice.quality_permille > 0;
    });
}

std::string_view preferred_language(std::string_view accept_language) {
    std::string_view best = "zh-CN";
    int best_permille = 0;
    for (const std::string& text : split(accept_language, ",")) {
        const Choice choice = choice_of(text);
        const std::string_view primary =
            std::string_view(choice.name).substr(0, choice.name.find('-'));
        if ((primary == "zh" || primary == "en") && choice.quality_permille > best_permille) {
            best = primary == "en" ? "en" : "zh-CN";
            best_permille = choice.quality_permille;
        }
    }
    return best;
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    const auto names = split(if_none_match, ",");
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        if (name.substr(0, 2) == "W/") {
            name.remove_prefix(2);
        }
        return name == "*" || (name.size() == tag.size() + 2 && name.front() == '"' &&
                               name.back() == '"' && name.substr(1, tag.size()) == tag);
    });
}

std::string tag_of(std::string_view bytes) {
    return sm3(bytes).to_string().substr(0, tag_letters);
}

std::string gzipped(std::string_view bytes) {
    constexpr int window_bits_of_gzip = 15 + 16;
    constexpr int memory_level = 8;
    z_stream stream{};
    ensure(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits_of_gzip,
                        memory_level, Z_DEFAULT_STRATEGY) == Z_OK,
           "zlib starts");
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    // zlib reads through a pointer to non-const, but changes nothing there.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int outcome = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    ensure(outcome == Z_STREAM_END, "a bound of zlib's own is enough");
    return packed;
}

}  // namespace benniu::http
