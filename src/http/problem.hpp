// A failure as the web is told it: application/problem+json (RFC 9457) with our error's code and
// its sentence in the client's language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace benniu::http {

// The sentence of an error in "zh-CN" or "en". cli wires the sentences of i18n/ here.
using Sentence = std::function<std::string(const Error&, std::string_view language)>;

// Every code that reaches this edge has its status; a code not listed is our own mistake: 500.
[[nodiscard]] int status_of(const Error& error);

// The phrase of a failing status, as "Not Found".
[[nodiscard]] std::string_view title_of(int status);

[[nodiscard]] std::string problem_json(const Error& error, const Sentence& sentence,
                                       std::string_view language);

}  // namespace benniu::http
