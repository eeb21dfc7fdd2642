// Tables: by one word, by two words, by tiers of an amount.
#include <algorithm>

#include "method/statement_checker.hpp"

namespace benniu::method {

namespace {

// Reads a table's constants, all of one unit of measure.
class TableReader {
  public:
    explicit TableReader(Checking& checking) : checking_(&checking), formulas_(checking, {}) {}

    indicators::Quantity value(const Node& node) {
        const Rational number = amount(node, value_type);
        value_type.never_zero &= !number.is_zero();
        return number;
    }

    std::vector<indicators::Quantity> values_of(const TableRow& row) {
        std::vector<indicators::Quantity> values;
        for (const Node& node : row.values) {
            values.push_back(value(node));
        }
        return values;
    }

    Rational bound(const Node& node) { return amount(node, bound_type); }

    Type value_type{.never_zero = true};
    Type bound_type;

  private:
    Rational amount(const Node& node, Type& of_all) {
        const auto [number, dimension] = formulas_.constant(node);
        if (of_all.base == Base::number && !(dimension == of_all.dimension)) {
            checking_->found(
                "measure-mismatch", node,
                {{"wanted", name_of(of_all)}, {"found", name_of(Type{Base::number, dimension})}});
        } else {
            of_all.base = Base::number;
            of_all.dimension = dimension;
        }
        return number;
    }

    Checking* checking_;
    FormulaChecker formulas_;
};

// What a table's row says of its words: a value for each key, or for each key and column.
std::vector<indicators::WordRow> word_rows(const TableRow& row, const std::vector<Word>& columns,
                                           const std::vector<indicators::Quantity>& values) {
    std::vector<indicators::WordRow> rows;
    for (const Word& key : row.keys) {
        for (std::size_t c = 0; c < values.size(); ++c) {
            std::vector<std::string> keys = {key.text};
            if (!columns.empty()) {
                keys.push_back(columns[c].text);
            }
            rows.push_back({std::move(keys), values[c]});
        }
    }
    return rows;
}

}  // namespace

// Each row is asked in its turn, so a later one must go beyond the earlier ones.
void StatementChecker::check_tiers(const TableStatement& statement,
                                   const indicators::Table& table) {
    const bool has_words = std::any_of(statement.rows.begin(), statement.rows.end(),
                                       [](const TableRow& row) { return !row.bound; });
    if (!table.tiers.empty() && (has_words || !statement.columns.empty())) {
        checking_->found("mixed-table", statement.name);
        return;
    }
    for (std::size_t i = 1; i < table.tiers.size(); ++i) {
        const auto& earlier = table.tiers[i - 1];
        const auto& later = table.tiers[i];
        const Word& place = statement.rows[i].start;
        if (earlier.comparison != later.comparison) {
            checking_->found("overlapping-tiers", place);
        } else if (earlier.comparison == indicators::Comparison::at_least
                       ? later.bound >= earlier.bound
                       : later.bound <= earlier.bound) {
            checking_->found("unreachable-tier", place);
        }
    }
}

void StatementChecker::check_columns(const TableStatement& statement) {
    std::set<std::string> columns;
    for (const Word& column : statement.columns) {
        if (!columns.insert(column.text).second) {
            checking_->found("key-twice", column);
        }
    }
    std::set<std::string> keys;
    for (const TableRow& row : statement.rows) {
        for (const Word& key : row.keys) {
            if (!keys.insert(key.text).second) {
                checking_->found("key-twice", key);
            }
        }
    }
}

Type StatementChecker::check_table(const TableStatement& statement, std::size_t index) {
    TableReader reader(*checking_);
    indicators::Table& table = checking_->method.formulas.tables[index];
    for (const TableRow& row : statement.rows) {
        const auto values = reader.values_of(row);
        if (row.bound) {
            table.tiers.push_back({row.comparison == ">=" ? indicators::Comparison::at_least
                                                          : indicators::Comparison::at_most,
                                   reader.bound(*row.bound), values.front()});
        }
        const auto words = word_rows(row, statement.columns, values);
        table.words.insert(table.words.end(), words.begin(), words.end());
    }
    if (statement.otherwise) {
        table.otherwise = reader.value(*statement.otherwise);
    }
    checking_->bound_types[statement.name.text] = reader.bound_type;
    check_tiers(statement, table);
    check_columns(statement);
    return reader.value_type;
}

}  // namespace benniu::method
