#include "publication/template.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/limits.hpp"
#include "publication/county_template.hpp"
#include "publication/docx.hpp"
#include "publication/sample_bulletin.hpp"

namespace benniu::publication {
namespace {

std::string code_of(const std::string& bytes) {
    const auto checked = check_template(bytes);
    return checked ? "" : checked.error().code;
}

// The findings of the county's template after one change, as "code value".
std::string findings_after(const std::string& part, const std::string& old_words,
                           const std::string& new_words) {
    const auto checked = check_template(changed_template(part, old_words, new_words));
    if (!checked) {
        return checked.error().code;
    }
    std::string lines;
    for (const Finding& finding : *checked) {
        lines += finding.code + " " + finding.value + "\n";
    }
    return lines;
}

TEST(Template, IsWhatItsToolMakes) {
    const std::string command =
        "python3 '" BENNIU_SOURCE_DIR "/tools/make_bulletin_template.py' --check";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Template, OfTheCountyHasNoFindings) {
    const auto checked = check_template(county_template());
    ASSERT_TRUE(checked) << checked.error().code;
    EXPECT_TRUE(checked->empty());
}

TEST(Template, IsRefusedWhenItIsNoDocx) {
    EXPECT_EQ(code_of(""), "bulletin-template-not-docx");
    EXPECT_EQ(code_of("not a zip file"), "bulletin-template-not-docx");
    std::string damaged = county_template();
    const std::size_t at = damaged.find("发文机关标志");
    damaged[at] = 'x';
    EXPECT_EQ(code_of(damaged), "bulletin-template-not-docx");
    EXPECT_EQ(code_of(county_template().substr(0, 9'000)), "bulletin-template-not-docx");
}

TEST(Template, IsRefusedWhenAPartIsMissingOrBroken) {
    Package package = *unpack(county_template());
    package.erase("word/styles.xml");
    EXPECT_EQ(code_of(pack(package)), "bulletin-template-part");
    package = *unpack(county_template());
    package["word/document.xml"] = "<w:document><w:body>";
    EXPECT_EQ(code_of(pack(package)), "bulletin-template-part");
    package["word/document.xml"] = "<w:document><w:body/></w:document>";
    EXPECT_EQ(code_of(pack(package)), "bulletin-template-part");
}

TEST(Template, IsRefusedWhenItIsNestedTooDeeply) {
    std::string deep = "<w:document>";
    std::string end = "</w:document>";
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
        end.insert(0, "</a>");
    }
    Package package = *unpack(county_template());
    package["word/document.xml"] = deep + end;
    EXPECT_EQ(code_of(pack(package)), "bulletin-template-part");
}

TEST(Template, IsRefusedBeyondItsLimits) {
    EXPECT_EQ(code_of(std::string(limits::bulletin_template_bytes + 1, 'x')),
              "bulletin-template-too-large");
    Package package;
    for (int i = 0; i <= limits::bulletin_template_parts; ++i) {
        package[std::to_string(i)] = "";
    }
    EXPECT_EQ(code_of(pack(package)), "bulletin-template-too-many-parts");
}

// A stored part that calls itself larger than the whole package may be: a zip bomb's front.
TEST(Template, IsRefusedWhenItUnpacksToTooMuch) {
    std::string bytes = pack({{"a", "b"}});
    const std::size_t directory = bytes.find("PK\x01\x02");
    bytes.replace(directory + 24, 4, std::string("\xff\xff\xff\x7f"));
    EXPECT_EQ(code_of(bytes), "bulletin-template-too-large");
}

TEST(Template, NamesAnUnknownPlaceholder) {
    const auto checked =
        check_template(changed_template("word/document.xml", "{{附注}}", "{{附 注}}"));
    ASSERT_TRUE(checked);
    ASSERT_EQ(checked->size(), 2U);
    EXPECT_EQ(checked->front().code, "bulletin-placeholder-unknown");
    EXPECT_EQ(checked->front().words.at(0).second, "{{附 注}}");
    EXPECT_EQ(checked->back().code, "bulletin-placeholder-missing");
    EXPECT_EQ(checked->back().severity, Severity::warning);
}

TEST(Template, CannotDoWithoutTitleAndText) {
    EXPECT_EQ(findings_after("word/document.xml", "{{标题}}", "标题"),
              "bulletin-placeholder-missing {{标题}}\n");
    EXPECT_EQ(findings_after("word/document.xml", "{{正文}}", ""),
              "bulletin-placeholder-missing {{正文}}\n");
}

TEST(Template, KeepsPlaceholdersOfBlocksAlone) {
    EXPECT_EQ(findings_after("word/document.xml", "{{正文}}", "如下：{{正文}}"),
              "bulletin-placeholder-alone 如下：{{正文}}\n");
    EXPECT_EQ(findings_after("word/document.xml", "{{份号}}", "{{正文}}"),
              "bulletin-placeholder-alone {{正文}}\n"
              "bulletin-placeholder-alone {{正文}}\n"
              "bulletin-placeholder-missing {{份号}}\n");
}

TEST(Template, HasItsLandscapePageLast) {
    EXPECT_TRUE(findings_after("word/document.xml", "{{附件}}", "{{横页}}")
                    .starts_with("bulletin-landscape-section {{横页}}\n"));
    // Other words in the last section would be lost.
    EXPECT_EQ(findings_after("word/document.xml", "{{横页}}</w:t></w:r></w:p>",
                             "{{横页}}</w:t></w:r></w:p><w:p><w:r><w:t>附注</w:t></w:r></w:p>"),
              "bulletin-landscape-section {{横页}}\n");
}

TEST(Template, NamesAMissingStyle) {
    EXPECT_EQ(findings_after("word/styles.xml", "\"表格文字\"", "\"表文\""),
              "bulletin-style-missing 表格文字\n");
}

RC_GTEST_PROP(Template, IsReadOrRefusedWhateverItsBytes,
              (std::uint32_t at, std::uint8_t byte, std::uint16_t cut)) {
    std::string bytes = county_template();
    bytes[at % bytes.size()] = static_cast<char>(byte);
    bytes.resize(bytes.size() - (cut % 4 == 0 ? cut % bytes.size() : 0));
    const auto checked = check_template(bytes);
    RC_ASSERT(checked || checked.error().code.starts_with("bulletin-template-"));
}

// The same for the text itself, which the checksum above would protect.
RC_GTEST_PROP(Template, IsReadOrRefusedWhateverItsText, (std::uint32_t at, std::uint8_t byte)) {
    Package package = *unpack(county_template());
    std::string& text = package.at("word/document.xml");
    text[at % text.size()] = static_cast<char>(byte);
    const auto written = write_docx(sample_bulletin(), pack(package));
    RC_ASSERT(written || written.error().code.starts_with("bulletin-"));
}

TEST(StyleSheet, InheritsTheSizeOfLetters) {
    const auto opened = open_template(county_template());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->styles.half_points(opened->styles.id_of("公文标题")), 44);
    EXPECT_EQ(opened->styles.half_points("Normal"), 32);
    EXPECT_EQ(opened->styles.id_of("没有的样式"), "");
}

}  // namespace
}  // namespace benniu::publication
