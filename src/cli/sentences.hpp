// The sentences of one language, from i18n/*.properties, compiled into the program. Only edges
// speak; stages hand over codes and words.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/finding.hpp"

namespace benniu::cli {

enum class Language { chinese, english };

class Sentences {
  public:
    explicit Sentences(Language language);

    // The sentence of `key` with its {places} filled; the key itself when there is none. What
    // stands in [[…]] is left out when a place in it stays empty. \u0020 is a space at a sentence's
    // end.
    [[nodiscard]] std::string say(const std::string& key, const Words& words = {}) const;

    [[nodiscard]] std::string of(const Error& error) const;
    // "file · sheet · row 7 · 落地单位 “城车街道”: problem remedy [code]"
    [[nodiscard]] std::string of(const Finding& finding) const;

  private:
    [[nodiscard]] std::string place(const Place& place) const;

    std::map<std::string, std::string, std::less<>> sentences_;
};

}  // namespace benniu::cli
