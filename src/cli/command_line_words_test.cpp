#include "cli/command_line_words.hpp"

#include <gtest/gtest.h>

namespace benniu::cli {
namespace {

class CommandLineWords : public ::testing::Test {
  protected:
    // What is said of a command line in a language, or the help when that is asked for.
    static std::string said(Language language, std::vector<std::string> words) {
        const Sentences sentences(language);
        CLI::App program("", "benniu");
        set_words(program, sentences);
        program.require_subcommand(1);
        CLI::App* const command = program.add_subcommand("close", "close a month");
        set_group_words(*command, sentences);
        std::string county;
        std::string day;
        command->add_option("COUNTY", county, "the folder")->required();
        command->add_option("--as-of", day, "the day");
        std::reverse(words.begin(), words.end());
        try {
            program.parse(words);
        } catch (const CLI::CallForHelp&) {
            return command->help();
        } catch (const CLI::ParseError& error) {
            return problem_of(error, sentences);
        }
        return "";
    }
};

TEST_F(CommandLineWords, SayInTheReadersLanguageWhatIsWrong) {
    EXPECT_EQ(said(Language::chinese, {"close"}), "缺少 COUNTY");
    EXPECT_EQ(said(Language::english, {"close"}), "COUNTY is missing");
    EXPECT_EQ(said(Language::chinese, {}), "没有写要做什么（如 import、standings）");
    EXPECT_EQ(said(Language::chinese, {"close", "c", "d"}), "多了 d");
    EXPECT_EQ(said(Language::chinese, {"close", "c", "--as-of"}), "--as-of 后面缺少内容");
    EXPECT_EQ(said(Language::chinese, {"close", "c", "--as-of", "1", "--as-of", "2"}),
              "--as-of 写了不止一次");
}

TEST_F(CommandLineWords, HeadTheHelpAndKeepItsColumnStraight) {
    EXPECT_EQ(said(Language::chinese, {"close", "--help"}), R"(close a month
用法: close [选项] COUNTY

参数:
  COUNTY  （必填）            the folder

选项:
  -h,--help                   显示这份帮助
  --as-of                     the day

)");
}

}  // namespace
}  // namespace benniu::cli
