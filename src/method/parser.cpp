#include "method/parser.hpp"

#include <algorithm>
#include <tuple>

#include "base/limits.hpp"
#include "method/built_in.hpp"
#include "method/document.hpp"
#include "method/statement_parser.hpp"

namespace benniu::method {

namespace {

std::string list_of_statement_words() {
    std::string list;
    for (const std::string_view word : statement_words) {
        list += (list.empty() ? "" : ", ") + std::string(word);
    }
    return list;
}

// The statements of one block, one by one.
class BlockParser {
  public:
    BlockParser(const Block& block, Parsed& parsed)
        : block_(block),
          parsed_(&parsed),
          place_{.file = parsed.document.file,
                 .article = parsed.document.articles[block.article].number,
                 .line = block.first_line},
          tokens_(tokens_of(block.text, place_, parsed.findings), place_, parsed.findings) {}

    // False when the method is too long and the rest is not looked at.
    bool run() {
        while (!tokens_.at_end() && parsed_->findings.size() < limits::findings_per_text) {
            const Token start = tokens_.peek();
            const Token name = tokens_.peek(1);
            const bool full = parsed_->document.statements.size() == limits::method_statements;
            try {
                take_statement(start, full);
            } catch (const SyntaxMistake&) {
                parsed_->document.unread.push_back(
                    {start.word, name.kind == TokenKind::name ? name.word : ""});
                tokens_.skip_from(start);
            }
            if (full) {
                return false;
            }
        }
        return true;
    }

  private:
    void take_statement(const Token& start, bool full) {
        if (full) {
            tokens_.mistake_at(word_of(start), "method-too-long",
                               {{"limit", std::to_string(limits::method_statements)}});
        }
        if (!tokens_.at_statement()) {
            tokens_.mistake_at(word_of(start), "unknown-statement",
                               {{"known", list_of_statement_words()}});
        }
        Statement statement{StatementParser(tokens_).parse(), block_.article, start.line,
                            start.position};
        if (!tokens_.at_end() && !tokens_.at_statement()) {
            tokens_.mistake_at(word_of(tokens_.peek()), "statement-not-ended");
        }
        parsed_->document.statements.push_back(std::move(statement));
    }

    const Block& block_;
    Parsed* parsed_;
    Place place_;
    TokenStream tokens_;
};

}  // namespace

Parsed parse(std::string_view markdown, const std::string& file) {
    Cut cut = cut_document(markdown, file);
    Parsed parsed{std::move(cut.document), std::move(cut.findings), cut.is_whole};
    for (const Block& block : cut.blocks) {
        parsed.is_whole = parsed.is_whole && BlockParser(block, parsed).run();
    }
    std::stable_sort(parsed.findings.begin(), parsed.findings.end(),
                     [](const Finding& a, const Finding& b) {
                         return std::tie(a.place.line, a.place.position) <
                                std::tie(b.place.line, b.place.position);
                     });
    return parsed;
}

}  // namespace benniu::method
