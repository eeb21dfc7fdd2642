// All methods of a county on one snapshot, so that one method may ask for another's results.
// Scorers are made when first asked for and kept.
#pragma once

#include "method/library.hpp"
#include "score/scorer.hpp"

namespace benniu::score {

class Scorebook {
  public:
    Scorebook(method::Library library, std::shared_ptr<const ledger::County> county);
    Scorebook(const Scorebook&) = delete;
    Scorebook& operator=(const Scorebook&) = delete;
    ~Scorebook() = default;

    // Errors: no-such-method, no-such-period.
    [[nodiscard]] Result<Scorer*> scorer(const std::string& method, const std::string& period);

    [[nodiscard]] const method::Library& library() const { return library_; }
    [[nodiscard]] const std::shared_ptr<const ledger::County>& county() const { return county_; }

  private:
    method::Library library_;
    std::shared_ptr<const ledger::County> county_;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<Scorer>> scorers_;
};

}  // namespace benniu::score
