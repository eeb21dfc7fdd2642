// A case in a text of its own, for tests: src/method/cases/*/*.md. Markdown with blocks like any
// method, then a block ```findings with what the house must say of it, one finding a line:
//   LINE:POSITION code (severity unless error) | value, if any | word=… | word=…
// Statements that every method needs and the case does not speak of are added behind its text,
// unless the block's first line says «```findings without frame». Several methods in one case are
// parted by a line «next method». ⟦200×text⟧ stands for text written 200 times, {n} in it for 1, 2,
// … and {before} for 0, 1, …; ⟦0xFF⟧ for that byte.
#pragma once

#include <set>

#include "method/county_pack.hpp"
#include "method/parser.hpp"

namespace benniu::method::testing {

struct TextCase {
    std::string name;
    std::vector<MethodText> methods;
    std::string expected;
};

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

inline std::string written_out(const std::string& text) {
    const std::string open = "⟦";
    const std::string close = "⟧";
    const std::size_t begin = text.find(open);
    const std::size_t end = text.find(close, begin);
    if (begin == std::string::npos || end == std::string::npos) {
        return text;
    }
    const std::size_t inside = begin + open.size();
    const std::string what = text.substr(inside, end - inside);
    std::string written;
    if (what.starts_with("0x")) {
        written = static_cast<char>(std::stoi(what.substr(2), nullptr, 16));
    } else {
        const std::size_t times = what.find("×");
        const std::string one = what.substr(times + std::string("×").size());
        for (int n = 1; n <= std::stoi(what.substr(0, times)); ++n) {
            written += replaced(replaced(one, "{n}", std::to_string(n)), "{before}",
                                std::to_string(n - 1));
        }
    }
    return text.substr(0, begin) + written + written_out(text.substr(end + close.size()));
}

// What a complete method needs besides; every name of the case is published, so that it is used.
inline std::string frame_for(const std::string& text, const std::string& name) {
    std::set<std::string> names;
    for (const Statement& statement : parse(text, name).document.statements) {
        if (const auto* const let = std::get_if<LetStatement>(&statement.body)) {
            names.insert(let->name.text);
        } else if (const auto* const item = std::get_if<ItemStatement>(&statement.body)) {
            names.insert(item->name.text);
        } else if (const auto* const blend = std::get_if<BlendStatement>(&statement.body)) {
            names.insert(blend->name.text);
        } else if (const auto* const measure = std::get_if<MeasureStatement>(&statement.body)) {
            if (measure->parameters.empty()) {
                names.insert(measure->name.text);
            }
        }
    }
    std::string publish = "publish { vetoed";
    for (const std::string& each : names) {
        publish += "; " + each;
    }
    const std::vector<std::pair<std::string, std::string>> needed = {
        {"method", "method " + name},
        {"units", "units 参评单位 grouped by 考核组 in 园区组, 甲类镇街组, 乙类镇街组, 部门组"},
        {"period", "period 1 \"第一期\" 2021-09-23 .. 2021-10-31 freeze 2021-11-04"},
        {"rank", "rank by not vetoed ties share"},
        {"publish", publish + " }"}};
    std::string frame = "\n\n**第九十九条**\n\n```method\n";
    for (const auto& [word, statement] : needed) {
        if (text.find("\n" + word + " ") == std::string::npos) {
            frame += statement + "\n";
        }
    }
    return frame + "```\n";
}

inline TextCase read_case(const std::filesystem::path& path) {
    const std::string content = content_of(path);
    const std::string mark = "```findings";
    const std::size_t at = content.find("\n" + mark);
    TextCase one{path.stem().string(), {}, ""};
    std::string text = content.substr(0, at);
    std::string rest = at == std::string::npos ? "" : content.substr(at + 1 + mark.size());
    const std::size_t begin = rest.find('\n') + 1;
    const bool framed = rest.substr(0, begin) != " without frame\n";
    one.expected = rest.substr(begin, rest.find("```", begin) - begin);
    text = written_out(text);
    const std::string next = "\nnext method\n";
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(next), text.size());
        const std::string part = text.substr(0, end);
        text.erase(0, std::min(end + next.size(), text.size()));
        const std::string name = "sample" + std::to_string(one.methods.size() + 1);
        one.methods.push_back({name, framed ? part + frame_for(part, name) : part});
    }
    return one;
}

inline std::vector<TextCase> cases_in(const std::string& folder) {
    std::vector<TextCase> cases;
    const auto path = std::filesystem::path(BENNIU_SOURCE_DIR) / "src/method/cases" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        cases.push_back(read_case(entry.path()));
    }
    std::sort(cases.begin(), cases.end(),
              [](const TextCase& a, const TextCase& b) { return a.name < b.name; });
    return cases;
}

// As the cases write findings.
inline std::string told(const Findings& findings) {
    std::string text;
    for (const Finding& each : findings) {
        if (each.place.file != "sample1") {
            text += each.place.file + ":";
        }
        text += std::to_string(each.place.line) + ":" + std::to_string(each.place.position) + " " +
                each.code;
        if (each.severity != Severity::error) {
            text += each.severity == Severity::warning ? " (warning)" : " (note)";
        }
        text += each.value.empty() ? "" : " | " + each.value;
        for (const auto& [name, value] : each.words) {
            text += " | " + name + "=" + value;
        }
        text += "\n";
    }
    return text;
}

}  // namespace benniu::method::testing
