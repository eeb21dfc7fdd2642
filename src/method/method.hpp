// A method that may be published: every word looked up, every unit of measure and every missing
// case accounted for. Made by checker.hpp; carried out by score and standings; shown beside its
// prose.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "indicators/formulas.hpp"
#include "method/syntax.hpp"

namespace benniu::method {

using indicators::ExpressionPtr;

// One scored line: an exact value, rounded only where its article says so.
struct Item {
    std::string name;
    std::string title;
    ExpressionPtr body;
    std::optional<RoundingWords> rounding;
    std::size_t article = 0;
};

struct BlendRule {
    std::string name;
    ExpressionPtr weight;
    ExpressionPtr body;
};

// Parts by weight to a full mark; what is missing, or of weight 0, drops out and the others'
// weights are scaled up to fill its place. Each part's points may be rounded.
struct Blend {
    std::string name;
    ExpressionPtr to;
    std::optional<RoundingWords> rounding;
    std::vector<BlendRule> parts;
    ExpressionPtr otherwise;  // when every part is missing; null: missing
    std::size_t article = 0;
};

struct Award {
    std::string name;
    std::string title;
    Polarity polarity = Polarity::honour;
    ExpressionPtr take;  // null: whoever meets `when`
    bool from_bottom = false;
    std::vector<ExpressionPtr> order;  // greater first
    ExpressionPtr when;                // null: always
    std::vector<std::string> procedure;
    int statement_workdays = 0;
    std::size_t article = 0;
};

struct Column {
    std::string name;
    std::string title;
    ExpressionPtr body;               // null for a column of awards
    std::vector<std::size_t> awards;  // indexes
    std::optional<int> places;        // shown with so many; rounded half_up for showing only
    std::size_t article = 0;
};

struct Method {
    std::string name;
    Document document;
    Digest text;  // of the published file
    indicators::Formulas formulas;
    std::vector<std::string> groups;  // in their order
    std::vector<Item> items;
    std::vector<Blend> blends;
    ExpressionPtr veto;                // null: none
    std::vector<ExpressionPtr> order;  // greater first
    Ties ties = Ties::share;
    std::vector<Award> awards;
    std::vector<Column> columns;

    [[nodiscard]] const indicators::PeriodRule* period(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::size_t> item(std::string_view wanted) const;
};

}  // namespace benniu::method
