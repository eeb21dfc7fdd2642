#include "method/token.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "method/letters.hpp"
#include "method/measure_words.hpp"
#include "method/written_day.hpp"

namespace benniu::method {

namespace {

constexpr std::array<std::string_view, 26> signs = {"..", "<=", ">=", "!=", "(", ")", "[", "]", "{",
                                                    "}",  ",",  ";",  ":",  ".", "=", "<", ">", "+",
                                                    "-",  "*",  "/",  "|",  "!", "?", "@", "&"};

// Signs that people write, and the signs that they mean.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> other_signs = {
    {{"≤", "<="},
     {"≥", ">="},
     {"≠", "!="},
     {"<>", "!="},
     {"==", "="},
     {"×", "*"},
     {"÷", "/"},
     {"·", "*"},
     {"−", "-"},
     {"、", ","}}};

class Lexer {
  public:
    Lexer(std::string_view text, const Place& start, Findings& findings)
        : text_(half_width(text)), place_(start), findings_(&findings) {
        place_.position = 1;
    }

    std::vector<Token> run() {
        while (skip_space()) {
            if (!read_comment() && !read_text() && !read_number() && !read_name() && !read_sign()) {
                found("bad-character", letter());
                step();
            }
        }
        add(TokenKind::end, "", place_.position);
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] std::string_view rest() const { return std::string_view(text_).substr(at_); }
    [[nodiscard]] std::string letter() const { return std::string(letter_at(text_, at_)); }
    [[nodiscard]] bool at_name_letter() const {
        return at_ < text_.size() && is_name_letter(letter_at(text_, at_));
    }

    void step() {
        at_ += letter_at(text_, at_).size();
        ++place_.position;
    }

    void step_over(std::string_view written) {
        for (const std::size_t end = at_ + written.size(); at_ < end;) {
            step();
        }
    }

    bool skip_space() {
        while (at_ < text_.size()) {
            if (text_[at_] == '\n') {
                ++at_;
                ++place_.line;
                place_.position = 1;
                fresh_line_ = true;
            } else if (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r') {
                step();
            } else {
                return true;
            }
        }
        return false;
    }

    void add(TokenKind kind, std::string word, int position, std::string measure = {}) {
        tokens_.push_back(
            {kind, std::move(word), std::move(measure), place_.line, position, fresh_line_});
        fresh_line_ = false;
    }

    void found(const std::string& code, const std::string& value, Words words = {}) {
        if (findings_->size() < limits::findings_per_text) {
            findings_->push_back({code, Severity::error, place_,
                                  shortened(value, limits::shown_value_bytes), std::move(words)});
        }
    }

    // Names and texts that no cell could hold would make every comparison of words slow.
    std::string bounded(const std::string& word) {
        if (word.size() <= limits::name_bytes) {
            return word;
        }
        found("name-too-long", word, {{"limit", std::to_string(limits::name_bytes)}});
        std::size_t end = limits::name_bytes;
        while ((static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        return word.substr(0, end);
    }

    bool read_comment() {
        if (text_[at_] != '#') {
            return false;
        }
        const std::string_view line = rest().substr(0, rest().find('\n'));
        add(TokenKind::comment, std::string(trimmed(line)), place_.position);
        step_over(line);
        return true;
    }

    bool read_text() {
        const bool curved = rest().starts_with("“");
        if (!curved && text_[at_] != '"') {
            return false;
        }
        const std::string_view quote = curved ? "”" : "\"";
        const std::string_view line = rest().substr(0, rest().find('\n'));
        const std::size_t begin = letter_at(text_, at_).size();
        const std::size_t end = line.find(quote, begin);
        if (end == std::string_view::npos) {
            found("unclosed-text", std::string(line));
            add(TokenKind::text, bounded(std::string(line.substr(begin))), place_.position);
            step_over(line);
            return true;
        }
        add(TokenKind::text, bounded(std::string(line.substr(begin, end - begin))),
            place_.position);
        step_over(line.substr(0, end + quote.size()));
        return true;
    }

    bool read_day() {
        const auto day = written_day_at(rest());
        if (!day) {
            return false;
        }
        if (!day->exists) {
            found("no-such-day", day->written);
        } else if (day->plain != day->written) {
            found("date-not-plain", day->written, {{"wanted", day->plain}});
        }
        add(TokenKind::date, day->plain, place_.position);
        step_over(day->written);
        return true;
    }

    [[nodiscard]] std::size_t digits_from(std::size_t at) const {
        while (at < text_.size() && is_digit(text_[at])) {
            ++at;
        }
        return at;
    }

    bool read_number() {
        if (!is_digit(text_[at_])) {
            return false;
        }
        if (read_day()) {
            return true;
        }
        const int position = place_.position;
        std::size_t end = digits_from(at_);
        if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
            end = digits_from(end + 1);
        }
        const std::string digits = text_.substr(at_, end - at_);
        step_over(digits);
        std::string measure = read_measure();
        if (measure.empty() && at_name_letter() && letter().size() > 1) {
            found("unknown-measure", name());
        }
        add(TokenKind::number, digits, position, std::move(measure));
        return true;
    }

    // 5000万元, 5000 万元, 200万元/亩; nothing where a longer name goes on.
    std::string read_measure() {
        std::string_view ahead = rest();
        ahead.remove_prefix(std::min(ahead.find_first_not_of(' '), ahead.size()));
        std::string measure = measure_word_at(ahead);
        if (measure.empty()) {
            return "";
        }
        ahead.remove_prefix(measure.size());
        if (ahead.starts_with('/')) {
            const std::string per = measure_word_at(ahead.substr(1));
            if (!per.empty() && ends_word(ahead.substr(1 + per.size()))) {
                ahead.remove_prefix(1 + per.size());
                measure += "/" + per;
            }
        }
        if (!ends_word(ahead)) {
            return "";
        }
        step_over(rest().substr(0, rest().size() - ahead.size()));
        return measure;
    }

    static bool ends_word(std::string_view ahead) {
        return ahead.empty() || !is_name_letter(letter_at(ahead, 0));
    }

    std::string name() {
        const std::size_t start = at_;
        while (at_name_letter()) {
            step();
        }
        return text_.substr(start, at_ - start);
    }

    bool read_name() {
        if (!at_name_letter()) {
            return false;
        }
        const int position = place_.position;
        const std::string word = name();
        add(TokenKind::name, bounded(word), position);
        return true;
    }

    bool read_sign() {
        for (const auto& [written, meant] : other_signs) {
            if (rest().starts_with(written)) {
                add(TokenKind::sign, std::string(meant), place_.position);
                step_over(written);
                return true;
            }
        }
        for (const std::string_view sign : signs) {
            if (rest().starts_with(sign)) {
                add(TokenKind::sign, std::string(sign), place_.position);
                step_over(sign);
                return true;
            }
        }
        return false;
    }

    std::string text_;
    Place place_;  // of the letter at hand
    Findings* findings_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool fresh_line_ = true;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text, const Place& start, Findings& findings) {
    return Lexer(text, start, findings).run();
}

}  // namespace benniu::method
