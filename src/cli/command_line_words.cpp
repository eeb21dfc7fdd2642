#include "cli/command_line_words.hpp"

#include <array>

#include "base/writing.hpp"

namespace benniu::cli {

namespace {

// The library's own sentences, cut around the word that they speak of. Others are told as they are.
struct Saying {
    std::string_view before;
    std::string_view after;
    const char* key;
};
constexpr std::array<Saying, 6> sayings = {{
    {"A subcommand is required", "", "cli.usage.no-command"},
    {"", " is required", "cli.usage.required"},
    {"The following argument was not expected: ", "", "cli.usage.extra"},
    {"The following arguments were not expected: ", "", "cli.usage.extra"},
    {"", ": 1 required TEXT missing", "cli.usage.no-value"},
    {"", ": At Most 1 required but received 2", "cli.usage.twice"},
}};

// Pads by what a terminal shows of a letter; the library counts bytes.
class Formatter : public CLI::Formatter {
  public:
    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        return line("  " + make_option_name(option, is_positional) + make_option_opts(option),
                    make_option_desc(option));
    }

  private:
    [[nodiscard]] std::string line(std::string left, const std::string& right) const {
        const std::size_t width = display_width(left);
        const bool fits = width + 1 < column_width_;
        left += fits ? std::string(column_width_ - width, ' ') : "  ";
        return left + right + "\n";
    }
};

}  // namespace

void set_words(CLI::App& program, const Sentences& sentences) {
    const auto say = [&](const std::string& key) { return sentences.say("cli.usage." + key); };
    const auto formatter = std::make_shared<Formatter>();
    formatter->label("Usage", say("usage"));
    formatter->label("OPTIONS", say("options"));
    formatter->label("Positionals", say("positionals"));
    formatter->label("SUBCOMMAND", say("commands"));
    formatter->label("SUBCOMMANDS", say("commands"));
    formatter->label("REQUIRED", say("is-required"));
    formatter->label("TEXT", "");
    program.formatter(formatter);
    program.option_defaults()->group(say("options"));
    program.set_help_flag("-h,--help", say("help"));
}

void set_group_words(CLI::App& command, const Sentences& sentences) {
    command.group(sentences.say("cli.usage.commands"));
    command.set_help_flag("-h,--help", sentences.say("cli.usage.help"));
}

std::string problem_of(const CLI::ParseError& error, const Sentences& sentences) {
    const std::string_view told = error.what();
    for (const Saying& saying : sayings) {
        if (told.starts_with(saying.before) && told.ends_with(saying.after) &&
            told.size() >= saying.before.size() + saying.after.size()) {
            const std::string_view what = told.substr(
                saying.before.size(), told.size() - saying.before.size() - saying.after.size());
            return sentences.say(saying.key, {{"what", std::string(what)}});
        }
    }
    return std::string(told);
}

}  // namespace benniu::cli
