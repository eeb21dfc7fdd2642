// The built web app, packed into the program by tools/embed_web.py, so that nothing lies beside it.
// Where web/dist was not there at the time of the build, the one file is a page that says so.
#pragma once

#include <span>
#include <string_view>

namespace benniu::http {

struct WebFile {
    std::string_view path;  // "/index.html", "/assets/index-3f2a91bc.js"
    std::string_view type;
    std::string_view bytes;
    std::string_view packed;  // the bytes as gzip, or "" where that would not be smaller
    std::string_view tag;     // an entity tag without its quotes
};

[[nodiscard]] std::span<const WebFile> web_files();

}  // namespace benniu::http
