#include "score/explanation.hpp"

#include <algorithm>
#include <set>

#include "indicators/print.hpp"

namespace benniu::score {

using indicators::Expression;
using indicators::Kind;
using indicators::Looked;

namespace {

// Turns steps into lines for one scorer; another method's steps go to that method's words.
class Teller {
  public:
    Teller(const Scorer& scorer, std::size_t unit) : scorer_(&scorer), unit_(unit) {}

    [[nodiscard]] Line line(const Step& step) const {
        const Expression& formula = *step.formula;
        Line line;
        line.what = name_of(formula.kind);
        line.formula = to_text(formula, formulas());
        line.value = indicators::to_text(step.value);
        name_it(line, formula);
        if (formula.kind == Kind::blend || formula.kind == Kind::blend_part) {
            tell_blend(line, step);
        } else if (formula.kind == Kind::other_result) {
            tell_other(line, step);
        } else {
            for (const Step& part : step.parts) {
                line.parts.push_back(this->line(part));
            }
        }
        tell_rounding(line, step);
        tell_fold(line, formula);
        tell_members(line, step);
        if (formula.kind == Kind::lookup) {
            const auto& table = formulas().tables[static_cast<std::size_t>(formula.index)];
            line.row = indicators::row_text(table, step.row);
            line.article = table.article;
        }
        auto held = step.conditions.begin();
        for (const auto& [looked, steps] : step.counted) {
            held = std::find_if(held, step.conditions.end(), [&looked = looked](const auto& each) {
                return each.first.entry == looked.entry && each.first.stage == looked.stage;
            });
            line.counted.push_back(counted(
                looked, steps, held == step.conditions.end() ? nullptr : &held->second.front()));
        }
        for (const auto& [looked, steps] : step.not_counted) {
            line.not_counted.push_back(not_counted(looked, steps.front()));
        }
        return line;
    }

  private:
    [[nodiscard]] const indicators::Formulas& formulas() const {
        return scorer_->method().formulas;
    }
    [[nodiscard]] const std::string& article(std::size_t index) const {
        return scorer_->method().document.articles[index].number;
    }

    void name_it(Line& line, const Expression& formula) const {
        const auto index = static_cast<std::size_t>(formula.index);
        switch (formula.kind) {
            case Kind::item: {
                const method::Item& item = scorer_->method().items[index];
                line.name = item.name;
                line.title = item.title;
                line.article = article(item.article);
                line.formula = to_text(*item.body, formulas());
                break;
            }
            case Kind::measure:
                line.name = formulas().measures[index].name;
                line.article = formulas().measures[index].article;
                line.formula = to_text(*formulas().measures[index].body, formulas());
                break;
            case Kind::definition:
                line.name = formula.word;
                line.article = formulas().definitions[index].article;
                line.formula = to_text(*formulas().definitions[index].body, formulas());
                break;
            case Kind::let:
                line.name = formulas().lets[index].name;
                line.article = formulas().lets[index].article;
                line.formula = to_text(*formulas().lets[index].body, formulas());
                break;
            case Kind::blend:
            case Kind::blend_part:
                line.name = formula.word;
                line.article = article(scorer_->method().blends[index].article);
                break;
            case Kind::context:
                if (formula.context == indicators::Context::vetoed && scorer_->method().veto) {
                    line.article = article_of(scorer_->method(), *scorer_->method().veto);
                }
                break;
            case Kind::aggregate:
            case Kind::of_group:
                line.function =
                    name_of(formula.kind == Kind::aggregate ? formula.aggregate->function
                                                            : formula.function);
                break;
            default:
                break;
        }
    }

    void tell_rounding(Line& line, const Step& step) const {
        const Expression& formula = *step.formula;
        if (formula.kind == Kind::round_to) {
            line.rounding = method::RoundingWords{formula.places, formula.rounding, false};
        } else if (formula.kind == Kind::item) {
            line.rounding =
                scorer_->method().items[static_cast<std::size_t>(formula.index)].rounding;
        }
        if (line.rounding && !indicators::is_missing(step.unrounded)) {
            line.unrounded = indicators::to_text(step.unrounded);
        }
    }

    // A blend's steps are: to, then weight and value of each part, then otherwise when it was used.
    void tell_blend(Line& line, const Step& step) const {
        const auto index = static_cast<std::size_t>(step.formula->index);
        const method::Blend& blend = scorer_->method().blends[index];
        line.rounding = blend.rounding;
        line.blend_to = indicators::to_text(step.parts.front().value);
        Rational weights;
        for (std::size_t i = 0; i < blend.parts.size(); ++i) {
            if (!indicators::is_missing(step.parts[2 * i + 2].value)) {
                weights = weights + std::get<Rational>(step.parts[2 * i + 1].value);
            }
        }
        line.blend_weights = indicators::to_text(weights);
        for (std::size_t i = 0; i < blend.parts.size(); ++i) {
            tell_part(line, blend, i, step, weights);
        }
    }

