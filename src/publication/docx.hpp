// Writes a document as a .docx after GB/T 9704-2012, on the county's template. `cli` and `app` feed
// it a document and the template's bytes; offices finish the result in their word processor.
//
// Invariants: the same document and template give the same bytes, whatever the day or the machine;
// nothing that a document says is lost for want of a placeholder.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "publication/document.hpp"

namespace benniu::publication {

// Errors: bulletin-title-missing, bulletin-text-not-utf8, bulletin-letter-unprintable,
// bulletin-too-large; bulletin-template-too-large, bulletin-template-not-docx,
// bulletin-template-part, bulletin-template-faulty; bulletin-part-without-place.
[[nodiscard]] Result<std::string> write_docx(const Document& document,
                                             std::string_view template_docx);

}  // namespace benniu::publication
