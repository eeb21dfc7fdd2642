#include "cli/sentences.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::cli {

std::string_view chinese_sentences();
std::string_view english_sentences();

Sentences::Sentences(Language language) {
    std::string_view text =
        language == Language::chinese ? chinese_sentences() : english_sentences();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos && !line.starts_with('#')) {
            sentences_.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
        }
    }
}

std::string Sentences::say(const std::string& key, const Words& words) const {
    const auto found = sentences_.find(key);
    std::string sentence = found == sentences_.end() ? key : found->second;
    for (const auto& [name, word] : words) {
        // A word may be the key of one: "type.day" is said as "a day".
        const auto said = sentences_.find(word);
        const std::string& value = said == sentences_.end() ? word : said->second;
        const std::string hole = "{" + name + "}";
        for (std::size_t at = sentence.find(hole); at != std::string::npos;
             at = sentence.find(hole, at + value.size())) {
            sentence.replace(at, hole.size(), value);
        }
    }
    return sentence;
}

std::string Sentences::of(const Error& error) const {
    return say("error." + error.code, error.words);
}

std::string Sentences::place(const Place& place) const {
    std::string words = place.file;
    const auto add = [&](const std::string& more) {
        if (!more.empty()) {
            words += (words.empty() ? "" : " · ") + more;
        }
    };
    add(place.sheet);
    add(place.article);
    add(place.row > 0 ? say("cli.row", {{"row", std::to_string(place.row)}}) : "");
    add(place.column);
    add(place.line > 0 ? say("cli.line", {{"line", std::to_string(place.line)},
                                          {"position", std::to_string(place.position)}})
                       : "");
    return words;
}

std::string Sentences::of(const Finding& finding) const {
    Words words = finding.words;
    words.emplace_back("value", finding.value);
    const std::string key = "finding." + finding.code;
    return place(finding.place) + ": " + say(key + ".problem", words) + " " +
           say(key + ".remedy", words) + " [" + finding.code + "]";
}

}  // namespace benniu::cli