    void tell_part(Line& line, const method::Blend& blend, std::size_t number, const Step& step,
                   const Rational& weights) const {
        const Step& weight = step.parts[2 * number + 1];
        const Step& value = step.parts[2 * number + 2];
        const bool is_all = step.formula->kind == Kind::blend;
        if (!is_all && step.formula->second != static_cast<int>(number)) {
            return;
        }
        BlendLine told{blend.parts[number].name, indicators::to_text(weight.value),
                       indicators::to_text(value.value), "missing", "missing"};
        const bool counts =
            !indicators::is_missing(value.value) && !std::get<Rational>(weight.value).is_zero();
        if (counts) {
            const Rational exact = std::get<Rational>(weight.value) *
                                   std::get<Rational>(step.parts.front().value) / weights *
                                   std::get<Rational>(value.value);
            told.unrounded = indicators::to_text(exact);
            told.points = told.unrounded;
            if (blend.rounding) {
                const auto points = exact.rounded(blend.rounding->places, blend.rounding->mode);
                told.points = points->to_plain_string();
            }
            line.unrounded = is_all ? "" : told.unrounded;
        }
        line.blend.push_back(told);
        line.parts.push_back(this->line(value));
        if (!is_all && weight.formula->kind != Kind::literal) {
            line.parts.push_back(this->line(weight));
        }
    }

    void tell_other(Line& line, const Step& step) const;

    void tell_fold(Line& line, const Expression& formula) const {
        if (formula.kind == Kind::context && formula.context == indicators::Context::vetoed) {
            line.effects = effects_of_veto(scorer_->method());
        }
        if (!formula.aggregate) {
            return;
        }
        const indicators::Aggregate& fold = *formula.aggregate;
        line.fold = Fold{formulas().ledgers[fold.ledger]->name, fold.over_stages,
                         fold.what ? to_text(*fold.what, formulas()) : "",
                         fold.where ? to_text(*fold.where, formulas()) : ""};
    }

    void tell_members(Line& line, const Step& step) const {
        const auto& readings = scorer_->readings();
        const auto& units = readings.groups.at(readings.units[unit_].group);
        for (std::size_t i = 0; i < step.members.size(); ++i) {
            line.members.push_back(
                {std::string(readings.units[units[i]].id), indicators::to_text(step.members[i])});
        }
    }

    [[nodiscard]] FactLine counted(const Looked& looked, const std::vector<Step>& steps,
                                   const Step* condition) const {
        FactLine told = fact(looked);
        told.amount = steps.empty() ? "1" : indicators::to_text(steps.front().value);
        for (const Step& step : steps) {
            told.parts.push_back(line(step));
        }
        if (condition != nullptr) {
            told.seen = seen_in(*condition, formulas(), *formulas().ledgers[looked.ledger]);
        }
        return told;
    }

    // It failed a condition, or its amount is missing.
    [[nodiscard]] FactLine not_counted(const Looked& looked, const Step& reason) const {
        FactLine told = fact(looked);
        told.condition = to_text(*reason.formula, formulas());
        told.article =
            reason.formula->kind == Kind::definition
                ? formulas().definitions[static_cast<std::size_t>(reason.formula->index)].article
                : article_of(scorer_->method(), *reason.formula);
        told.values = with_values(reason);
        told.seen = seen_in(reason, formulas(), *formulas().ledgers[looked.ledger]);
        told.amount = indicators::is_missing(reason.value) ? "missing" : "";
        return told;
    }

    [[nodiscard]] FactLine fact(const Looked& looked) const {
        const auto& ledger = *scorer_->readings().ledgers[looked.ledger].entries;
        const ledger::Entry& entry = ledger.entries[looked.entry];
        FactLine told;
        told.ledger = ledger.definition->name;
        told.entry = entry.key;
        told.label = model::plain_text(ledger.value(entry, ledger.definition->label));
        told.source = entry.source;
        if (looked.stage >= 0) {
            told.stage = ledger.definition->stages[static_cast<std::size_t>(looked.stage)];
        }
        add_facts(told, entry, looked.stage);
        add_dates(told, *ledger.definition, entry, looked.stage);
        return told;
    }

    static void add_facts(FactLine& told, const ledger::Entry& entry, int stage) {
        std::set<ledger::Sequence> facts = {entry.opened_by};
        for (std::size_t i = 0; i < entry.stages.size(); ++i) {
            if (stage < 0 || i == static_cast<std::size_t>(stage)) {
                facts.insert({entry.stages[i].reported_by, entry.stages[i].verified_by});
            }
        }
        facts.insert(entry.field_facts.begin(), entry.field_facts.end());
        facts.erase(0);
        told.facts.assign(facts.begin(), facts.end());
    }

