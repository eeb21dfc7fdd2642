#include "method/layout.hpp"

#include <algorithm>

#include "base/writing.hpp"
#include "method/rows.hpp"

namespace benniu::method {

namespace {

constexpr std::size_t columns_max = 100;
constexpr std::size_t step = 4;

// The operators of a formula that bind most loosely, outside its brackets.
std::vector<std::size_t> loosest(Pieces pieces) {
    Binding binding = Binding::none;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].opens()) {
            i = closing(pieces, i);
            continue;
        }
        const Binding here = binding_at(pieces, i);
        if (here < binding) {
            binding = here;
            found.clear();
        }
        if (here == binding && here != Binding::none) {
            found.push_back(i);
        }
    }
    return found;
}

// case { … }, count( … ): one bracket and the word before it.
bool is_bracket(Pieces pieces) {
    return pieces.size() > 2 && pieces[1].opens() && closing(pieces, 1) == pieces.size() - 1;
}

class Layout {
  public:
    std::vector<std::string> take(Pieces statement) {
        const Piece& word = statement.front();
        kind_ = word.is_word("table")     ? RowKind::table
                : word.is_word("blend")   ? RowKind::blend
                : word.is_word("publish") ? RowKind::publish
                                          : RowKind::choice;
        const auto equals = std::find_if(statement.begin(), statement.end(),
                                         [](const Piece& each) { return each.is_sign("="); });
        if (word.is_word("award")) {
            award(statement);
        } else if (word.is_word("table") || word.is_word("blend") || word.is_word("publish")) {
            write_brackets(statement, 0, 0);
        } else if (word.is_word("veto")) {
            named(statement, std::min<std::size_t>(2, statement.size()));
        } else if (equals != statement.end()) {
            named(statement, static_cast<std::size_t>(equals - statement.begin()) + 1);
        } else {
            fill(statement, step);
        }
        finish_line();
        return std::move(lines_);
    }

  private:
    [[nodiscard]] bool is_fresh() const {
        return line_.find_first_not_of(' ') == std::string::npos;
    }

    void finish_line() {
        while (line_.ends_with(' ')) {
            line_.pop_back();
        }
        lines_.push_back(std::move(line_));
        line_.clear();
    }

    void new_line(std::size_t indent) {
        finish_line();
        line_.assign(indent, ' ');
    }

    void append(const std::string& text, bool spaced) {
        line_ += (spaced && !is_fresh() ? " " : "") + text;
    }

    void append(Pieces pieces) {
        if (!pieces.empty()) {
            append(flat(pieces), pieces.front().space_before);
        }
    }

    [[nodiscard]] bool fits(Pieces pieces, std::size_t tail) const {
        const std::size_t space = is_fresh() || pieces.empty() || !pieces[0].space_before ? 0 : 1;
        return is_on_one_line(pieces) &&
               display_width(line_) + space + display_width(flat(pieces)) + tail <= columns_max;
    }

    // let x = …, item x = … round 2 half_up: the formula behind the name, below it where too long.
    void named(Pieces statement, std::size_t head) {
        append(statement.first(head));
        std::size_t end = statement.size();
        for (std::size_t i = head; i < statement.size(); ++i) {
            if (statement[i].opens()) {
                i = closing(statement, i);
            } else if (statement[i].is_word("round") && statement[0].is_word("item")) {
                end = i;
                break;
            }
        }
        const Pieces body = statement.subspan(head, end - head);
        const Pieces rounding = statement.subspan(end);
        const std::size_t tail = rounding.empty() ? 0 : 1 + display_width(flat(rounding));
        const bool fits_below =
            is_on_one_line(body) && step + display_width(flat(body)) + tail <= columns_max;
        const bool stays = fits(body, tail) || (!fits_below && is_bracket(body));
        if (!stays) {
            new_line(step);
        }
        write(body, stays ? 0 : step, tail);
        append(rounding);
    }

    // A clause a line, but where the author keeps a short award on one.
    void award(Pieces statement) {
        const bool was_one = statement.front().line == statement.back().line;
        if (was_one && fits(statement, 0)) {
            append(statement);
            return;
        }
        std::size_t begin = 0;
        for (std::size_t i = 0; i < statement.size(); ++i) {
            if (statement[i].opens()) {
                i = closing(statement, i);
            } else if (statement[i].is_word("take") || statement[i].is_word("when")) {
                write(statement.subspan(begin, i - begin), 2 * step, 0);
                new_line(step);
                begin = i;
            }
        }
        write(statement.subspan(begin), 2 * step, 0);
    }

