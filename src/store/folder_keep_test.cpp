#include "store/folder_keep.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/limits.hpp"
#include "store/temporary_county.hpp"

namespace benniu::store {
namespace {

namespace fs = std::filesystem;

class KeptFiles : public testing::Test {
  protected:
    KeptFiles() { fs::create_directory(folder_.county()); }

    [[nodiscard]] fs::path place_of(const Digest& digest) const {
        return folder_.county() / "kept" / digest.to_string();
    }

    TemporaryFolder folder_;
    FolderKeep keep_{folder_.county()};
};

TEST_F(KeptFiles, ComeBackByteForByte) {
    const std::string bytes("办法\r\n\0\xFF", 10);
    const Digest digest = *keep_.put(bytes);
    EXPECT_EQ(digest, sm3(bytes));
    EXPECT_EQ(*FolderKeep(folder_.county()).get(digest), bytes);
    EXPECT_EQ(*keep_.get(*keep_.put("")), "");
}

TEST_F(KeptFiles, AreWrittenOnce) {
    const Digest digest = *keep_.put("x");
    const auto written = fs::last_write_time(place_of(digest));
    EXPECT_EQ(*keep_.put("x"), digest);
    EXPECT_EQ(fs::last_write_time(place_of(digest)), written);
}

TEST_F(KeptFiles, SayWhenTheyAreGoneOrChanged) {
    const Digest digest = *keep_.put("办法");
    std::ofstream(place_of(digest)) << "改法";
    EXPECT_EQ(code_of(keep_.get(digest)), "kept-file-changed");
    EXPECT_EQ(word_of(keep_.get(digest), "file"), place_of(digest).string());
    fs::remove(place_of(digest));
    EXPECT_EQ(code_of(keep_.get(digest)), "kept-file-missing");
}

TEST_F(KeptFiles, AreMendedByPuttingThemAgain) {
    const Digest digest = *keep_.put("办法");
    std::ofstream(place_of(digest)) << "改法";
    EXPECT_EQ(*keep_.put("办法"), digest);
    EXPECT_EQ(*keep_.get(digest), "办法");
}

TEST_F(KeptFiles, HaveALimit) {
    EXPECT_EQ(code_of(keep_.put(std::string(limits::kept_file_bytes + 1, 'x'))),
              "kept-file-too-large");
}

TEST_F(KeptFiles, NeedTheirCounty) {
    EXPECT_EQ(code_of(FolderKeep(folder_.path() / "nowhere").put("x")), "no-such-folder");
}

}  // namespace
}  // namespace benniu::store
