#include "publication/docx.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "publication/county_template.hpp"
#include "publication/placeholder.hpp"
#include "publication/sample_bulletin.hpp"
#include "publication/template.hpp"

namespace benniu::publication {
namespace {

Document short_document() {
    return {.mark = "望海县人民政府文件",
            .title = "关于督查情况的通报",
            .body = {Paragraph{{Text{.words = "现将有关情况通报如下。"}}}},
            .signature = "望海县人民政府",
            .date = *Date::of(2021, 12, 5)};
}

// What was written, opened again.
struct Written {
    explicit Written(const Document& document, const std::string& on = county_template()) {
        auto written = write_docx(document, on);
        if (!written) {
            ADD_FAILURE() << written.error().code;
            return;
        }
        package = *unpack(*written);
        xml.load_string(package["word/document.xml"].c_str(),
                        pugi::parse_default | pugi::parse_ws_pcdata_single);
        styles.load_string(package["word/styles.xml"].c_str());
    }

    [[nodiscard]] pugi::xml_node body() const { return xml.child("w:document").child("w:body"); }

    // "style: text" of every paragraph that says something, by its style's name.
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> result;
        for (const pugi::xml_node paragraph : paragraphs_below(body())) {
            const std::string text = text_of(paragraph);
            const std::string id =
                paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
            const auto style = styles.child("w:styles")
                                   .find_child_by_attribute("w:style", "w:styleId", id.c_str());
            if (!text.empty()) {
                result.push_back(style.child("w:name").attribute("w:val").value() + (": " + text));
            }
        }
        return result;
    }

    // How many nodes an XPath finds.
    [[nodiscard]] std::size_t count(const char* path) const {
        return xml.select_nodes(path).size();
    }

