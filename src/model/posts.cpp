#include "model/posts.hpp"

#include <algorithm>
#include <array>

#include "base/writing.hpp"
#include "model/yaml.hpp"

namespace benniu::model {

namespace {

constexpr std::array<std::string_view, 8> power_names = {
    "report", "verify", "record", "supervise", "read", "system", "security", "audit"};

std::set<Power> read_powers(Members& members) {
    std::set<Power> powers;
    for (const std::string& word : members.texts("may", Need::required)) {
        const auto found = std::find(power_names.begin(), power_names.end(), word);
        if (found == power_names.end()) {
            members.wrong(
                members.node("may", Need::required), "unknown-choice", word,
                {{"choices", "report, verify, record, supervise, read, system, security, audit"}});
            continue;
        }
        powers.insert(static_cast<Power>(found - power_names.begin()));
    }
    const auto administers =
        powers.count(Power::system) + powers.count(Power::security) + powers.count(Power::audit);
    if (administers > 1) {
        members.wrong(members.node("may", Need::required), "powers-exclude", "");
    }
    return powers;
}

Post read_post(const YAML::Node& node, const std::string& file, Findings& findings) {
    Members members(node, file, findings);
    Post post;
    post.name = tidied(members.text("post", Need::required));
    post.name_en = members.text("english", Need::required);
    post.powers = read_powers(members);
    members.finish();
    return post;
}

}  // namespace

std::string_view name_of(Power power) {
    return power_names.at(static_cast<std::size_t>(power));
}

ReadPosts read_posts(std::string_view yaml, const std::string& file) {
    ReadPosts read;
    const YAML::Node root = parse_yaml(yaml, file, read.findings);
    if (!root.IsDefined()) {
        return read;
    }
    Members members(root, file, read.findings);
    for (const YAML::Node& node : members.list("posts", Need::required)) {
        Post post = read_post(node, file, read.findings);
        const bool is_twice =
            std::any_of(read.posts.begin(), read.posts.end(),
                        [&](const Post& other) { return other.name == post.name; });
        if (is_twice) {
            members.wrong(node, "name-twice", post.name);
        }
        read.posts.push_back(std::move(post));
    }
    members.finish();
    return read;
}

}  // namespace benniu::model
