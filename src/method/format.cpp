#include "method/format.hpp"

#include <algorithm>

#include "method/document.hpp"
#include "method/layout.hpp"
#include "method/letters.hpp"
#include "method/parser.hpp"

namespace benniu::method {

namespace {

// The lines of a text, without their ends.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Parsed parsed_block(const std::string& text) {
    Cut cut;
    cut.document.articles.emplace_back();
    cut.blocks.push_back({text, 1, 0});
    return parse(std::move(cut));
}

// What stands on a line before the letter at `position`.
std::string before(const std::string& line, int position) {
    std::size_t end = 0;
    for (int i = 1; i < position; ++i) {
        end += letter_at(line, end).size();
    }
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
        --end;
    }
    return line.substr(0, end);
}

bool same_words(std::span<const Token> left, std::span<const Token> right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Token& a, const Token& b) {
                          return a.kind == b.kind && a.word == b.word && a.measure == b.measure;
                      });
}

// One block's statements, laid out one behind the other.
class BlockFormatter {
  public:
    explicit BlockFormatter(const std::string& text)
        : text_(text), lines_(lines_of(text)), parsed_(parsed_block(text)) {
        tokens_ = tokens_of(text_, {.line = 1}, findings_);
    }

    // The block anew; as it was where something in it cannot be read.
    std::string run() {
        if (!parsed_.findings.empty() || !findings_.empty()) {
            return text_;
        }
        const auto& statements = parsed_.document.statements;
        std::size_t at = 0;
        for (std::size_t i = 0; i < statements.size(); ++i) {
            at = take_comments(at);
            const std::size_t begin = at;
            while (tokens_[at].kind != TokenKind::end &&
                   (i + 1 == statements.size() || !begins(tokens_[at], statements[i + 1]))) {
                ++at;
            }
            while (tokens_[at - 1].kind == TokenKind::comment) {
                --at;
            }
            take_statement(begin, at);
        }
        take_comments(at);
        return says_the_same() ? result_ : text_;
    }

  private:
    static bool begins(const Token& token, const Statement& statement) {
        return token.line == statement.line && token.position == statement.position;
    }

    void add_line(const std::string& line, int first, int last) {
        result_ += last_line_ > 0 && first > last_line_ + 1 ? "\n" : "";
        result_ += line + "\n";
        last_line_ = last;
    }

    // Those between statements; one on the line of what it follows stays there.
    std::size_t take_comments(std::size_t at) {
        for (; tokens_[at].kind == TokenKind::comment; ++at) {
            const std::string comment =
                pieces_of(std::span(tokens_).subspan(at, 1), lines_)[0].text;
            if (tokens_[at].line == last_line_ && !result_.empty()) {
                result_.insert(result_.size() - 1, " " + comment);
            } else {
                add_line(comment, tokens_[at].line, tokens_[at].line);
            }
        }
        return at;
    }

    void take_statement(std::size_t begin, std::size_t end) {
        const auto tokens = std::span(tokens_).subspan(begin, end - begin);
        const int first = tokens.front().line;
        const int last = tokens.back().line;
        std::vector<std::string> lines = layout(pieces_of(tokens, lines_));
        if (lines.empty()) {
            lines.assign(lines_.begin() + first - 1, lines_.begin() + last);
            // A comment on the last line is taken by itself.
            if (tokens_[end].kind == TokenKind::comment && tokens_[end].line == last) {
                lines.back() = before(lines.back(), tokens_[end].position);
            }
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            add_line(lines[i], i == 0 ? first : last_line_ + 1, last);
        }
    }

    // What the block says must be what it said, whatever the layout has done to it.
    bool says_the_same() const {
        Findings findings;
        const Parsed again = parsed_block(result_);
        return again.findings.empty() &&
               again.document.statements.size() == parsed_.document.statements.size() &&
               same_words(tokens_, tokens_of(result_, {.line = 1}, findings));
    }

    std::string text_;
    std::vector<std::string> lines_;
    Parsed parsed_;
    Findings findings_;
    std::vector<Token> tokens_;
    std::string result_;
    int last_line_ = 0;  // of the text, that has been taken
};

}  // namespace

std::string formatted(std::string_view markdown) {
    const Cut cut = cut_document(markdown, "");
    if (!cut.findings.empty()) {
        return std::string(markdown);
    }
    const std::vector<std::string> lines = lines_of(markdown);
    std::string text;
    std::size_t at = 0;
    const auto keep_until = [&](std::size_t line) {
        for (; at < line; ++at) {
            text += lines[at] + "\n";
        }
    };
    for (const Block& block : cut.blocks) {
        keep_until(static_cast<std::size_t>(block.first_line) - 1);
        const std::string end = lines[at - 1].ends_with('\r') ? "\r\n" : "\n";
        for (const std::string& line : lines_of(BlockFormatter(block.text).run())) {
            text += line + end;
        }
        at += static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), '\n'));
    }
    keep_until(lines.size());
    if (!markdown.ends_with('\n') && !text.empty()) {
        text.pop_back();
    }
    return text;
}

}  // namespace benniu::method
