#include <gtest/gtest.h>

#include "method/county_pack.hpp"

namespace benniu::method {
namespace {

std::string told(const Findings& findings) {
    std::string text;
    for (const Finding& each : findings) {
        text += each.place.file + ":" + std::to_string(each.place.line) + ":" +
                std::to_string(each.place.position) + " " + each.code + " " + each.value;
        for (const auto& [name, value] : each.words) {
            text += " " + name + "=" + value;
        }
        text += "\n";
    }
    return text;
}

TEST(CountyMethods, PassTheCheckWithoutErrorOrWarning) {
    LoadedLibrary loaded = testing::county_methods();
    std::erase_if(loaded.findings,
                  [](const Finding& each) { return each.severity == Severity::note; });
    EXPECT_EQ(told(loaded.findings), "");
    EXPECT_TRUE(loaded.library.contains("competition"));
    EXPECT_TRUE(loaded.library.contains("monthly"));
}

}  // namespace
}  // namespace benniu::method
