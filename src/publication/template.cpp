#include "publication/template.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "publication/placeholder.hpp"

namespace benniu::publication {

namespace {

constexpr std::array all_styles = {style::text,
                                   style::heading_one,
                                   style::heading_two,
                                   style::heading_three,
                                   style::heading_four,
                                   style::table_title,
                                   style::table_head,
                                   style::table_text,
                                   style::attachment_label,
                                   style::attachment_title};

// What a document cannot do without comes first.
constexpr std::array required_placeholders = {placeholder::title, placeholder::body};
constexpr std::array expected_placeholders = {
    placeholder::mark,           placeholder::number,
    placeholder::addressee,      placeholder::signature,
    placeholder::date,           placeholder::attachments,
    placeholder::copies_to,      placeholder::attachment_list,
    placeholder::imprint_office, placeholder::note,
    placeholder::imprint_date,   placeholder::copy_number,
    placeholder::urgency,        placeholder::landscape};

// They give way to blocks, so they stand alone in a paragraph that is not in a table.
constexpr std::array block_placeholders = {placeholder::body, placeholder::attachments,
                                           placeholder::attachment_list, placeholder::landscape};

struct DepthLimit : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node&) override {
        return depth() < static_cast<int>(limits::xml_depth);
    }
};

Result<pugi::xml_document> parse_part(const Package& package, const std::string& name) {
    const auto part = package.find(name);
    if (part == package.end()) {
        return failure("bulletin-template-part", {{"part", name}});
    }
    // A w:t may hold nothing but a space; elsewhere space between elements means nothing.
    constexpr unsigned int options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    pugi::xml_document document;
    const auto parsed = document.load_buffer(part->second.data(), part->second.size(), options);
    DepthLimit depth;
    if (!parsed || !document.traverse(depth)) {
        return failure("bulletin-template-part", {{"part", name}});
    }
    return document;
}

template <typename Range>
bool contains(const Range& range, std::string_view word) {
    return std::find(range.begin(), range.end(), word) != range.end();
}

Finding finding(std::string code, Severity severity, const std::string& value, Words words) {
    return {.code = std::move(code),
            .severity = severity,
            .place = {},
            .value = shortened(value, limits::shown_value_bytes),
            .words = std::move(words)};
}

std::string in_braces(std::string_view name) {
    return "{{" + std::string(name) + "}}";
}

Finding unknown_placeholder(const std::string& name) {
    std::vector<std::string> known(required_placeholders.begin(), required_placeholders.end());
    known.insert(known.end(), expected_placeholders.begin(), expected_placeholders.end());
    std::string suggestion = nearest(name, known);
    if (suggestion.empty()) {
        for (const std::string& word : known) {
            suggestion += (suggestion.empty() ? "" : "、") + word;
        }
    }
    return finding("bulletin-placeholder-unknown", Severity::error, in_braces(name),
                   {{"placeholder", in_braces(name)}, {"nearest", suggestion}});
}

bool is_alone(pugi::xml_node paragraph, std::string_view text, const std::string& name) {
    return without_spaces(text) == in_braces(name) &&
           std::string_view(paragraph.parent().name()) == "w:body";
}

// The landscape page is the last section, and its placeholder is alone there: behind it comes only
// the body's own page, and before it ends the section with the upright page.
bool is_last_section(pugi::xml_node paragraph) {
    const auto ends_section = [](pugi::xml_node node) {
        return !node.child("w:pPr").child("w:sectPr").empty();
    };
    const auto is_silent = [](pugi::xml_node node) {
        return std::string_view(node.name()) != "w:tbl" && text_of(node).empty();
    };
    pugi::xml_node before = paragraph.previous_sibling();
    while (before && !ends_section(before) && is_silent(before)) {
        before = before.previous_sibling();
    }
    bool last = ends_section(before) && !ends_section(paragraph);
    for (auto node = paragraph.next_sibling(); node; node = node.next_sibling()) {
        last = last && !ends_section(node) && is_silent(node);
    }
    return last;
}

