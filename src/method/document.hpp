// Cuts a published method (Markdown) into its articles: prose for people, and the fenced `method`
// blocks that carry it out.
#pragma once

#include "method/syntax.hpp"

namespace benniu::method {

struct Block {
    std::string text;
    int first_line = 0;  // the file's line of the text's first line
    std::size_t article = 0;
};

struct Cut {
    Document document;  // without statements
    std::vector<Block> blocks;
    Findings findings;
    bool is_whole = true;  // false when the text was not even looked at
};

// An article begins at a paragraph such as **第八条 数量分 N**, or at a heading ## 第八条 数量分 N;
// what stands before the first one is the preamble, article 0. Other fenced blocks are prose.
// Findings: method-too-large, not-unicode, unclosed-block.
[[nodiscard]] Cut cut_document(std::string_view markdown, const std::string& file);

}  // namespace benniu::method
