// A county in a few lines of text, for tests: its entries as tables, its method as statements.
//
// A line "# LEDGER FIELD …" begins a table, the lines below it are entries, cells stand between
// blanks and "-" is a blank. A first cell seen before corrects that entry. A stage's cell is
// "occurred,reported,verdict,verified". Whatever a method needs besides is added to its statements.
#pragma once

#include <sstream>
#include <stdexcept>

#include "ledger/entries.hpp"
#include "method/text_case.hpp"

namespace benniu::method::testing {

inline const std::vector<std::string>& tiny_ledger_texts() {
    static const std::vector<std::string> texts = {R"(
ledger: 单位
english: Units
lists_units: {group: 组, other_names: 简称}
key: [名称]
label: 名称
fields:
  - {name: 名称, english: Name, type: text, when_blank: required}
  - {name: 组, english: Group, type: choice, choices: [甲组, 乙组, 丙组], when_blank: required}
  - {name: 目标, english: Target, type: count}
  - {name: 档次, english: Tier, type: text}
  - {name: 试点, english: Pilot, type: yes_no}
  - {name: 简称, english: Other names, type: text}
)",
                                                   R"(
ledger: 项目
english: Projects
key: [项目名称]
label: 项目名称
fields:
  - {name: 项目名称, english: Name, type: text, when_blank: required}
  - {name: 牵头, english: Lead unit, type: unit, when_blank: unknown-unit}
  - {name: 协办, english: Second unit, type: unit}
  - {name: 类别, english: Kind, type: text}
  - {name: 投资, english: Investment, type: money}
  - {name: 用地, english: Land, type: area}
  - {name: 件数, english: How many, type: count}
  - {name: 占比, english: Share, type: percent}
  - {name: 月份, english: Month, type: month}
  - {name: 期限, english: Due, type: deadline}
  - {name: 完成, english: Done, type: date}
  - {name: 龙头, english: Leading, type: yes_no}
  - {name: 期, english: Phase, type: text}
stages:
  names: [签约, 开工]
  checks: []
  words: {occurred: 完成日期, reported: 填报日期, verdict: 核实结论, verified: 核实日期, passed: 通过, failed: 不通过, pending: 待核}
)",
                                                   R"(
ledger: 事件
english: Events
key: [事件名称]
label: 事件名称
entry_date: 日期
fields:
  - {name: 事件名称, english: Name, type: text, when_blank: required}
  - {name: 所属, english: Unit, type: unit, when_blank: required}
  - {name: 日期, english: Date, type: date}
)"};
    return texts;
}

inline Definitions tiny_ledgers() {
    Definitions definitions;
    for (const std::string& text : tiny_ledger_texts()) {
        auto read = model::read_ledger(text, "ledger");
        if (has_errors(read.findings)) {
            throw std::invalid_argument(told(read.findings));
        }
        definitions.push_back(
            std::make_shared<const model::LedgerDefinition>(std::move(read.ledger)));
    }
    return definitions;
}

// A field's value as written, by the letter under which facts keep its type.
inline model::Value value_in(const model::Field& field, const std::string& cell) {
    static const std::map<model::FieldType, std::string> tags = {
        {model::FieldType::number, "n:"},   {model::FieldType::count, "n:"},
        {model::FieldType::money, "n:"},    {model::FieldType::area, "n:"},
        {model::FieldType::percent, "n:"},  {model::FieldType::date, "d:"},
        {model::FieldType::deadline, "d:"}, {model::FieldType::month, "m:"},
        {model::FieldType::yes_no, "b:"},   {model::FieldType::unit, "u:"}};
    if (cell == "-") {
        return model::Blank{};
    }
    const auto tag = tags.find(field.type);
    const auto value = model::parse_tagged((tag == tags.end() ? "t:" : tag->second) + cell);
    if (!value) {
        throw std::invalid_argument(cell);
    }
    return *value;
}

inline std::vector<std::string> words_between(const std::string& text, char mark) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; std::getline(stream, word, mark);) {
        if (!word.empty()) {
            words.push_back(word);
        }
    }
    return words;
}

