// The month that a sheet's numbers reach to, from its titles: "2021年1—11月", "(11月)",
// "截至11月30日", "十一月份". Where a title names no year, the other titles and the dates of the
// workbook do, then those of the whole import. Fed and read by import.cpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "base/date.hpp"

namespace benniu::intake {

struct TitleMonth {
    int month = 0;
    std::optional<int> year;
};

// Of the first title that names a month. Titles with a word of `about_form` ("填表日期:…") say when
// the sheet was filled in, not what it is about.
[[nodiscard]] std::optional<TitleMonth> month_in_titles(std::span<const std::string> titles,
                                                        std::span<const std::string> about_form);

// What a workbook or an import says about the year.
class YearEvidence {
  public:
    void take_titles(std::span<const std::string> titles, std::span<const std::string> about_form);
    void take_date(Date date);
    void take_all(const YearEvidence& other);

    // The year most titles name; else the year of most dates in that month; else of most dates. Of
    // two the later.
    [[nodiscard]] std::optional<int> year_of(int month) const;

  private:
    std::map<int, int> titles_;  // how often each year is named
    std::map<Month, int> dates_;
};

}  // namespace benniu::intake
