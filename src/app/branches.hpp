// Which ways a method's calculation has taken: arms of `case`, rows of tables. Shown to the author
// of a method as the coverage of its cases.
#pragma once

#include <map>
#include <set>

#include "app/method_cases.hpp"
#include "score/scorer.hpp"

namespace benniu::app {

class Branches {
  public:
    // All ways of a method; the method must outlive this.
    void expect(const method::Method& method);
    // Marks the ways that any published line of any unit takes.
    void reach(score::Scorer& scorer);

    [[nodiscard]] int count() const { return static_cast<int>(places_.size()); }
    [[nodiscard]] std::vector<Branch> unreached() const;

  private:
    // A `case` by its expression, or a table by its address; then the way, -1 for `else`.
    using Way = std::pair<const void*, int>;

    void expect(Way way, const Branch& branch);
    void expect(const indicators::Expression& formula, const method::Method& method,
                const std::string& article);
    void expect_arms(const indicators::Expression& choice, const method::Method& method,
                     const std::string& article);
    void reach(const score::Step& step, const method::Method& method);

    std::map<Way, Branch> places_;
    std::vector<Way> order_;
    std::set<Way> reached_;
};

}  // namespace benniu::app
