#include "publication/filling.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "publication/placeholder.hpp"
#include "publication/template.hpp"

namespace benniu::publication {

namespace {

bool asks_for_landscape(const Document& document) {
    const auto is_landscape = [](const Block& block) {
        const auto* table = std::get_if<Table>(&block);
        return table != nullptr && table->orientation == Orientation::landscape;
    };
    return std::any_of(document.body.begin(), document.body.end(), is_landscape) ||
           std::any_of(document.attachments.begin(), document.attachments.end(),
                       [&](const Attachment& attachment) {
                           return attachment.orientation == Orientation::landscape ||
                                  std::any_of(attachment.blocks.begin(), attachment.blocks.end(),
                                              is_landscape);
                       });
}

void remove_paragraph(pugi::xml_node paragraph) {
    if (!paragraph.child("w:pPr").child("w:sectPr").empty()) {
        while (paragraph.remove_child("w:r")) {
        }
        return;
    }
    pugi::xml_node holder = paragraph.parent();
    holder.remove_child(paragraph);
    if (std::string_view(holder.name()) == "w:body" || holder.child("w:p") ||
        holder.child("w:tbl")) {
        return;
    }
    pugi::xml_node row = holder.parent();
    if (std::string_view(holder.name()) != "w:tc" || !paragraphs_below(row).empty()) {
        holder.append_child("w:p");  // a cell or a text box is never without a paragraph
        return;
    }
    pugi::xml_node table = row.parent();
    table.remove_child(row);
    if (!table.child("w:tr")) {
        table.parent().remove_child(table);
    }
}

}  // namespace

Places places_in(pugi::xml_node body) {
    Places places;
    for (const pugi::xml_node paragraph : paragraphs_below(body)) {
        for (const std::string& name : placeholders_in(text_of(paragraph))) {
            places[name].push_back(paragraph);
        }
    }
    return places;
}

pugi::xml_node first_place(const Places& places, std::string_view name) {
    const auto found = places.find(std::string(name));
    return found == places.end() ? pugi::xml_node() : found->second.front();
}

Values values_of(const Document& document) {
    const auto key = [](std::string_view name) { return std::string(name); };
    Values values = {
        {key(placeholder::copy_number), document.copy_number},
        {key(placeholder::urgency), document.urgency},
        {key(placeholder::mark), document.mark},
        {key(placeholder::number), document.number ? printed(*document.number) : ""},
        {key(placeholder::title), document.title},
        {key(placeholder::addressee), document.addressee},
        {key(placeholder::signature), document.signature},
        {key(placeholder::date), printed(document.date)},
        {key(placeholder::note), document.note},
        {key(placeholder::copies_to), ""},
        {key(placeholder::imprint_office), ""},
        {key(placeholder::imprint_date), ""},
    };
    if (document.imprint) {
        values[key(placeholder::copies_to)] = document.imprint->copies_to;
        values[key(placeholder::imprint_office)] = document.imprint->office;
        values[key(placeholder::imprint_date)] = printed(document.imprint->issued);
    }
    return values;
}

Result<void> check_places(const Document& document, const Values& values, const Places& places) {
    std::vector<std::string> needed;
    for (const auto& [name, words] : values) {
        if (!words.empty()) {
            needed.push_back(name);
        }
    }
    if (!document.attachments.empty()) {
        needed.emplace_back(placeholder::attachments);
    }
    if (asks_for_landscape(document)) {
        needed.emplace_back(placeholder::landscape);
    }
    for (const std::string& name : needed) {
        if (!places.contains(name)) {
            return failure("bulletin-part-without-place", {{"placeholder", "{{" + name + "}}"}});
        }
    }
    return {};
}

void fill_words(pugi::xml_node body, const Values& values) {
    auto paragraphs = paragraphs_below(body);
    // Text boxes before the paragraphs that hold them, for those may go.
    std::reverse(paragraphs.begin(), paragraphs.end());
    for (const pugi::xml_node paragraph : paragraphs) {
        const auto names = placeholders_in(text_of(paragraph));
        const auto is_silent = [&](const std::string& name) {
            const auto value = values.find(name);
            return value != values.end() && value->second.empty();
        };
        if (!names.empty() && std::all_of(names.begin(), names.end(), is_silent)) {
            remove_paragraph(paragraph);
        } else if (!names.empty()) {
            fill(paragraph, values);
        }
    }
}

}  // namespace benniu::publication
