// Sets blocks as paragraphs, tables and sections before one paragraph of a template's body.
// docx.cpp gives it a document's blocks, in order.
//
// Invariants: a heading and a table's caption stay with what follows; a table's head is repeated
// and its rows are not split; whatever is set in landscape is followed by an end of its section.
#pragma once

#include <array>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "publication/document.hpp"
#include "publication/template.hpp"
#include "publication/word_paragraph.hpp"

namespace benniu::publication {

// The template's styles and its two kinds of page, as w:sectPr. `landscape` may be empty when no
// block asks for it.
struct Stationery {
    const StyleSheet& styles;
    pugi::xml_node upright;
    pugi::xml_node landscape;
    std::span<const std::string> unbroken_words;  // no fold splits them
};

struct AttachmentHead {
    std::string label;  // 附件, or 附件1 when there are several
    std::string title;  // broken into lines
};

class Typesetter {
  public:
    Typesetter(const Stationery& stationery, pugi::xml_node before)
        : stationery_(stationery), before_(before) {}

    // The last paragraph, if it is short, stays with what follows the blocks, as the signature,
    // where `last` says so.
    void set(const std::vector<Block>& blocks, Orientation orientation, Keep last);

    // Label, title and blocks, on a new page.
    void set(const Attachment& attachment, const AttachmentHead& head);

    // From here on pages are so; a change begins a new page.
    void turn(Orientation orientation);

    [[nodiscard]] Orientation orientation() const { return orientation_; }

  private:
    void set(const Heading& heading);
    void set(const Paragraph& texts, Keep keep);
    void set(const Table& table);

    void end_section();
    [[nodiscard]] Start take_start();
    [[nodiscard]] int text_twips() const;
    pugi::xml_node paragraph(const Look& look);
    void set_words(std::string_view style, Keep keep, const std::string& words);

    const Stationery& stationery_;
    pugi::xml_node before_;
    Orientation orientation_ = Orientation::upright;
    Start start_ = Start::here;
    std::array<int, 4> headings_{};
};

// Ends the section before `before` with a copy of `page`: in the paragraph there, or in an almost
// invisible one where a table stands or another section ends.
void end_section_before(pugi::xml_node before, pugi::xml_node page);

// Width between the margins of a w:sectPr.
[[nodiscard]] int text_width_twips(pugi::xml_node page);

}  // namespace benniu::publication
