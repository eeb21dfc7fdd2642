// A tiny county scored by tiny methods, for tests; and every point of a random county as text.
#pragma once

#include <gtest/gtest.h>

#include "indicators/print.hpp"
#include "method/random_county.hpp"
#include "method/tiny_county.hpp"
#include "score/scorebook.hpp"

namespace benniu::score::testing {

class Scored {
  public:
    // The first method is 小法, the others 二法, 三法 (tiny_county.hpp).
    Scored(const std::vector<std::string>& methods, const std::string& tables)
        : book_(method::testing::methods_in(methods),
                method::testing::county_of(method::testing::deeds_in(tables))) {}

    Scorer& scorer(const std::string& method = "小法", const std::string& period = "1") {
        return **book_.scorer(method, period);
    }
    std::string item(const std::string& name, const std::string& unit) {
        Scorer& scorer = this->scorer();
        return indicators::to_text(scorer.item(*scorer.method().item(name), *scorer.unit(unit)));
    }
    // "name weight value points" of each part, then the total.
    std::string blend(const std::string& unit) {
        Scorer& scorer = this->scorer();
        const BlendScore& score = scorer.blend(0, *scorer.unit(unit));
        std::string words;
        for (std::size_t i = 0; i < score.parts.size(); ++i) {
            const PartScore& part = score.parts[i];
            words += scorer.method().blends[0].parts[i].name + " " +
                     indicators::to_text(part.weight) + " " + indicators::to_text(part.value) +
                     " " + indicators::to_text(part.points) + "; ";
        }
        return words + indicators::to_text(score.total);
    }
    bool is_vetoed(const std::string& unit) { return scorer().is_vetoed(*scorer().unit(unit)); }
    Scorebook& book() { return book_; }

  private:
    Scorebook book_;
};

using CountyPtr = std::shared_ptr<const ledger::County>;

inline const std::vector<std::pair<std::string, std::string>>& shipped_periods() {
    static const std::vector<std::pair<std::string, std::string>> periods = {
        {"competition", "1"}, {"competition", "2"}, {"competition", "3"}, {"monthly", "2021-11"}};
    return periods;
}

// Exact points and the veto of each unit under one shipped method, a line for each, by unit name.
inline std::string points(const CountyPtr& county, const std::string& method,
                          const std::string& period) {
    Scorebook book(method::testing::shipped_pack().methods, county);
    Scorer& scorer = **book.scorer(method, period);
    std::map<std::string, std::string> lines;
    for (std::size_t unit = 0; unit < scorer.readings().units.size(); ++unit) {
        std::string& line = lines[std::string(scorer.readings().units[unit].id)];
        for (std::size_t i = 0; i < scorer.method().items.size(); ++i) {
            line += scorer.method().items[i].name + " " +
                    indicators::to_text(scorer.item(i, unit)) + " ";
        }
        line += scorer.is_vetoed(unit) ? "vetoed" : "";
    }
    std::string text;
    for (const auto& [name, line] : lines) {
        text += name + ": " + line + "\n";
    }
    return text;
}

inline std::string points(const CountyPtr& county) {
    return points(county, "competition", "2") + points(county, "monthly", "2021-11");
}

}  // namespace benniu::score::testing
