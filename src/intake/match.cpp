#include "intake/match.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/notation.hpp"

namespace benniu::intake {

namespace {

constexpr int quality_of_level = 4;
constexpr int quality_of_whole_text = 2;
constexpr int quality_of_own_month = 1;

bool names_a_month(const std::string& word) {
    return word.find(notation::month) != std::string::npos;
}

// Hands over all ways to write the last `levels` texts of a column as one word.
template <typename Take>
void each_word(const HeaderColumn& column, std::size_t levels, Take take) {
    std::string whole;
    std::string bare;
    for (std::size_t i = column.texts.size() - levels; i < column.texts.size(); ++i) {
        whole += column.texts[i]->word;
        bare += column.texts[i]->bare;
    }
    const int quality = static_cast<int>(levels) * quality_of_level;
    take(whole, quality + quality_of_whole_text + quality_of_own_month);
    if (bare != whole) {
        take(bare, quality + quality_of_own_month);
    }
    if (names_a_month(whole)) {
        take(with_any_month(whole), quality + quality_of_whole_text);
        take(with_any_month(bare), quality);
    }
}

// A group's name without what it counts in: "固定资产投资(亿元)" is 固定资产投资, but
// "固定资产投资(不含农户)" is another indicator.
std::string group_name(const HeaderText& text, const Measures& measures) {
    return measure_in(text.shown, measures).empty()
               ? text.shown
               : std::string(trimmed(without_bracket(text.shown).before));
}

using FitsByProfile = std::map<std::size_t, std::vector<Fit>>;

// The texts of a column's header against the words of all profiles.
class Fitting {
  public:
    explicit Fitting(const Profiles& profiles) : profiles_(profiles) {}

    void take(const HeaderColumn& column) {
        for (std::size_t levels = 1; levels <= column.texts.size(); ++levels) {
            const std::size_t above = column.texts.size() - levels;
            const HeaderText* const upper = above == 0 ? nullptr : column.texts[above - 1];
            each_word(column, levels, [&](const std::string& word, int quality) {
                const auto found = profiles_.by_word.find(word);
                if (found != profiles_.by_word.end()) {
                    add(found->second, {column.number, {}, "", quality}, upper);
                }
            });
        }
    }

    [[nodiscard]] FitsByProfile fits() && { return std::move(fits_); }

  private:
    // A side-by-side column needs an upper header, which names its group.
    void add(const std::vector<WordUse>& uses, Fit fit, const HeaderText* upper) {
        for (const WordUse& use : uses) {
            fit.destination = use.destination;
            if (!use.destination.is_side_by_side) {
                fit.group = "";
                fits_[use.sheet_profile].push_back(fit);
            } else if (upper != nullptr) {
                fit.group = group_name(*upper, profiles_.words.measures);
                fits_[use.sheet_profile].push_back(fit);
            }
        }
    }

    const Profiles& profiles_;
    FitsByProfile fits_;
};

FitsByProfile all_fits(const Header& header, const Profiles& profiles) {
    Fitting fitting(profiles);
    for (const HeaderColumn& column : header.columns) {
        fitting.take(column);
    }
    return std::move(fitting).fits();
}

// Gives each column one destination and each destination one column, best fits first.
std::vector<Fit> assigned(std::vector<Fit> fits) {
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        return std::tuple(-a.quality, a.column) < std::tuple(-b.quality, b.column);
    });
    std::set<int> used_columns;
    std::set<std::pair<Destination, std::string>> used_destinations;
    std::vector<Fit> chosen;
    for (Fit& fit : fits) {
        const auto destination = std::pair(fit.destination, fit.group);
        if (!used_columns.contains(fit.column) && !used_destinations.contains(destination)) {
            used_columns.insert(fit.column);
            used_destinations.insert(destination);
            chosen.push_back(std::move(fit));
        }
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const Fit& a, const Fit& b) { return a.column < b.column; });
    return chosen;
}

// A title over the whole table is no group of it.
bool is_group_a_title(const Match& match, const Measures& measures) {
    std::set<int> own_columns;
    std::set<std::string> groups;
    for (const Fit& fit : match.fits) {
        if (fit.destination.is_side_by_side) {
            groups.insert(fit.group);
        } else {
            own_columns.insert(fit.column);
        }
    }
    const auto is_group = [&](const HeaderText* text) {
        return groups.contains(group_name(*text, measures));
    };
    return std::any_of(match.header.columns.begin(), match.header.columns.end(),
                       [&](const HeaderColumn& column) {
                           return own_columns.contains(column.number) &&
                                  std::any_of(column.texts.begin(), column.texts.end(), is_group);
                       });
}

