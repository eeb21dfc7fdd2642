#include "cli/bulletin_files.hpp"

#include <fstream>
#include <string>
#include <utility>

#include "publication/docx.hpp"

namespace benniu::cli {

namespace {

Result<void> write(const publication::Document& document, std::string_view template_docx,
                   const std::filesystem::path& path) {
    const auto bytes = publication::write_docx(document, template_docx);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::ofstream file(path, std::ios::binary);
    file.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
    file.close();
    if (!file) {
        return failure("file-not-written", {{"file", path.string()}});
    }
    return {};
}

}  // namespace

Result<PdfFile> write_bulletin_files(publication::Document document, std::string_view template_docx,
                                     const std::filesystem::path& docx, const PdfOptions& options) {
    std::filesystem::path pdf = docx;
    pdf.replace_extension(".pdf");
    const auto write_with = [&](publication::ImprintPlace place) {
        if (document.imprint) {
            document.imprint->place = place;
        }
        return write(document, template_docx, docx);
    };
    if (const auto written = write_with(publication::ImprintPlace::last_page); !written) {
        return tl::unexpected(written.error());
    }
    auto converted = convert_to_pdf(docx, pdf, options);
    const bool is_right = !document.imprint || (converted && converted->pages % 2 == 0);
    if (is_right) {
        return converted;
    }
    if (const auto written = write_with(publication::ImprintPlace::next_even_page); !written) {
        return tl::unexpected(written.error());
    }
    return converted ? convert_to_pdf(docx, pdf, options) : converted;
}

}  // namespace benniu::cli