    // Names one behind the other, as many on a line as it holds.
    void fill(Pieces list, std::size_t indent) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].opens()) {
                i = closing(list, i);
            }
            if (i + 1 < list.size() && !list[i].is_sign(",")) {
                continue;
            }
            const Pieces one = list.subspan(begin, i + 1 - begin);
            if (begin > 0 && !fits(one, 0)) {
                new_line(indent);
            }
            append(one);
            begin = i + 1;
        }
    }

    // A formula on the line at hand, broken where it must be; `tail` columns follow it.
    void write(Pieces pieces, std::size_t indent, std::size_t tail) {
        if (fits(pieces, tail)) {
            append(pieces);
            return;
        }
        const auto operators = loosest(pieces);
        if (operators.empty()) {
            write_brackets(pieces, indent, tail);
            return;
        }
        std::size_t begin = 0;
        for (const std::size_t at : operators) {
            const bool is_list = pieces[at].is_sign(",");
            const std::size_t end = at + (is_list ? 1 : 0);
            operand(pieces.subspan(begin, end - begin), indent, 0);
            new_line(indent);
            begin = end;
        }
        operand(pieces.subspan(begin), indent, tail);
    }

    // One side of an operator, with the operator before it, or the comma behind.
    void operand(Pieces pieces, std::size_t indent, std::size_t tail) {
        if (fits(pieces, tail)) {
            append(pieces);
            return;
        }
        const bool leads = binding_at(pieces, 0) != Binding::none;
        const bool follows = pieces.back().is_sign(",");
        if (leads) {
            append(pieces.first(1));
        }
        const Pieces inner =
            pieces.subspan(leads ? 1 : 0, pieces.size() - (leads ? 1 : 0) - (follows ? 1 : 0));
        const bool is_atom = loosest(inner).empty();
        write(inner, is_atom ? indent : indent + step, tail + (follows ? 1 : 0));
        if (follows) {
            append(pieces.last(1));
        }
    }

    void write_brackets(Pieces pieces, std::size_t indent, std::size_t tail) {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const Pieces rest = pieces.subspan(i);
            if (fits(rest, tail)) {
                append(rest);
                return;
            }
            if (!pieces[i].opens()) {
                append(rest.first(1));
                continue;
            }
            const std::size_t end = closing(pieces, i);
            const Pieces inner = pieces.subspan(i + 1, end - i - 1);
            append(rest.first(1));
            if (pieces[i].is_sign("{")) {
                rows(inner, i > 0 && pieces[i - 1].is_word("case") ? RowKind::choice : kind_,
                     indent + step);
            } else {
                new_line(indent + step);
                write(inner, indent + step, 0);
            }
            new_line(indent);
            append(pieces.subspan(end, 1));
            i = end;
        }
    }

    // The rows between braces, each on a line of its own.
    void rows(Pieces inner, RowKind kind, std::size_t indent) {
        const std::vector<Row> all = rows_of(inner, kind);
        const Alignment alignment = alignment_of(all, columns_max - indent);
        for (const Row& row : all) {
            if (row.stays_beside && fits(row.pieces, 0)) {
                append(" " + flat(row.pieces), false);
                continue;
            }
            if (row.has_blank_line_before) {
                finish_line();
            }
            new_line(indent);
            if (row.is_aligned && alignment.fits) {
                append(aligned(row, alignment), false);
            } else {
                write_row(row, kind, indent);
            }
            if (!row.comment.empty()) {
                append(row.comment, true);
            }
        }
    }

    // condition: value, the value below where both do not fit.
    void write_row(const Row& row, RowKind kind, std::size_t indent) {
        const Pieces pieces = row.pieces;
        if (pieces.empty() || fits(pieces, 0)) {
            append(pieces);
            return;
        }
        if (row.colon == 0 && kind == RowKind::table) {
            fill(pieces, indent + step);
            return;
        }
        if (row.colon == 0) {
            write(pieces, indent + step, 0);
            return;
        }
        write(pieces.first(row.colon + 1), indent, 0);
        const bool ends = pieces.back().is_sign(";");
        const Pieces value =
            pieces.subspan(row.colon + 1, pieces.size() - row.colon - 1 - (ends ? 1 : 0));
        new_line(indent + step);
        write(value, indent + step, ends ? 1 : 0);
        if (ends) {
            append(pieces.last(1));
        }
    }

    RowKind kind_ = RowKind::choice;  // of the statement's own braces
    std::vector<std::string> lines_;
    std::string line_;
};

// Whether every comment stands between rows in braces.
bool has_plain_comments(Pieces pieces) {
    std::vector<bool> in_braces;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (piece.opens()) {
            in_braces.push_back(piece.is_sign("{"));
        } else if (piece.closes()) {
            in_braces.pop_back();
        } else if (piece.kind == TokenKind::comment) {
            const bool is_between = !in_braces.empty() && in_braces.back() &&
                                    (pieces[i - 1].is_sign("{") || pieces[i - 1].is_sign(";") ||
                                     pieces[i - 1].kind == TokenKind::comment ||
                                     (i + 1 < pieces.size() && pieces[i + 1].is_sign("}")));
            if (!is_between) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

std::vector<std::string> layout(Pieces statement) {
    return has_plain_comments(statement) ? Layout().take(statement) : std::vector<std::string>{};
}

}  // namespace benniu::method
