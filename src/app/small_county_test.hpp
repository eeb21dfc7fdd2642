// A county of two units and one method in memory, for the tests of app.
#pragma once

#include <gtest/gtest.h>

#include "app/close_period.hpp"

namespace benniu::app::testing {

inline PackFiles small_pack() {
    return {{"ledgers/单位.yaml", R"(ledger: 单位
english: Units
lists_units: {group: 组}
key: [名称]
label: 名称
fields:
  - {name: 名称, english: Name, type: text, when_blank: required}
  - {name: 组, english: Group, type: choice, choices: [甲组], when_blank: required}
)"},
            {"ledgers/得分.yaml", R"(ledger: 得分
english: Points
key: [事项]
label: 事项
entry_date: 日期
fields:
  - {name: 事项, english: Item, type: text, when_blank: required}
  - {name: 单位名, english: Unit, type: unit, when_blank: required}
  - {name: 日期, english: Date, type: date}
  - {name: 分, english: Points, type: number}
)"},
            {"methods/monthly.md", R"(# 办法

**第一条**

```method
method monthly
units 单位 grouped by 组 in 甲组
period 2021-11 2021-11-01 .. 2021-11-30 freeze 2021-12-04
item F = sum(分 over 得分 where 单位名 = unit) round 0 half_up
rank by F ties share
publish { F = F; rank = rank }
```
)"}};
}

class SmallCounty : public ::testing::Test {
  protected:
    SmallCounty() {
        EXPECT_FALSE(has_errors(pack_.findings));
        record({ledger::CountyFounded{"小县", "small"}, unit("东镇"), unit("西镇")});
        record({points("a", "东镇", 3), points("b", "西镇", 5)});
    }

    static ledger::Deed unit(const std::string& name) {
        return ledger::EntryRecorded{
            "单位", name, {{"名称", name}, {"组", std::string("甲组")}}, {}};
    }

    static ledger::Deed points(const std::string& key, const std::string& name, int points,
                               const std::string& day = "2021-11-10") {
        return ledger::EntryRecorded{"得分",
                                     key,
                                     {{"事项", key},
                                      {"单位名", model::UnitId{name}},
                                      {"日期", *Date::parse(day)},
                                      {"分", Decimal::of(points, 0)}},
                                     {}};
    }

    void record(std::vector<ledger::Deed> deeds) {
        ASSERT_TRUE(log_.append({"", "县督查办", {}, std::move(deeds)}));
    }

    void close() {
        auto closing = close_period(books_, keep_, "2021-11");
        ASSERT_TRUE(closing);
        record(std::move(closing->deeds));
    }

    // The pack with another text in place of one, as a clerk leaves it.
    static Pack with(const std::string& path, const std::string& from, const std::string& to) {
        PackFiles files = small_pack();
        std::string& text = files.at(path);
        text.replace(text.find(from), from.size(), to);
        return read_pack(std::move(files));
    }

    // "1 西镇 5; 2 东镇 3", or the error's code.
    static std::string table(Books& books, const Ask& ask = {"monthly", "2021-11", {}, {}, {}}) {
        const auto answer = books.answer(ask);
        if (!answer) {
            return answer.error().code;
        }
        std::string text;
        for (const standings::Row& row : answer->standings.rows) {
            text += (text.empty() ? "" : "; ") + std::to_string(row.rank) + " " + row.name + " " +
                    row.cells[0].shown;
        }
        return text;
    }

    ledger::MemoryLog log_;
    ledger::MemoryKeep keep_;
    Pack pack_ = read_pack(small_pack());
    Books books_{log_, pack_, keep_};
};

}  // namespace benniu::app::testing
