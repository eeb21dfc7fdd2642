// Which bytes of an SQLite file hold the rows of a table: the cells of its B-tree's pages and their
// overflow pages, by the file format's own description. So that a test can say of every byte
// whether it is content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace benniu::faults {

// Positions in the file, of the cells of every page of `tables` (tables and indexes whose rows are
// their keys: those WITHOUT ROWID, and indexes).
[[nodiscard]] std::vector<std::size_t> cell_bytes(const std::string& file,
                                                  const std::vector<std::uint32_t>& root_pages);

}  // namespace benniu::faults
