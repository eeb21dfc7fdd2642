#include "publication/placeholder.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/writing.hpp"

namespace benniu::publication {

namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

// The w:t of one paragraph, not of the paragraphs inside it.
void collect_texts(pugi::xml_node node, std::vector<pugi::xml_node>& texts) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:t") {
            texts.push_back(child);
        } else if (name != "w:p" && name != "w:txbxContent") {
            collect_texts(child, texts);
        }
    }
}

std::vector<pugi::xml_node> texts_in(pugi::xml_node paragraph) {
    std::vector<pugi::xml_node> texts;
    collect_texts(paragraph, texts);
    return texts;
}

struct Found {
    std::size_t begin;
    std::size_t end;  // behind }}
    std::string name;
};

std::optional<Found> find_placeholder(std::string_view text, std::size_t from) {
    const std::size_t begin = text.find(opening, from);
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t end = text.find(closing, begin + opening.size());
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto name = text.substr(begin + opening.size(), end - begin - opening.size());
    return Found{begin, end + closing.size(), std::string(trimmed(name))};
}

// Puts `value` where [begin, end) of the joined texts was: into the text it begins in.
void replace(const std::vector<pugi::xml_node>& texts, const Found& found, std::string_view value) {
    std::size_t position = 0;
    bool placed = false;
    for (pugi::xml_node text : texts) {
        std::string letters = text.child_value();
        const std::size_t next = position + letters.size();
        const std::size_t begin = std::max(found.begin, position);
        const std::size_t end = std::min(found.end, next);
        if (begin < end) {
            letters.replace(begin - position, end - begin, placed ? std::string_view() : value);
            placed = true;
            text.text().set(letters.c_str());
        }
        position = next;
    }
}

// Every line behind a '\n' goes into a w:t of its own behind a w:br.
void break_lines(pugi::xml_node text) {
    const std::string letters = text.child_value();
    pugi::xml_node run = text.parent();
    pugi::xml_node line = text;
    for (std::size_t begin = 0; begin <= letters.size();) {
        const std::size_t end = std::min(letters.find('\n', begin), letters.size());
        if (begin > 0) {
            line = run.insert_child_after("w:t", run.insert_child_after("w:br", line));
        }
        line.remove_attribute("xml:space");
        line.append_attribute("xml:space") = "preserve";
        line.text().set(letters.substr(begin, end - begin).c_str());
        begin = end + 1;
    }
}

}  // namespace

std::string text_of(pugi::xml_node paragraph) {
    std::string joined;
    for (const pugi::xml_node text : texts_in(paragraph)) {
        joined += text.child_value();
    }
    return joined;
}

std::vector<std::string> placeholders_in(std::string_view text) {
    std::vector<std::string> names;
    for (auto found = find_placeholder(text, 0); found;
         found = find_placeholder(text, found->end)) {
        names.push_back(found->name);
    }
    return names;
}

std::vector<pugi::xml_node> paragraphs_below(pugi::xml_node node) {
    std::vector<pugi::xml_node> paragraphs;
    for (const pugi::xml_node child : node.children()) {
        if (std::string_view(child.name()) == "w:p") {
            paragraphs.push_back(child);
        }
        const auto inner = paragraphs_below(child);
        paragraphs.insert(paragraphs.end(), inner.begin(), inner.end());
    }
    return paragraphs;
}

void fill(pugi::xml_node paragraph, const std::map<std::string, std::string>& values) {
    const auto texts = texts_in(paragraph);
    std::size_t from = 0;
    while (const auto found = find_placeholder(text_of(paragraph), from)) {
        const auto value = values.find(found->name);
        if (value == values.end()) {
            from = found->end;
            continue;
        }
        replace(texts, *found, value->second);
        // Never look inside what was just filled in: it may hold braces of its own.
        from = found->begin + value->second.size();
    }
    for (const pugi::xml_node text : texts) {
        break_lines(text);
    }
}

void append_words(pugi::xml_node run, std::string_view words) {
    pugi::xml_node text = run.append_child("w:t");
    text.text().set(std::string(words).c_str());
    break_lines(text);
}

}  // namespace benniu::publication