    Package package;
    pugi::xml_document xml;
    pugi::xml_document styles;
};

bool has_line(const Written& written, const std::string& line) {
    const auto lines = written.lines();
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::string code_of(const Document& document, const std::string& on = county_template()) {
    const auto written = write_docx(document, on);
    return written ? "" : written.error().code;
}

TEST(Docx, IsTheSameBytesForTheSameDocument) {
    EXPECT_EQ(*write_docx(sample_bulletin(), county_template()),
              *write_docx(sample_bulletin(), county_template()));
}

TEST(Docx, KnowsNoTimeButTheDocuments) {
    const std::string bytes = *write_docx(sample_bulletin(), county_template());
    // Every local header: no compression, the hour 0 of 1 January 1980.
    std::size_t parts = 0;
    for (std::size_t at = bytes.find("PK\x03\x04"); at != std::string::npos;
         at = bytes.find("PK\x03\x04", at + 4)) {
        EXPECT_EQ(bytes.substr(at + 8, 6), std::string("\0\0\0\0\x21\0", 6));
        ++parts;
    }
    const Written written(sample_bulletin());
    EXPECT_EQ(parts, written.package.size());
    EXPECT_NE(written.package.at("docProps/core.xml").find("2021-12-05T00:00:00Z"),
              std::string::npos);
}

TEST(Docx, SetsEveryPartInItsStyle) {
    const Written written(sample_bulletin());
    for (const char* line : {"发文机关标志: 望海县督查考核服务中心文件",
                             "发文字号: 望督〔2021〕12号",
                             "主送机关: 各镇（区、街道），县各委办局，县各直属单位：",
                             "一级标题: 一、总体情况",
                             "二级标题: （一）招商引资百日竞赛",
                             "二级标题: （二）载体平台建设",
                             "三级标题: 1.工业园",
                             "四级标题: （1）存在问题",
                             "一级标题: 二、得分及位次",
                             "表题: 表1　十一月份重点工作督查考核得分及位次",
                             "表头: 位次",
                             "表格文字: 县工业园",
                             "附件说明: 附件：1.重点项目推进情况表",
                             "附件说明: 2.“奔牛奖”“蜗牛奖”评选结果",
                             "署名: 望海县督查考核服务中心",
                             "成文日期: 2021年12月5日",
                             "附注: （此件公开发布）",
                             "附件标识: 附件1",
                             "附件标题: 重点项目推进情况表",
                             "附件标识: 附件2",
                             "一级标题: 一、奔牛奖",
                             "版记: 望海县督查考核服务中心2021年12月6日印发"}) {
        EXPECT_TRUE(has_line(written, line)) << line;
    }
    EXPECT_EQ(written.count("//w:t[contains(., '{{')]"), 0U);
}

TEST(Docx, LeavesOutWhatTheDocumentDoesNotSay) {
    const Written written(short_document());
    const auto lines = written.lines();
    EXPECT_EQ(lines, (std::vector<std::string>{"发文机关标志: 望海县人民政府文件",
                                               "公文标题: 关于督查情况的通报",
                                               "公文正文: 现将有关情况通报如下。",
                                               "署名: 望海县人民政府", "成文日期: 2021年12月5日"}));
    // The row above the mark keeps its height; the imprint's table is gone.
    EXPECT_EQ(written.count("//w:tbl"), 1U);
    EXPECT_EQ(written.count("//w:tc[not(w:p)]"), 0U);
}

TEST(Docx, RepeatsATablesHeadAndSplitsNoRow) {
    const Written written(sample_bulletin());
    EXPECT_EQ(written.count("//w:tr[w:trPr/w:tblHeader]"), 2U);
    EXPECT_EQ(written.count("//w:tr[w:trPr/w:tblHeader and not(w:trPr/w:cantSplit)]"), 0U);
    EXPECT_EQ(written.count("//w:tbl[.//w:tblHeader]/w:tr[not(w:trPr/w:cantSplit)]"), 0U);
    EXPECT_EQ(written.count("//w:tbl[.//w:tblHeader]/w:tr"), 2U + 40U + 36U);
}

TEST(Docx, KeepsThePageOfTheTemplate) {
    const Written written(sample_bulletin());
    const auto page = written.body().child("w:sectPr");
    const auto margins = page.child("w:pgMar");
    EXPECT_EQ(page.child("w:pgSz").attribute("w:w").as_int(), 11906);
    EXPECT_EQ(page.child("w:pgSz").attribute("w:h").as_int(), 16838);
    EXPECT_EQ(margins.attribute("w:top").as_int(), 2098);     // 37 mm
    EXPECT_EQ(margins.attribute("w:bottom").as_int(), 1984);  // 35 mm
    EXPECT_EQ(margins.attribute("w:left").as_int(), 1587);    // 28 mm
    EXPECT_EQ(margins.attribute("w:right").as_int(), 1474);   // 26 mm
    EXPECT_EQ(page.child("w:docGrid").attribute("w:linePitch").as_int(), 579);
}

TEST(Docx, TurnsThePageForALandscapeAttachmentOnly) {
    const Written written(sample_bulletin());
    EXPECT_EQ(written.count("//w:sectPr"), 3U);
    EXPECT_EQ(written.count("//w:pPr/w:sectPr/w:pgSz[@w:orient='landscape']"), 1U);
    Document document = short_document();
    EXPECT_EQ(Written(document).count("//w:sectPr"), 1U);
    document.attachments = {{.title = "表", .orientation = Orientation::landscape}};
    const Written ends_in_landscape(document);
    EXPECT_EQ(ends_in_landscape.count("//w:sectPr"), 2U);
    EXPECT_EQ(ends_in_landscape.count("//w:body/w:sectPr/w:pgSz[@w:orient='landscape']"), 1U);
    EXPECT_TRUE(has_line(ends_in_landscape, "附件标识: 附件"));
    EXPECT_TRUE(has_line(ends_in_landscape, "附件说明: 附件：表"));
}

TEST(Docx, TurnsThePageForAWideTableInTheText) {
    Document document = short_document();
    Table table = sample_standings();
    table.orientation = Orientation::landscape;
    document.body.emplace_back(table);
    const Written written(document);
    EXPECT_EQ(written.count("//w:sectPr"), 3U);
    EXPECT_EQ(written.count("//w:body/w:sectPr/w:pgSz[@w:orient]"), 0U);
}

TEST(Docx, BreaksThePageWhereItIsTold) {
    Document document = short_document();
    document.body.emplace_back(PageBreak{});
    document.body.emplace_back(Heading{.words = "另页"});
    const Written written(document);
    EXPECT_EQ(written.count("//w:p[w:pPr/w:pageBreakBefore and .//w:t='一、另页']"), 1U);
}

TEST(Docx, PutsTheImprintOnTheNextEvenPage) {
    Document document = sample_bulletin();
    document.imprint->place = ImprintPlace::next_even_page;
    const Written written(document);
    const auto page = written.body().child("w:sectPr");
    EXPECT_STREQ(page.child("w:type").attribute("w:val").value(), "evenPage");
    EXPECT_FALSE(page.child("w:titlePg").empty());  // its page bears no number
    EXPECT_EQ(written.count("//w:sectPr"), 4U);
}

TEST(Docx, KeepsALongMarkOnOneLine) {
    Document document = short_document();
    EXPECT_EQ(Written(document).count("//w:p[w:pPr/w:pStyle/@w:val='Mark']//w:sz"), 0U);
    document.mark = "望海县重点工作督查考核领导小组办公室文件";
    // 20 letters in 442 pt: 22 pt each.
    EXPECT_EQ(Written(document).count("//w:p[w:pPr/w:pStyle/@w:val='Mark']//w:sz[@w:val='44']"),
              1U);
}

TEST(Docx, PlacesSignatureAndDateByTheSeal) {
    const auto indent = [](const Written& written, const char* style, const char* side) {
        const std::string path =
            std::string("//w:p[w:pPr/w:pStyle/@w:val='") + style + "']/w:pPr/w:ind";
        return written.xml.select_node(path.c_str()).node().attribute(side).as_int();
    };
    Document document = short_document();
    // The date, 6.5 letters, ends 4 letters from the edge: both are centred in 14.5 letters.
    const Written stamped(document);
    EXPECT_EQ(indent(stamped, "Date9704", "w:left"), 8845 - 29 * 160);
    EXPECT_EQ(indent(stamped, "Signature9704", "w:left"), 8845 - 29 * 160);
    // Without a seal the signature, 7 letters, ends 2 letters from the edge, and the date begins 2
    // letters further right, if that leaves it 2 letters from the edge too.
    document.seal = Seal::none;
    const Written plain(document);
    EXPECT_EQ(indent(plain, "Date9704", "w:right"), 2 * 320);
    EXPECT_EQ(indent(plain, "Signature9704", "w:right"), (2 + 2) * 320 + 13 * 160 - 7 * 320);
}

TEST(Docx, FillsPlaceholdersThatTheWordProcessorHasSplit) {
    const std::string split =
        changed_template("word/document.xml", "{{主送机关}}：",
                         "{</w:t></w:r><w:proofErr "
                         "w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>{主送</w:t></w:r>"
                         "<w:r><w:t>机关}</w:t></w:r><w:r><w:t xml:space=\"preserve\">} 收：");
    Document document = short_document();
    document.addressee = "各镇";
    EXPECT_TRUE(has_line(Written(document, split), "主送机关: 各镇 收："));
}

TEST(Docx, FillsTextBoxesWithinParagraphsThatGo) {
    const std::string boxed =
        changed_template("word/document.xml", "{{紧急程度}}</w:t></w:r>",
                         "{{紧急程度}}</w:t></"
                         "w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{附注}}</w:t></w:r></w:p>"
                         "</w:txbxContent></w:pict></w:r>");
    EXPECT_EQ(Written(short_document(), boxed).count("//w:txbxContent"), 0U);
    Document document = short_document();
    document.urgency = "特急";
    EXPECT_EQ(Written(document, boxed).count("//w:txbxContent/w:p"), 1U);
}

TEST(Docx, NeverReadsADocumentsWordsAsPlaceholders) {
    Document document = short_document();
    document.mark = "{{正文}}";
    document.note = "{{附件}} & <w:p>";
    const Written written(document);
    EXPECT_TRUE(has_line(written, "发文机关标志: {{正文}}"));
    EXPECT_TRUE(has_line(written, "附注: （{{附件}} & <w:p>）"));
}

TEST(Docx, IsNotLedAstrayByMeasuresBeyondReason) {
    for (const char* width : {"2147483647", "-2147483648", "1", ""}) {
        const std::string page = std::string("<w:pgSz w:w=\"") + width + "\"";
        EXPECT_EQ(code_of(sample_bulletin(),
                          changed_template("word/document.xml", "<w:pgSz w:w=\"11906\"", page)),
                  "");
        EXPECT_EQ(code_of(sample_bulletin(),
                          changed_template("word/styles.xml", "<w:sz w:val=\"24\"/>",
                                           std::string("<w:sz w:val=\"") + width + "\"/>")),
                  "");
    }
    Document document = short_document();
    document.mark = std::string(3000, 'x');
    EXPECT_EQ(code_of(document), "");
}

TEST(Docx, StartsPageNumbersOnce) {
    const std::string numbered = changed_template("word/document.xml", "<w:docGrid",
                                                  "<w:pgNumType w:start=\"1\"/><w:docGrid");
    EXPECT_EQ(Written(sample_bulletin(), numbered).count("//w:pgNumType[@w:start]"), 1U);
}

TEST(Docx, LosesNothingForWantOfAPlaceholder) {
    const std::string without = changed_template("word/document.xml", "{{主送机关}}", "各镇");
    EXPECT_EQ(code_of(short_document(), without), "");
    const auto written = write_docx(sample_bulletin(), without);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "bulletin-part-without-place");
    EXPECT_EQ(written.error().words.at(0).second, "{{主送机关}}");
}

TEST(Docx, RefusesATemplateWithErrors) {
    const auto written =
        write_docx(short_document(), changed_template("word/document.xml", "{{正文}}", "{{证文}}"));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "bulletin-template-faulty");
    EXPECT_EQ(written.error().words.at(0).second, "{{证文}}");
    EXPECT_EQ(code_of(short_document(), "no template"), "bulletin-template-not-docx");
}

