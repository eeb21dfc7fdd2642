#include "http/problem.hpp"

#include <array>
#include <boost/json.hpp>
#include <utility>

namespace benniu::http {

namespace {

constexpr int incident_status = 500;

constexpr std::array<std::pair<std::string_view, int>, 10> statuses = {{
    {"bad-date", 400},
    {"bad-url", 400},
    {"no-such-method", 404},
    {"no-such-period", 404},
    {"no-such-unit", 404},
    {"no-such-column", 404},
    {"no-such-page", 404},
    {"only-reading", 405},
    {"body-not-wanted", 413},
    {"url-too-long", 414},
}};

}  // namespace

std::string_view title_of(int status) {
    switch (status) {
        case 400:
            return "Bad Request";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        default:
            return "Internal Server Error";
    }
}

int status_of(const Error& error) {
    for (const auto& [code, status] : statuses) {
        if (error.code == code) {
            return status;
        }
    }
    return incident_status;
}

std::string problem_json(const Error& error, const Sentence& sentence, std::string_view language) {
    const int status = status_of(error);
    boost::json::object problem;
    problem["type"] = "urn:benniu:problem:" + error.code;
    problem["title"] = title_of(status);
    problem["status"] = status;
    problem["detail"] = sentence ? sentence(error, language) : error.code;
    problem["code"] = error.code;
    return boost::json::serialize(problem);
}

}  // namespace benniu::http
