// The counter at which the command line and the web ask about one county. Answers are JSON, as
// docs/formats/answers.md says. Safe to use from several threads.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/books.hpp"
#include "score/explanation.hpp"

namespace benniu::app {

class Desk {
  public:
    // All must outlive the desk.
    Desk(const ledger::Log& log, const Pack& pack, const ledger::Keep& keep)
        : books_(log, pack, keep) {}

    // Errors of all: those of the log. Besides: no-such-method, no-such-period, no-such-unit,
    // no-such-column.
    [[nodiscard]] Result<std::string> county() const;
    [[nodiscard]] Result<std::string> standings(const std::string& method,
                                                const std::string& period,
                                                std::optional<Date> as_of) const;
    // `column` "" explains every column.
    [[nodiscard]] Result<std::string> explanation(const std::string& method,
                                                  const std::string& period,
                                                  const std::string& unit,
                                                  const std::string& column,
                                                  std::optional<Date> as_of) const;
    [[nodiscard]] Result<std::string> method(const std::string& name) const;

  private:
    mutable std::mutex mutex_;
    mutable Books books_;
};

// The lines that explain a unit, for those who print them otherwise.
struct UnitExplanation {
    const standings::Row* row = nullptr;
    std::vector<score::ColumnLine> lines;
};
[[nodiscard]] Result<UnitExplanation> explained_unit(const Answer& answer, const std::string& unit,
                                                     const std::string& column);

}  // namespace benniu::app
