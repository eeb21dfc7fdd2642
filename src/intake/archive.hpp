// The zip archive that an .xlsx file is: named parts, unpacked piece by piece.
//
// Fed by the bytes of an upload, which must outlive it; read by read_xml. What an archive says of
// its own sizes is not believed: bytes are counted as they are unpacked, per part and in sum. Two
// parts of one name are refused, since two programs would read two different workbooks.
#pragma once

#include <zip.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "intake/refusal.hpp"

namespace benniu::intake {

class Archive {
  public:
    // A part being unpacked.
    class Part {
        friend class Archive;
        struct Close {
            void operator()(zip_file_t* file) const { zip_fclose(file); }
        };
        std::string name_;
        std::unique_ptr<zip_file_t, Close> file_;
        std::uint64_t unpacked_bytes_ = 0;
    };

    // Findings: broken-workbook, too-many-parts.
    static Read<Archive> open(std::string_view bytes);

    // Part names are compared without regard to case, and may begin with a slash.
    [[nodiscard]] bool has(std::string_view name) const;

    // Finding: broken-workbook, also when there is no such part.
    Read<Part> part(std::string_view name);

    // Fills the front of `room` and says how much; 0 at the part's end.
    // Findings: broken-workbook, workbook-too-large.
    Read<std::size_t> read(Part& part, std::span<char> room);

  private:
    struct Discard {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    std::unique_ptr<zip_t, Discard> archive_;
    std::map<std::string, zip_uint64_t> indexes_;  // by the part's name in small letters
    std::uint64_t unpacked_bytes_ = 0;
};

}  // namespace benniu::intake
