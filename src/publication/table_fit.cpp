#include "publication/table_fit.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace benniu::publication {

namespace {

// In twentieths of a Han letter.
struct Need {
    int narrowest = 0;  // below this a number breaks or a text takes too many lines
    int natural = 0;    // everything on one line
};

constexpr int letter = 20;
constexpr int lines_twips = 30;  // what the lines around a cell take from it

// A digit is half a letter in 仿宋, but wider in the fonts that stand in for it.
int width_of_letter(char first_byte) {
    const auto byte = static_cast<unsigned char>(first_byte);
    if ((byte & 0xC0U) == 0x80U) {
        return 0;  // the rest of a letter
    }
    if (byte >= 0x80 || byte == '%') {
        return letter;
    }
    return byte == '.' || byte == ',' || byte == '-' ? 8 : 13;
}

int width_of(std::string_view text) {
    int widest = 0;
    int width = 0;
    for (const char byte : text) {
        width = byte == '\n' ? 0 : width + width_of_letter(byte);
        widest = std::max(widest, width);
    }
    return widest;
}

bool has_han(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; });
}

// Into how many lines a column may fold a text, and the width that takes. Short names stay whole.
int folded(int width) {
    if (width <= 6 * letter) {
        return width;
    }
    const int lines = width <= 20 * letter ? 2 : width <= 60 * letter ? 3 : 5;
    return std::max(6 * letter, (width + lines - 1) / lines + letter);
}

// A head may take three lines, but its unit in brackets, as （亿元）, stays whole.
int folded_head(std::string_view head) {
    constexpr std::string_view bracket = "（";
    const int width = width_of(head);
    int narrowest = std::max(2 * letter, (width + 2) / 3 + letter / 2);
    if (const std::size_t unit = head.find(bracket); unit != std::string_view::npos) {
        narrowest = std::max(narrowest, std::min(6 * letter, width_of(head.substr(unit))));
    }
    return std::min(width, narrowest);
}

Need need_of(const Table& table, std::size_t column) {
    const std::string& head = table.columns[column].title;
    Need need{.narrowest = folded_head(head), .natural = width_of(head)};
    for (const auto& row : table.rows) {
        const int width = width_of(row[column]);
        need.natural = std::max(need.natural, width);
        need.narrowest = std::max(need.narrowest, has_han(row[column]) ? folded(width) : width);
    }
    return need;
}

int twips(int twentieths, int half_points) {
    return twentieths * half_points * 10 / letter + 2 * cell_padding_twips + lines_twips;
}

// Shares `total` in proportion to `parts`, to the last twip.
std::vector<int> shares(int total, const std::vector<int>& parts) {
    const std::int64_t sum = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::vector<int> result;
    std::int64_t given = 0;
    std::int64_t before = 0;
    for (const int part : parts) {
        before += part;
        const std::int64_t end = total * before / sum;
        result.push_back(static_cast<int>(end - given));
        given = end;
    }
    return result;
}

// Every column its narrowest, and what is left to those that would like more.
std::vector<int> widths_by_content(const std::vector<Need>& needs, int text_twips,
                                   int half_points) {
    std::vector<int> narrowest;
    std::vector<int> wishes;
    for (const Need& need : needs) {
        narrowest.push_back(twips(need.narrowest, half_points));
        wishes.push_back(1 + twips(need.natural, half_points) - narrowest.back());
    }
    const int least = std::accumulate(narrowest.begin(), narrowest.end(), 0);
    if (least >= text_twips) {
        return shares(text_twips, narrowest);
    }
    const int wished = std::accumulate(wishes.begin(), wishes.end(), 0);
    const int spare = text_twips - least;
    const auto extra = shares(std::min(spare, wished), wishes);
    const auto rest = shares(spare - std::min(spare, wished), narrowest);
    for (std::size_t column = 0; column < narrowest.size(); ++column) {
        narrowest[column] += extra[column] + rest[column];
    }
    return narrowest;
}

}  // namespace

TableFit fit(const Table& table, int text_twips, int largest_half_points) {
    ensure(!table.columns.empty(), "a table has columns");
    std::vector<Need> needs;
    std::vector<int> relative;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        needs.push_back(need_of(table, column));
        relative.push_back(table.columns[column].relative_width);
    }
    const bool by_content =
        std::all_of(relative.begin(), relative.end(), [](int width) { return width <= 0; });
    const auto fits = [&](const TableFit& fit) {
        for (std::size_t column = 0; column < needs.size(); ++column) {
            if (fit.column_twips[column] < twips(needs[column].narrowest, fit.half_points)) {
                return false;
            }
        }
        return true;
    };
    const auto at_size = [&](int half_points) {
        return TableFit{by_content ? widths_by_content(needs, text_twips, half_points)
                                   : shares(text_twips, relative),
                        half_points};
    };
    if (table.size != TypeSize::fitting) {
        return at_size(static_cast<int>(table.size));
    }
    TableFit chosen = at_size(largest_half_points);
    for (const TypeSize size :
         {TypeSize::small_four, TypeSize::five, TypeSize::small_five, TypeSize::six}) {
        if (fits(chosen)) {
            break;
        }
        if (const int half_points = static_cast<int>(size); half_points < chosen.half_points) {
            chosen = at_size(half_points);
        }
    }
    return chosen;
}

}  // namespace benniu::publication
