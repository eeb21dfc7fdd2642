// The county's bulletin template: a .docx whose styles, page geometry, footers and fixed words make
// the looks, and whose placeholders say where a document's parts go. docx.cpp opens, checks and
// fills it.
//
// Invariants: what open_template returns is well-formed, within limits.hpp, and has a body with a
// page; whether it has every placeholder and style is for findings_of to say.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/finding.hpp"
#include "base/result.hpp"
#include "publication/package.hpp"

namespace benniu::publication {

// The styles that the writer gives to paragraphs of its own, by the names an author sees.
namespace style {
inline constexpr std::string_view text = "公文正文";
inline constexpr std::string_view heading_one = "一级标题";
inline constexpr std::string_view heading_two = "二级标题";
inline constexpr std::string_view heading_three = "三级标题";
inline constexpr std::string_view heading_four = "四级标题";
inline constexpr std::string_view table_title = "表题";
inline constexpr std::string_view table_head = "表头";
inline constexpr std::string_view table_text = "表格文字";
inline constexpr std::string_view attachment_label = "附件标识";
inline constexpr std::string_view attachment_title = "附件标题";
}  // namespace style

namespace placeholder {
inline constexpr std::string_view copy_number = "份号";
inline constexpr std::string_view urgency = "紧急程度";
inline constexpr std::string_view mark = "发文机关标志";
inline constexpr std::string_view number = "发文字号";
inline constexpr std::string_view title = "标题";
inline constexpr std::string_view addressee = "主送机关";
inline constexpr std::string_view body = "正文";
inline constexpr std::string_view attachment_list = "附件说明";
inline constexpr std::string_view signature = "署名";
inline constexpr std::string_view date = "成文日期";
inline constexpr std::string_view note = "附注";
inline constexpr std::string_view attachments = "附件";
inline constexpr std::string_view copies_to = "抄送";
inline constexpr std::string_view imprint_office = "印发机关";
inline constexpr std::string_view imprint_date = "印发日期";
// Alone in the last section, whose page is the model of landscape pages.
inline constexpr std::string_view landscape = "横页";
}  // namespace placeholder

// The w:sz of a w:rPr in half-points, or 0 where it says none that a word processor would take.
[[nodiscard]] int half_points_in(pugi::xml_node run_properties);

// What word/styles.xml says of paragraph styles.
class StyleSheet {
  public:
    explicit StyleSheet(const pugi::xml_document& styles);

    // The style's identifier, or "" when the template has no style of that name.
    [[nodiscard]] std::string id_of(std::string_view name) const;
    // The size of a style's letters in half-points, inherited where the style does not say.
    [[nodiscard]] int half_points(const std::string& id) const;

  private:
    struct Style {
        std::string based_on;
        int half_points = 0;  // 0: inherited
    };
    std::map<std::string, std::string, std::less<>> ids_;  // by name
    std::map<std::string, Style> styles_;                  // by id
    int default_half_points_ = 20;                         // what Word takes when nobody says
};

struct Template {
    Package package;
    pugi::xml_document document;
    StyleSheet styles;

    [[nodiscard]] pugi::xml_node body() const;
};

// Errors: those of unpack, bulletin-template-part.
[[nodiscard]] Result<Template> open_template(std::string_view template_docx);

// Everything that is wrong with a template's placeholders and styles. A warning is a part of a
// document that this template cannot show.
[[nodiscard]] Findings findings_of(const Template& opened);

}  // namespace benniu::publication
