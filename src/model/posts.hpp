// The county's posts (岗位): what people act as when they record something. One person may hold
// several and acts as one. Read from a pack's posts.yaml; every batch of facts names its post.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::model {

struct Post {
    std::string name;
    std::string name_en;
    friend bool operator==(const Post&, const Post&) = default;
};

struct ReadPosts {
    std::vector<Post> posts;
    Findings findings;
};

// Findings carry file, line and position.
[[nodiscard]] ReadPosts read_posts(std::string_view yaml, const std::string& file);

}  // namespace benniu::model
