// The one seam to the HTTP library: listens, reads requests within limits, lets routes.cpp answer.
// Wired by cli, which also says where incidents are written; this edge prints nothing itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>

#include "base/limits.hpp"
#include "base/result.hpp"
#include "http/problem.hpp"
#include "http/routes.hpp"
#include "http/web_files.hpp"

namespace benniu::http {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0 takes any free port
    std::span<const WebFile> web = web_files();
    Sentence sentence;
    std::function<void(std::uint16_t port)> opened;  // called once, when clients may come
    std::function<void(const std::string& what)> incident_happened;
    std::chrono::milliseconds request_time{limits::request_milliseconds};
};

// Serves until `stop` is asked for, then lets running answers finish. Errors: cannot-listen.
[[nodiscard]] Result<void> serve(const Options& options, const County& county,
                                 const std::stop_token& stop);

}  // namespace benniu::http
