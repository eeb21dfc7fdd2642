#include "publication/word_paragraph.hpp"

#include <initializer_list>

#include "publication/placeholder.hpp"

namespace benniu::publication {

namespace {

void append_value(pugi::xml_node parent, const char* name, const std::string& value) {
    parent.append_child(name).append_attribute("w:val") = value.c_str();
}

// A child that stands before those that the schema puts behind it.
pugi::xml_node child_before(pugi::xml_node parent, const char* name,
                            std::initializer_list<const char*> later) {
    if (const pugi::xml_node present = parent.child(name)) {
        return present;
    }
    for (const pugi::xml_node child : parent.children()) {
        for (const char* other : later) {
            if (std::string_view(child.name()) == other) {
                return parent.insert_child_before(name, child);
            }
        }
    }
    return parent.append_child(name);
}

void set_attribute(pugi::xml_node node, const char* name, int value) {
    node.remove_attribute(name);
    node.append_attribute(name) = value;
}

}  // namespace

void dress(pugi::xml_node paragraph, const Look& look) {
    pugi::xml_node properties = paragraph.append_child("w:pPr");
    if (!look.style_id.empty()) {
        append_value(properties, "w:pStyle", look.style_id);
    }
    if (look.keep == Keep::with_next) {
        properties.append_child("w:keepNext");
    }
    if (look.start == Start::new_page) {
        properties.append_child("w:pageBreakBefore");
    }
    if (look.line_twips > 0) {
        append_value(properties, "w:snapToGrid", "0");
        pugi::xml_node spacing = properties.append_child("w:spacing");
        spacing.append_attribute("w:line") = look.line_twips;
        spacing.append_attribute("w:lineRule") = "exact";
    }
    if (!look.alignment.empty()) {
        append_value(properties, "w:jc", look.alignment);
    }
}

void append_run(pugi::xml_node paragraph, const Text& text, int half_points) {
    pugi::xml_node run = paragraph.append_child("w:r");
    if (text.weight == Weight::bold || half_points > 0) {
        pugi::xml_node properties = run.append_child("w:rPr");
        if (text.weight == Weight::bold) {
            properties.append_child("w:b");
        }
        if (half_points > 0) {
            append_value(properties, "w:sz", std::to_string(half_points));
            append_value(properties, "w:szCs", std::to_string(half_points));
        }
    }
    append_words(run, text.words);
}

pugi::xml_node properties_of(pugi::xml_node paragraph) {
    const pugi::xml_node present = paragraph.child("w:pPr");
    return present ? present : paragraph.prepend_child("w:pPr");
}

void resize(pugi::xml_node paragraph, int half_points) {
    pugi::xml_node spacing = child_before(
        properties_of(paragraph), "w:spacing",
        {"w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
         "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr"});
    set_attribute(spacing, "w:line", half_points * 11);
    spacing.remove_attribute("w:lineRule");
    spacing.append_attribute("w:lineRule") = "exact";
    for (pugi::xml_node run : paragraph.children("w:r")) {
        pugi::xml_node properties = run.child("w:rPr");
        if (!properties) {
            properties = run.prepend_child("w:rPr");
        }
        for (const char* name : {"w:sz", "w:szCs"}) {
            set_attribute(child_before(properties, name,
                                       {"w:szCs", "w:highlight", "w:u", "w:effect", "w:bdr",
                                        "w:shd", "w:fitText", "w:vertAlign", "w:em", "w:lang"}),
                          "w:val", half_points);
        }
    }
}

void indent(pugi::xml_node paragraph, const Indent& indent) {
    pugi::xml_node properties = properties_of(paragraph);
    properties.remove_child("w:ind");
    pugi::xml_node target =
        child_before(properties, "w:ind",
                     {"w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
                      "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr"});
    target.append_attribute("w:left") = indent.left_twips;
    target.append_attribute("w:right") = indent.right_twips;
    target.append_attribute("w:hanging") = indent.hanging_twips;
}

void align(pugi::xml_node paragraph, const char* alignment) {
    pugi::xml_node properties = properties_of(paragraph);
    properties.remove_child("w:jc");
    child_before(properties, "w:jc",
                 {"w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr"})
        .append_attribute("w:val") = alignment;
}

}  // namespace benniu::publication
