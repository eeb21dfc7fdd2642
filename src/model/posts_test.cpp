#include "model/posts.hpp"

#include <gtest/gtest.h>

namespace benniu::model {
namespace {

std::string told(const ReadPosts& read) {
    std::string all;
    for (const Finding& finding : read.findings) {
        all += std::to_string(finding.place.line) + " " + finding.code + "; ";
    }
    return all;
}

TEST(Posts, AreReadInTheirOrderWithWhatTheyMayDo) {
    const ReadPosts read = read_posts(
        "posts:\n  - {post: 督查室, english: Supervision, may: [supervise, read]}\n"
        "  - {post: 填报岗, english: Reporter, may: [report]}\n",
        "posts.yaml");
    EXPECT_EQ(told(read), "");
    EXPECT_EQ(read.posts,
              (std::vector<Post>{{"督查室", "Supervision", {Power::supervise, Power::read}},
                                 {"填报岗", "Reporter", {Power::report}}}));
}

TEST(Posts, ThatAreWrittenWronglyAreTold) {
    EXPECT_EQ(told(read_posts("posts:\n  - {post: 督查室, english: S, may: [read]}\n"
                              "  - {post: 督查室, english: S, may: [rule]}\n  - {pst: x}\n",
                              "posts.yaml")),
              "3 unknown-choice; 3 name-twice; 4 missing-member; 4 missing-member; "
              "4 missing-member; 4 unknown-member; ");
}

TEST(Posts, NeverJoinTwoOfTheThreeAdministrators) {
    EXPECT_EQ(told(read_posts("posts:\n  - {post: 管理员, english: A, may: [system, audit]}\n",
                              "posts.yaml")),
              "2 powers-exclude; ");
}

TEST(Posts, HaveAWordForEveryPower) {
    EXPECT_EQ(name_of(Power::report), "report");
    EXPECT_EQ(name_of(Power::audit), "audit");
}

}  // namespace
}  // namespace benniu::model
