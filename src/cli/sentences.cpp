#include "cli/sentences.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::cli {

std::string_view chinese_sentences();
std::string_view english_sentences();

namespace {

void replace_all(std::string& text, std::string_view old, std::string_view by) {
    for (std::size_t at = text.find(old); at != std::string::npos;
         at = text.find(old, at + by.size())) {
        text.replace(at, old.size(), by);
    }
}

bool has_empty_place(std::string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) {
        return word.second.empty() && text.find("{" + word.first + "}") != std::string_view::npos;
    });
}

// Without the [[…]] in which nothing would be said.
std::string with_what_is_said(std::string sentence, const Words& words) {
    for (std::size_t at = sentence.find("[["); at != std::string::npos;
         at = sentence.find("[[", at)) {
        const std::size_t end = sentence.find("]]", at);
        if (end == std::string::npos) {
            break;
        }
        const std::string inside = sentence.substr(at + 2, end - at - 2);
        sentence.replace(at, end + 2 - at, has_empty_place(inside, words) ? "" : inside);
    }
    return sentence;
}

}  // namespace

Sentences::Sentences(Language language) {
    std::string_view text =
        language == Language::chinese ? chinese_sentences() : english_sentences();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos && !line.starts_with('#')) {
            std::string sentence(trimmed(line.substr(equals + 1)));
            replace_all(sentence, "\\u0020", " ");
            sentences_.emplace(trimmed(line.substr(0, equals)), std::move(sentence));
        }
    }
}

std::string Sentences::say(const std::string& key, const Words& words) const {
    const auto found = sentences_.find(key);
    const std::string sentence =
        found == sentences_.end() ? key : with_what_is_said(found->second, words);
    std::string filled;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = sentence[at] == '{' ? sentence.find('}', at) : std::string::npos;
        const auto word = end == std::string::npos
                              ? words.end()
                              : std::find_if(words.begin(), words.end(), [&](const auto& each) {
                                    return sentence.substr(at + 1, end - at - 1) == each.first;
                                });
        if (word == words.end()) {
            filled += sentence[at++];
            continue;
        }
        // A word may be the key of one: "type.day" is said as "a day".
        const auto said = sentences_.find(word->second);
        filled += said == sentences_.end() ? word->second : said->second;
        at = end + 1;
    }
    return filled;
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
    const auto problem = sentences_.find(key + ".problem");
    const bool tells_value =
        problem != sentences_.end() && problem->second.find("{value}") != std::string::npos;
    const std::string told =
        std::string(trimmed(say(key + ".problem", words) + " " + say(key + ".remedy", words)));
    std::string at = place(finding.place);
    if (!tells_value && !finding.value.empty()) {
        at += (at.empty() ? "" : " ") + say("cli.finding.value", {{"value", finding.value}});
    }
    return say(at.empty() ? "cli.finding.nowhere" : "cli.finding",
               {{"at", at}, {"told", told}, {"code", finding.code}});
}

}  // namespace benniu::cli
