#include "publication/title.hpp"

#include <algorithm>
#include <limits>

#include "base/writing.hpp"

namespace benniu::publication {

namespace {

constexpr std::string_view never_begin_a_line = "、，。；：？！）〕】》〉”’…·";
constexpr std::string_view never_end_a_line = "（〔【《〈“‘";

constexpr int forbidden = 1'000'000;
constexpr int splits_a_word = 400;  // less than an overfull line, more than an ugly shape

struct Letters {
    std::vector<std::string_view> letters;
    std::vector<std::size_t> offsets;  // of each letter, and of the end
    std::vector<int> width_before;     // in half letters
    std::vector<int> break_cost;       // of a line's end before each letter
};

std::vector<std::string_view> letters_of(std::string_view text) {
    std::vector<std::string_view> letters;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        letters.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return letters;
}

bool is_latin(std::string_view letter) {
    return letter.size() == 1 && letter != " ";
}

bool is_one_of(std::string_view letter, std::string_view set) {
    return set.find(letter) != std::string_view::npos;
}

int cost_between(std::string_view before, std::string_view after) {
    const bool number_and_its_word = is_latin(before) && is_one_of(after, "年月日号期次个");
    if (is_one_of(after, never_begin_a_line) || is_one_of(before, never_end_a_line) ||
        (is_latin(before) && is_latin(after)) || number_and_its_word) {
        return forbidden;
    }
    // 的, 和 and 、 end a thought; a line begins well with an opening bracket.
    if (is_one_of(before, "的、》”）") || is_one_of(after, "《“（")) {
        return 0;
    }
    return is_one_of(after, "的和及与暨") ? 60 : 12;
}

void keep_whole(Letters& title, std::size_t begin, std::size_t end) {
    for (std::size_t letter = 1; letter < title.letters.size(); ++letter) {
        const std::size_t offset = title.offsets[letter];
        int& cost = title.break_cost[letter];
        if (offset > begin && offset < end) {
            cost = std::max(cost, splits_a_word);
        } else if ((offset == begin || offset == end) && cost == 12) {
            cost -= 9;  // a line likes to begin and to end with a known word
        }
    }
}

void keep_whole(Letters& title, std::string_view text, std::string_view word) {
    if (word.empty()) {
        return;
    }
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        keep_whole(title, at, at + word.size());
    }
}

Letters measured(std::string_view text, std::span<const std::string> unbroken_words) {
    Letters title;
    title.letters = letters_of(text);
    std::size_t offset = 0;
    int width = 0;
    for (std::size_t i = 0; i < title.letters.size(); ++i) {
        title.offsets.push_back(offset);
        title.width_before.push_back(width);
        title.break_cost.push_back(i == 0 ? 0
                                          : cost_between(title.letters[i - 1], title.letters[i]));
        offset += title.letters[i].size();
        width += static_cast<int>(display_width(title.letters[i]));
    }
    title.offsets.push_back(offset);
    title.width_before.push_back(width);
    for (const std::string& word : unbroken_words) {
        keep_whole(title, text, word);
    }
    return title;
}

enum class Shape { trapezoid_or_lozenge, block };

// How far the lines are from the shape.
int shape_cost(std::span<const int> widths, Shape shape) {
    const auto [shortest, longest] = std::minmax_element(widths.begin(), widths.end());
    int cost = (*longest - *shortest) * 2;
    if (shape == Shape::block) {
        return cost;
    }
    // Widths may grow and then shrink; to grow again makes an hourglass.
    bool shrank = false;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        if (widths[i] > widths[i - 1] && shrank) {
            cost += 120;
        }
        shrank = shrank || widths[i] < widths[i - 1];
    }
    if (*longest == *shortest) {
        cost += 8;
    }
    return *shortest * 3 < *longest ? cost + 150 : cost;  // a word left over
}

// Tries every way to break a title into a given number of lines.
class Breaker {
  public:
    Breaker(const Letters& title, int line_width, Shape shape)
        : title_(title), line_width_(line_width), shape_(shape) {}

    // The first letter of each line but the first.
    [[nodiscard]] std::vector<std::size_t> best(int lines) {
        search(0, lines, 0);
        return best_;
    }

  private:
    void search(std::size_t begin, int lines, int cost) {
        const int rest = title_.width_before.back() - title_.width_before[begin];
        if (cost >= best_cost_ || rest > lines * line_width_) {
            return;
        }
        if (lines == 1) {
            widths_.push_back(rest);
            if (const int total = cost + shape_cost(widths_, shape_); total < best_cost_) {
                best_cost_ = total;
                best_ = breaks_;
            }
            widths_.pop_back();
            return;
        }
        for (std::size_t end = begin + 1; end < title_.letters.size(); ++end) {
            const int width = title_.width_before[end] - title_.width_before[begin];
            if (width > line_width_) {
                return;
            }
            widths_.push_back(width);
            breaks_.push_back(end);
            search(end, lines - 1, cost + title_.break_cost[end]);
            breaks_.pop_back();
            widths_.pop_back();
        }
    }

    const Letters& title_;
    int line_width_;
    Shape shape_;
    std::vector<int> widths_;
    std::vector<std::size_t> breaks_;
    std::vector<std::size_t> best_;
    int best_cost_ = std::numeric_limits<int>::max();
};

std::vector<std::string> broken(std::string_view text, std::size_t letters_per_line, Shape shape,
                                std::span<const std::string> unbroken_words) {
    if (text.find('\n') != std::string_view::npos) {
        return split(text, "\n");
    }
    const Letters letters = measured(text, unbroken_words);
    const int line_width = 2 * static_cast<int>(std::max<std::size_t>(letters_per_line, 1));
    const int lines = (letters.width_before.back() + line_width - 1) / line_width;
    // Beyond four lines, which only a strange template asks for, the word processor breaks them.
    if (lines <= 1 || lines > 4) {
        return {std::string(text)};
    }
    std::vector<std::string> result;
    std::size_t begin = 0;
    for (const std::size_t end : Breaker(letters, line_width, shape).best(lines)) {
        result.emplace_back(
            text.substr(letters.offsets[begin], letters.offsets[end] - letters.offsets[begin]));
        begin = end;
    }
    result.emplace_back(text.substr(letters.offsets[begin]));
    return result;
}

}  // namespace

std::vector<std::string> title_lines(std::string_view title, std::size_t letters_per_line,
                                     std::span<const std::string> unbroken_words) {
    return broken(title, letters_per_line, Shape::trapezoid_or_lozenge, unbroken_words);
}

std::vector<std::string> column_head_lines(std::string_view head, std::size_t letters_per_line,
                                           std::span<const std::string> unbroken_words) {
    return broken(head, letters_per_line, Shape::block, unbroken_words);
}

}  // namespace benniu::publication
