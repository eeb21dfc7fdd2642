// A folder of files as an office keeps it, read for one import: workbooks, CSV and maps in it and
// below, by name. Read by cli; a server hands over uploads instead.
#pragma once

#include <filesystem>
#include <vector>

#include "intake/import.hpp"

namespace benniu::intake {

struct ReadFolder {
    std::vector<ReadFile> files;  // named by their path within the folder, in that order
    Findings findings;            // about files that were not read
};

// Also of a single file. What is no workbook and no map is named in a note; what begins with "." or
// "~$" (a lock of a workbook that is open) is passed over. Codes: file-not-taken, unreadable-file,
// too-many-files.
[[nodiscard]] ReadFolder read_folder(const std::filesystem::path& folder);

// By its content: JSON is a map, everything else a workbook or CSV. `name` is what findings call
// it.
[[nodiscard]] ReadFile read_file(std::string_view bytes, const std::string& name);

}  // namespace benniu::intake
