// Paragraphs in WordprocessingML, their properties in the order that its schema asks for; a word
// processor refuses a file where they stand otherwise. typesetter.cpp and docx.cpp use it.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "publication/document.hpp"

namespace benniu::publication {

enum class Keep { freely, with_next };
enum class Start { here, new_page };

// What a paragraph does differently from its style. 0 and "" leave it to the style.
struct Look {
    std::string style_id{};
    Keep keep = Keep::freely;
    Start start = Start::here;
    int line_twips = 0;       // exact pitch of lines
    std::string alignment{};  // a value of w:jc
};

// Of a paragraph that must stand there but not be seen: as low as a word processor lets a line be.
[[nodiscard]] inline Look invisible() {
    return {.line_twips = 20};
}

// Puts `look` on an empty paragraph.
void dress(pugi::xml_node paragraph, const Look& look);

// Appends a run; half_points 0 leaves the size to the style.
void append_run(pugi::xml_node paragraph, const Text& text, int half_points = 0);

// The paragraph's properties, made if there are none yet.
[[nodiscard]] pugi::xml_node properties_of(pugi::xml_node paragraph);

// Sets the size of letters of every run, and a pitch of lines that leaves no room above them.
void resize(pugi::xml_node paragraph, int half_points);

struct Indent {
    int left_twips = 0;
    int hanging_twips = 0;  // the first line begins so much further left
    int right_twips = 0;
};

// Puts an indent in place of the paragraph's own.
void indent(pugi::xml_node paragraph, const Indent& indent);

// Puts an alignment, a value of w:jc, in place of the paragraph's own.
void align(pugi::xml_node paragraph, const char* alignment);

}  // namespace benniu::publication