TEST(Docx, RefusesWhatCannotBePrinted) {
    Document document = short_document();
    document.title = " ";
    EXPECT_EQ(code_of(document), "bulletin-title-missing");
    document = short_document();
    document.body = {Paragraph{{Text{.words = "竖排\v制表"}}}};
    EXPECT_EQ(code_of(document), "bulletin-letter-unprintable");
    document.body = {Heading{.words = "\xEF\xBF\xBF"}};
    EXPECT_EQ(code_of(document), "bulletin-letter-unprintable");
    document.body = {Heading{.words = "\xb5\xc8"}};
    EXPECT_EQ(code_of(document), "bulletin-text-not-utf8");
}

TEST(Docx, RefusesDocumentsBeyondTheLimits) {
    const auto body_of = [](std::vector<Block> blocks) {
        Document document = short_document();
        document.body = std::move(blocks);
        return document;
    };
    Table table{.columns = {{.title = "列"}}};
    table.rows.assign(limits::bulletin_table_rows + 1, {""});
    EXPECT_EQ(code_of(body_of({table})), "bulletin-too-many-rows");
    table.rows.clear();
    table.columns.assign(limits::bulletin_table_columns + 1, {.title = "列"});
    EXPECT_EQ(code_of(body_of({table})), "bulletin-too-many-columns");
    EXPECT_EQ(code_of(body_of({std::vector<Block>(limits::bulletin_blocks + 1, PageBreak{})})),
              "bulletin-too-many-blocks");
    EXPECT_EQ(code_of(body_of({std::vector<Block>(100, Heading{.words = "题"})})),
              "bulletin-too-many-headings");
    EXPECT_EQ(code_of(body_of(
                  {Paragraph{{Text{.words = std::string(limits::bulletin_text_bytes + 1, 'x')}}}})),
              "bulletin-too-long");
    Document document = short_document();
    document.title = std::string(limits::bulletin_title_letters + 1, 'x');
    EXPECT_EQ(code_of(document), "bulletin-title-too-long");
    document = short_document();
    document.attachments.assign(limits::bulletin_attachments + 1, {.title = "件"});
    EXPECT_EQ(code_of(document), "bulletin-too-many-attachments");
}

TEST(Docx, HoldsTheComposerToItsTables) {
    Document document = short_document();
    document.body = {Table{.columns = {{.title = "甲"}, {.title = "乙"}}, .rows = {{"一格"}}}};
    EXPECT_THROW((void)write_docx(document, county_template()), Bug);
}

}  // namespace
}  // namespace benniu::publication
