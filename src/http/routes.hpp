// What each address answers: reads the request, asks the county, dresses the answer. No sockets
// here. Fed by server.cpp; every answer leaves with its security fields, and with an entity tag.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "http/exchange.hpp"
#include "http/problem.hpp"
#include "http/web_files.hpp"

namespace benniu::http {

// The questions that the web may ask of a county, each answered as JSON.
struct County {
    std::function<Result<std::string>()> county;
    std::function<Result<std::string>(const std::string& method, const std::string& period,
                                      std::optional<Date> as_of)>
        standings;
    // `column` "" asks for all columns.
    std::function<Result<std::string>(const std::string& method, const std::string& period,
                                      const std::string& unit, const std::string& column,
                                      std::optional<Date> as_of)>
        explanation;
    std::function<Result<std::string>(const std::string& name)> method;
};

struct House {
    County county;
    std::span<const WebFile> web;
    Sentence sentence;
};

// Never throws for what a client sent; what the county throws goes through.
[[nodiscard]] Answer answer(const Request& request, const House& house);

// What a client gets when answering failed by our own mistake.
[[nodiscard]] Answer incident(const Request& request, const House& house);

}  // namespace benniu::http
