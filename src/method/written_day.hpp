// Dates as people write them in a block: 2021-11-30 and 2021-11 are the language's own; what looks
// like a date and is none of these is told, because read as a sum it would pass in silence.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace benniu::method {

struct WrittenDay {
    std::string written;
    std::string plain;  // 2021-09-08 or 2021-09: the day or month meant, or the nearest there is
    bool exists = true;
};

// What `text` begins with, when that looks like a date: 2021-11-30, 2021-11, 2021-9-8, 2021/9/8,
// 2021.9.8, 2021年9月8日.
[[nodiscard]] std::optional<WrittenDay> written_day_at(std::string_view text);

}  // namespace benniu::method
