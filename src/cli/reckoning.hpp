// A line of an explanation laid out for reading: which formula, which values in its place, and what
// is worth telling below it. Values are never changed here, only put where their names stood. The
// page does the same (web/src/explanation/reckoning.ts).
#pragma once

#include "cli/sentences.hpp"
#include "score/explanation.hpp"

namespace benniu::cli {

class Reckoning {
  public:
    // Must outlive the reckoning.
    explicit Reckoning(const Sentences& sentences) : sentences_(&sentences) {}

    // "missing", "yes" and "no" become words; "415/6" is told as "69.1666…".
    [[nodiscard]] std::string value(const std::string& exact) const;
    // With the signs that people write on paper, and with the reader's words.
    [[nodiscard]] std::string formula(const std::string& written) const;
    // "min(120, 100 × 8.3 ÷ 12)".
    [[nodiscard]] std::string with_values(const score::Line& expression) const;

  private:
    [[nodiscard]] std::string put_in(const score::Line& line, int around) const;
    [[nodiscard]] std::string bare(const score::Line& line, int own) const;
    [[nodiscard]] std::string list(const score::Line& line, std::size_t from) const;
    [[nodiscard]] std::string word(const std::string& of_the_language) const;

    const Sentences* sentences_;
};

// What stands behind a name; a line without a name is itself.
[[nodiscard]] const score::Line& expression_of(const score::Line& line);

// Whether values can be put into the formula and say more than the result alone.
[[nodiscard]] bool is_reckoned(const score::Line& expression);

// What the formula names, in its order and each once.
[[nodiscard]] std::vector<const score::Line*> details_of(const score::Line& expression);

// Whether there is more to tell than the value.
[[nodiscard]] bool is_openable(const score::Line& line);

}  // namespace benniu::cli
