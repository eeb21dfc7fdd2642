// For tests: sheets written as text, and the county's pack as the program reads it.
//
// A line is a row, "|" parts its columns. "<" is merged with the cell to its left, "^" with the one
// above. "=12.5" is a number, "=0.7%" one that shows a percentage, "@2021-09-30" a date, "!#N/A" an
// error, "=?" a formula without a value; everything else is a text. A column that holds only
// spaces is blank.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/writing.hpp"
#include "intake/import.hpp"
#include "intake/profile.hpp"
#include "intake/workbook.hpp"

namespace benniu::intake {

inline Cell cell_of(std::string_view written, int column) {
    Cell cell;
    cell.column = column;
    cell.text = std::string(written);
    if (written == "=?") {
        cell.text.clear();
        cell.formula = Formula::not_calculated;
    } else if (written.starts_with('=')) {
        cell.kind = Cell::Kind::number;
        cell.is_percent = written.ends_with('%');
        cell.text = written.substr(1, written.size() - (cell.is_percent ? 2 : 1));
    } else if (written.starts_with('@')) {
        cell.kind = Cell::Kind::date;
        cell.text = written.substr(1);
        cell.date = Date::parse(cell.text).value();
    } else if (written.starts_with('!')) {
        cell.kind = Cell::Kind::error;
        cell.text = written.substr(1);
    } else {
        cell.kind = Cell::Kind::text;
    }
    return cell;
}

// Makes the merge over the neighbour cover this cell, too.
inline void stretch(std::vector<Merge>& merges, int row, int column, bool from_above) {
    const int beside_row = from_above ? row - 1 : row;
    const int beside_column = from_above ? column : column - 1;
    for (Merge& merge : merges) {
        if (merge.first_row <= beside_row && beside_row <= merge.last_row &&
            merge.first_column <= beside_column && beside_column <= merge.last_column) {
            merge.last_row = std::max(merge.last_row, row);
            merge.last_column = std::max(merge.last_column, column);
            return;
        }
    }
}

// Merges are found by first giving every cell one of its own.
inline Sheet sheet_of(const std::string& name, std::string_view text) {
    Sheet sheet;
    sheet.name = name;
    std::vector<Merge> merges;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        Row row;
        row.number = ++number;
        int column = 0;
        while (!line.empty()) {
            const std::size_t bar = std::min(line.find('|'), line.size());
            const std::string_view raw = line.substr(0, bar);
            const std::string_view written = trimmed(raw);
            line.remove_prefix(std::min(bar + 1, line.size()));
            ++column;
            if (written == "<" || written == "^") {
                stretch(merges, number, column, written == "^");
            } else {
                merges.push_back({number, column, number, column});
                if (!written.empty()) {
                    row.cells.push_back(cell_of(written, column));
                }
            }
        }
        if (!row.cells.empty()) {
            sheet.rows.push_back(std::move(row));
        }
    }
    std::copy_if(
        merges.begin(), merges.end(), std::back_inserter(sheet.merges), [](const Merge& merge) {
            return merge.last_row > merge.first_row || merge.last_column > merge.first_column;
        });
    return sheet;
}

inline ReadFile file_of(const std::string& name, std::vector<Sheet> sheets) {
    return {name, Workbook{std::move(sheets), {}}};
}

inline std::vector<ProfileText> texts_in(const std::filesystem::path& folder) {
    std::vector<ProfileText> texts;
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(each.path(), std::ios::binary);
        texts.push_back({each.path().filename().string(),
                         {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
    }
    std::sort(texts.begin(), texts.end(),
              [](const ProfileText& a, const ProfileText& b) { return a.file < b.file; });
    return texts;
}

struct CountyPack {
    ledger::Definitions definitions;
    Profiles profiles;
};

inline const CountyPack& county_pack() {
    static const CountyPack pack = [] {
        const std::filesystem::path folder = BENNIU_SOURCE_DIR "/packs/county";
        CountyPack read;
        for (const ProfileText& text : texts_in(folder / "ledgers")) {
            auto ledger = model::read_ledger(text.yaml, text.file);
            EXPECT_TRUE(ledger.findings.empty()) << text.file;
            read.definitions.push_back(
                std::make_shared<const model::LedgerDefinition>(std::move(ledger.ledger)));
        }
        auto profiles = read_profiles(texts_in(folder / "import"), read.definitions);
        for (const Finding& finding : profiles.findings) {
            ADD_FAILURE() << finding.place.file << ":" << finding.place.line << " " << finding.code
                          << " " << finding.value;
        }
        read.profiles = std::move(profiles.profiles);
        return read;
    }();
    return pack;
}

// The county after some facts; without any, an empty one.
inline ledger::County county_after(const std::vector<ledger::Deed>& deeds) {
    return ledger::fold(deeds, county_pack().definitions, {});
}

inline Proposal proposed(const std::vector<ReadFile>& files,
                         const std::vector<ledger::Deed>& known = {}) {
    return propose(files, county_pack().profiles, county_after(known));
}

}  // namespace benniu::intake
