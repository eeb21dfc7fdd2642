#include "http/target.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::http {
namespace {

using Words = std::vector<std::string>;

TEST(Target, DecodesEachSegmentAfterCutting) {
    EXPECT_EQ(read_target("/")->segments, Words{""});
    EXPECT_EQ(read_target("/api/%E6%9C%9B%E6%B5%B7")->segments, (Words{"api", "望海"}));
    EXPECT_EQ(read_target("/a%2Fb/c+d/")->segments, (Words{"a/b", "c+d", ""}));
}

TEST(Target, ReadsParameters) {
    const Result<Target> target = read_target("/x?as_of=2021-12-01&b=1+2%263&c&as_of=later");
    EXPECT_EQ(target->parameter("as_of"), "2021-12-01");
    EXPECT_EQ(target->parameter("b"), "1 2&3");
    EXPECT_EQ(target->parameter("c"), "");
    EXPECT_EQ(target->parameter("d"), std::nullopt);
}

TEST(Target, RefusesWhatIsNoWord) {
    for (const char* text :
         {"", "x", "http://host/", "*", "/%", "/%2", "/%zz", "/% 2", "/%+1", "/%00", "/%0a", "/%7F",
          "/%c3%28", "/%ff", "/%ed%a0%80", "/%c0%af", "/?a=%ff", "/?%ff=a", "/\xff"}) {
        ASSERT_FALSE(read_target(text)) << text;
        EXPECT_EQ(read_target(text).error().code, "bad-url") << text;
    }
}

TEST(Target, RefusesWhatIsTooLong) {
    const std::string longest = "/" + std::string(limits::url_bytes - 1, 'a');
    EXPECT_TRUE(read_target(longest));
    EXPECT_EQ(read_target(longest + "a").error().code, "url-too-long");
}

RC_GTEST_PROP(Target, ReadsAnyBytesIntoWordsOrRefusesThem, (const std::string& bytes)) {
    const Result<Target> target = read_target("/" + bytes);
    if (target) {
        for (const std::string& segment : target->segments) {
            RC_ASSERT(is_utf8(segment));
        }
    }
}

}  // namespace
}  // namespace benniu::http
