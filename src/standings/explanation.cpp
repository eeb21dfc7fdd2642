#include "standings/explanation.hpp"

#include <algorithm>

#include "indicators/aggregation.hpp"
#include "indicators/print.hpp"
#include "standings/order.hpp"

namespace benniu::standings {

using indicators::Context;
using indicators::Expression;
using indicators::Kind;
using score::article_of;
using score::ColumnLine;
using score::Line;
using score::Order;

namespace {

using Formulas = std::vector<method::ExpressionPtr>;

bool is_rank(const Expression& formula) {
    return formula.kind == Kind::context && formula.context == Context::rank;
}

void conjuncts(const Expression& formula, std::vector<const Expression*>& list) {
    if (formula.kind != Kind::and_) {
        list.push_back(&formula);
        return;
    }
    for (const auto& part : formula.parts) {
        conjuncts(*part, list);
    }
}

// What a condition says of an item is its value; the item has an explanation of its own.
Line without_items(Line line) {
    if (line.what == "item") {
        line.parts.clear();
    }
    for (Line& part : line.parts) {
        part = without_items(std::move(part));
    }
    return line;
}

// Explains one unit of one table.
class Teller {
  public:
    Teller(score::Scorer& scorer, const Row& row) : scorer_(&scorer), row_(&row) {}

    [[nodiscard]] Line rank() const {
        const method::Method& method = scorer_->method();
        Line line;
        line.what = "rank";
        line.article = article_of(method, *method.order.front());
        line.formula = written(method.order);
        line.value = std::to_string(row_->rank);
        const auto placed = in_order(*scorer_, members(), method.order);
        line.order = order(method.order, placed, method.ties == method::Ties::share);
        return line;
    }

    // Parts: how many the award takes, where it takes a number; then each of its conditions.
    [[nodiscard]] Line award(std::size_t number) const {
        const method::Method& method = scorer_->method();
        const method::Award& award = method.awards[number];
        Line line;
        line.what = "award";
        line.name = award.name;
        line.title = award.title;
        line.article = method.document.articles[award.article].number;
        line.formula = award.when ? to_text(*award.when, method.formulas) : "";
        const bool has =
            std::find(row_->awards.begin(), row_->awards.end(), number) != row_->awards.end();
        line.value = has ? "yes" : "no";
        if (award.take) {
            const Cut cut = cut_of(*scorer_, award, members());
            line.order = order(award.order, cut.placed, true);
            line.order->from_bottom = award.from_bottom;
            line.order->quota = indicators::to_text(cut.quota);
            line.order->is_inside = index_of(cut.placed) < cut.taken;
            line.parts.push_back(score::explained(*scorer_, *award.take, row_->unit));
        }
        std::vector<const Expression*> conditions;
        if (award.when) {
            conjuncts(*award.when, conditions);
        }
        for (const Expression* condition : conditions) {
            line.parts.push_back(without_items(score::explained(*scorer_, *condition, row_->unit)));
        }
        return line;
    }

    [[nodiscard]] ColumnLine column(const method::Column& column) const {
        ColumnLine told{column.name, column.title, article_of(scorer_->method(), column), {}};
        if (column.body && is_rank(*column.body)) {
            told.line = rank();
        } else if (column.body) {
            told = score::explained(*scorer_, column, row_->unit);
        } else {
            told.line.what = "awards";
            for (const std::size_t number : column.awards) {
                told.line.parts.push_back(award(number));
                if (told.line.parts.back().value == "yes") {
                    const std::string& title = scorer_->method().awards[number].title;
                    told.line.value += (told.line.value.empty() ? "" : "、") + title;
                }
            }
        }
        return told;
    }

