#include "indicators/print.hpp"

#include <array>
#include <map>

namespace benniu::indicators {

namespace {

// How tightly a kind binds; looser parts are put in parentheses.
int tightness(Kind kind) {
    switch (kind) {
        case Kind::or_else:
            return 1;
        case Kind::or_:
            return 2;
        case Kind::and_:
            return 3;
        case Kind::not_:
            return 4;
        case Kind::equal:
        case Kind::not_equal:
        case Kind::less:
        case Kind::less_equal:
        case Kind::greater:
        case Kind::greater_equal:
        case Kind::between:
        case Kind::one_of:
        case Kind::is_blank:
            return 5;
        case Kind::add:
        case Kind::subtract:
            return 6;
        case Kind::multiply:
        case Kind::divide:
            return 7;
        case Kind::negate:
            return 8;
        default:
            return 9;
    }
}

class Printer {
  public:
    explicit Printer(const Formulas& formulas) : formulas_(&formulas) {}

    std::string text(const Expression& formula, int around = 0) const {
        const std::string inner = bare(formula);
        return tightness(formula.kind) < around ? "(" + inner + ")" : inner;
    }

  private:
    std::string list(const Expression& formula, std::size_t from = 0) const {
        std::string words;
        for (std::size_t i = from; i < formula.parts.size(); ++i) {
            words += (i > from ? ", " : "") + text(*formula.parts[i]);
        }
        return words;
    }

    std::string infix(const Expression& formula, const std::string& sign) const {
        const int own = tightness(formula.kind);
        return text(*formula.parts[0], own) + " " + sign + " " + text(*formula.parts[1], own + 1);
    }

    std::string choose(const Expression& formula) const {
        std::string words = "case { ";
        for (std::size_t i = 0; i + 1 < formula.parts.size(); i += 2) {
            words += text(*formula.parts[i]) + ": " + text(*formula.parts[i + 1]) + "; ";
        }
        return words + "else: " + text(*formula.parts.back()) + " }";
    }

    std::string aggregate(const Expression& formula) const {
        const Aggregate& fold = *formula.aggregate;
        const bool distinct = fold.function == Function::count_distinct;
        std::string words =
            distinct ? "count(distinct " : std::string(name_of(fold.function)) + "(";
        if (fold.what) {
            words += text(*fold.what) + " over ";
        }
        words += fold.over_stages ? "stages of " : "";
        words += formulas_->ledgers[fold.ledger]->name;
        return words + (fold.where ? " where " + text(*fold.where) : "") + ")";
    }

    std::string context(const Expression& formula) const {
        switch (formula.context) {
            case Context::unit:
                return "unit";
            case Context::group:
                return "group";
            case Context::group_size:
                return "group.size";
            case Context::last_rank:
                return "group.last_rank";
            case Context::period_first:
                return "period.first";
            case Context::period_last:
                return "period.last";
            case Context::period_freeze:
                return "period.freeze";
            case Context::period_number:
                return "period.number";
            case Context::rank:
                return "rank";
            case Context::vetoed:
                break;
        }
        return "vetoed";
    }

    std::string bare(const Expression& formula) const {
        static const std::map<Kind, std::string> signs = {
            {Kind::or_else, "else"},  {Kind::or_, "or"},       {Kind::and_, "and"},
            {Kind::equal, "="},       {Kind::not_equal, "!="}, {Kind::less, "<"},
            {Kind::less_equal, "<="}, {Kind::greater, ">"},    {Kind::greater_equal, ">="},
            {Kind::add, "+"},         {Kind::subtract, "-"},   {Kind::multiply, "*"},
            {Kind::divide, "/"}};
        if (const auto sign = signs.find(formula.kind); sign != signs.end()) {
            return infix(formula, sign->second);
        }
        switch (formula.kind) {
            case Kind::negate:
                return "-" + text(*formula.parts[0], 8);
            case Kind::not_:
                return "not " + text(*formula.parts[0], 4);
            case Kind::between:
                return text(*formula.parts[0], 6) + " in " + text(*formula.parts[1], 6) + " .. " +
                       text(*formula.parts[2], 6);
            case Kind::one_of:
                return text(*formula.parts[0], 6) + " in (" + list(formula, 1) + ")";
            case Kind::is_blank:
                return text(*formula.parts[0], 6) + " is blank";
            case Kind::choose:
                return choose(formula);
            case Kind::aggregate:
                return aggregate(formula);
            case Kind::context:
                return context(formula);
            default:
                return named(formula);
        }
    }

    std::string named(const Expression& formula) const {
        switch (formula.kind) {
            case Kind::literal: {
                const bool text = std::holds_alternative<std::string_view>(formula.literal);
                return text ? "\"" + formula.word + "\"" : formula.word;
            }
            case Kind::unit_field:
                return "unit." + formula.word;
            case Kind::stage_at_hand:
                return "stage";
            case Kind::lookup:
                return formulas_->tables[static_cast<std::size_t>(formula.index)].name + "[" +
                       list(formula) + "]";
            case Kind::period_table:
                return context(formula) + "[" + list(formula) + "]";
            case Kind::of_group:
                return "group." + std::string(name_of(formula.function)) + "(" + list(formula) +
                       ")";
            case Kind::round_to:
                return "round(" + list(formula) + ", " + std::to_string(formula.places) + ")";
            case Kind::minimum:
            case Kind::maximum:
            case Kind::mean:
            case Kind::clamp:
            case Kind::month_of:
            case Kind::year_of:
                return std::string(name_of(formula.kind)) + "(" + list(formula) + ")";
            case Kind::measure:
                return formula.word + (formula.parts.empty() ? "" : "(" + list(formula) + ")");
            default:
                return formula.word;
        }
    }

    const Formulas* formulas_;
};

}  // namespace

std::string to_text(const Expression& formula, const Formulas& formulas) {
    return Printer(formulas).text(formula);
}

std::string_view name_of(Kind kind) {
    constexpr std::array<std::string_view, 44> names = {
        "literal",    "field",      "stage-part",    "stage",      "unit-field", "context",
        "period",     "parameter",  "let",           "definition", "measure",    "item",
        "blend",      "blend-part", "result",        "negate",     "not",        "add",
        "subtract",   "multiply",   "divide",        "equal",      "not-equal",  "less",
        "less-equal", "greater",    "greater-equal", "and",        "or",         "else",
        "between",    "one-of",     "is-blank",      "choose",     "lookup",     "min",
        "max",        "mean",       "clamp",         "round",      "month",      "year",
        "aggregate",  "group"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(Function function) {
    constexpr std::array<std::string_view, 8> names = {
        "sum", "count", "count-distinct", "any", "mean", "min", "max", "rank"};
    return names.at(static_cast<std::size_t>(function));
}

std::string row_text(const Table& table, int row) {
    if (row < 0) {
        return "else";
    }
    const auto at = static_cast<std::size_t>(row);
    if (at < table.tiers.size()) {
        const TierRow& tier = table.tiers[at];
        return (tier.comparison == Comparison::at_least ? ">= " : "<= ") + to_text(tier.bound);
    }
    std::string words;
    for (const std::string& key : table.words[at].keys) {
        words += (words.empty() ? "" : ", ") + key;
    }
    return words;
}

}  // namespace benniu::indicators
