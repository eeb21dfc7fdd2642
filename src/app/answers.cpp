#include "app/answers.hpp"

#include <boost/json.hpp>

#include "app/explanation_json.hpp"

namespace benniu::app {

namespace json = boost::json;

namespace {

json::object heading(const Answer& answer, const Ask& ask) {
    const method::Method& method = answer.scorer->method();
    const indicators::PeriodRule& period = answer.scorer->period();
    return {{"county", answer.scorer->readings().county->name},
            {"method", method.name},
            {"title", method.document.title},
            {"period", period.name},
            {"period_title", period.title},
            {"first", period.first.to_string()},
            {"last", period.last.to_string()},
            {"freeze", period.freeze.to_string()},
            {"as_of", ask.as_of ? ask.as_of->to_string() : ""},
            {"facts", answer.head.last},
            {"digest", answer.head.digest.to_string()},
            {"recorded", answer.recorded.to_string()},
            {"closed", answer.is_sealed}};
}

std::string_view kind_of(const method::Column& column, const score::Quantity& sample) {
    if (!column.body) {
        return "awards";
    }
    if (column.body->kind == indicators::Kind::context) {
        return column.body->context == indicators::Context::vetoed ? "veto" : "rank";
    }
    return std::holds_alternative<std::string_view>(sample) ? "text" : "number";
}

json::array columns_json(const Answer& answer) {
    const method::Method& method = answer.scorer->method();
    json::array columns;
    for (std::size_t i = 0; i < method.columns.size(); ++i) {
        const method::Column& column = method.columns[i];
        const auto& rows = answer.standings.rows;
        const score::Quantity sample =
            rows.empty() ? score::Quantity(indicators::Missing{}) : rows.front().cells[i].exact;
        columns.push_back(json::object{{"name", column.name},
                                       {"title", column.title},
                                       {"kind", kind_of(column, sample)},
                                       {"article", score::article_of(method, column)}});
    }
    return columns;
}

json::object row_json(const method::Method& method, const standings::Row& row) {
    json::object cells;
    for (std::size_t i = 0; i < method.columns.size(); ++i) {
        cells[method.columns[i].name] = row.cells[i].shown;
    }
    json::array awards;
    for (const std::size_t award : row.awards) {
        awards.push_back(json::string(method.awards[award].name));
    }
    return {{"unit", row.name},
            {"rank", row.rank},
            {"vetoed", row.is_vetoed},
            {"cells", std::move(cells)},
            {"awards", std::move(awards)}};
}

json::array awards_json(const method::Method& method) {
    json::array awards;
    for (const method::Award& award : method.awards) {
        json::array steps;
        for (const std::string& step : award.procedure) {
            steps.push_back(json::string(step));
        }
        awards.push_back(json::object{
            {"name", award.name},
            {"title", award.title},
            {"polarity", award.polarity == method::Polarity::honour ? "honour" : "warning"},
            {"article", method.document.articles[award.article].number},
            {"procedure", std::move(steps)},
            {"statement_workdays", award.statement_workdays}});
    }
    return awards;
}

}  // namespace

std::string county_json(const ledger::County& county, const Pack& pack) {
    json::array methods;
    for (const auto& [name, method] : pack.methods) {
        json::array periods;
        for (const auto& period : method->formulas.periods) {
            periods.push_back(
                json::object{{"name", period.name},
                             {"title", period.title},
                             {"first", period.first.to_string()},
                             {"last", period.last.to_string()},
                             {"freeze", period.freeze.to_string()},
                             {"closed", seal_of(county, name, period.name).has_value()}});
        }
        methods.push_back(json::object{
            {"name", name}, {"title", method->document.title}, {"periods", std::move(periods)}});
    }
    return json::serialize(json::object{{"name", county.name},
                                        {"facts", county.head.last},
                                        {"digest", county.head.digest.to_string()},
                                        {"recorded", county.recorded.to_string()},
                                        {"methods", std::move(methods)}});
}

std::string standings_json(const Answer& answer, const Ask& ask) {
    const method::Method& method = answer.scorer->method();
    json::object object = heading(answer, ask);
    object["columns"] = columns_json(answer);
    json::array groups;
    for (const std::string& group : method.groups) {
        json::array rows;
        for (const standings::Row& row : answer.standings.rows) {
            if (row.group == group) {
                rows.push_back(row_json(method, row));
            }
        }
        groups.push_back(json::object{{"name", group}, {"rows", std::move(rows)}});
    }
    object["groups"] = std::move(groups);
    object["awards"] = awards_json(method);
    return json::serialize(object);
}

std::string explanation_json(const Answer& answer, const Ask& ask, const UnitExplanation& told) {
    json::object object = heading(answer, ask);
    object["unit"] = told.row->name;
    object["group"] = told.row->group;
    object["rank"] = told.row->rank;
    object["vetoed"] = told.row->is_vetoed;
    json::array lines;
    const auto& columns = answer.scorer->method().columns;
    for (const score::ColumnLine& each : told.lines) {
        std::string shown;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == each.column) {
                shown = told.row->cells[i].shown;
            }
        }
        lines.push_back(json::object{{"column", each.column},
                                     {"title", each.title},
                                     {"shown", shown},
                                     {"article", each.article},
                                     {"line", to_json(each.line)}});
    }
    object["lines"] = std::move(lines);
    return json::serialize(object);
}

std::string method_json(const method::Method& method) {
    json::array articles;
    for (const method::Article& article : method.document.articles) {
        articles.push_back(json::object{{"number", article.number},
                                        {"heading", article.heading},
                                        {"prose", article.prose},
                                        {"block", article.block}});
    }
    return json::serialize(json::object{{"name", method.name},
                                        {"title", method.document.title},
                                        {"articles", std::move(articles)}});
}

}  // namespace benniu::app
