#include "intake/folder.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "intake/print.hpp"

namespace benniu::intake {
namespace {

class Folder : public ::testing::Test {
  protected:
    void SetUp() override {
        root_ = std::filesystem::temp_directory_path() /
                ("benniu_folder_" + std::to_string(::getpid()));
        std::filesystem::create_directories(root_ / "map");
    }
    void TearDown() override { std::filesystem::remove_all(root_); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(root_ / name, std::ios::binary) << text;
    }

    [[nodiscard]] std::string told() const {
        const ReadFolder read = read_folder(root_);
        std::string told;
        for (const ReadFile& file : read.files) {
            told += file.name + (std::holds_alternative<MapFile>(file.content) ? "@ " : " ");
        }
        for (const Finding& finding : read.findings) {
            told += finding.place.file + ":" + finding.code + " ";
        }
        return told;
    }

    std::filesystem::path root_;
};

TEST_F(Folder, IsReadByNameWithWhatIsBelow) {
    write("02.csv", "a,b\n");
    write("01.XLSX", "PK");
    write("map/a.geojson", " {}");
    write("报告.docx", "x");
    write("~$01.xlsx", "x");
    write(".hidden.csv", "x");
    EXPECT_EQ(told(), "01.XLSX 02.csv map/a.geojson@ 报告.docx:file-not-taken ");
}

TEST_F(Folder, MayBeOneFile) {
    write("02.csv", "单位,计划户数\n海口镇,3\n");
    const ReadFolder read = read_folder(root_ / "02.csv");
    ASSERT_EQ(read.files.size(), 1U);
    EXPECT_EQ(read.files[0].name, "02.csv");
}

TEST_F(Folder, MayBeEmptyOrMissing) {
    EXPECT_EQ(told(), "");
    EXPECT_EQ(read_folder(root_ / "nowhere").findings.at(0).code, "unreadable-file");
}

TEST(FindingsCsv, QuotesWhatNeedsIt) {
    Finding finding;
    finding.code = "required";
    finding.place = {"a,b.xlsx", "表\"一\"", 3, "列", "", 0, 0};
    EXPECT_EQ(findings_csv({finding}),
              "file,sheet,row,column,finding\r\n"
              "\"a,b.xlsx\",\"表\"\"一\"\"\",3,列,required\r\n");
}

}  // namespace
}  // namespace benniu::intake
