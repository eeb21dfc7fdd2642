// Random counties under the pack that ships, for properties: entries of every ledger, filled from
// words and days at the edges of the articles. They shrink to few entries with few fields.
#pragma once

#include <rapidcheck.h>

#include "ledger/entries.hpp"
#include "method/county_pack.hpp"

namespace benniu::method::testing {

// The pack that ships, read once.
struct ShippedPack {
    Definitions ledgers = county_ledgers();
    Library methods = county_methods().library;
};

inline const ShippedPack& shipped_pack() {
    static const ShippedPack pack;
    return pack;
}

// One entry: of which ledger, and by which number each field and stage is filled; 0 is a blank.
struct RandomEntry {
    std::size_t ledger = 0;
    std::vector<std::size_t> fields;
    std::vector<std::size_t> stages;
};

// Units by the number of their group, then what happened.
struct RandomCounty {
    std::vector<RandomEntry> units;
    std::vector<RandomEntry> entries;
};

inline const std::vector<std::string>& words_for(const std::string& field) {
    static const std::vector<std::string> industries = {"新能源", "食品", "旅游"};
    static const std::map<std::string, std::vector<std::string>> words = {
        {"考核组", {"园区组", "甲类镇街组", "部门组", "乙类镇街组"}},
        {"摘榜档次", {"一档", "二档", "三档", "未摘榜"}},
        {"产业链", industries},
        {"主导产业一", industries},
        {"主导产业二", industries},
        {"类别",
         {"有效线索", "主要领导外出招商", "县领导提请走访", "推介会", "一般生产安全事故", "集体访",
          "越级访", "环保督察问题"}},
        {"期", {"第一期", "第二期", "3"}},
        {"类型", {"加分", "减分"}},
        {"级别", {"国家级表彰", "市级表彰", "省级通报批评", "数据失实", "典型经验"}},
        {"指标", {"工业投资", "财政收入"}},
        {"截至月份", {"2021-11", "2021-10"}}};
    static const std::vector<std::string> any = {"甲", "乙"};
    const auto found = words.find(field);
    return found == words.end() ? any : found->second;
}

inline const std::vector<Date>& days_at_edges() {
    static const std::vector<Date> days = [] {
        std::vector<Date> list;
        for (const char* day :
             {"2021-10-05", "2021-11-15", "2021-11-30", "2021-12-01", "2021-12-04", "2021-12-05",
              "2021-11-01", "2021-10-31", "2021-09-23", "2021-09-22", "2021-12-31", "2022-01-06"}) {
            list.push_back(*Date::parse(day));
        }
        return list;
    }();
    return days;
}

inline const std::vector<std::string>& amounts() {
    static const std::vector<std::string> list = {
        "1", "0", "2", "10", "3.5", "7", "4999", "5000", "10000", "300000", "40", "33.33"};
    return list;
}

template <typename List>
const auto& one_of(const List& list, std::size_t number) {
    return list[(number - 1) % list.size()];
}

inline std::string unit_name(std::size_t number) {
    return "单位" + std::to_string(number);
}

inline model::Value value_by(const model::Field& field, std::size_t number, std::size_t units) {
    if (number == 0) {
        return model::Blank{};
    }
    switch (field.type) {
        case model::FieldType::number:
        case model::FieldType::count:
        case model::FieldType::money:
        case model::FieldType::area: {
            const Decimal amount = *Decimal::parse(one_of(amounts(), number));
            const bool is_refused =
                field.at_least == model::LowerBound::above_zero && amount == Decimal::of(0, 0);
            return is_refused ? Decimal::of(1, 0) : amount;
        }
        case model::FieldType::percent:
            return one_of(std::vector<Decimal>{Decimal::of(7, 1), Decimal::of(0, 0),
                                               Decimal::of(1, 0), Decimal::of(5, 1)},
                          number);
        case model::FieldType::date:
        case model::FieldType::deadline:
            return one_of(days_at_edges(), number);
        case model::FieldType::month:
            return *Month::parse(one_of(words_for("截至月份"), number));
        case model::FieldType::yes_no:
            return number % 2 == 1;
        case model::FieldType::unit:
            return model::UnitId{unit_name(1 + (number - 1) % (units + 1))};  // sometimes nobody
        case model::FieldType::shape:
            return model::Blank{};
        default:
            return one_of(words_for(field.name), number);
    }
}

using Deeds = std::vector<ledger::Deed>;

// A stage's four columns by one number: days at the edges, verdicts of each kind.
inline void add_random_stage(Deeds& deeds, const ledger::EntryRecorded& opened,
                             const std::string& stage, std::size_t number) {
    if (number == 0) {
        return;
    }
    const std::size_t at = number - 1;
    const Date occurred = days_at_edges()[at % days_at_edges().size()];
    const Date reported = occurred.plus_days(static_cast<std::int32_t>((at / 12) % 4) * 12);
    deeds.emplace_back(ledger::StageReported{opened.ledger, opened.entry, stage, occurred, reported,
                                             opened.source});
    if (at % 5 != 4) {
        const auto verdict = at % 5 == 3 ? ledger::Verdict::failed : ledger::Verdict::passed;
        const Date verified = reported.plus_days(static_cast<std::int32_t>(at % 3) * 4);
        deeds.emplace_back(ledger::StageVerified{opened.ledger, opened.entry, stage, verdict,
                                                 verified, opened.source});
    }
}

// Each entry's facts, apart from those of others: opened first, then its stages.
inline std::vector<Deeds> facts_by_entry(const RandomCounty& county) {
    const Definitions& ledgers = shipped_pack().ledgers;
    std::vector<Deeds> all;
    const auto add = [&](const RandomEntry& entry, const std::string& key) {
        const model::LedgerDefinition& definition = *ledgers[entry.ledger];
        ledger::EntryRecorded opened{
            definition.name, key, {}, {"random", definition.name, static_cast<int>(all.size())}};
        for (std::size_t f = 0; f < definition.fields.size(); ++f) {
            const model::Field& field = definition.fields[f];
            const auto value = definition.lists_units && field.name == definition.key.at(0)
                                   ? model::Value(key)
                                   : value_by(field, entry.fields[f], county.units.size());
            opened.fields.push_back({field.name, value});
        }
        Deeds& deeds = all.emplace_back(Deeds{opened});
        for (std::size_t s = 0; s < definition.stages.size(); ++s) {
            add_random_stage(deeds, opened, definition.stages[s], entry.stages[s]);
        }
    };
    for (std::size_t i = 0; i < county.units.size(); ++i) {
        add(county.units[i], unit_name(i + 1));
    }
    for (std::size_t i = 0; i < county.entries.size(); ++i) {
        add(county.entries[i], "条目" + std::to_string(i + 1));
    }
    return all;
}

inline Deeds joined(const std::vector<Deeds>& by_entry) {
    Deeds all;
    for (const Deeds& deeds : by_entry) {
        all.insert(all.end(), deeds.begin(), deeds.end());
    }
    return all;
}

inline Deeds facts_of(const RandomCounty& county) {
    return joined(facts_by_entry(county));
}

inline std::shared_ptr<const ledger::County> county_from(const Deeds& deeds,
                                                         const ledger::Cut& cut = {}) {
    return std::make_shared<const ledger::County>(ledger::fold(deeds, shipped_pack().ledgers, cut));
}

// How a failing county is shown.
inline void showValue(const RandomCounty& county, std::ostream& stream) {
    for (const ledger::Deed& deed : facts_of(county)) {
        stream << ledger::canonical_line(deed) << "\n";
    }
}

inline rc::Gen<RandomEntry> entry_of(std::vector<std::size_t> ledgers) {
    // A blank is one number in twenty.
    const auto numbers = [](std::size_t count) {
        return rc::gen::container<std::vector<std::size_t>>(
            count, rc::gen::map(rc::gen::inRange<std::size_t>(0, 60),
                                [](std::size_t number) { return number % 20 == 0 ? 0 : number; }));
    };
    return rc::gen::build<RandomEntry>(
        rc::gen::set(&RandomEntry::ledger, rc::gen::elementOf(std::move(ledgers))),
        rc::gen::set(&RandomEntry::fields, numbers(24)),
        rc::gen::set(&RandomEntry::stages, numbers(8)));
}

// Investment projects come as often as all others together.
inline rc::Gen<RandomCounty> random_county() {
    const Definitions& ledgers = shipped_pack().ledgers;
    std::vector<std::size_t> units;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < ledgers.size(); ++i) {
        if (ledgers[i]->lists_units) {
            units.push_back(i);
        } else {
            others.insert(others.end(), ledgers[i]->stages.empty() ? 1 : ledgers.size(), i);
        }
    }
    return rc::gen::build<RandomCounty>(
        rc::gen::set(
            &RandomCounty::units,
            rc::gen::mapcat(rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, 12)),
                            [units](std::size_t count) {
                                return rc::gen::container<std::vector<RandomEntry>>(
                                    count, entry_of(units));
                            })),
        rc::gen::set(&RandomCounty::entries,
                     rc::gen::container<std::vector<RandomEntry>>(entry_of(others))));
}

}  // namespace benniu::method::testing
