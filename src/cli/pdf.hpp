// A .docx as PDF, by LibreOffice where it is installed. It runs beside us, without a shell, with a
// profile of its own in a temporary folder, within a time limit; nothing of it stays behind.
#pragma once

#include <filesystem>
#include <string>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace benniu::cli {

struct PdfOptions {
    std::string command = "soffice";
    int seconds = limits::pdf_seconds;
};

struct PdfFile {
    int pages = 0;  // blank ones before an even page counted
};

// Errors: libreoffice-missing, pdf-too-slow, pdf-failed. On an error `pdf` stays as it was.
[[nodiscard]] Result<PdfFile> convert_to_pdf(const std::filesystem::path& docx,
                                             const std::filesystem::path& pdf,
                                             const PdfOptions& options = {});

}  // namespace benniu::cli
