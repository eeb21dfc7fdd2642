#include "app/access.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::app {

Result<std::string> acting_post(const Pack& pack, const std::string& wanted) {
    if (wanted.empty()) {
        return pack.posts.empty() ? std::string() : pack.posts.front().name;
    }
    std::vector<std::string> names;
    for (const model::Post& post : pack.posts) {
        names.push_back(post.name);
    }
    const std::string name = tidied(wanted);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        std::string known;
        for (const std::string& each : names) {
            known += (known.empty() ? "" : "、") + each;
        }
        return failure("no-such-post", {{"post", wanted}, {"known", known}});
    }
    return name;
}

}  // namespace benniu::app
