// A document as the two files an office hands on: .docx and, where LibreOffice is installed, PDF.
// The imprint belongs at the foot of the last page, which must be an even one; only the PDF tells
// how many pages there are, so the pages are laid out first and the imprint is moved when it must
// be.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "cli/pdf.hpp"
#include "publication/document.hpp"

namespace benniu::cli {

// Writes `docx` and, beside it under the same name, the PDF. Without LibreOffice the .docx is still
// written, its imprint on the next even page, which is right for any number of pages; the error
// then is libreoffice-missing. Errors: those of write_docx and convert_to_pdf; file-not-written.
[[nodiscard]] Result<PdfFile> write_bulletin_files(publication::Document document,
                                                   std::string_view template_docx,
                                                   const std::filesystem::path& docx,
                                                   const PdfOptions& options = {});

}  // namespace benniu::cli
