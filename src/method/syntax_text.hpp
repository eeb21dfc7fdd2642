// What a document's statements say, without where they stand; for tests that lay a text out anew.
#pragma once

#include "method/syntax.hpp"

namespace benniu::method::testing {

inline std::string said(int number) {
    return std::to_string(number) + " ";
}
inline std::string said(const std::string& text) {
    return "'" + text + "' ";
}
inline std::string said(const Word& word) {
    return said(word.text);
}
inline std::string said(const Date& date) {
    return said(date.to_string());
}
inline std::string said(const RoundingWords& words) {
    return said(words.places) + said(static_cast<int>(words.mode)) + said(words.again ? 1 : 0);
}

std::string said(const Node& node);
std::string said(const TableRow& row);
std::string said(const BlendPart& part);
std::string said(const ColumnWords& column);

template <typename T>
std::string said(const std::optional<T>& value) {
    return value ? "(" + said(*value) + ")" : "none ";
}

template <typename T>
std::string said(const std::vector<T>& values) {
    std::string text = "[";
    for (const T& value : values) {
        text += said(value);
    }
    return text + "] ";
}

inline std::string said(const Node& node) {
    return "{" + said(static_cast<int>(node.form)) + said(node.word) + said(node.measure) +
           said(node.parts) + said(node.domain) + said(node.over_stages ? 1 : 0) +
           said(node.distinct ? 1 : 0) + said(node.has_what ? 1 : 0) +
           said(node.has_where ? 1 : 0) + said(node.rounding) + "}";
}

inline std::string said(const TableRow& row) {
    return said(row.keys) + said(row.comparison) + said(row.bound) + said(row.values);
}
inline std::string said(const BlendPart& part) {
    return said(part.name) + said(part.weight) + said(part.body);
}
inline std::string said(const ColumnWords& column) {
    return said(column.name) + said(column.title) + said(column.body) + said(column.awards) +
           said(column.places);
}

struct Saying {
    std::string operator()(const MethodStatement& it) const { return "method " + said(it.name); }
    std::string operator()(const UnitsStatement& it) const {
        return "units " + said(it.ledger) + said(it.field) + said(it.groups);
    }
    std::string operator()(const StagesStatement& it) const {
        return "stages " + said(it.ledger) + said(it.stages);
    }
    std::string operator()(const RejectsStatement& it) const {
        return "rejects " + said(it.checks);
    }
    std::string operator()(const PeriodStatement& it) const {
        return "period " + said(it.name) + said(it.title) + said(it.first) + said(it.last) +
               said(it.freeze);
    }
    std::string operator()(const LetStatement& it) const {
        return "let " + said(it.name) + said(it.body);
    }
    std::string operator()(const TableStatement& it) const {
        return "table " + said(it.name) + said(it.columns) + said(it.rows) + said(it.otherwise);
    }
    std::string operator()(const DefineStatement& it) const {
        return "define " + said(it.name) + said(it.ledger) + said(it.of_stage ? 1 : 0) +
               said(it.body);
    }
    std::string operator()(const MeasureStatement& it) const {
        return "measure " + said(it.name) + said(it.parameters) + said(it.body);
    }
    std::string operator()(const ItemStatement& it) const {
        return "item " + said(it.name) + said(it.title) + said(it.body) + said(it.rounding);
    }
    std::string operator()(const BlendStatement& it) const {
        return "blend " + said(it.name) + said(it.to) + said(it.rounding) + said(it.parts) +
               said(it.otherwise);
    }
    std::string operator()(const VetoStatement& it) const { return "veto " + said(it.body); }
    std::string operator()(const RankStatement& it) const {
        return "rank " + said(it.order) + said(static_cast<int>(it.ties));
    }
    std::string operator()(const AwardStatement& it) const {
        return "award " + said(it.name) + said(it.title) + said(static_cast<int>(it.polarity)) +
               said(it.take) + said(it.from_bottom ? 1 : 0) + said(it.order) + said(it.when);
    }
    std::string operator()(const ProcedureStatement& it) const {
        return "procedure " + said(it.award) + said(it.steps) + said(it.statement_workdays);
    }
    std::string operator()(const PublishStatement& it) const {
        return "publish " + said(it.columns);
    }
};

inline std::string said(const Document& document) {
    std::string text;
    for (const Statement& statement : document.statements) {
        text +=
            std::to_string(statement.article) + " " + std::visit(Saying{}, statement.body) + "\n";
    }
    return text;
}

}  // namespace benniu::method::testing
