// What a measure says, for tests: a method's statements, a county's tables, a unit.
#pragma once

#include <gtest/gtest.h>

#include "indicators/evaluator.hpp"
#include "indicators/print.hpp"
#include "method/tiny_county.hpp"

namespace benniu::indicators::testing {

// 东镇, 西镇 in 甲组, 南镇 in 乙组, unless the tables list units themselves.
inline std::string with_units(const std::string& tables) {
    return tables.find("# 单位 ") == std::string::npos
               ? "# 单位 名称 组 目标 档次\n东镇 甲组 3 一档\n西镇 甲组 5 二档\n南镇 乙组 - -\n" +
                     tables
               : tables;
}

class Measured {
  public:
    Measured(const std::string& statements, const std::string& tables, const ledger::Cut& cut = {},
             const std::string& period = "1")
        : Measured(statements, method::testing::deeds_in(with_units(tables)), cut, period) {}

    Measured(const std::string& statements, const std::vector<ledger::Deed>& deeds,
             const ledger::Cut& cut = {}, const std::string& period = "1")
        : method_(method::testing::methods_in({statements}).begin()->second),
          readings_(from_ledger(method::testing::county_of(deeds, cut), method_->formulas,
                                method_->groups)),
          evaluator_(method_->formulas, readings_, *method_->period(period)) {}
    Measured(const Measured&) = delete;
    Measured& operator=(const Measured&) = delete;
    ~Measured() = default;

    [[nodiscard]] const Readings& readings() const { return readings_; }
    [[nodiscard]] const Formulas& formulas() const { return method_->formulas; }

    // The measure called `name`, as text.
    std::string value(const std::string& name, const std::string& unit) {
        return to_text(evaluator_.of_unit(body(name), unit_number(unit)));
    }
    std::string value(const std::string& unit) { return value("值", unit); }

    Step step(const std::string& name, const std::string& unit) {
        Step step;
        static_cast<void>(evaluator_.of_unit(body(name), unit_number(unit), &step));
        return step;
    }

    // "风机 投资, …": the entries, or stages, that a step tells of.
    [[nodiscard]] std::string entries(
        const std::vector<std::pair<Looked, std::vector<Step>>>& told) const {
        std::string words;
        for (const auto& [looked, steps] : told) {
            const auto& ledger = *readings_.ledgers[looked.ledger].entries;
            words += (words.empty() ? "" : "; ") + ledger.entries[looked.entry].key;
            if (looked.stage >= 0) {
                words += " " + ledger.definition->stages[static_cast<std::size_t>(looked.stage)];
            }
            for (const Step& step : steps) {
                words +=
                    " [" + to_text(*step.formula, formulas()) + " is " + to_text(step.value) + "]";
            }
        }
        return words;
    }

  private:
    [[nodiscard]] const Expression& body(const std::string& name) const {
        for (const Measure& measure : method_->formulas.measures) {
            if (measure.name == name) {
                return *measure.body;
            }
        }
        throw std::invalid_argument(name);
    }
    [[nodiscard]] std::size_t unit_number(const std::string& name) const {
        for (std::size_t i = 0; i < readings_.units.size(); ++i) {
            if (readings_.units[i].id == name) {
                return i;
            }
        }
        throw std::invalid_argument(name);
    }

    std::shared_ptr<const method::Method> method_;
    Readings readings_;
    Evaluator evaluator_;
};

// What the measure 值 of these statements is for 东镇.
inline std::string said(const std::string& statements, const std::string& tables = "") {
    return Measured(statements, tables).value("东镇");
}

}  // namespace benniu::indicators::testing
