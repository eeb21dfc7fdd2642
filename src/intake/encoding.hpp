// Text files of Chinese offices as UTF-8.
//
// Fed by the CSV reader. A mark at the front decides; without one, what is valid UTF-8 is UTF-8,
// and all else is tried as GB18030, which contains GBK and GB2312.
#pragma once

#include <string>
#include <string_view>

#include "intake/refusal.hpp"

namespace benniu::intake {

// Without the mark. Finding: unknown-encoding.
[[nodiscard]] Read<std::string> to_utf8(std::string_view bytes);

}  // namespace benniu::intake
