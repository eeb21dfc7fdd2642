#include "http/routes.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "http/negotiation.hpp"
#include "http/target.hpp"

namespace benniu::http {

namespace {

enum class Keeping { ask_again, forever, never };

// A representation before it is dressed for one client. What is "" is made when needed.
struct Content {
    std::string_view type;
    std::string bytes;
    std::string_view packed;
    std::string_view tag;
    Keeping keeping = Keeping::ask_again;
};

constexpr std::string_view json = "application/json";
constexpr std::string_view problem_type = "application/problem+json";

std::string_view cache_control(Keeping keeping) {
    switch (keeping) {
        case Keeping::ask_again:
            return "no-cache";
        case Keeping::forever:
            return "public, max-age=31536000, immutable";
        case Keeping::never:
            return "no-store";
    }
    return "no-store";
}

std::vector<std::pair<std::string, std::string>> security_fields() {
    return {
        {"Content-Security-Policy",
         "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
         "object-src 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };
}

Result<Content> as_json(Result<std::string> text) {
    return std::move(text).map(
        [](std::string bytes) { return Content{.type = json, .bytes = std::move(bytes)}; });
}

Result<std::optional<Date>> as_of_date(const Target& target) {
    const std::optional<std::string> text = target.parameter("as_of");
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const std::optional<Date> date = Date::parse(*text);
    if (!date) {
        return failure("bad-date", {{"date", *text}});
    }
    return date;
}

// `words` are the segments behind "/api/".
Result<Content> answer_of_county(const Target& target, std::span<const std::string> words,
                                 const County& county) {
    const Result<std::optional<Date>> as_of = as_of_date(target);
    if (!as_of) {
        return tl::unexpected(as_of.error());
    }
    const std::string& kind = words.front();
    if (kind == "county" && words.size() == 1) {
        return as_json(county.county());
    }
    if (kind == "methods" && words.size() == 2) {
        return as_json(county.method(words[1]));
    }
    if (kind == "standings" && words.size() == 3) {
        return as_json(county.standings(words[1], words[2], *as_of));
    }
    if (kind == "explanations" && (words.size() == 4 || words.size() == 5)) {
        const std::string column = words.size() == 5 ? words[4] : "";
        return as_json(county.explanation(words[1], words[2], words[3], column, *as_of));
    }
    return failure("no-such-page");
}

// "index-3f2a.js" and "robots.txt" name files; "东港镇" and "v1. 2" are places inside the app.
bool names_a_file(std::string_view segment) {
    const std::size_t point = segment.rfind('.');
    if (point == std::string_view::npos || point + 1 == segment.size()) {
        return false;
    }
    const std::string_view suffix = segment.substr(point + 1);
    return std::all_of(suffix.begin(), suffix.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    });
}

Result<Content> answer_of_web(const Target& target, std::span<const WebFile> web) {
    std::string path;
    for (const std::string& segment : target.segments) {
        path += "/" + segment;
    }
    if (!names_a_file(target.segments.back())) {
        path = "/index.html";
    }
    const auto file = std::find_if(web.begin(), web.end(),
                                   [&](const WebFile& each) { return each.path == path; });
    if (file == web.end()) {
        return failure("no-such-page");
    }
    const bool has_hash_in_name = path.starts_with("/assets/");
    return Content{.type = file->type,
                   .bytes = std::string(file->bytes),
                   .packed = file->packed,
                   .tag = file->tag,
                   .keeping = has_hash_in_name ? Keeping::forever : Keeping::ask_again};
}

Result<Content> content_of(const Request& request, const House& house) {
    if (request.method == Method::other) {
        return failure("only-reading");
    }
    if (request.has_body) {
        return failure("body-not-wanted");
    }
    const Result<Target> target = read_target(request.target);
    if (!target) {
        return tl::unexpected(target.error());
    }
    const std::span<const std::string> segments(target->segments);
    if (segments.front() == "api") {
        return segments.size() == 1 ? failure("no-such-page")
                                    : answer_of_county(*target, segments.subspan(1), house.county);
    }
    if (segments.front() == "healthz" && segments.size() == 1) {
        return Content{.type = "text/plain", .bytes = "ok\n", .keeping = Keeping::never};
    }
    return answer_of_web(*target, house.web);
}

// Chooses plain or packed bytes, and leaves the body away where the client has it or wants none.
Answer dressed(Content content, int status, const Request& request) {
    Answer answer{.status = status, .fields = security_fields()};
    std::string tag(content.tag.empty() ? tag_of(content.bytes) : content.tag);
    const bool known = status == 200 && (names_tag(request.if_none_match, tag) ||
                                         names_tag(request.if_none_match, tag + "-gzip"));
    const bool worth_packing =
        !content.packed.empty() ||
        (content.tag.empty() && content.bytes.size() >= limits::gzip_from_bytes);
    if (worth_packing && accepts_gzip(request.accept_encoding)) {
        tag += "-gzip";
        content.bytes = content.packed.empty() ? gzipped(content.bytes) : content.packed;
        answer.fields.emplace_back("Content-Encoding", "gzip");
    }
    answer.fields.emplace_back("Content-Type", content.type);
    answer.fields.emplace_back("Cache-Control", cache_control(content.keeping));
    answer.fields.emplace_back("ETag", '"' + tag + '"');
    answer.fields.emplace_back(
        "Vary", status == 200 ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
    answer.length = content.bytes.size();
    if (known) {
        answer.status = 304;
    }
    if (!known && request.method != Method::head) {
        answer.body = std::move(content.bytes);
    }
    return answer;
}

Answer refusal(const Error& error, const Request& request, const House& house) {
    const std::string_view language = preferred_language(request.accept_language);
    Answer answer = dressed({.type = problem_type,
                             .bytes = problem_json(error, house.sentence, language),
                             .keeping = Keeping::never},
                            status_of(error), request);
    answer.fields.emplace_back("Content-Language", language);
    if (answer.status == 405) {
        answer.fields.emplace_back("Allow", "GET, HEAD");
    }
    return answer;
}

}  // namespace

Answer answer(const Request& request, const House& house) {
    Result<Content> content = content_of(request, house);
    return content ? dressed(std::move(*content), 200, request)
                   : refusal(content.error(), request, house);
}

Answer incident(const Request& request, const House& house) {
    return refusal(Error{"incident", {}}, request, house);
}

}  // namespace benniu::http
