#include "method/token.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.hpp"
#include "base/limits.hpp"
#include "base/writing.hpp"
#include "method/measure_words.hpp"

namespace benniu::method {

namespace {

constexpr std::array<std::string_view, 26> signs = {"..", "<=", ">=", "!=", "(", ")", "[", "]", "{",
                                                    "}",  ",",  ";",  ":",  ".", "=", "<", ">", "+",
                                                    "-",  "*",  "/",  "|",  "!", "?", "@", "&"};

// Signs that people write, and the signs that they mean.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> other_signs = {
    {{"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"×", "*"}, {"÷", "/"}, {"·", "*"}, {"、", ","}}};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_name_letter(std::string_view letter) {
    const char first = letter.front();
    if (letter.size() == 1) {
        return is_digit(first) || first == '_' || (first >= 'a' && first <= 'z') ||
               (first >= 'A' && first <= 'Z');
    }
    const bool sign = std::any_of(other_signs.begin(), other_signs.end(),
                                  [&](const auto& each) { return each.first == letter; });
    const bool punctuation = letter.starts_with("\xE3\x80") || letter.starts_with("\xE2\x80");
    return !sign && !punctuation && letter >= "\xC3\x80";
}

class Lexer {
  public:
    Lexer(std::string_view text, int first_line, const std::string& file, Findings& findings)
        : text_(half_width(text)), file_(file), findings_(&findings), line_(first_line) {}

    std::vector<Token> run() {
        while (skip_space()) {
            if (!read_comment() && !read_text() && !read_number() && !read_name() && !read_sign()) {
                found("bad-character", letter_at(at_));
                step(letter_at(at_).size());
            }
        }
        add(TokenKind::end, "", line_, position_);
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] std::string letter_at(std::size_t at) const {
        std::size_t bytes = 1;
        while (at + bytes < text_.size() &&
               (static_cast<unsigned char>(text_[at + bytes]) & 0xC0U) == 0x80U) {
            ++bytes;
        }
        return text_.substr(at, bytes);
    }

    void step(std::size_t bytes) {
        at_ += bytes;
        ++position_;
    }

    bool skip_space() {
        while (at_ < text_.size()) {
            if (text_[at_] == '\n') {
                ++at_;
                ++line_;
                position_ = 1;
                fresh_line_ = true;
            } else if (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r') {
                step(1);
            } else {
                return true;
            }
        }
        return false;
    }

    void add(TokenKind kind, std::string word, int line, int position, std::string measure = {}) {
        tokens_.push_back({kind, std::move(word), std::move(measure), line, position, fresh_line_});
        fresh_line_ = false;
    }

    void found(const std::string& code, const std::string& value) {
        Finding finding{.code = code, .value = shortened(value, limits::shown_value_bytes)};
        finding.place.file = file_;
        finding.place.line = line_;
        finding.place.position = position_;
        findings_->push_back(std::move(finding));
    }

    bool read_comment() {
        if (text_[at_] != '#') {
            return false;
        }
        const int position = position_;
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        add(TokenKind::comment,
            std::string(trimmed(std::string_view(text_).substr(at_, end - at_))), line_, position);
        at_ = end;
        return true;
    }

    bool read_text() {
        if (text_[at_] != '"') {
            return false;
        }
        const std::size_t end = text_.find_first_of("\"\n", at_ + 1);
        if (end == std::string::npos || text_[end] == '\n') {
            found("unclosed-text", text_.substr(at_, std::min(end, text_.size()) - at_));
            at_ = std::min(end, text_.size());
            return true;
        }
        const std::string inside = text_.substr(at_ + 1, end - at_ - 1);
        add(TokenKind::text, inside, line_, position_);
        for (at_ = at_ + 1; at_ < end;) {
            step(letter_at(at_).size());
        }
        position_ += 1;
        step(1);
        return true;
    }

    [[nodiscard]] std::size_t digits_from(std::size_t at) const {
        while (at < text_.size() && is_digit(text_[at])) {
            ++at;
        }
        return at;
    }

    // 2021-09-23, or a month 2021-11: digits that no sum would be written as.
    bool read_date() {
        for (const std::size_t length : {std::size_t{10}, std::size_t{7}}) {
            const std::string word = text_.substr(at_, length);
            const bool ends = digits_from(at_ + length) == at_ + length;
            if (word.size() == length && ends && (Date::parse(word) || Month::parse(word))) {
                add(TokenKind::date, word, line_, position_);
                at_ += length;
                position_ += static_cast<int>(length);
                return true;
            }
        }
        return false;
    }

    bool read_number() {
        if (!is_digit(text_[at_])) {
            return false;
        }
        if (read_date()) {
            return true;
        }
        const int position = position_;
        std::size_t end = digits_from(at_);
        if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
            end = digits_from(end + 1);
        }
        std::string digits = text_.substr(at_, end - at_);
        position_ += static_cast<int>(end - at_);
        at_ = end;
        std::string measure = read_measure();
        if (!measure.empty() && at_ < text_.size() && text_[at_] == '/') {
            const std::size_t here = at_;
            step(1);
            const std::string per = read_measure();
            if (per.empty()) {
                at_ = here;
                --position_;
            } else {
                measure += "/" + per;
            }
        }
        add(TokenKind::number, std::move(digits), line_, position, std::move(measure));
        return true;
    }

    std::string read_measure() {
        const std::string word = measure_word_at(std::string_view(text_).substr(at_));
        for (std::size_t bytes = 0; bytes < word.size();) {
            const std::size_t size = letter_at(at_).size();
            bytes += size;
            step(size);
        }
        return word;
    }

    bool read_name() {
        if (!is_name_letter(letter_at(at_))) {
            return false;
        }
        const int position = position_;
        std::string word;
        while (at_ < text_.size() && is_name_letter(letter_at(at_))) {
            word += letter_at(at_);
            step(letter_at(at_).size());
        }
        add(TokenKind::name, std::move(word), line_, position);
        return true;
    }

    bool read_sign() {
        for (const auto& [written, meant] : other_signs) {
            if (text_.compare(at_, written.size(), written) == 0) {
                add(TokenKind::sign, std::string(meant), line_, position_);
                step(written.size());
                return true;
            }
        }
        for (const std::string_view sign : signs) {
            if (text_.compare(at_, sign.size(), sign) == 0) {
                add(TokenKind::sign, std::string(sign), line_, position_);
                at_ += sign.size();
                position_ += static_cast<int>(sign.size());
                return true;
            }
        }
        return false;
    }

    std::string text_;
    const std::string& file_;
    Findings* findings_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int line_;
    int position_ = 1;
    bool fresh_line_ = true;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text, int first_line, const std::string& file,
                             Findings& findings) {
    return Lexer(text, first_line, file, findings).run();
}

}  // namespace benniu::method
