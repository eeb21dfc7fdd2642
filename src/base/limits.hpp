// Every bound of the house in one place. docs/limits.md lists each with its reason; tools/tidy.py
// holds the two lists together.
#pragma once

#include <cstddef>
#include <cstdint>

namespace benniu::limits {

// numbers
inline constexpr std::size_t rational_bits = 8'192;

// texts
inline constexpr std::size_t shown_value_bytes = 120;
inline constexpr std::size_t name_bytes = 400;
inline constexpr std::size_t value_bytes = 64 * 1024;

// packs and methods
inline constexpr std::size_t pack_file_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t pack_files = 1'000;
inline constexpr std::size_t method_bytes = 1024 * 1024;
inline constexpr std::size_t method_statements = 2'000;
inline constexpr int expression_depth = 100;
inline constexpr int formula_height = 400;
inline constexpr std::uint64_t formula_steps = 1'000'000;
inline constexpr int constant_digits = 100;
inline constexpr std::size_t suggestions_per_text = 50;
inline constexpr std::size_t findings_per_text = 10'000;

// the ledger
inline constexpr std::size_t fact_bytes = 256 * 1024;
inline constexpr std::size_t facts_per_batch = 200'000;
inline constexpr std::size_t header_bytes = 4'096;
inline constexpr std::size_t batch_bytes = 256 * 1024 * 1024;
inline constexpr std::size_t facts_per_transaction = 200'000;
inline constexpr int store_busy_milliseconds = 5'000;
inline constexpr int write_ahead_pages = 1'000;
inline constexpr std::size_t kept_file_bytes = 64 * 1024 * 1024;
inline constexpr std::size_t fields_per_ledger = 200;
inline constexpr std::size_t stages_per_ledger = 40;

// uploads
inline constexpr std::uint64_t upload_bytes = 64ULL * 1024 * 1024;
inline constexpr std::uint64_t workbook_part_bytes = 256ULL * 1024 * 1024;
inline constexpr std::uint64_t workbook_unpacked_bytes = 512ULL * 1024 * 1024;
inline constexpr int workbook_parts = 2'000;
inline constexpr int workbook_sheets = 300;
inline constexpr int sheet_rows = 200'000;
inline constexpr int sheet_columns = 1'000;
inline constexpr std::size_t shared_strings_bytes = 64ULL * 1024 * 1024;
inline constexpr std::size_t cell_bytes = 32'767 * 4;
inline constexpr std::uint64_t workbook_cells = 4'000'000;
inline constexpr std::uint64_t workbook_text_bytes = 128ULL * 1024 * 1024;
inline constexpr std::size_t workbook_styles = 65'536;
inline constexpr std::size_t sheet_merges = 100'000;
inline constexpr std::size_t archive_directories = 8;
inline constexpr std::size_t xml_token_bytes = 1024 * 1024;
inline constexpr int xml_depth = 64;
inline constexpr int header_rows_searched = 30;
inline constexpr int header_depth = 4;
inline constexpr std::size_t files_per_import = 500;
inline constexpr std::size_t readings_per_import = 4'000'000;
inline constexpr std::size_t header_merged_cells = 100'000;
inline constexpr std::size_t map_bytes = 16 * 1024 * 1024;
inline constexpr std::size_t map_values = 2'000'000;
inline constexpr std::size_t shape_bytes = 128 * 1024;

// answers
inline constexpr std::size_t snapshots_kept = 8;

// bulletins
inline constexpr std::size_t bulletin_template_bytes = 4 * 1024 * 1024;
inline constexpr std::uint64_t bulletin_template_unpacked_bytes = 32ULL * 1024 * 1024;
inline constexpr int bulletin_template_parts = 500;
inline constexpr std::size_t bulletin_text_bytes = 8 * 1024 * 1024;
inline constexpr std::size_t bulletin_title_letters = 80;
inline constexpr std::size_t bulletin_blocks = 10'000;
inline constexpr std::size_t bulletin_attachments = 99;
inline constexpr int bulletin_headings_per_level = 99;
inline constexpr std::size_t bulletin_table_rows = 5'000;
inline constexpr std::size_t bulletin_table_columns = 40;
inline constexpr int pdf_seconds = 120;

// the web
inline constexpr std::size_t url_bytes = 2'048;
inline constexpr std::size_t url_bytes_read = 16 * 1024;
inline constexpr std::size_t request_field_name_bytes = 256;
inline constexpr std::size_t request_field_bytes = 8 * 1024;
inline constexpr std::size_t request_fields = 100;
inline constexpr std::uint64_t request_body_bytes = 16 * 1024;
inline constexpr int request_milliseconds = 15'000;
inline constexpr int answer_milliseconds = 60'000;
inline constexpr int drain_milliseconds = 5'000;
inline constexpr std::size_t connections = 500;
inline constexpr std::size_t gzip_from_bytes = 1'024;

}  // namespace benniu::limits
