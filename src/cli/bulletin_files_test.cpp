#include "cli/bulletin_files.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "publication/county_template.hpp"
#include "publication/sample_bulletin.hpp"

namespace benniu::cli {
namespace {

namespace fs = std::filesystem;

bool has_program(const char* name) {
    return std::system((std::string("command -v ") + name + " >/dev/null 2>&1").c_str()) == 0;
}

constexpr const char* needed =
    "./x test installs libreoffice-writer-nogui, poppler-utils and fonts-noto-cjk";

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class BulletinFiles : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = fs::temp_directory_path() / "benniu-bulletin-test-XXXXXX";
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
    }
    void TearDown() override { fs::remove_all(folder_); }

    // A program that stands in for soffice.
    [[nodiscard]] std::string program(const std::string& script) const {
        const fs::path path = folder_ / "office";
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        fs::permissions(path, fs::perms::owner_all);
        return path;
    }

    [[nodiscard]] Result<PdfFile> write(const PdfOptions& options) const {
        return write_bulletin_files(publication::sample_bulletin(), publication::county_template(),
                                    folder_ / "通报.docx", options);
    }

    // The documents that were measured and found right.
    void expect_measured(const fs::path& docx, const fs::path& pdf) const {
        const std::string command = "python3 '" BENNIU_SOURCE_DIR
                                    "/tests/publication/measure_bulletin.py' '" +
                                    docx.string() + "' '" + pdf.string() + "' > '" +
                                    (folder_ / "measures").string() + "' 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0) << bytes_of(folder_ / "measures");
    }

    fs::path folder_;
};

TEST_F(BulletinFiles, StayWithinTheMeasuresOfTheStandard) {
    ASSERT_TRUE(has_program("soffice") && has_program("pdftotext")) << needed;
    const fs::path docx = folder_ / "通报.docx";
    const auto written = write({});
    ASSERT_TRUE(written) << written.error().code;
    EXPECT_EQ(written->pages % 2, 0);
    expect_measured(docx, folder_ / "通报.pdf");
}

TEST_F(BulletinFiles, MoveTheImprintToAnEvenPageWhereTheTextEndsOnAnOddOne) {
    ASSERT_TRUE(has_program("soffice") && has_program("pdftotext")) << needed;
    auto document = publication::sample_bulletin();
    document.attachments.push_back({.title = "名单"});
    const auto written =
        write_bulletin_files(document, publication::county_template(), folder_ / "通报.docx");
    ASSERT_TRUE(written) << written.error().code;
    EXPECT_EQ(written->pages % 2, 0);
    expect_measured(folder_ / "通报.docx", folder_ / "通报.pdf");
}

TEST_F(BulletinFiles, AreADocxAloneWithoutLibreOffice) {
    const auto written = write({.command = "no-such-office"});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "libreoffice-missing");
    EXPECT_TRUE(fs::exists(folder_ / "通报.docx"));
    EXPECT_FALSE(fs::exists(folder_ / "通报.pdf"));
}

TEST_F(BulletinFiles, SayThatTheyCouldNotBeWritten) {
    const auto written =
        write_bulletin_files(publication::sample_bulletin(), publication::county_template(),
                             folder_ / "no such folder" / "通报.docx");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "file-not-written");
}

TEST_F(BulletinFiles, StopAnOfficeThatTakesTooLong) {
    // The script's own child must end too, or it would keep the test's output open.
    const auto written = write({.command = program("sleep 60 & wait"), .seconds = 1});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "pdf-too-slow");
}

TEST_F(BulletinFiles, SayThatAnOfficeFailed) {
    EXPECT_EQ(write({.command = program("exit 77")}).error().code, "pdf-failed");
    EXPECT_EQ(write({.command = program("exit 0")}).error().code, "pdf-failed");
    EXPECT_EQ(convert_to_pdf(folder_ / "none.docx", folder_ / "none.pdf").error().code,
              "pdf-failed");
}

TEST_F(BulletinFiles, LeaveNothingOfTheOfficeBehind) {
    const fs::path trace = folder_ / "trace";
    const auto written = write({.command = program("echo \"$@\" >> '" + trace.string() + "'")});
    EXPECT_FALSE(written);
    const std::string arguments = bytes_of(trace);
    const std::string marker = "file://";
    const std::size_t at = arguments.find(marker) + marker.size();
    EXPECT_FALSE(fs::exists(arguments.substr(at, arguments.find(' ', at) - at)));
}

}  // namespace
}  // namespace benniu::cli
