// What comes over the wire and what goes back, as values: the routes are functions from one to the
// other and know no HTTP library. Filled by server.cpp, read by routes.cpp, and by tests alike.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace benniu::http {

enum class Method { get, head, other };

struct Request {
    Method method = Method::get;
    std::string target;  // as sent: "/api/standings/competition/2?as_of=2021-12-01"
    std::string accept_encoding;
    std::string accept_language;
    std::string if_none_match;
    bool has_body = false;
};

// `length` is the length of the whole representation, which a HEAD or a 304 tells without sending
// it.
struct Answer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> fields;
    std::string body;
    std::size_t length = 0;
};

}  // namespace benniu::http
