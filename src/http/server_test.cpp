#include "http/server.hpp"

#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "http/web_client_test.hpp"

namespace benniu::http {
namespace {

using std::chrono::milliseconds;

// A server on a free port; the end of its life is its stop.
class RunningServer {
  public:
    explicit RunningServer(milliseconds request_time = milliseconds(2'000),
                           const County& county = test_county()) {
        options_.port = 0;
        options_.web = test_web;
        options_.sentence = test_sentence;
        options_.request_time = request_time;
        options_.opened = [this](std::uint16_t taken) { port_.set_value(taken); };
        options_.incident_happened = [this](const std::string& what) { incident_ = what; };
        thread_ = std::jthread([this, county](const std::stop_token& stop) {
            outcome_ = serve(options_, county, stop);
        });
        port = port_.get_future().get();
    }

    Result<void> stop() {
        thread_.request_stop();
        thread_.join();
        return outcome_;
    }
    [[nodiscard]] const std::string& incident() const { return incident_; }

    std::uint16_t port = 0;

  private:
    Options options_;
    std::promise<std::uint16_t> port_;
    std::string incident_;
    Result<void> outcome_;
    std::jthread thread_;
};

std::string reply_to(std::uint16_t port, const std::string& bytes, bool has_body = true) {
    Client client(port);
    client.send(bytes);
    return client.receive(has_body);
}

std::string get_of(const std::string& target, const std::string& fields = "") {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

TEST(Server, AnswersOverOneConnectionAgainAndAgain) {
    const RunningServer server;
    Client client(server.port);
    for (int i = 0; i < 3; ++i) {
        client.send(get_of("/api/county"));
        const std::string answer = client.receive();
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
        EXPECT_TRUE(has(answer, "Content-Type: application/json\r\n")) << answer;
        EXPECT_TRUE(has(answer, "\r\nDate: ")) << answer;
        EXPECT_TRUE(answer.ends_with(R"({"name":"望海县"})")) << answer;
    }
}

TEST(Server, TellsTheLengthButSendsNoBodyToHead) {
    const RunningServer server;
    Client client(server.port);
    client.send("HEAD /api/county HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(has(client.receive(false), "Content-Length: 20\r\n"));
    client.send(get_of("/healthz"));
    EXPECT_TRUE(client.receive().ends_with("\r\n\r\nok\n"));
}

TEST(Server, Answers304WithoutABody) {
    const RunningServer server;
    Client client(server.port);
    client.send(get_of("/", "If-None-Match: \"a1\"\r\n"));
    EXPECT_TRUE(client.receive(false).starts_with("HTTP/1.1 304 Not Modified\r\n"));
    client.send(get_of("/healthz"));
    EXPECT_TRUE(client.receive().starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST(Server, PacksAnswers) {
    const RunningServer server;
    const std::string packed =
        reply_to(server.port, get_of("/api/standings/competition/2", "Accept-Encoding: gzip\r\n"));
    EXPECT_TRUE(has(packed, "Content-Encoding: gzip\r\n"));
    EXPECT_TRUE(has(unpacked(packed.substr(packed.find("\r\n\r\n") + 4)), "competition"));
}

TEST(Server, RefusesWhatItDoesNotServe) {
    const RunningServer server;
    EXPECT_TRUE(reply_to(server.port, "POST /api/county HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}")
                    .starts_with("HTTP/1.1 405 Method Not Allowed\r\n"));
    EXPECT_TRUE(reply_to(server.port, "OPTIONS * HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
    EXPECT_TRUE(reply_to(server.port, "GET / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}")
                    .starts_with("HTTP/1.1 413 Content Too Large\r\n"));
    EXPECT_TRUE(reply_to(server.port, get_of("/" + std::string(limits::url_bytes, 'a')))
                    .starts_with("HTTP/1.1 414 URI Too Long\r\n"));
    EXPECT_TRUE(
        reply_to(server.port, get_of("/%c3%28")).starts_with("HTTP/1.1 400 Bad Request\r\n"));
}

TEST(Server, ClosesOnWhatExceedsItsLimits) {
    const RunningServer server;
    const std::vector<std::string> too_much = {
        get_of("/" + std::string(limits::url_bytes_read, 'a')),
        get_of("/", "X: " + std::string(limits::request_field_bytes + 1, 'a') + "\r\n"),
        get_of("/", std::string(limits::request_field_name_bytes + 1, 'a') + ": 1\r\n"),
        "POST / HTTP/1.1\r\nContent-Length: 999999\r\n\r\n" +
            std::string(limits::request_body_bytes + 1, 'a'),
        "\x16\x03\x01 this is no HTTP\r\n\r\n",
        std::string(100, '\0'),
    };
    for (const std::string& bytes : too_much) {
        Client client(server.port);
        client.send(bytes);
        EXPECT_EQ(client.receive(), "") << bytes.substr(0, 60);
    }
    EXPECT_TRUE(reply_to(server.port, get_of("/healthz")).ends_with("ok\n"));
}

TEST(Server, GivesUpOnASlowClient) {
    const RunningServer server(milliseconds(300));
    Client client(server.port);
    bool is_open = true;
    for (int i = 0; i < 100 && is_open; ++i) {
        is_open = client.send(i == 0 ? "GET / HTTP/1.1\r\nX: " : "a");
        std::this_thread::sleep_for(milliseconds(50));
    }
    EXPECT_FALSE(is_open);
}

TEST(Server, SaysThatAnIncidentHappened) {
    RunningServer server;
    const std::string answer = reply_to(server.port, get_of("/api/standings/competition/broken"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 Internal Server Error\r\n")) << answer;
    EXPECT_TRUE(has(answer, R"("code":"incident")")) << answer;
    EXPECT_FALSE(has(answer, "the county is whole")) << answer;
    ASSERT_TRUE(server.stop());
    EXPECT_TRUE(has(server.incident(), "the county is whole"));
}

TEST(Server, FinishesARunningAnswerBeforeItStops) {
    std::promise<void> asked;
    County county = test_county();
    county.county = [&]() -> Result<std::string> {
        asked.set_value();
        std::this_thread::sleep_for(milliseconds(300));
        return "\"late\"";
    };
    RunningServer server(milliseconds(2'000), county);
    Client client(server.port);
    client.send(get_of("/api/county"));
    asked.get_future().wait();
    EXPECT_TRUE(server.stop());
    const std::string answer = client.receive();
    EXPECT_TRUE(answer.ends_with("\"late\"")) << answer;
    EXPECT_TRUE(has(answer, "Connection: close\r\n")) << answer;
    EXPECT_FALSE(Client(server.port).is_connected());
}

TEST(Server, StopsAtOnceWhenNobodyAsks) {
    RunningServer server;
    const Client idle(server.port);
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_TRUE(server.stop());
    EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(1'000));
}

TEST(Server, SaysWhyItCannotListen) {
    const RunningServer server;
    Options options;
    options.port = server.port;
    const Result<void> taken = serve(options, test_county(), {});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, "cannot-listen");
    options.address = "nowhere";
    EXPECT_EQ(serve(options, test_county(), {}).error().code, "cannot-listen");
}

}  // namespace
}  // namespace benniu::http
