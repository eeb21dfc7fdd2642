#include "http/routes.hpp"

#include <gtest/gtest.h>

#include "http/negotiation.hpp"
#include "http/web_client_test.hpp"

namespace benniu::http {
namespace {

Answer get(const std::string& target) {
    return answer({.target = target}, test_house());
}

bool says(const Answer& answer, std::string_view words) {
    return answer.body.find(words) != std::string::npos;
}

TEST(Routes, AnswerEveryQuestionOfACounty) {
    EXPECT_EQ(get("/api/county").body, R"({"name":"望海县"})");
    EXPECT_EQ(get("/api/methods/monthly").body, R"(["monthly"])");
    EXPECT_TRUE(says(get("/api/standings/competition/2"), R"(["competition","2","")"));
    EXPECT_TRUE(says(get("/api/standings/competition/2?as_of=2021-12-01"), R"("2021-12-01")"));
    EXPECT_EQ(get("/api/explanations/competition/2/%E6%B7%AE%E6%BB%A8%E9%95%87").body,
              R"(["competition","2","淮滨镇","",""])");
    EXPECT_EQ(get("/api/explanations/competition/2/x/N?as_of=2021-12-01").body,
              R"(["competition","2","x","N","2021-12-01"])");
    EXPECT_EQ(get("/healthz").body, "ok\n");
}

TEST(Routes, GiveEveryErrorItsStatus) {
    const std::vector<std::pair<std::string, int>> cases = {
        {"/api/standings/none/2", 404},
        {"/api/standings/competition/9", 404},
        {"/api/explanations/competition/2/%E6%97%A0%E6%AD%A4%E9%95%87", 404},
        {"/api/explanations/competition/2/x/Z", 404},
        {"/api/standings/competition/2?as_of=2021-13-01", 400},
        {"/api/standings/competition/2?as_of=yesterday", 400},
        {"/api", 404},
        {"/api/", 404},
        {"/api/county/more", 404},
        {"/api/standings/competition", 404},
        {"/api/explanations/a/b/c/d/e", 404},
        {"/api/secrets", 404},
        {"/missing.js", 404},
        {"/assets/old-00000000.css", 404},
        {"/..%2F..%2Fetc/passwd.txt", 404},
        {"/%ff", 400},
        {"/" + std::string(3000, 'a'), 414},
    };
    for (const auto& [target, status] : cases) {
        const Answer answer = get(target);
        EXPECT_EQ(answer.status, status) << target;
        EXPECT_EQ(field_of(answer, "Content-Type"), "application/problem+json") << target;
        EXPECT_TRUE(says(answer, R"("status":)" + std::to_string(status))) << target;
    }
}

TEST(Routes, TellAProblemInTheLanguageOfTheClient) {
    const Request request{.target = "/api/standings/none/2", .accept_language = "en-GB,zh;q=0.5"};
    EXPECT_EQ(answer(request, test_house()).body,
              R"({"type":"urn:benniu:problem:no-such-method","title":"Not Found","status":404,)"
              R"("detail":"no-such-method in en","code":"no-such-method"})");
    EXPECT_TRUE(says(get("/api/standings/none/2"), "no-such-method in zh-CN"));
}

TEST(Routes, OnlyRead) {
    const Answer refused = answer({.method = Method::other, .target = "/api/county"}, test_house());
    EXPECT_EQ(refused.status, 405);
    EXPECT_EQ(field_of(refused, "Allow"), "GET, HEAD");
    EXPECT_EQ(answer({.target = "/", .has_body = true}, test_house()).status, 413);
}

TEST(Routes, LeaveTheBodyAwayForHead) {
    const Answer head = answer({.method = Method::head, .target = "/api/county"}, test_house());
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(head.length, get("/api/county").body.size());
}

TEST(Routes, SendNothingAgainThatTheClientHas) {
    const std::string tag = field_of(get("/api/county"), "ETag");
    const Answer again = answer({.target = "/api/county", .if_none_match = tag}, test_house());
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(field_of(again, "ETag"), tag);
    EXPECT_EQ(answer({.target = "/api/county", .if_none_match = "\"x\""}, test_house()).status,
              200);
}

TEST(Routes, PackWhatIsWorthPacking) {
    const Request request{.target = "/api/standings/competition/2",
                          .accept_encoding = "br, gzip;q=0.8"};
    const Answer packed = answer(request, test_house());
    EXPECT_EQ(field_of(packed, "Content-Encoding"), "gzip");
    EXPECT_EQ(unpacked(packed.body), get(request.target).body);
    EXPECT_NE(field_of(packed, "ETag"), field_of(get(request.target), "ETag"));
    const Answer small = answer({.target = "/api/county", .accept_encoding = "gzip"}, test_house());
    EXPECT_EQ(field_of(small, "Content-Encoding"), "");
}

TEST(Routes, KeepFilesWithAHashInTheirNameForever) {
    const Answer script = get("/assets/app-0a1b2c3d.js");
    EXPECT_EQ(script.body, "plain");
    EXPECT_EQ(field_of(script, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(field_of(get("/"), "Cache-Control"), "no-cache");
    EXPECT_EQ(field_of(get("/api/county"), "Cache-Control"), "no-cache");
    EXPECT_EQ(
        answer({.target = "/assets/app-0a1b2c3d.js", .accept_encoding = "gzip"}, test_house()).body,
        "packed");
}

TEST(Routes, OpenTheAppAtAnyOfItsPlaces) {
    for (const char* place : {"/", "/standings/competition/2", "/%E6%9C%9B%E6%B5%B7/N.", "/a.B"}) {
        EXPECT_EQ(get(place).body, test_web.front().bytes) << place;
    }
    EXPECT_EQ(field_of(get("/favicon.svg"), "Content-Type"), "image/svg+xml");
}

TEST(Routes, GuardEveryAnswer) {
    for (const char* target : {"/", "/api/county", "/missing.js", "/healthz"}) {
        EXPECT_EQ(field_of(get(target), "X-Content-Type-Options"), "nosniff");
        EXPECT_NE(field_of(get(target), "Content-Security-Policy").find("frame-ancestors 'none'"),
                  std::string::npos);
        EXPECT_EQ(field_of(get(target), "Content-Security-Policy").find("unsafe"),
                  std::string::npos);
    }
}

TEST(Negotiation, ReadsQualities) {
    EXPECT_TRUE(accepts_gzip("deflate, GZIP"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0"));
    EXPECT_FALSE(accepts_gzip("gzip; q=0.000"));
    EXPECT_FALSE(accepts_gzip(""));
    EXPECT_EQ(preferred_language(""), "zh-CN");
    EXPECT_EQ(preferred_language("fr"), "zh-CN");
    EXPECT_EQ(preferred_language("en"), "en");
    EXPECT_EQ(preferred_language("en;q=0.3, zh-TW;q=0.30001"), "en");
    EXPECT_EQ(preferred_language("en;q=0.3, zh-TW;q=0.31"), "zh-CN");
    EXPECT_EQ(preferred_language(",;,q=;=en;q=999999999999"), "zh-CN");
}

TEST(Negotiation, ComparesTagsWeakly) {
    EXPECT_TRUE(names_tag(R"("a", W/"b")", "b"));
    EXPECT_TRUE(names_tag("*", "b"));
    EXPECT_FALSE(names_tag("b", "b"));
    EXPECT_FALSE(names_tag(R"("ab")", "b"));
    EXPECT_FALSE(names_tag("", "b"));
}

TEST(WebFiles, AlwaysHaveAFirstPage) {
    const Answer first = answer({.target = "/"}, {.web = web_files(), .sentence = test_sentence});
    EXPECT_EQ(first.status, 200);
    EXPECT_TRUE(says(first, "<!doctype html>"));
}

}  // namespace
}  // namespace benniu::http
