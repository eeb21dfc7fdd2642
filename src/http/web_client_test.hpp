// For the tests of this edge: a county of fixed answers, and a plain blocking client.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "http/routes.hpp"

namespace benniu::http {

inline constexpr std::array<WebFile, 3> test_web = {{
    {"/index.html", "text/html; charset=utf-8", "<!doctype html><title>benniu</title>", "", "a1"},
    {"/assets/app-0a1b2c3d.js", "text/javascript; charset=utf-8", "plain", "packed", "b2"},
    {"/favicon.svg", "image/svg+xml", "<svg/>", "", "c3"},
}};

// Answers tell what was asked, so that a test sees that the words arrived whole.
inline County test_county() {
    const auto as_of_text = [](const std::optional<Date>& as_of) {
        return as_of ? as_of->to_string() : "";
    };
    return {
        .county = []() -> Result<std::string> { return R"({"name":"望海县"})"; },
        .standings = [=](const std::string& method, const std::string& period,
                         std::optional<Date> as_of) -> Result<std::string> {
            if (method != "competition") {
                return failure("no-such-method", {{"method", method}});
            }
            if (period == "9") {
                return failure("no-such-period", {{"period", period}});
            }
            ensure(period != "broken", "the county is whole");
            return "[\"" + method + "\",\"" + period + "\",\"" + as_of_text(as_of) + "\",\"" +
                   std::string(4000, '-') + "\"]";
        },
        .explanation = [=](const std::string& method, const std::string& period,
                           const std::string& unit, const std::string& column,
                           std::optional<Date> as_of) -> Result<std::string> {
            if (unit == "无此镇") {
                return failure("no-such-unit", {{"unit", unit}});
            }
            if (column == "Z") {
                return failure("no-such-column", {{"column", column}});
            }
            return "[\"" + method + "\",\"" + period + "\",\"" + unit + "\",\"" + column + "\",\"" +
                   as_of_text(as_of) + "\"]";
        },
        .method = [](const std::string& name) -> Result<std::string> {
            return "[\"" + name + "\"]";
        },
    };
}

inline std::string test_sentence(const Error& error, std::string_view language) {
    return error.code + " in " + std::string(language);
}

inline House test_house() {
    return {.county = test_county(), .web = test_web, .sentence = test_sentence};
}

inline std::string field_of(const Answer& answer, std::string_view name) {
    for (const auto& [each, value] : answer.fields) {
        if (each == name) {
            return value;
        }
    }
    return "";
}

inline std::string unpacked(const std::string& bytes) {
    std::string plain(1 << 20, '\0');
    z_stream stream{};
    ensure(inflateInit2(&stream, 15 + 16) == Z_OK, "zlib starts");
    std::string input = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    ensure(inflate(&stream, Z_FINISH) == Z_STREAM_END, "the bytes are gzip");
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

// One connection to 127.0.0.1. Reads give up after five seconds.
class Client {
  public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval limit{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        is_connected_ =
            ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { ::close(socket_); }

    [[nodiscard]] bool is_connected() const { return is_connected_; }

    // False when the server has closed.
    bool send(std::string_view bytes) const {
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }

    // The head of an answer, and as much body as its Content-Length says; what there is at a close.
    std::string receive(bool has_body = true) {
        while (true) {
            const std::size_t head_end = waiting_.find("\r\n\r\n");
            if (head_end != std::string::npos) {
                const std::size_t end = head_end + 4 + (has_body ? length_in(waiting_) : 0);
                if (waiting_.size() >= end) {
                    std::string answer = waiting_.substr(0, end);
                    waiting_.erase(0, end);
                    return answer;
                }
            }
            if (!read_more()) {
                return std::exchange(waiting_, "");
            }
        }
    }

    // Whether the server closes, instead of sending more or waiting on.
    bool is_closed_by_server() {
        std::array<char, 1> byte{};
        return ::recv(socket_, byte.data(), 1, 0) == 0 || errno == ECONNRESET;
    }

  private:
    bool read_more() {
        std::array<char, 65536> bytes{};
        const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (count > 0) {
            waiting_.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return count > 0;
    }

    static std::size_t length_in(std::string_view head) {
        constexpr std::string_view name = "Content-Length: ";
        const std::size_t begin = head.find(name);
        std::size_t length = 0;
        if (begin != std::string_view::npos) {
            const char* digits = head.data() + begin + name.size();
            std::from_chars(digits, head.data() + head.size(), length);
        }
        return length;
    }

    int socket_;
    bool is_connected_ = false;
    std::string waiting_;
};

}  // namespace benniu::http
