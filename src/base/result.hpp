// Three failures, three tools. What may well happen (no such unit, month closed) is a `Result`.
// What is wrong in someone's text is a `Finding` (finding.hpp). What must never happen is our own
// bug and is said with `ensure`, in every build.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace benniu {

// Named values that fill the places of a sentence in i18n, as in "no such unit: {unit}".
using Words = std::vector<std::pair<std::string, std::string>>;

// An expected failure. `code` is the key of its sentence in i18n/*.properties.
struct Error {
    std::string code;
    Words words;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(std::string code, Words words = {}) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(words)});
}

// Our own mistake. An edge catches it, rolls back and reports an incident; no stage catches it.
class Bug : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

// Throws Bug when `condition` does not hold.
void ensure(bool condition, const char* what);

}  // namespace benniu
