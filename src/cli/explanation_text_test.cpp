// What a clerk reads, line by line, of a small county's scores.
#include "cli/explanation_text.hpp"

#include "app/desk.hpp"
#include "app/small_county_test.hpp"

namespace benniu::cli {
namespace {

constexpr std::string_view method_text = R"(# 办法

**第一条**

```method
method monthly
units 单位 grouped by 组 in 甲组
period 2021-11 2021-11-01 .. 2021-11-30 freeze 2021-12-04
```

**第二条**

```method
define 本月 of 得分 = 日期 in period.first .. period.last
table 档 { >= 4: 2; else: 1 }
measure 原始 = sum(分 * 档[分] over 得分 where 单位名 = unit and 本月)
item F "总分" = min(20, 原始 / 3) round 2 half_up
```

**第三条**

```method
veto when any(得分 where 单位名 = unit and 事项 = "否")
rank by not vetoed, F ties share
publish { F = F; veto "否决" = vetoed; rank "名次" = rank; prize "奖" = awards(红旗) }
```

**第四条**

```method
award 红旗 honour take 1 from top by not vetoed, F ties join when F >= 1 and not vetoed
```
)";

class Explanations : public app::testing::SmallCounty {
  protected:
    Explanations() {
        app::PackFiles files = app::testing::small_pack();
        files["methods/monthly.md"] = method_text;
        pack_ = app::read_pack(std::move(files));
        EXPECT_FALSE(has_errors(pack_.findings));
        record({unit("南镇")});
        record({points("c", "东镇", 4), points("d", "东镇", 9, "2021-12-01"),
                points("否", "南镇", 30)});
    }

    std::string told(Language language, const std::string& unit, const std::string& item) {
        const auto answer = books_.answer({"monthly", "2021-11", {}, {}, {}});
        const auto explained = app::explained_unit(*answer, unit, item);
        if (!explained) {
            return explained.error().code;
        }
        const Sentences sentences(language);
        ExplanationText text(sentences);
        std::string all;
        for (const score::ColumnLine& column : explained->lines) {
            for (const std::string& line : text.of(column, "")) {
                all += line + "\n";
            }
        }
        return all;
    }
};

TEST_F(Explanations, TellAScoreDownToItsFactsAndTheConditionThatDecided) {
    EXPECT_EQ(told(Language::chinese, "东镇", "F"), R"(总分 F：3.67〔第二条〕
  = 取小(20, 原始 ÷ 3)
  = 取小(20, 11 ÷ 3)
  = 3.6666…，四舍五入保留 2 位小数得 3.67
  第二条 原始 = 11
    = 合计 分 × 档[分]，取自“得分”，须：单位名 = 本单位 且 本月
    ＋ a：3 × 1 = 3
        其中 档[分] 1（3，“其余”一行）
    ＋ c：4 × 2 = 8
        其中 档[分] 2（4，“≥ 4”一行）
    = 3 + 8 = 11
    以上各条同为：单位名 东镇，日期 2021-11-10
    － 1 条未计，不满足“日期 在 期初 .. 期末”（第二条），期初 2021-11-01，期末 2021-11-30：
        日期 2021-12-01：d
)");
}

TEST_F(Explanations, TellTheSameInEnglish) {
    EXPECT_EQ(told(Language::english, "东镇", "总分"), R"(总分 F: 3.67 [第二条]
  = min(20, 原始 ÷ 3)
  = min(20, 11 ÷ 3)
  = 3.6666…, rounded to 2 places (halves away from zero): 3.67
  第二条 原始 = 11
    = sum of 分 × 档[分], from “得分”, where 单位名 = unit and 本月
    + a: 3 × 1 = 3
        with 档[分] 1 (3, row “else”)
    + c: 4 × 2 = 8
        with 档[分] 2 (4, row “≥ 4”)
    = 3 + 8 = 11
    all of these have 单位名 东镇, 日期 2021-11-10
    - 1 not counted, “日期 in period.first .. period.last” does not hold (第二条), period.first 2021-11-01, period.last 2021-11-30:
        日期 2021-12-01: d
)");
}

TEST_F(Explanations, TellARankByTheKeyThatDecided) {
    EXPECT_EQ(told(Language::chinese, "西镇", "rank"), R"(名次：2〔第三条〕
  组内依次比较 未被一票否决，F，大者在前：
     第 1 位 东镇  是  3.67
  → 第 2 位 西镇  是  3.33
     第 3 位 南镇  否  20
  在 东镇 之后：F 本单位 3.33，对方 3.67
  在 南镇 之前：未被一票否决 本单位 是，对方 否
)");
}

TEST_F(Explanations, TellUnitsThatShareARank) {
    record({points("e", "西镇", 1), points("f", "东镇", 0), points("g", "西镇", 0)});
    EXPECT_EQ(told(Language::chinese, "西镇", "rank"), R"(名次：1〔第三条〕
  组内依次比较 未被一票否决，F，大者在前：
     第 1 位 东镇  是  3.67
  → 第 1 位 西镇  是  3.67
     第 3 位 南镇  否  20
  在 南镇 之前：未被一票否决 本单位 是，对方 否
  与 东镇 完全相同，名次相同
)");
}

TEST_F(Explanations, TellAVetoAndWhatItDecides) {
    EXPECT_EQ(told(Language::chinese, "南镇", "否决"), R"(否决：是〔第三条〕
  = 有无，取自“得分”，须：单位名 = 本单位 且 事项 = 否
  ＋ 否 单位名 南镇，事项 否
  被否决的，名次在后：先比“未被一票否决”（第三条）
  被否决的，不得红旗：须“F ≥ 1 且 未被一票否决”（第四条）
)");
}

TEST_F(Explanations, TellAnAwardByItsCutAndEachCondition) {
    EXPECT_EQ(told(Language::chinese, "南镇", "红旗"), R"(红旗：未列入〔第四条〕
  组内依次比较 未被一票否决，F，大者在前：
     第 1 位 东镇  是  3.67
     第 2 位 西镇  是  3.33
  → 第 3 位 南镇  否  20
  在 西镇 之后：未被一票否决 本单位 否，对方 是
  名额 1，本单位第 3 位，在名额外，不授
  ✓ F ≥ 1：20 ≥ 1
  ✗ 未被一票否决：被一票否决 是，不满足
)");
}

TEST_F(Explanations, KnowMeasuresAndNothingElse) {
    EXPECT_TRUE(told(Language::chinese, "东镇", "原始").starts_with("原始：11〔第二条〕"));
    EXPECT_EQ(told(Language::chinese, "东镇", "无此项"), "no-such-column");
    EXPECT_EQ(told(Language::chinese, "北镇", "F"), "no-such-unit");
}

}  // namespace
}  // namespace benniu::cli
