#include "method/format.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "method/changed_text.hpp"
#include "method/syntax_text.hpp"

namespace benniu::method {
namespace {

std::string block(const std::string& text) {
    return "```method\n" + text + "```\n";
}

std::string prose_of(const std::string& markdown) {
    std::string prose;
    for (const Article& article : cut_document(markdown, "").document.articles) {
        prose += article.prose;
    }
    return prose;
}

void expect_same_meaning(const std::string& text) {
    const std::string once = formatted(text);
    RC_ASSERT(formatted(once) == once);
    RC_ASSERT(testing::said(parse(once, "").document) == testing::said(parse(text, "").document));
    RC_ASSERT(prose_of(once) == prose_of(text));
}

TEST(Format, WritesHalfWidthSignsAndOneSpaceAroundOperators) {
    EXPECT_EQ(formatted(block("let a=（1＋2）×3÷-b\n"
                              "measure   m(x,y) = count( 招商活动 where 类别=“推介会” )\n"
                              "item c=-1 else - 2 round 2 half_up\n")),
              block("let a = (1 + 2) * 3 / -b\n"
                    "measure m(x, y) = count(招商活动 where 类别 = \"推介会\")\n"
                    "item c = -1 else -2 round 2 half_up\n"));
}

TEST(Format, KeepsProseCommentsAndTextsAsTheyAre) {
    const std::string text =
        "# 办法（试行）  \n\n```text\nlet a=1\n```\n" +
        block("# 说明（一）:  a=1\nlet a = \"第一期（试行）\" # 同上（二）\n") + "其他　。";
    EXPECT_EQ(formatted(text), text);
}

TEST(Format, KeepsOneBlankLineBetweenStatements) {
    EXPECT_EQ(formatted(block("\n\nlet a = 1\n\n\nlet b = 2\nlet c = 3\n\n")),
              block("let a = 1\n\nlet b = 2\nlet c = 3\n"));
}

TEST(Format, PutsRowsBelowEachOther) {
    EXPECT_EQ(formatted(block("table 权重 {\ncolumns 甲, 乙; 招商竞赛: 30, 5; 项目: 8, 15;\n"
                              "# 其余\n\n\nelse: 0 }\n"
                              "blend 质量 to 100 {\n契合度 60: a; 占比 40: b; else: 0 }\n"
                              "publish {\na; b; x \"甲\" = a; 名次 = rank }\n")),
              block("table 权重 {\n"
                    "    columns 甲, 乙;\n"
                    "    招商竞赛: 30,  5;\n"
                    "    项目:      8, 15;\n"
                    "    # 其余\n"
                    "\n"
                    "    else:     0\n"
                    "}\n"
                    "blend 质量 to 100 {\n"
                    "    契合度 60: a;\n"
                    "    占比   40: b;\n"
                    "    else: 0\n"
                    "}\n"
                    "publish {\n"
                    "    a; b;\n"
                    "    x    \"甲\" = a;\n"
                    "    名次      = rank\n"
                    "}\n"));
}

TEST(Format, BreaksALongFormulaAtItsLoosestOperators) {
    const std::string name = "很长很长很长很长很长很长的条件";
    EXPECT_EQ(formatted(block("define a of 招商项目 = " + name + " and " + name + " and (" + name +
                              " or " + name + " and " + name + ")\n")),
              block("define a of 招商项目 =\n"
                    "    " +
                    name +
                    "\n"
                    "    and " +
                    name +
                    "\n"
                    "    and (\n"
                    "        " +
                    name +
                    "\n"
                    "        or " +
                    name + " and " + name +
                    "\n"
                    "    )\n"));
}

TEST(Format, LeavesABlockWithMistakesAlone) {
    const std::string text = block("let a=1+\nlet b=2\n") + block("let c = 1 $\n");
    EXPECT_EQ(formatted(text), text);
    EXPECT_EQ(formatted("```method\nlet a=1\n"), "```method\nlet a=1\n");
}

TEST(Format, KeepsLineEndsOfWindows) {
    EXPECT_EQ(formatted("甲\r\n```method\r\nlet a=1\r\n```\r\n乙"),
              "甲\r\n```method\r\nlet a = 1\r\n```\r\n乙");
}

TEST(Format, LeavesTheCountysMethodsAsTheyShip) {
    for (const auto& path : testing::files_in("methods")) {
        const std::string text = testing::content_of(path);
        EXPECT_EQ(formatted(text), text) << path;
    }
}

TEST(Format, NeverChangesWhatAMethodSays) {
    for (const std::string& text : testing::texts()) {
        const std::string once = formatted(text);
        EXPECT_EQ(formatted(once), once);
        EXPECT_EQ(testing::said(parse(once, "").document), testing::said(parse(text, "").document));
        EXPECT_EQ(prose_of(once), prose_of(text));
    }
}

RC_GTEST_PROP(Format, NeverChangesWhatAChangedMethodSays, ()) {
    expect_same_meaning(testing::text_of_changed_words());
}

// As changed words seldom make a sound method: every space may become a line break, or none.
RC_GTEST_PROP(Format, NeverChangesWhatABrokenUpMethodSays, ()) {
    std::string text;
    bool in_text = false;
    for (const char letter : testing::any_text()) {
        in_text = letter == '\n' ? false : in_text != (letter == '"' || letter == '#');
        const bool breaks = letter == ' ' && !in_text && *rc::gen::inRange(0, 10) == 0;
        text += breaks ? "\n    " : std::string(1, letter);
    }
    expect_same_meaning(text);
}

}  // namespace
}  // namespace benniu::method
