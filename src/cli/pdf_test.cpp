#include "cli/pdf.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "publication/county_template.hpp"
#include "publication/docx.hpp"
#include "publication/sample_bulletin.hpp"

namespace benniu::cli {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A bulletin as the program seals it: its imprint on the next even page.
publication::Document sealed_bulletin() {
    auto document = publication::sample_bulletin();
    document.imprint->place = publication::ImprintPlace::next_even_page;
    return document;
}

class Pdf : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = fs::temp_directory_path() / "benniu-pdf-test-XXXXXX";
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

    [[nodiscard]] Result<PdfFile> convert(const publication::Document& document,
                                          const PdfOptions& options) const {
        const auto docx = publication::write_docx(document, publication::county_template());
        EXPECT_TRUE(docx.has_value());
        std::ofstream(folder_ / "通报.docx", std::ios::binary) << *docx;
        return convert_to_pdf(folder_ / "通报.docx", folder_ / "通报.pdf", options);
    }

    // Holds the laid-out pages against the standard, with a ruler.
    void expect_measured() const {
        const std::string command =
            "python3 '" BENNIU_SOURCE_DIR "/tests/publication/measure_bulletin.py' '" +
            (folder_ / "通报.docx").string() + "' '" + (folder_ / "通报.pdf").string() + "' > '" +
            (folder_ / "measures").string() + "' 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0) << bytes_of(folder_ / "measures");
    }

    fs::path folder_;
};

TEST_F(Pdf, KeepsTheMeasuresOfTheStandard) {
    const auto pdf = convert(sealed_bulletin(), {});
    ASSERT_TRUE(pdf) << pdf.error().code;
    EXPECT_EQ(pdf->pages % 2, 0);
    expect_measured();
}

TEST_F(Pdf, EndsOnAnEvenPageAlsoWhereTheTextEndsOnAnOddOne) {
    auto document = sealed_bulletin();
    document.attachments.push_back({.title = "名单"});
    const auto pdf = convert(document, {});
    ASSERT_TRUE(pdf) << pdf.error().code;
    EXPECT_EQ(pdf->pages % 2, 0);
    expect_measured();
}

TEST_F(Pdf, NeedsLibreOffice) {
    const auto pdf = convert(sealed_bulletin(), {.command = "no-such-office"});
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().code, "libreoffice-missing");
    EXPECT_FALSE(fs::exists(folder_ / "通报.pdf"));
}

TEST_F(Pdf, StopsAnOfficeThatTakesTooLong) {
    // The script's own child must end too, or it would keep the test's output open.
    const auto pdf =
        convert(sealed_bulletin(), {.command = program("sleep 60 & wait"), .seconds = 1});
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().code, "pdf-too-slow");
}

TEST_F(Pdf, SaysThatAnOfficeFailed) {
    EXPECT_EQ(convert(sealed_bulletin(), {.command = program("exit 77")}).error().code,
              "pdf-failed");
}

}  // namespace
}  // namespace benniu::cli
