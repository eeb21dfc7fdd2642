#include "model/posts.hpp"

#include <algorithm>

#include "base/writing.hpp"
#include "model/yaml.hpp"

namespace benniu::model {

ReadPosts read_posts(std::string_view yaml, const std::string& file) {
    ReadPosts read;
    const YAML::Node root = parse_yaml(yaml, file, read.findings);
    if (!root.IsDefined()) {
        return read;
    }
    Members members(root, file, read.findings);
    for (const YAML::Node& node : members.list("posts", Need::required)) {
        Members member(node, file, read.findings);
        const Post post{tidied(member.text("post", Need::required)),
                        member.text("english", Need::required)};
        member.finish();
        const bool is_twice =
            std::any_of(read.posts.begin(), read.posts.end(),
                        [&](const Post& other) { return other.name == post.name; });
        if (is_twice) {
            member.wrong(node, "name-twice", post.name);
        }
        read.posts.push_back(post);
    }
    members.finish();
    return read;
}

}  // namespace benniu::model