    static void add_dates(FactLine& told, const model::LedgerDefinition& definition,
                          const ledger::Entry& entry, int stage) {
        const auto add = [&](const std::string& word, const std::optional<Date>& date) {
            if (date) {
                told.dates.emplace_back(word, date->to_string());
            }
        };
        if (stage >= 0) {
            const ledger::StageRecord& record = entry.stages[static_cast<std::size_t>(stage)];
            add(definition.words.occurred, record.occurred);
            add(definition.words.reported, record.reported);
            add(definition.words.verified, record.verified);
            return;
        }
        for (std::size_t f = 0; f < definition.fields.size(); ++f) {
            const auto* const date = std::get_if<Date>(&entry.fields[f]);
            add(definition.fields[f].name, date == nullptr ? std::nullopt : std::optional(*date));
        }
    }

    // "2021-12-08 · 2021-12-04": what stood on the condition's sides.
    [[nodiscard]] static std::string with_values(const Step& step) {
        if (step.formula->kind == Kind::not_) {
            return with_values(step.parts.front());
        }
        std::string words;
        for (const Step& part : step.parts) {
            words += (words.empty() ? "" : " · ") + indicators::to_text(part.value);
        }
        return words.empty() ? indicators::to_text(step.value) : words;
    }

    const Scorer* scorer_;
    std::size_t unit_;
};

// Another method's result is told by that method, for the same unit.
void Teller::tell_other(Line& line, const Step& step) const {
    const indicators::OtherResult& asked = *step.formula->other;
    line.name = step.formula->word;
    Scorer* const other = scorer_->other(asked);
    const auto unit = other->unit(scorer_->readings().units[unit_].id);
    if (!unit) {
        return;
    }
    Expression formula;
    formula.kind = Kind::item;
    if (asked.item == "vetoed") {
        if (other->method().veto) {
            line.parts.push_back(explained(*other, *other->method().veto, *unit));
        }
        return;
    }
    formula.index = static_cast<int>(*other->method().item(asked.item));
    line.parts.push_back(explained(*other, formula, *unit));
}

}  // namespace

Line explained(Scorer& scorer, const Expression& formula, std::size_t unit) {
    Step step;
    static_cast<void>(scorer.value(formula, unit, &step));
    return Teller(scorer, unit).line(step);
}

ColumnLine explained(Scorer& scorer, const method::Column& column, std::size_t unit) {
    ColumnLine told{column.name, column.title, article_of(scorer.method(), column), {}};
    if (column.body) {
        told.line = explained(scorer, *column.body, unit);
    }
    return told;
}

namespace {

bool names_veto(const Expression& formula) {
    return (formula.kind == Kind::context && formula.context == indicators::Context::vetoed) ||
           std::any_of(formula.parts.begin(), formula.parts.end(),
                       [](const auto& part) { return names_veto(*part); });
}

}  // namespace

std::string article_of(const method::Method& method, const Expression& formula) {
    std::string number;
    for (const method::Article& article : method.document.articles) {
        number = article.line <= formula.line ? article.number : number;
    }
    return number;
}

std::string article_of(const method::Method& method, const method::Column& column) {
    std::string numbers;
    for (const std::size_t award : column.awards) {
        const std::string& own = method.document.articles[method.awards[award].article].number;
        if (numbers.find(own) == std::string::npos) {
            numbers += (numbers.empty() ? "" : "、") + own;
        }
    }
    if (!column.body) {
        return numbers;
    }
    const auto index = static_cast<std::size_t>(column.body->index);
    switch (column.body->kind) {
        case Kind::item:
            return method.document.articles[method.items[index].article].number;
        case Kind::blend:
        case Kind::blend_part:
            return method.document.articles[method.blends[index].article].number;
        case Kind::measure:
            return method.formulas.measures[index].article;
        case Kind::context:
            if (column.body->context == indicators::Context::vetoed && method.veto) {
                return article_of(method, *method.veto);
            }
            if (column.body->context == indicators::Context::rank) {
                return article_of(method, *method.order.front());
            }
            break;
        default:
            break;
    }
    return article_of(method, *column.body);
}

std::vector<Effect> effects_of_veto(const method::Method& method) {
    std::vector<Effect> effects;
    for (const auto& key : method.order) {
        if (names_veto(*key)) {
            effects.push_back({"rank", article_of(method, *key), to_text(*key, method.formulas)});
        }
    }
    for (const method::Award& award : method.awards) {
        if (award.when && names_veto(*award.when)) {
            effects.push_back({award.title, article_of(method, *award.when),
                               to_text(*award.when, method.formulas)});
        }
    }
    return effects;
}

}  // namespace benniu::score
