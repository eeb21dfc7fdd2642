// Reads the mappings of a pack's YAML member by member. Each surprise becomes a finding with its
// line: a missing member, one of the wrong kind, one that nobody asked for (with the nearest word).
// Included by .cpp files of model and intake only; it shows the YAML library.
#pragma once

#include <yaml-cpp/yaml.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::model {

enum class Need { required, optional };

// The document's root, or an undefined node and a finding (bad-yaml, pack-file-too-large).
[[nodiscard]] YAML::Node parse_yaml(std::string_view text, const std::string& file,
                                    Findings& findings);

class Members {
  public:
    // `findings` must outlive the reader.
    Members(const YAML::Node& mapping, std::string file, Findings& findings);

    std::string text(const std::string& name, Need need);
    std::vector<std::string> texts(const std::string& name, Need need);
    // Undefined when it is missing.
    YAML::Node node(const std::string& name, Need need);
    // The elements of a list, or of nothing.
    std::vector<YAML::Node> list(const std::string& name, Need need);
    // Reports every member that was not asked for.
    void finish();

    void wrong(const YAML::Node& where, const std::string& code, const std::string& value,
               Words words = {});
    [[nodiscard]] int line() const;

  private:
    YAML::Node mapping_;
    std::string file_;
    Findings* findings_;
    std::set<std::string> asked_;
};

// Its position counts bytes, as the library does.
[[nodiscard]] Place place_of(const YAML::Node& node, const std::string& file);

// The positions of a file's findings, counted in letters, as people count. Once, when all are
// there.
void place_by_letters(Findings& findings, const std::string& file, std::string_view text);

}  // namespace benniu::model
