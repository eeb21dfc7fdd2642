#include "intake/archive.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"

namespace benniu::intake {

namespace {

tl::unexpected<Finding> broken(std::string_view part) {
    return refuse_with_finding("broken-workbook", {{"part", std::string(part)}});
}

tl::unexpected<Finding> too_large(std::uint64_t bytes_max) {
    return refuse_with_finding("workbook-too-large",
                               {{"limit", std::to_string(bytes_max / (1024 * 1024))}});
}

// "/XL\Workbook.xml" and "xl/workbook.xml" are one part; some older programs write backslashes.
std::string part_key(std::string_view name) {
    if (name.starts_with('/')) {
        name.remove_prefix(1);
    }
    std::string key(name);
    std::transform(key.begin(), key.end(), key.begin(), [](char letter) {
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        return letter == '\\' ? '/' : is_capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return key;
}

std::size_t occurrences(std::string_view bytes, std::string_view signature) {
    std::size_t count = 0;
    for (auto at = bytes.find(signature); at != std::string_view::npos;
         at = bytes.find(signature, at + signature.size())) {
        ++count;
    }
    return count;
}

// libzip reads the list of parts whole, once for each place near the end of the file where such a
// list may end, before it can be asked how many there are. So both are counted first, by their
// signatures.
Read<void> check_lists(std::string_view bytes) {
    if (occurrences(bytes, "PK\x01\x02") > 2 * std::size_t{limits::workbook_parts}) {
        return refuse_with_finding("too-many-parts",
                                   {{"limit", std::to_string(limits::workbook_parts)}});
    }
    constexpr std::size_t bytes_searched = 70'000;  // a little more than libzip looks through
    bytes.remove_prefix(bytes.size() - std::min(bytes.size(), bytes_searched));
    if (occurrences(bytes, "PK\x05\x06") > limits::archive_directories) {
        return broken("zip");
    }
    return {};
}

bool is_allowed_packing(const zip_stat_t& about) {
    constexpr zip_uint64_t needed = ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    return (about.valid & needed) == needed && about.encryption_method == ZIP_EM_NONE &&
           (about.comp_method == ZIP_CM_STORE || about.comp_method == ZIP_CM_DEFLATE);
}

}  // namespace

Read<Archive> Archive::open(std::string_view bytes) {
    if (auto checked = check_lists(bytes); !checked) {
        return tl::unexpected(checked.error());
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    ensure(source != nullptr, "a buffer becomes a zip source");
    Archive archive;
    archive.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!archive.archive_) {
        zip_source_free(source);
        return broken("zip");
    }
    const zip_int64_t parts = zip_get_num_entries(archive.archive_.get(), 0);
    if (parts > limits::workbook_parts) {
        return refuse_with_finding("too-many-parts",
                                   {{"limit", std::to_string(limits::workbook_parts)}});
    }
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(parts); ++index) {
        const char* name = zip_get_name(archive.archive_.get(), index, ZIP_FL_ENC_RAW);
        if (name == nullptr || !archive.indexes_.emplace(part_key(name), index).second) {
            return broken(name == nullptr ? "zip" : name);
        }
    }
    return archive;
}

bool Archive::has(std::string_view name) const {
    return indexes_.contains(part_key(name));
}

Read<Archive::Part> Archive::part(std::string_view name) {
    const auto found = indexes_.find(part_key(name));
    if (found == indexes_.end()) {
        return broken(name);
    }
    zip_stat_t about;
    if (zip_stat_index(archive_.get(), found->second, 0, &about) != 0 ||
        !is_allowed_packing(about)) {
        return broken(name);
    }
    Part part;
    part.name_ = name;
    part.file_.reset(zip_fopen_index(archive_.get(), found->second, 0));
    if (!part.file_) {
        return broken(name);
    }
    return part;
}

Read<std::size_t> Archive::read(Part& part, std::span<char> room) {
    const zip_int64_t filled = zip_fread(part.file_.get(), room.data(), room.size());
    if (filled < 0) {
        return broken(part.name_);
    }
    const auto bytes = static_cast<std::size_t>(filled);
    part.unpacked_bytes_ += bytes;
    unpacked_bytes_ += bytes;
    if (part.unpacked_bytes_ > limits::workbook_part_bytes) {
        return too_large(limits::workbook_part_bytes);
    }
    if (unpacked_bytes_ > limits::workbook_unpacked_bytes) {
        return too_large(limits::workbook_unpacked_bytes);
    }
    return bytes;
}

}  // namespace benniu::intake