bool has_all(const Match& match) {
    const auto is_filled = [&](const model::DraftColumn& wanted) {
        return std::any_of(match.fits.begin(), match.fits.end(),
                           [&](const Fit& fit) { return fit.destination.column == wanted; });
    };
    const auto& must_have = match.profile->must_have;
    return std::all_of(must_have.begin(), must_have.end(), is_filled);
}

bool is_titled(const SheetProfile& profile, const std::vector<std::string>& titles,
               const std::string& file_name) {
    const auto stands = [&](const std::string& word) {
        const auto holds = [&](const std::string& text) {
            return without_spaces(text).find(word) != std::string::npos;
        };
        return holds(file_name) || std::any_of(titles.begin(), titles.end(), holds);
    };
    return profile.titled.empty() ||
           std::any_of(profile.titled.begin(), profile.titled.end(), stands);
}

std::vector<std::string> unknown_columns(const Match& match) {
    std::vector<std::string> unknown;
    for (const HeaderColumn& column : match.header.columns) {
        const HeaderText& lowest = *column.texts.back();
        const bool is_used = std::any_of(match.fits.begin(), match.fits.end(), [&](const Fit& fit) {
            return fit.column == column.number;
        });
        const auto& ignored = match.profile->ignored;
        if (!is_used && !ignored.contains(lowest.word) && !ignored.contains(lowest.bare)) {
            unknown.push_back(lowest.shown);
        }
    }
    return unknown;
}

bool is_known_word(const HeaderText& text, const Profiles& profiles) {
    const auto& known = profiles.single_words;
    return known.contains(text.word) || known.contains(text.bare) ||
           (names_a_month(text.bare) && known.contains(with_any_month(text.bare)));
}

// Rows with words that some profile knows, and the rows above them that one header could take in.
std::vector<int> likely_first_rows(const HeaderArea& area, const Profiles& profiles) {
    std::vector<int> likely;
    for (const int first_row : area.first_rows()) {
        const auto texts = area.texts_in(first_row, first_row + limits::header_depth - 1);
        if (std::any_of(texts.begin(), texts.end(),
                        [&](const HeaderText* text) { return is_known_word(*text, profiles); })) {
            likely.push_back(first_row);
        }
    }
    return likely;
}

// The lesser is the better: more columns filled, fewer left over, a flatter and higher header.
auto rank_of(const Match& match) {
    return std::tuple(-static_cast<int>(match.fits.size()), match.unknown_columns.size(),
                      match.header.last_row - match.header.first_row, match.header.first_row);
}

// The best match of one header among all profiles.
std::optional<Match> match_of(const Header& header, const Profiles& profiles,
                              const std::vector<std::string>& titles,
                              const std::string& file_name) {
    std::optional<Match> best;
    for (auto& [index, fits] : all_fits(header, profiles)) {
        Match match{&profiles.sheets[index], header, assigned(std::move(fits)), {}};
        if (!has_all(match) || is_group_a_title(match, profiles.words.measures) ||
            !is_titled(*match.profile, titles, file_name)) {
            continue;
        }
        match.unknown_columns = unknown_columns(match);
        if (!best || rank_of(match) < rank_of(*best)) {
            best = std::move(match);
        }
    }
    return best;
}

}  // namespace

std::optional<Match> best_match(const Sheet& sheet, const HeaderArea& area,
                                const Profiles& profiles, const std::string& file_name) {
    std::optional<Match> best;
    const auto keep_better = [&](std::optional<Match> match) {
        if (match && (!best || rank_of(*match) < rank_of(*best))) {
            best = std::move(match);
        }
    };
    for (const int first_row : likely_first_rows(area, profiles)) {
        const std::vector<std::string> titles = titles_of(sheet, area, first_row);
        for (int depth = 1; depth <= limits::header_depth; ++depth) {
            keep_better(match_of(area.header(first_row, depth), profiles, titles, file_name));
        }
    }
    return best;
}

std::vector<std::string> titles_of(const Sheet& sheet, const HeaderArea& area,
                                   int first_header_row) {
    std::vector<std::string> titles;
    for (const HeaderText* const text : area.texts_in(1, first_header_row - 1)) {
        titles.push_back(text->shown);
    }
    titles.push_back(sheet.name);
    return titles;
}

}  // namespace benniu::intake
