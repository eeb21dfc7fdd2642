// An explanation as text for a terminal: each line with its article, its formula as written and
// with values, what was rounded, the facts that counted and those that did not with the condition
// that decided. What was told once is not told again.
#pragma once

#include <set>

#include "cli/reckoning.hpp"

namespace benniu::cli {

class ExplanationText {
  public:
    // Must outlive the text.
    explicit ExplanationText(const Sentences& sentences)
        : sentences_(&sentences), reckoning_(sentences) {}

    // Lines without their ends, the first one a heading. `shown` is as published, or "".
    [[nodiscard]] std::vector<std::string> of(const score::ColumnLine& column,
                                              const std::string& shown);

  private:
    using Facts = std::vector<const score::FactLine*>;

    void put(int depth, const std::string& words);
    void put(int depth, const std::string& key, const Words& words);
    void tell(const score::Line& line, int depth);
    void tell_inside(const score::Line& line, int depth);
    void tell_formula(const score::Line& line, const score::Line& expression, int depth);
    void tell_choice(const score::Line& expression, int depth);
    void tell_lookup(const score::Line& expression, int depth);
    void tell_blend(const score::Line& line, int depth);
    void tell_rounding(const score::Line& line, int depth);
    void tell_fold(const score::Line& line, int depth);
    void tell_members(const score::Line& line, int depth);
    void tell_deep_details(const score::FactLine& fact, int depth);
    void tell_counted(const score::Line& line, int depth);
    void tell_not_counted(const score::Line& line, int depth);
    void tell_reason(const Facts& facts, int depth);
    void tell_alike(const std::string& what, const Facts& facts, int depth);
    void tell_order(const score::Order& order, int depth);
    void tell_award(const score::Line& line, int depth);
    void tell_effects(const score::Line& line, int depth);

    [[nodiscard]] std::string say(const std::string& key, const Words& words = {}) const {
        return sentences_->say("cli.explain." + key, words);
    }
    [[nodiscard]] std::string comma() const { return sentences_->say("cli.comma"); }
    [[nodiscard]] std::string name_of(const score::Line& line) const;
    [[nodiscard]] std::string amount_of(const score::FactLine& fact) const;
    [[nodiscard]] std::string values_of(const score::Line& condition) const;
    [[nodiscard]] std::string row_of(const score::Line& lookup) const;
    [[nodiscard]] std::string details_of_amount(const score::FactLine& fact) const;
    [[nodiscard]] std::string because(const score::Line& detail) const;
    [[nodiscard]] std::string because_of_choice(const score::Line& expression) const;
    [[nodiscard]] std::string because_of_row(const score::Line& expression) const;
    [[nodiscard]] std::string seen(const std::vector<score::Seen>& list, bool is_fixed) const;
    [[nodiscard]] std::string source(const score::FactLine& fact);
    [[nodiscard]] std::string order_words(const score::Order& order) const;

    const Sentences* sentences_;
    Reckoning reckoning_;
    std::vector<std::string> lines_;
    std::set<std::string> told_;
    ledger::Source last_source_;
};

}  // namespace benniu::cli
