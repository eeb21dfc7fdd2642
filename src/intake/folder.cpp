#include "intake/folder.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::intake {

namespace {

namespace fs = std::filesystem;

std::string small_letters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

bool is_passed_over(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name.starts_with("~$");
}

bool is_taken(const fs::path& path) {
    constexpr std::array<std::string_view, 6> endings = {".xlsx", ".xlsm",    ".xls",
                                                         ".csv",  ".geojson", ".json"};
    const std::string ending = small_letters(path.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// All files at or below `folder`, by their path within it.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::error_code error;
    if (fs::is_regular_file(folder, error)) {
        return {folder};
    }
    std::vector<fs::path> files;
    fs::recursive_directory_iterator each(folder, error);
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
        if (is_passed_over(each->path())) {
            each.disable_recursion_pending();
        } else if (each->is_regular_file(error)) {
            files.push_back(each->path());
        }
    }
    std::sort(files.begin(), files.end(), [&](const fs::path& a, const fs::path& b) {
        return a.lexically_relative(folder).generic_string() <
               b.lexically_relative(folder).generic_string();
    });
    return files;
}

Finding about(const std::string& file, const std::string& code, Severity severity) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.place.file = file;
    return finding;
}

// One byte more than the limit at most, so that its reader sees that it is too large.
std::optional<std::string> bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::string bytes;
    std::array<char, 64 * 1024> piece{};
    while (bytes.size() <= limits::upload_bytes &&
           (file.read(piece.data(), piece.size()) || file.gcount() > 0)) {
        bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    }
    return file.bad() ? std::nullopt : std::optional<std::string>(std::move(bytes));
}

}  // namespace

ReadFile read_file(std::string_view bytes, const std::string& name) {
    const bool is_map = trimmed(bytes.substr(0, 64)).starts_with('{');
    if (is_map) {
        return {name, read_geojson(bytes, name)};
    }
    return {name, read_workbook(bytes, name)};
}

ReadFolder read_folder(const fs::path& folder) {
    ReadFolder read;
    if (std::error_code error; !fs::exists(folder, error)) {
        read.findings.push_back(
            about(folder.filename().string(), "unreadable-file", Severity::error));
    }
    for (const fs::path& path : files_below(folder)) {
        const std::string name = path == folder ? path.filename().string()
                                                : path.lexically_relative(folder).generic_string();
        if (!is_taken(path)) {
            read.findings.push_back(about(name, "file-not-taken", Severity::note));
            continue;
        }
        if (read.files.size() == limits::files_per_import) {
            Finding finding = about(name, "too-many-files", Severity::error);
            finding.words = {{"limit", std::to_string(limits::files_per_import)}};
            read.findings.push_back(std::move(finding));
            break;
        }
        if (const auto bytes = bytes_of(path)) {
            read.files.push_back(read_file(*bytes, name));
        } else {
            read.findings.push_back(about(name, "unreadable-file", Severity::error));
        }
    }
    return read;
}

}  // namespace benniu::intake
