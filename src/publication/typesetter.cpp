#include "publication/typesetter.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "base/result.hpp"
#include "publication/table_fit.hpp"
#include "publication/word_table.hpp"

namespace benniu::publication {

namespace {

std::string_view style_of(Level level) {
    switch (level) {
        case Level::one:
            return style::heading_one;
        case Level::two:
            return style::heading_two;
        case Level::three:
            return style::heading_three;
        case Level::four:
            return style::heading_four;
    }
    throw Bug("a heading has one of four levels");
}

}  // namespace

void end_section_before(pugi::xml_node before, pugi::xml_node page) {
    pugi::xml_node last = before.previous_sibling();
    const bool can_end =
        std::string_view(last.name()) == "w:p" && last.child("w:pPr").child("w:sectPr").empty();
    if (!can_end) {
        last = before.parent().insert_child_before("w:p", before);
        dress(last, invisible());
    }
    properties_of(last).append_copy(page);
}

int text_width_twips(pugi::xml_node page) {
    static constexpr int widest = 31'680;  // 22 inches, as far as a word processor goes
    const auto length = [](pugi::xml_attribute attribute) {
        return std::clamp(attribute.as_int(), 0, widest);
    };
    const pugi::xml_node margins = page.child("w:pgMar");
    const int width = length(page.child("w:pgSz").attribute("w:w")) -
                      length(margins.attribute("w:left")) - length(margins.attribute("w:right")) -
                      length(margins.attribute("w:gutter"));
    constexpr int of_the_standard = 8'845;  // 156 mm, for a page that says nothing sensible
    return width > 0 ? width : of_the_standard;
}

void Typesetter::set(const std::vector<Block>& blocks, Orientation orientation, Keep last) {
    headings_ = {};
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        const Keep keep = index + 1 == blocks.size() ? last : Keep::freely;
        const auto set_one = [&](const auto& block) {
            using Kind = std::decay_t<decltype(block)>;
            if constexpr (std::is_same_v<Kind, Table>) {
                turn(block.orientation == Orientation::landscape ? block.orientation : orientation);
                set(block);
            } else if constexpr (std::is_same_v<Kind, PageBreak>) {
                start_ = Start::new_page;
            } else if constexpr (std::is_same_v<Kind, Paragraph>) {
                turn(orientation);
                set(block, keep);
            } else {
                turn(orientation);
                set(block);
            }
        };
        std::visit(set_one, blocks[index]);
    }
    turn(orientation);
}

void Typesetter::set(const Attachment& attachment, const AttachmentHead& head) {
    start_ = Start::new_page;
    turn(attachment.orientation);
    set_words(style::attachment_label, Keep::with_next, head.label);
    set_words(style::attachment_title, Keep::with_next, head.title);
    set(attachment.blocks, attachment.orientation, Keep::freely);
}

void Typesetter::turn(Orientation orientation) {
    if (orientation == orientation_) {
        return;
    }
    end_section();
    orientation_ = orientation;
    start_ = Start::here;  // a section begins on a new page by itself
}

void Typesetter::set(const Heading& heading) {
    const auto level = static_cast<std::size_t>(heading.level) - 1;
    ++headings_[level];
    for (std::size_t deeper = level + 1; deeper < headings_.size(); ++deeper) {
        headings_[deeper] = 0;
    }
    set_words(style_of(heading.level), Keep::with_next,
              heading_number(heading.level, headings_[level]) + heading.words);
}

void Typesetter::set(const Paragraph& texts, Keep keep) {
    pugi::xml_node target =
        paragraph({.style_id = stationery_.styles.id_of(style::text), .keep = keep});
    for (const Text& text : texts.texts) {
        append_run(target, text);
    }
}

void Typesetter::set(const Table& table) {
    if (!table.caption.empty()) {
        set_words(style::table_title, Keep::with_next, table.caption);
    } else if (start_ == Start::new_page) {
        paragraph(invisible());
    }
    const int largest = stationery_.styles.half_points(stationery_.styles.id_of(style::table_text));
    write_table(before_.parent().insert_child_before("w:tbl", before_), table,
                fit(table, text_twips(), largest), stationery_.styles, stationery_.unbroken_words);
    // Two tables in a row would grow together, and a body may not end with a table.
    paragraph(invisible());
}

void Typesetter::end_section() {
    const bool upright = orientation_ == Orientation::upright;
    end_section_before(before_, upright ? stationery_.upright : stationery_.landscape);
}

Start Typesetter::take_start() {
    return std::exchange(start_, Start::here);
}

int Typesetter::text_twips() const {
    const bool upright = orientation_ == Orientation::upright;
    return text_width_twips(upright ? stationery_.upright : stationery_.landscape);
}

pugi::xml_node Typesetter::paragraph(const Look& look) {
    pugi::xml_node target = before_.parent().insert_child_before("w:p", before_);
    Look started = look;
    started.start = take_start();
    dress(target, started);
    return target;
}

void Typesetter::set_words(std::string_view style, Keep keep, const std::string& words) {
    pugi::xml_node target = paragraph({.style_id = stationery_.styles.id_of(style), .keep = keep});
    append_run(target, {.words = words});
}

}  // namespace benniu::publication
