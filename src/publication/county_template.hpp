// The template of packs/county, for tests: a stage itself reads no files.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "publication/package.hpp"

namespace benniu::publication {

inline std::string county_template() {
    std::ifstream file(BENNIU_SOURCE_DIR "/packs/county/bulletin/template.docx", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The same with `old_words` of a part replaced wherever they stand.
inline std::string changed_template(const std::string& part, const std::string& old_words,
                                    const std::string& new_words) {
    Package package = *unpack(county_template());
    std::string& text = package.at(part);
    ensure(text.find(old_words) != std::string::npos, "a test changes something that is there");
    for (std::size_t at = text.find(old_words); at != std::string::npos;
         at = text.find(old_words, at + new_words.size())) {
        text.replace(at, old_words.size(), new_words);
    }
    return pack(package);
}

}  // namespace benniu::publication
