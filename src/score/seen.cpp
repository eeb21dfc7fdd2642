#include "score/seen.hpp"

#include <algorithm>

#include "indicators/print.hpp"

namespace benniu::score {

using indicators::Kind;

namespace {

class Looker {
  public:
    Looker(const indicators::Formulas& formulas, const model::LedgerDefinition& ledger)
        : formulas_(&formulas), ledger_(&ledger) {}

    void look(const Step& step, const std::string& stage) {
        switch (step.formula->kind) {
            case Kind::literal:
            case Kind::stage_at_hand:  // told with the fact
                return;
            case Kind::stage_part:
                note(step, step.formula->index < 0 ? stage : "", false);
                return;
            case Kind::field:
            case Kind::measure:
            case Kind::item:
                note(step, "", false);
                return;
            case Kind::unit_field:
            case Kind::context:
            case Kind::period_table:
            case Kind::parameter:
            case Kind::let:
                note(step, "", true);
                return;
            case Kind::definition:
                look_into_definition(step, stage);
                return;
            default:
                for (const Step& part : step.parts) {
                    look(part, stage);
                }
        }
    }

    [[nodiscard]] std::vector<Seen> seen() const { return seen_; }

  private:
    // A condition is what stands in it; a number or a word has a name of its own.
    void look_into_definition(const Step& step, const std::string& stage) {
        if (!std::holds_alternative<bool>(step.value)) {
            note(step, "", false);
            return;
        }
        const int own = step.formula->stage;
        for (const Step& part : step.parts) {
            look(part, own < 0 ? stage : ledger_->stages[static_cast<std::size_t>(own)] + "·");
        }
    }

    void note(const Step& step, const std::string& before, bool is_fixed) {
        std::string name = before + to_text(*step.formula, *formulas_);
        if (const std::size_t point = name.find('.');
            step.formula->kind == Kind::stage_part && point != std::string::npos) {
            name.replace(point, 1, "·");
        }
        std::string value = indicators::to_text(step.value);
        if (is_month(*step.formula) && !indicators::is_missing(step.value)) {
            value.resize(std::string_view("2021-11").size());
        }
        Seen seen{std::move(name), std::move(value), is_fixed};
        if (std::find(seen_.begin(), seen_.end(), seen) == seen_.end()) {
            seen_.push_back(std::move(seen));
        }
    }

    // A month is kept as its first day.
    [[nodiscard]] bool is_month(const indicators::Expression& formula) const {
        return formula.kind == Kind::field &&
               ledger_->fields[static_cast<std::size_t>(formula.index)].type ==
                   model::FieldType::month;
    }

    const indicators::Formulas* formulas_;
    const model::LedgerDefinition* ledger_;
    std::vector<Seen> seen_;
};

}  // namespace

std::vector<Seen> seen_in(const Step& step, const indicators::Formulas& formulas,
                          const model::LedgerDefinition& ledger) {
    Looker looker(formulas, ledger);
    looker.look(step, "");
    return looker.seen();
}

}  // namespace benniu::score