    // What the method names but does not publish in a column of its own.
    [[nodiscard]] std::optional<ColumnLine> unpublished(const std::string& item) const {
        const method::Method& method = scorer_->method();
        for (std::size_t i = 0; i < method.awards.size(); ++i) {
            if (item == method.awards[i].name || item == method.awards[i].title) {
                return alone(award(i));
            }
        }
        if (item == "rank") {
            return alone(rank());
        }
        Expression formula;
        for (std::size_t i = 0; i < method.items.size(); ++i) {
            if (item == method.items[i].name || item == method.items[i].title) {
                formula.kind = Kind::item;
                formula.index = static_cast<int>(i);
                return alone(score::explained(*scorer_, formula, row_->unit));
            }
        }
        for (std::size_t i = 0; i < method.formulas.measures.size(); ++i) {
            const indicators::Measure& measure = method.formulas.measures[i];
            if (item == measure.name && measure.parameters.empty()) {
                formula.kind = Kind::measure;
                formula.index = static_cast<int>(i);
                formula.word = measure.name;
                return alone(score::explained(*scorer_, formula, row_->unit));
            }
        }
        if (item == "vetoed") {
            formula.kind = Kind::context;
            formula.context = Context::vetoed;
            return alone(score::explained(*scorer_, formula, row_->unit));
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] static ColumnLine alone(Line line) {
        const std::string& name = line.name.empty() ? line.formula : line.name;
        return {line.what == "rank" ? "rank" : name, line.title.empty() ? name : line.title,
                line.article, std::move(line)};
    }

    [[nodiscard]] const std::vector<std::size_t>& members() const {
        return scorer_->readings().groups.at(row_->group);
    }

    [[nodiscard]] std::string written(const Formulas& order) const {
        std::string words;
        for (const auto& key : order) {
            words += (words.empty() ? "" : ", ") + to_text(*key, scorer_->method().formulas);
        }
        return words;
    }

    [[nodiscard]] std::size_t index_of(const std::vector<Placed>& placed) const {
        const auto own = std::find_if(placed.begin(), placed.end(),
                                      [&](const Placed& each) { return each.unit == row_->unit; });
        return static_cast<std::size_t>(own - placed.begin());
    }

    [[nodiscard]] std::string name_of(const Placed& placed) const {
        return std::string(scorer_->readings().units[placed.unit].id);
    }

    // Level units share a place; behind them the next is skipped where `skips`.
    [[nodiscard]] Order order(const Formulas& keys, const std::vector<Placed>& placed,
                              bool skips) const {
        Order told;
        for (const auto& key : keys) {
            told.keys.push_back(to_text(*key, scorer_->method().formulas));
        }
        const Placed& own = placed[index_of(placed)];
        int place = 0;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (i == 0 || !is_level(placed[i - 1].keys, placed[i].keys)) {
                place = skips ? static_cast<int>(i) + 1 : place + 1;
            }
            score::Contender contender{name_of(placed[i]), place, {}};
            for (const auto& key : placed[i].keys) {
                contender.keys.push_back(indicators::to_text(key));
            }
            told.contenders.push_back(std::move(contender));
            if (placed[i].unit == own.unit) {
                told.place = place;
            } else if (is_level(placed[i].keys, own.keys)) {
                told.level.push_back(name_of(placed[i]));
            }
        }
        add_neighbours(told, placed, own);
        return told;
    }

    void add_neighbours(Order& told, const std::vector<Placed>& placed, const Placed& own) const {
        bool is_past = false;
        for (const Placed& other : placed) {
            is_past = is_past || other.unit == own.unit;
            if (is_level(other.keys, own.keys)) {
                continue;
            }
            if (!is_past) {
                told.ahead = difference(told, own, other);
            } else if (!told.behind) {
                told.behind = difference(told, own, other);
            }
        }
    }

    [[nodiscard]] score::Difference difference(const Order& told, const Placed& own,
                                               const Placed& other) const {
        std::size_t key = 0;
        while (is_level({own.keys[key]}, {other.keys[key]})) {
            ++key;
        }
        return {name_of(other), told.keys[key], indicators::to_text(own.keys[key]),
                indicators::to_text(other.keys[key])};
    }

    score::Scorer* scorer_;
    const Row* row_;
};

}  // namespace

std::vector<ColumnLine> explained(score::Scorer& scorer, const Row& row, const std::string& item) {
    const Teller teller(scorer, row);
    std::vector<ColumnLine> lines;
    for (const method::Column& column : scorer.method().columns) {
        if (item.empty() || item == column.name || item == column.title) {
            lines.push_back(teller.column(column));
        }
    }
    if (lines.empty()) {
        if (auto line = teller.unpublished(item)) {
            lines.push_back(*std::move(line));
        }
    }
    return lines;
}

std::vector<std::string> explainable(const method::Method& method) {
    std::vector<std::string> names = {"rank", "vetoed"};
    for (const method::Column& column : method.columns) {
        names.insert(names.end(), {column.name, column.title});
    }
    for (const method::Award& award : method.awards) {
        names.insert(names.end(), {award.name, award.title});
    }
    for (const method::Item& item : method.items) {
        names.insert(names.end(), {item.name, item.title});
    }
    for (const indicators::Measure& measure : method.formulas.measures) {
        names.push_back(measure.name);
    }
    return names;
}

}  // namespace benniu::standings
