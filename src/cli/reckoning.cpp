#include "cli/reckoning.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace benniu::cli {

using score::Line;

namespace {

const std::set<std::string, std::less<>> named = {"item", "measure", "definition", "let",
                                                  "context"};
const std::set<std::string, std::less<>> calls = {"min",   "max",   "mean", "clamp",
                                                  "round", "month", "year"};
const std::set<std::string, std::less<>> others = {"negate",   "not",    "between", "one-of",
                                                   "is-blank", "choose", "else"};
const std::map<std::string, std::string, std::less<>> infix = {
    {"add", "+"},     {"subtract", "-"},       {"multiply", "*"}, {"divide", "/"},
    {"equal", "="},   {"not-equal", "!="},     {"less", "<"},     {"less-equal", "<="},
    {"greater", ">"}, {"greater-equal", ">="}, {"and", "and"},    {"or", "or"}};
const std::map<std::string, std::string, std::less<>> paper_signs = {
    {"*", "×"}, {"/", "÷"}, {"-", "−"}, {"<=", "≤"}, {">=", "≥"}, {"!=", "≠"}};
// Words of the language that belong together.
constexpr std::array<std::string_view, 3> phrases = {"stages of", "is blank", "not vetoed"};

// How tightly a kind binds; looser parts are put in parentheses.
int tightness(const std::string& what) {
    static const std::map<std::string, int, std::less<>> known = {
        {"or", 2},       {"and", 3},      {"not", 4},        {"between", 5},
        {"one-of", 5},   {"is-blank", 5}, {"add", 6},        {"subtract", 6},
        {"divide", 7},   {"multiply", 7}, {"negate", 8},     {"equal", 5},
        {"less", 5},     {"greater", 5},  {"less-equal", 5}, {"greater-equal", 5},
        {"not-equal", 5}};
    const auto found = known.find(what);
    return found == known.end() ? 9 : found->second;
}

bool is_operator(const Line& line) {
    return infix.contains(line.what) || calls.contains(line.what) || others.contains(line.what);
}

// Of a choice only what it came to counts.
std::size_t first_relevant(const Line& line) {
    return line.what == "choose" && !line.parts.empty() ? line.parts.size() - 1 : 0;
}

constexpr int digits_behind_point = 4;

bool is_whole(std::string_view digits) {
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

// Of any length.
Rational whole(std::string_view digits) {
    Rational number;
    for (const char digit : digits) {
        number = number * Rational(10) + Rational(digit - '0');
    }
    return number;
}

bool is_letter(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80 || byte == '_' ||
           std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

std::string_view phrase_at(std::string_view text) {
    const auto phrase = std::find_if(phrases.begin(), phrases.end(),
                                     [&](std::string_view each) { return text.starts_with(each); });
    return phrase == phrases.end() ? std::string_view() : *phrase;
}

std::size_t word_length(std::string_view text) {
    const auto end = std::find_if(text.begin(), text.end(),
                                  [](char byte) { return !is_letter(byte) && byte != '.'; });
    return static_cast<std::size_t>(end - text.begin());
}

// A sign between spaces, or at the very beginning as in a row of a table, as it stands on paper;
// the space behind it is left to the next. Any other byte stands for itself.
std::pair<std::size_t, std::string> sign_at(std::string_view text, bool is_first) {
    for (const auto& [sign, paper] : paper_signs) {
        if (text.starts_with(" " + sign + " ")) {
            return {sign.size() + 1, " " + paper};
        }
        if (is_first && text.starts_with(sign + " ")) {
            return {sign.size(), paper};
        }
    }
    return {1, std::string(text.substr(0, 1))};
}

}  // namespace

std::string Reckoning::value(const std::string& exact) const {
    if (exact == "missing" || exact == "yes" || exact == "no") {
        return sentences_->say("formula." + exact);
    }
    const std::size_t stroke = exact.find('/');
    if (stroke == std::string::npos) {
        return exact;
    }
    const std::string sign = exact.front() == '-' ? "-" : "";
    const std::string above = exact.substr(sign.size(), stroke - sign.size());
    const std::string below = exact.substr(stroke + 1);
    if (!is_whole(above) || !is_whole(below) || whole(below).is_zero()) {
        return exact;
    }
    const auto cut = (whole(above) / whole(below)).rounded(digits_behind_point, Rounding::down);
    return cut ? sign + cut->to_string() + "…" : exact;
}

std::string Reckoning::word(const std::string& of_the_language) const {
    const std::string key = "formula." + of_the_language;
    const std::string said = sentences_->say(key);
    return said == key ? of_the_language : said;
}

std::string Reckoning::formula(const std::string& written) const {
    std::string text;
    for (std::size_t at = 0; at < written.size();) {
        const std::string_view rest = std::string_view(written).substr(at);
        const bool begins = at == 0 || !is_letter(written[at - 1]);
        if (rest.front() == '"') {
            const std::size_t length = std::min(rest.find('"', 1), rest.size() - 1) + 1;
            text += rest.substr(1, length - 2);
            at += length;
        } else if (const auto phrase = phrase_at(rest); begins && !phrase.empty()) {
            text += word(std::string(phrase));
            at += phrase.size();
        } else if (is_letter(rest.front())) {
            // "unit.开工目标" is a word of the language and a field.
            const std::size_t length = rest.starts_with("unit.") ? 5 : word_length(rest);
            text += word(std::string(rest.substr(0, length)));
            at += length;
        } else {
            const auto [length, paper] = sign_at(rest, at == 0);
            text += paper;
            at += length;
        }
    }
    return text;
}

std::string Reckoning::with_values(const Line& expression) const {
    return put_in(expression, 0);
}

std::string Reckoning::put_in(const Line& line, int around) const {
    if ((line.what == "choose" || line.what == "else") && !line.parts.empty()) {
        return put_in(line.parts.back(), around);
    }
    const int own = tightness(line.what);
    const std::string text = bare(line, own);
    const bool is_negative = around > tightness("add") && text.starts_with('-');
    return own < around || is_negative ? "(" + text + ")" : text;
}

std::string Reckoning::list(const Line& line, std::size_t from) const {
    std::string text;
    for (std::size_t i = from; i < line.parts.size(); ++i) {
        text += (i == from ? "" : ", ") + put_in(line.parts[i], 0);
    }
    return text;
}

std::string Reckoning::bare(const Line& line, int own) const {
    const auto at = [&](std::size_t number, int around) {
        return number < line.parts.size() ? put_in(line.parts[number], around) : "";
    };
    if (const auto sign = infix.find(line.what); sign != infix.end()) {
        // A condition that was decided by its first part has no second one.
        const std::string paper = formula(" " + sign->second + " ");
        return line.parts.size() < 2 ? at(0, own) : at(0, own) + paper + at(1, own + 1);
    }
    if (calls.contains(line.what)) {
        return word(line.what) + "(" + list(line, 0) + ")";
    }
    if (line.what == "literal") {
        return formula(line.formula);
    }
    if (line.what == "negate") {
        return "−" + at(0, own);
    }
    if (line.what == "not") {
        return word("not") + " " + at(0, own);
    }
    if (line.what == "between") {
        return at(0, 6) + " " + word("in") + " " + at(1, 6) + " .. " + at(2, 6);
    }
    if (line.what == "one-of") {
        return at(0, 6) + " " + word("in") + " (" + list(line, 1) + ")";
    }
    if (line.what == "is-blank") {
        return at(0, 6) + " " + word("is blank");
    }
    return value(line.value);
}

const Line& expression_of(const Line& line) {
    return named.contains(line.what) && !line.parts.empty() ? line.parts.back() : line;
}

bool is_reckoned(const Line& expression) {
    return is_operator(expression) && expression.what != "choose";
}

namespace {

void collect(const Line& line, std::vector<const Line*>& found) {
    if (line.what == "literal") {
        return;
    }
    if (is_operator(line)) {
        for (std::size_t i = first_relevant(line); i < line.parts.size(); ++i) {
            collect(line.parts[i], found);
        }
        return;
    }
    const bool is_known = std::any_of(found.begin(), found.end(), [&](const Line* each) {
        return each->what == line.what && each->name == line.name &&
               each->formula == line.formula && each->value == line.value;
    });
    if (!is_known) {
        found.push_back(&line);
    }
}

}  // namespace

std::vector<const Line*> details_of(const Line& expression) {
    std::vector<const Line*> found;
    for (std::size_t i = first_relevant(expression); i < expression.parts.size(); ++i) {
        collect(expression.parts[i], found);
    }
    return found;
}

bool is_openable(const Line& line) {
    return &expression_of(line) != &line || !line.blend.empty() || line.fold ||
           line.what == "lookup" || line.what == "result" || !line.members.empty() ||
           is_operator(line);
}

}  // namespace benniu::cli
