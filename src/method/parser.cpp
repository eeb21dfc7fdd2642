#include "method/parser.hpp"

#include "base/limits.hpp"
#include "method/document.hpp"
#include "method/statement_parser.hpp"

namespace benniu::method {

namespace {

void parse_block(const Block& block, Parsed& parsed) {
    Document& document = parsed.document;
    TokenStream tokens(tokens_of(block.text, block.first_line, document.file, parsed.findings),
                       document.file, document.articles[block.article].number, parsed.findings);
    while (!tokens.at_end() && parsed.findings.size() < limits::findings_per_text) {
        const Token start = tokens.peek();
        try {
            if (document.statements.size() == limits::method_statements) {
                tokens.mistake("method-too-long",
                               {{"limit", std::to_string(limits::method_statements)}});
            }
            document.statements.push_back(
                {StatementParser(tokens).parse(), block.article, start.line, start.position});
            if (!tokens.at_end() && !tokens.at_statement()) {
                tokens.mistake("expected-statement-end");
            }
        } catch (const SyntaxMistake&) {
            tokens.skip_to_statement();
        }
    }
}

}  // namespace

Parsed parse(std::string_view markdown, const std::string& file) {
    Cut cut = cut_document(markdown, file);
    Parsed parsed{std::move(cut.document), std::move(cut.findings)};
    for (const Block& block : cut.blocks) {
        parse_block(block, parsed);
    }
    return parsed;
}

}  // namespace benniu::method
