#include "publication/package.hpp"

#include <zip.h>

#include <cstdint>
#include <memory>

#include "base/limits.hpp"

namespace benniu::publication {

namespace {

// 1 January 1980, the first day a zip file can name.
constexpr std::uint16_t first_dos_date = 0x0021;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

tl::unexpected<Error> not_a_docx() {
    return failure("bulletin-template-not-docx");
}

tl::unexpected<Error> too_large(std::uint64_t limit) {
    return failure("bulletin-template-too-large", {{"limit", std::to_string(limit)}});
}

Archive open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    ensure(source != nullptr, "a zip file can be read from memory");
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        zip_source_free(source);
    }
    zip_error_fini(&error);
    return Archive(archive);
}

// The part's bytes, or nothing when they are not the announced ones.
Result<std::string> read_part(zip_t& archive, zip_uint64_t index, std::uint64_t size) {
    const Entry entry(zip_fopen_index(&archive, index, 0));
    if (entry == nullptr) {
        return not_a_docx();
    }
    std::string bytes(size, '\0');
    const zip_int64_t read = zip_fread(entry.get(), bytes.data(), size);
    // Reading on past the announced end makes libzip compare the checksum.
    char beyond = 0;
    if (read < 0 || static_cast<std::uint64_t>(read) != size ||
        zip_fread(entry.get(), &beyond, 1) != 0) {
        return not_a_docx();
    }
    return bytes;
}

}  // namespace

Result<Package> unpack(std::string_view bytes) {
    if (bytes.size() > limits::bulletin_template_bytes) {
        return too_large(limits::bulletin_template_bytes);
    }
    const Archive archive = open_archive(bytes);
    const zip_int64_t parts = archive == nullptr ? 0 : zip_get_num_entries(archive.get(), 0);
    if (parts <= 0) {
        return not_a_docx();
    }
    if (parts > limits::bulletin_template_parts) {
        return failure("bulletin-template-too-many-parts",
                       {{"limit", std::to_string(limits::bulletin_template_parts)}});
    }
    Package package;
    std::uint64_t unpacked = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(parts); ++index) {
        zip_stat_t about;
        const bool known = zip_stat_index(archive.get(), index, 0, &about) == 0 &&
                           (about.valid & ZIP_STAT_NAME) != 0 && (about.valid & ZIP_STAT_SIZE) != 0;
        if (!known) {
            return not_a_docx();
        }
        if (about.size > limits::bulletin_template_unpacked_bytes - unpacked) {
            return too_large(limits::bulletin_template_unpacked_bytes);
        }
        unpacked += about.size;
        const std::string name = about.name;
        if (name.ends_with('/')) {
            continue;  // a folder
        }
        auto part = read_part(*archive, index, about.size);
        if (!part) {
            return tl::unexpected(part.error());
        }
        package.insert_or_assign(name, *std::move(part));
    }
    return package;
}

std::string pack(const Package& package) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    ensure(memory != nullptr, "a zip file can be written to memory");
    zip_source_keep(memory);
    zip_t* archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    ensure(archive != nullptr, "an empty zip file can be begun");
    for (const auto& [name, bytes] : package) {
        zip_source_t* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        ensure(part != nullptr, "a part can be read from memory");
        const zip_int64_t added = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
        ensure(added >= 0, "parts have different names");
        const auto index = static_cast<zip_uint64_t>(added);
        const bool fixed =
            zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0 &&
            zip_file_set_dostime(archive, index, 0, first_dos_date, 0) == 0 &&
            zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_DOS, 0) == 0;
        ensure(fixed, "a part's date and attributes can be fixed");
    }
    ensure(zip_close(archive) == 0, "a zip file can be closed in memory");

    zip_stat_t about;
    ensure(zip_source_stat(memory, &about) == 0 && zip_source_open(memory) == 0,
           "a written zip file can be read back");
    std::string bytes(about.size, '\0');
    const zip_int64_t read = zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    zip_source_free(memory);
    zip_error_fini(&error);
    ensure(read >= 0 && static_cast<std::uint64_t>(read) == bytes.size(),
           "a written zip file is read back whole");
    return bytes;
}

}  // namespace benniu::publication
