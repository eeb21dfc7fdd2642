#include "model/units.hpp"

#include <gtest/gtest.h>

namespace benniu::model {
namespace {

// "滨海 2019-03-01 2021-06-30" of each name after the registered one; "-" where the span is open.
std::string names_in(const std::string& other_names) {
    LedgerDefinition definition;
    definition.key = {"名称"};
    definition.unit_group = "组";
    definition.unit_other_names = "简称";
    for (const char* name : {"名称", "组", "简称"}) {
        definition.fields.push_back({.name = name, .name_en = ""});
    }
    const std::vector<Value> fields = {std::string("海口镇"), std::string("甲组"), other_names};
    const Unit unit = listed_unit(definition, fields);
    std::string told;
    for (std::size_t i = 1; i < unit.names.size(); ++i) {
        const UnitName& name = unit.names[i];
        told += (told.empty() ? "" : "; ") + name.name + " " +
                (name.from ? name.from->to_string() : "-") + " " +
                (name.until ? name.until->to_string() : "-");
    }
    return told;
}

TEST(Units, HaveNamesForSpansOfDays) {
    EXPECT_EQ(names_in("滨海、海口"), "滨海 - -; 海口 - -");
    EXPECT_EQ(names_in("滨海（自2019-03-01至2021-06-30）"), "滨海 2019-03-01 2021-06-30");
    EXPECT_EQ(names_in("滨海(自2019-03-01)、海口 (至2021-06-30)"),
              "滨海 2019-03-01 -; 海口 - 2021-06-30");
}

TEST(Units, KeepANameWhoseBracketIsNoSpan) {
    for (const char* name : {"高新区(筹)", "滨海(自2021-13-01)", "滨海(至)", "滨海(2019-03-01)",
                             "滨海()", "滨海(自2019-03-01至)", "(自2019-03-01"}) {
        EXPECT_EQ(names_in(name), std::string(name) + " - -");
    }
}

TEST(Units, AreFoundUnderTheNamesOfThatDay) {
    Units units;
    units.add({{"海口镇"}, "甲组", {{"海口镇", {}, {}}, {"滨海", {}, Date::parse("2021-06-30")}}});
    units.add({{"盐滩镇"}, "甲组", {{"盐滩镇", {}, {}}, {"滨海", Date::parse("2021-07-01"), {}}}});
    EXPECT_EQ(units.find("滨海", Date::parse("2021-06-30")), UnitId{"海口镇"});
    EXPECT_EQ(units.find(" 滨海", Date::parse("2021-07-01")), UnitId{"盐滩镇"});
    EXPECT_EQ(units.find("海滨", Date::parse("2021-07-01")), std::nullopt);
}

}  // namespace
}  // namespace benniu::model
