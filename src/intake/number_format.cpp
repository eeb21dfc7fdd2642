#include "intake/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "base/limits.hpp"
#include "intake/xml.hpp"

namespace benniu::intake {

namespace {

struct In {
    enum : XmlPosition { document, style_sheet, formats, format, cell_styles, cell_style };
};

constexpr std::array<XmlStep, 5> style_steps = {{
    {In::document, "styleSheet", In::style_sheet},
    {In::style_sheet, "numFmts", In::formats},
    {In::formats, "numFmt", In::format},
    {In::style_sheet, "cellXfs", In::cell_styles},
    {In::cell_styles, "xf", In::cell_style},
}};

int whole_number(std::optional<std::string_view> text) {
    int number = 0;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), number);
    }
    return number;
}

class StylesListener : public XmlListener {
  public:
    StylesListener() : XmlListener(style_steps) {}

    void opened(XmlPosition position, const XmlAttributes& attributes) override {
        if (std::max(formats_.size(), numbers_.size()) == limits::workbook_styles) {
            refuse_with_finding("too-many-styles",
                                {{"limit", std::to_string(limits::workbook_styles)}});
        } else if (position == In::format) {
            formats_.insert_or_assign(whole_number(attributes.value("numFmtId")),
                                      format_of_code(attributes.value("formatCode").value_or("")));
        } else if (position == In::cell_style) {
            numbers_.push_back(whole_number(attributes.value("numFmtId")));
        }
    }

    // A code in the file wins over the built-in format of the same number, as WPS writes them.
    [[nodiscard]] Styles styles() const {
        Styles styles;
        styles.reserve(numbers_.size());
        for (const int number : numbers_) {
            const auto own = formats_.find(number);
            styles.push_back(own == formats_.end() ? built_in_format(number) : own->second);
        }
        return styles;
    }

  private:
    std::map<int, NumberFormat> formats_;  // by number
    std::vector<int> numbers_;             // of each cell style
};

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// How many letters from the front of `code` show as they are; 0 when the first has a meaning.
std::size_t literal_length(std::string_view code) {
    const auto through = [&](char last) {
        return std::min(code.find(last, 1), code.size() - 1) + 1;
    };
    switch (code.front()) {
        case '"':
            return through('"');
        case '[':
            return through(']');
        case '\\':  // the next letter itself
        case '_':   // a gap as wide as it
        case '*':   // filled with it
            return std::min<std::size_t>(2, code.size());
        default:
            return 0;
    }
}

}  // namespace

Read<Styles> read_styles(Archive& archive, std::string_view part) {
    StylesListener listener;
    if (auto read = read_xml(archive, part, listener); !read) {
        return tl::unexpected(read.error());
    }
    return listener.styles();
}

NumberFormat built_in_format(int number) {
    struct Span {
        int first;
        int last;
        NumberFormat format;
    };
    constexpr std::array<Span, 5> spans = {{
        {9, 10, NumberFormat::percent},
        {14, 22, NumberFormat::date},
        {27, 36, NumberFormat::date},
        {45, 47, NumberFormat::date},
        {50, 58, NumberFormat::date},
    }};
    const auto found = std::find_if(spans.begin(), spans.end(), [&](const Span& span) {
        return span.first <= number && number <= span.last;
    });
    return found == spans.end() ? NumberFormat::plain : found->format;
}

NumberFormat format_of_code(std::string_view code) {
    constexpr std::string_view date_letters = "ymdhse";  // e is the year in Chinese formats
    NumberFormat format = NumberFormat::plain;
    std::string word;  // the letters that have a meaning, one behind the other
    while (!code.empty()) {
        const std::size_t literal = literal_length(code);
        if (literal == 0) {
            word += small(code.front());
        }
        code.remove_prefix(std::max<std::size_t>(literal, 1));
    }
    for (std::size_t at = 0; at < word.size(); ++at) {
        const std::string_view rest = std::string_view(word).substr(at);
        if (rest.starts_with("general")) {
            at += 6;
        } else if (rest.starts_with("e+") || rest.starts_with("e-")) {
            at += 1;  // the exponent of 0.00E+00
        } else if (date_letters.find(rest.front()) != std::string_view::npos) {
            return NumberFormat::date;
        } else if (rest.front() == '%') {
            format = NumberFormat::percent;
        }
    }
    return format;
}

}  // namespace benniu::intake