void check_missing(const std::multiset<std::string>& seen, Findings& findings) {
    const auto report_missing = [&](std::string_view name, Severity severity) {
        if (!seen.contains(std::string(name))) {
            findings.push_back(finding("bulletin-placeholder-missing", severity, in_braces(name),
                                       {{"placeholder", in_braces(name)}}));
        }
    };
    for (const std::string_view name : required_placeholders) {
        report_missing(name, Severity::error);
    }
    for (const std::string_view name : expected_placeholders) {
        report_missing(name, Severity::warning);
    }
}

void check_placeholders(const Template& opened, Findings& findings) {
    std::multiset<std::string> seen;
    for (const pugi::xml_node paragraph : paragraphs_below(opened.body())) {
        const std::string text = text_of(paragraph);
        for (const std::string& name : placeholders_in(text)) {
            seen.insert(name);
            const bool is_block = contains(block_placeholders, name);
            if (!contains(required_placeholders, name) && !contains(expected_placeholders, name)) {
                findings.push_back(unknown_placeholder(name));
            } else if (is_block && (!is_alone(paragraph, text, name) || seen.count(name) > 1)) {
                findings.push_back(finding("bulletin-placeholder-alone", Severity::error, text,
                                           {{"placeholder", in_braces(name)}}));
            } else if (name == placeholder::landscape && !is_last_section(paragraph)) {
                findings.push_back(
                    finding("bulletin-landscape-section", Severity::error, text, {}));
            }
        }
    }
    check_missing(seen, findings);
}

}  // namespace

int half_points_in(pugi::xml_node run_properties) {
    constexpr int largest = 3276;
    const int size = run_properties.child("w:sz").attribute("w:val").as_int();
    return size > 0 && size <= largest ? size : 0;
}

StyleSheet::StyleSheet(const pugi::xml_document& styles) {
    const pugi::xml_node root = styles.child("w:styles");
    const pugi::xml_node defaults = root.child("w:docDefaults").child("w:rPrDefault");
    if (const int size = half_points_in(defaults.child("w:rPr")); size > 0) {
        default_half_points_ = size;
    }
    for (const pugi::xml_node style : root.children("w:style")) {
        if (std::string_view(style.attribute("w:type").value()) != "paragraph") {
            continue;
        }
        const std::string id = style.attribute("w:styleId").value();
        ids_.emplace(style.child("w:name").attribute("w:val").value(), id);
        styles_[id] = {.based_on = style.child("w:basedOn").attribute("w:val").value(),
                       .half_points = half_points_in(style.child("w:rPr"))};
    }
}

std::string StyleSheet::id_of(std::string_view name) const {
    const auto found = ids_.find(name);
    return found == ids_.end() ? std::string() : found->second;
}

int StyleSheet::half_points(const std::string& id) const {
    std::string next = id;
    // A style that is based on itself ends here too.
    for (std::size_t steps = 0; steps <= styles_.size(); ++steps) {
        const auto found = styles_.find(next);
        if (found == styles_.end()) {
            break;
        }
        if (found->second.half_points > 0) {
            return found->second.half_points;
        }
        next = found->second.based_on;
    }
    return default_half_points_;
}

pugi::xml_node Template::body() const {
    return document.child("w:document").child("w:body");
}

Result<Template> open_template(std::string_view template_docx) {
    auto package = unpack(template_docx);
    if (!package) {
        return tl::unexpected(package.error());
    }
    auto document = parse_part(*package, "word/document.xml");
    if (!document) {
        return tl::unexpected(document.error());
    }
    const auto styles = parse_part(*package, "word/styles.xml");
    if (!styles) {
        return tl::unexpected(styles.error());
    }
    Template opened{*std::move(package), *std::move(document), StyleSheet(*styles)};
    if (opened.body().child("w:sectPr").empty()) {
        return failure("bulletin-template-part", {{"part", "word/document.xml"}});
    }
    return opened;
}

Findings findings_of(const Template& opened) {
    Findings findings;
    check_placeholders(opened, findings);
    for (const std::string_view name : all_styles) {
        if (opened.styles.id_of(name).empty()) {
            findings.push_back(finding("bulletin-style-missing", Severity::error, std::string(name),
                                       {{"style", std::string(name)}}));
        }
    }
    return findings;
}

}  // namespace benniu::publication
