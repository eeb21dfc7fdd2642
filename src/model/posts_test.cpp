#include "model/posts.hpp"

#include <gtest/gtest.h>

namespace benniu::model {
namespace {

TEST(Posts, AreReadInTheirOrder) {
    const ReadPosts read = read_posts(
        "posts:\n  - {post: 督查室, english: Supervision}\n  - {post: 招商办, english: Commerce}\n",
        "posts.yaml");
    EXPECT_TRUE(read.findings.empty());
    EXPECT_EQ(read.posts, (std::vector<Post>{{"督查室", "Supervision"}, {"招商办", "Commerce"}}));
}

TEST(Posts, ThatAreWrittenWronglyAreTold) {
    const ReadPosts read = read_posts(
        "posts:\n  - {post: 督查室, english: S}\n  - {post: 督查室, english: S}\n  - {pst: x}\n",
        "posts.yaml");
    std::string told;
    for (const Finding& finding : read.findings) {
        told += std::to_string(finding.place.line) + " " + finding.code + "; ";
    }
    EXPECT_EQ(told, "3 name-twice; 4 missing-member; 4 missing-member; 4 unknown-member; ");
}

}  // namespace
}  // namespace benniu::model
