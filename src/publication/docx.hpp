// Writes a document as a .docx after GB/T 9704-2012, on the county's template. `cli` and `app` feed
// it a document and the template's bytes; offices finish the result in their word processor.
//
// Invariants: the same document and template give the same bytes, whatever the day or the machine;
// nothing that a document says is lost for want of a placeholder.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.hpp"
#include "base/result.hpp"
#include "publication/document.hpp"

namespace benniu::publication {

// Errors: those of check (document_check.hpp) and of open_template (template.hpp);
// bulletin-template-faulty; bulletin-part-without-place.
[[nodiscard]] Result<std::string> write_docx(const Document& document,
                                             std::string_view template_docx);

// Everything that is wrong with a template, for whoever restyles it; warnings are parts of a
// document that it cannot show. Errors: those of open_template.
[[nodiscard]] Result<Findings> check_template(std::string_view template_docx);

}  // namespace benniu::publication
