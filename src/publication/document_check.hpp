// What makes a document impossible to write, before any of it is written. docx.cpp asks.
#pragma once

#include "base/result.hpp"
#include "publication/document.hpp"

namespace benniu::publication {

// Errors: bulletin-title-missing, bulletin-title-too-long, bulletin-too-long,
// bulletin-text-not-utf8, bulletin-letter-unprintable, bulletin-too-many-attachments, -blocks,
// -columns, -headings, -rows. A row that does not match its columns is the composer's bug.
[[nodiscard]] Result<void> check(const Document& document);

}  // namespace benniu::publication
