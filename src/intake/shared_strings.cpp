#include "intake/shared_strings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/limits.hpp"
#include "intake/xml.hpp"

namespace benniu::intake {

namespace {

struct In {
    enum : XmlPosition { document, table, item, run, text };
};

constexpr std::array<XmlStep, 5> string_steps = {{
    {In::document, "sst", In::table},
    {In::table, "si", In::item},
    {In::item, "t", In::text},
    {In::item, "r", In::run},
    {In::run, "t", In::text},
}};

class SharedStringsListener : public XmlListener {
  public:
    SharedStringsListener() : XmlListener(string_steps) {}

    void opened(XmlPosition position, const XmlAttributes& /*attributes*/) override {
        if (position == In::item) {
            text_.clear();
        }
    }

    void told(XmlPosition position, std::string_view piece) override {
        if (position == In::text) {
            text_ += piece;
            hold_to_limit();
        }
    }

    void closed(XmlPosition position) override {
        if (position == In::item) {
            strings_.add(unescaped(text_));
            text_.clear();
            hold_to_limit();
        }
    }

    [[nodiscard]] SharedStrings strings() { return std::move(strings_); }

  private:
    void hold_to_limit() {
        constexpr std::size_t bytes_max = limits::shared_strings_bytes;
        if (strings_.bytes() + text_.size() > bytes_max) {
            refuse_with_finding("too-much-text",
                                {{"limit", std::to_string(bytes_max / (1024 * 1024))}});
        }
    }

    std::string text_;
    SharedStrings strings_;
};

// The letter that "_xHHHH_" at the front of `text` stands for. Halves of a letter (surrogates) and
// the null letter stay as they are written.
std::optional<char32_t> escape_at(std::string_view text) {
    if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') {
        return std::nullopt;
    }
    unsigned code = 0;
    const char* const last = text.data() + 6;
    const auto [end, error] = std::from_chars(text.data() + 2, last, code, 16);
    const bool is_letter = code != 0 && (code < 0xD800 || code > 0xDFFF);
    return error == std::errc{} && end == last && is_letter ? std::optional<char32_t>(code)
                                                            : std::nullopt;
}

std::string utf8(char32_t code) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (code < 0x80) {
        return {byte(code)};
    }
    if (code < 0x800) {
        return {byte(0xC0 | (code >> 6U)), byte(0x80 | (code & 0x3FU))};
    }
    return {byte(0xE0 | (code >> 12U)), byte(0x80 | ((code >> 6U) & 0x3FU)),
            byte(0x80 | (code & 0x3FU))};
}

}  // namespace

void SharedStrings::add(std::string_view text) {
    texts_ += text;
    ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
    if (index >= ends_.size()) {
        return std::nullopt;
    }
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(texts_).substr(begin, ends_[index] - begin);
}

std::size_t SharedStrings::bytes() const {
    return texts_.size() + ends_.size() * sizeof(std::uint32_t);
}

Read<SharedStrings> read_shared_strings(Archive& archive, std::string_view part) {
    SharedStringsListener listener;
    if (auto read = read_xml(archive, part, listener); !read) {
        return tl::unexpected(read.error());
    }
    return listener.strings();
}

std::string unescaped(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const std::size_t kept = std::min(text.find("_x"), text.size());
        plain += text.substr(0, kept);
        text.remove_prefix(kept);
        if (const auto letter = escape_at(text)) {
            plain += utf8(*letter);
            text.remove_prefix(7);
        } else if (!text.empty()) {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

}  // namespace benniu::intake
