// What a client says it can take: a packed body, a language, a copy that it already has.
#pragma once

#include <string>
#include <string_view>

namespace benniu::http {

// Whether Accept-Encoding admits gzip.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

// "zh-CN" or "en", whichever Accept-Language likes better; "zh-CN" where it says nothing of either.
[[nodiscard]] std::string_view preferred_language(std::string_view accept_language);

// Whether If-None-Match names the entity tag, compared weakly (RFC 9110, 13.1.2).
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

// A strong entity tag of these bytes, without its quotes.
[[nodiscard]] std::string tag_of(std::string_view bytes);

// The bytes packed as gzip, the same for the same bytes.
[[nodiscard]] std::string gzipped(std::string_view bytes);

}  // namespace benniu::http