inline void add_stage(std::vector<ledger::Deed>& deeds, const ledger::EntryRecorded& opened,
                      const std::string& stage, const std::string& cell) {
    if (cell == "-") {
        return;
    }
    std::vector<std::string> parts = words_between(cell, ',');
    parts.resize(4, "-");
    deeds.emplace_back(ledger::StageReported{opened.ledger, opened.entry, stage,
                                             Date::parse(parts[0]), Date::parse(parts[1]),
                                             opened.source});
    if (parts[2] == "通过" || parts[2] == "不通过") {
        const auto verdict = parts[2] == "通过" ? ledger::Verdict::passed : ledger::Verdict::failed;
        deeds.emplace_back(ledger::StageVerified{opened.ledger, opened.entry, stage, verdict,
                                                 Date::parse(parts[3]), opened.source});
    }
}

inline const model::Field& field_of(const model::LedgerDefinition& definition,
                                    const std::string& name) {
    const model::Field* const field = definition.field(name);
    if (field == nullptr) {
        throw std::invalid_argument(name);
    }
    return *field;
}

// One entry: its fields, then what is said of its stages.
inline std::vector<ledger::Deed> deeds_in_row(const model::LedgerDefinition& definition,
                                              const std::vector<std::string>& header,
                                              const std::vector<std::string>& cells, int row) {
    ledger::EntryRecorded opened{header[0], cells[0], {}, {"tiny", header[0], row}};
    std::vector<ledger::Deed> stages;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string& name = header.at(i + 1);
        if (definition.stage_index(name)) {
            add_stage(stages, opened, name, cells[i]);
        } else {
            opened.fields.push_back({name, value_in(field_of(definition, name), cells[i])});
        }
    }
    std::vector<ledger::Deed> deeds = {std::move(opened)};
    deeds.insert(deeds.end(), stages.begin(), stages.end());
    return deeds;
}

inline std::vector<ledger::Deed> deeds_in(const std::string& text) {
    const Definitions ledgers = tiny_ledgers();
    std::vector<ledger::Deed> deeds;
    std::vector<std::string> header;
    int row = 0;
    for (const std::string& line : words_between(text, '\n')) {
        const std::vector<std::string> cells = words_between(line, ' ');
        ++row;
        if (cells.empty() || cells[0] == "#") {
            header = {cells.begin() + (cells.empty() ? 0 : 1), cells.end()};
            continue;
        }
        const auto definition = std::find_if(ledgers.begin(), ledgers.end(), [&](const auto& each) {
            return each->name == header.at(0);
        });
        const std::vector<ledger::Deed> of_row = deeds_in_row(**definition, header, cells, row);
        deeds.insert(deeds.end(), of_row.begin(), of_row.end());
    }
    return deeds;
}

inline std::shared_ptr<const ledger::County> county_of(const std::vector<ledger::Deed>& deeds,
                                                       const ledger::Cut& cut = {}) {
    return std::make_shared<const ledger::County>(ledger::fold(deeds, tiny_ledgers(), cut));
}

// Statements that a text leaves out: what every method needs.
inline std::string completed(const std::string& statements, const std::string& name) {
    const std::vector<std::pair<std::string, std::string>> needed = {
        {"method", "method " + name},
        {"units", "units 单位 grouped by 组 in 甲组, 乙组"},
        {"period", "period 1 \"第一期\" 2021-10-01 .. 2021-10-31 freeze 2021-11-05"},
        {"rank", "rank by not vetoed ties share"},
        {"publish", "publish { vetoed }"}};
    std::string text = "**第一条**\n\n```method\n" + statements + "\n";
    for (const auto& [word, statement] : needed) {
        if (("\n" + statements).find("\n" + word + " ") == std::string::npos) {
            text += statement + "\n";
        }
    }
    return text + "```\n";
}

// Methods by statements; the first is called 小法, the others 二法, 三法.
inline Library methods_in(const std::vector<std::string>& statements) {
    const std::vector<std::string> names = {"小法", "二法", "三法"};
    std::vector<MethodText> texts;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        texts.push_back({"sample1", completed(statements[i], names.at(i))});
    }
    LoadedLibrary loaded = load_library(texts, tiny_ledgers());
    if (has_errors(loaded.findings)) {
        throw std::invalid_argument(told(loaded.findings));
    }
    return std::move(loaded.library);
}

}  // namespace benniu::method::testing
