#include "publication/docx.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "base/writing.hpp"
#include "publication/document_check.hpp"
#include "publication/filling.hpp"
#include "publication/placeholder.hpp"
#include "publication/template.hpp"
#include "publication/title.hpp"
#include "publication/typesetter.hpp"
#include "publication/word_paragraph.hpp"

namespace benniu::publication {

namespace {

// The template's pages, taken out of its body.
struct Pages {
    pugi::xml_document kept;
    pugi::xml_node upright;
    pugi::xml_node landscape;
};

std::string without_line_breaks(std::string text) {
    std::erase(text, '\n');
    return text;
}

// The size of a paragraph's letters: its first run's own, or its style's.
int half_points_of(pugi::xml_node paragraph, const StyleSheet& styles) {
    const int own = half_points_in(paragraph.child("w:r").child("w:rPr"));
    const std::string style_id =
        paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
    return own > 0 ? own : styles.half_points(style_id);
}

// Keeps a copy of both pages. The landscape page is the template's last section: with it gone, the
// section before it becomes the last.
Pages take_pages(pugi::xml_node body, pugi::xml_node landscape_place) {
    Pages pages;
    pugi::xml_node last_page = body.child("w:sectPr");
    if (landscape_place) {
        pages.landscape = pages.kept.append_copy(last_page);
        pugi::xml_node end = landscape_place;
        do {
            end = end.previous_sibling();
        } while (end.child("w:pPr").child("w:sectPr").empty());
        pugi::xml_node upright = end.child("w:pPr").child("w:sectPr");
        while (end.next_sibling() != pugi::xml_node()) {
            body.remove_child(end.next_sibling());
        }
        last_page = body.append_copy(upright);
        end.child("w:pPr").remove_child(upright);
    }
    pages.upright = pages.kept.append_copy(last_page);
    for (pugi::xml_node page : {pages.upright, pages.landscape}) {
        page.remove_child("w:type");
    }
    return pages;
}

// An office's name stays on one line; where the template's size is too large for it, it shrinks.
void fit_mark(pugi::xml_node mark, const StyleSheet& styles, int text_twips) {
    const int half_letters = static_cast<int>(display_width(text_of(mark)));
    if (half_letters * half_points_of(mark, styles) * 5 > text_twips) {
        resize(mark, std::max(2, text_twips / (half_letters * 5)));
    }
}

// With a seal the date ends four letters from the edge and the signature is centred over it: both
// are centred between the same two edges, whatever the font. Without a seal the signature ends two
// letters from the edge and the date begins two letters further right.
void place_signature(const Places& places, const Document& document, const StyleSheet& styles,
                     int text_twips) {
    const pugi::xml_node signature = first_place(places, placeholder::signature);
    const pugi::xml_node date = first_place(places, placeholder::date);
    if (!signature || !date || document.signature.empty()) {
        return;
    }
    const int letter = half_points_of(date, styles) * 10;
    const int signature_twips = static_cast<int>(display_width(document.signature)) * letter / 2;
    const int date_twips = static_cast<int>(display_width(printed(document.date))) * letter / 2;
    if (document.seal == Seal::stamped) {
        const int width = std::max(8 * letter + date_twips, signature_twips);
        for (const pugi::xml_node line : {signature, date}) {
            indent(line, {.left_twips = std::max(0, text_twips - width)});
            align(line, "center");
        }
        return;
    }
    const int date_right = std::max(2 * letter, signature_twips - date_twips);
    indent(date, {.right_twips = date_right});
    indent(signature, {.right_twips = date_right + date_twips + 2 * letter - signature_twips});
    for (const pugi::xml_node line : {signature, date}) {
        align(line, "right");
    }
}

std::string broken(const std::string& title, int text_twips, int half_points,
                   const Document& document) {
    const auto letters = static_cast<std::size_t>(text_twips / (half_points * 10));
    std::string joined;
    for (const std::string& line : title_lines(title, letters, document.unbroken_words)) {
        joined += (joined.empty() ? "" : "\n") + line;
    }
    return joined;
}

// 附件：1.…, every further one under the first one's number; a single one has no number.
void write_attachment_list(pugi::xml_node place, const Document& document,
                           const StyleSheet& styles) {
    const int letter = half_points_of(place, styles) * 10;
    const std::size_t count = document.attachments.size();
    for (std::size_t index = 0; index < count; ++index) {
        const std::string number = count == 1 ? "" : std::to_string(index + 1) + ".";
        const pugi::xml_node line = place.parent().insert_copy_before(place, place);
        fill(line, {{std::string(placeholder::attachment_list),
                     (index == 0 ? "附件：" : "") + number +
                         without_line_breaks(document.attachments[index].title)}});
        const int number_letters = count == 1 ? 0 : 1;
        indent(line, {.left_twips = (5 + number_letters) * letter,
                      .hanging_twips = (index == 0 ? 3 + number_letters : 1) * letter});
    }
    place.parent().remove_child(place);
}

bool says_something(pugi::xml_node node) {
    if (std::string_view(node.name()) == "w:p" && !text_of(node).empty()) {
        return true;
    }
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(),
                       [](pugi::xml_node child) { return says_something(child); });
}

void write_attachments(pugi::xml_node place, const Document& document,
                       const Stationery& stationery) {
    pugi::xml_node body = place.parent();
    Typesetter typesetter(stationery, place);
    const std::string style_id = stationery.styles.id_of(style::attachment_title);
    const std::size_t count = document.attachments.size();
    for (std::size_t index = 0; index < count; ++index) {
        const Attachment& attachment = document.attachments[index];
        const bool upright = attachment.orientation == Orientation::upright;
        const int width = text_width_twips(upright ? stationery.upright : stationery.landscape);
        typesetter.set(attachment,
                       {.label = "附件" + (count == 1 ? "" : std::to_string(index + 1)),
                        .title = broken(attachment.title, width,
                                        stationery.styles.half_points(style_id), document)});
    }
    bool more = false;
    for (auto node = place.next_sibling(); node; node = node.next_sibling()) {
        more = more || says_something(node);
    }
    if (more) {
        typesetter.turn(Orientation::upright);
    } else if (typesetter.orientation() == Orientation::landscape) {
        body.remove_child("w:sectPr");
        body.append_copy(stationery.landscape);
    }
    body.remove_child(place);
}

// The imprint, on the next even page. That page and the blank one before it bear no number.
void send_to_even_page(pugi::xml_node imprint, pugi::xml_node upright) {
    pugi::xml_node body = imprint.parent();
    if (imprint.previous_sibling().child("w:pPr").child("w:sectPr").empty()) {
        end_section_before(imprint, upright);
    }
    // LibreOffice forgets the break where a section begins with a floating table.
    dress(body.insert_child_before("w:p", imprint), invisible());
    pugi::xml_node page = body.child("w:sectPr");
    page.remove_child("w:type");
    page.remove_child("w:titlePg");
    page.insert_child_before("w:type", page.child("w:pgSz")).append_attribute("w:val") = "evenPage";
    page.insert_child_before("w:titlePg", page.child("w:docGrid"));
}

// The part of the body that holds a paragraph.
pugi::xml_node part_of_body(pugi::xml_node paragraph, pugi::xml_node body) {
    while (paragraph && paragraph.parent() != body) {
        paragraph = paragraph.parent();
    }
    return paragraph;
}

// Where the imprint begins: its first placeholder that has something to show.
pugi::xml_node imprint_place(const Document& document, const Places& places) {
    if (!document.imprint) {
        return {};
    }
    if (!document.imprint->copies_to.empty()) {
        return first_place(places, placeholder::copies_to);
    }
    return first_place(places, document.imprint->office.empty() ? placeholder::imprint_date
                                                                : placeholder::imprint_office);
}

// A page number that the template starts anew is started once, not in every section.
void count_pages_through(pugi::xml_node body) {
    bool first = true;
    const auto pages = body.select_nodes(".//w:sectPr");
    for (const pugi::xpath_node& page : pages) {
        if (!std::exchange(first, false)) {
            page.node().child("w:pgNumType").remove_attribute("w:start");
        }
    }
}

void write_body(Template& opened, const Document& document, Values values) {
    pugi::xml_node body = opened.body();
    const Places places = places_in(body);
    const Pages pages = take_pages(body, first_place(places, placeholder::landscape));
    const Stationery stationery{opened.styles, pages.upright, pages.landscape,
                                document.unbroken_words};
    const int text_twips = text_width_twips(pages.upright);
    const pugi::xml_node imprint = part_of_body(imprint_place(document, places), body);

    const pugi::xml_node title = first_place(places, placeholder::title);
    values[std::string(placeholder::title)] =
        broken(document.title, text_twips, half_points_of(title, opened.styles), document);
    place_signature(places, document, opened.styles, text_twips);
    fill_words(body, values);
    if (!document.mark.empty()) {
        fit_mark(first_place(places, placeholder::mark), opened.styles, text_twips);
    }

    const Keep last = document.signature.empty() ? Keep::freely : Keep::with_next;
    const pugi::xml_node text = first_place(places, placeholder::body);
    Typesetter(stationery, text).set(document.body, Orientation::upright, last);
    body.remove_child(text);
    if (const auto place = first_place(places, placeholder::attachment_list)) {
        write_attachment_list(place, document, opened.styles);
    }
    if (const auto place = first_place(places, placeholder::attachments)) {
        write_attachments(place, document, stationery);
    }
    if (document.imprint && document.imprint->place == ImprintPlace::next_even_page) {
        send_to_even_page(imprint, pages.upright);
    }
    count_pages_through(body);
}

std::string printed_xml(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return text.str();
}

// A template's own says who made the template and when.
std::string core_properties(const Document& document) {
    pugi::xml_document core;
    pugi::xml_node root = core.append_child("cp:coreProperties");
    root.append_attribute("xmlns:cp") =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    root.append_child("dc:title").text().set(without_line_breaks(document.title).c_str());
    root.append_child("dc:creator").text().set(document.signature.c_str());
    for (const char* name : {"dcterms:created", "dcterms:modified"}) {
        pugi::xml_node moment = root.append_child(name);
        moment.append_attribute("xsi:type") = "dcterms:W3CDTF";
        moment.text().set((document.date.to_string() + "T00:00:00Z").c_str());
    }
    return printed_xml(core);
}

}  // namespace

Result<std::string> write_docx(const Document& document, std::string_view template_docx) {
    if (const auto checked = check(document); !checked) {
        return tl::unexpected(checked.error());
    }
    auto opened = open_template(template_docx);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const Findings findings = findings_of(*opened);
    if (has_errors(findings)) {
        const auto first = std::find_if(findings.begin(), findings.end(), [](const Finding& found) {
            return found.severity == Severity::error;
        });
        return failure("bulletin-template-faulty", {{"first", first->value}});
    }
    Values values = values_of(document);
    if (const auto checked = check_places(document, values, places_in(opened->body())); !checked) {
        return tl::unexpected(checked.error());
    }
    write_body(*opened, document, std::move(values));
    opened->package["word/document.xml"] = printed_xml(opened->document);
    if (opened->package.contains("docProps/core.xml")) {
        opened->package["docProps/core.xml"] = core_properties(document);
    }
    return pack(opened->package);
}

Result<Findings> check_template(std::string_view template_docx) {
    const auto opened = open_template(template_docx);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return findings_of(*opened);
}

}  // namespace benniu::publication
