#include "intake/sheet_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/xml.hpp"

namespace benniu::intake {

namespace {

struct In {
    enum : XmlPosition {
        document,
        worksheet,
        sheet_data,
        row,
        cell,
        formula,
        value,
        inline_string,
        run,
        text,
        merge_cells,
        merge_cell,
    };
};

constexpr std::array<XmlStep, 12> sheet_steps = {{
    {In::cell, "v", In::value},  // the most frequent first
    {In::row, "c", In::cell},
    {In::cell, "f", In::formula},
    {In::cell, "is", In::inline_string},
    {In::inline_string, "t", In::text},
    {In::inline_string, "r", In::run},
    {In::run, "t", In::text},
    {In::sheet_data, "row", In::row},
    {In::document, "worksheet", In::worksheet},
    {In::worksheet, "sheetData", In::sheet_data},
    {In::worksheet, "mergeCells", In::merge_cells},
    {In::merge_cells, "mergeCell", In::merge_cell},
}};

constexpr int rows_of_excel = 1'048'576;

std::optional<int> counted(std::string_view digits) {
    int number = 0;
    const char* const last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, number);
    return error == std::errc{} && end == last && number >= 0 ? std::optional(number)
                                                              : std::nullopt;
}

struct Reference {
    int row = 0;
    int column = 0;
};

// Of "AB12".
std::optional<Reference> reference_of(std::string_view text) {
    constexpr std::size_t letters_max = 3;
    int column = 0;
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
        if (++letters > letters_max) {
            return std::nullopt;
        }
        column = column * 26 + (text[letters - 1] - 'A' + 1);
    }
    const auto row = counted(text.substr(letters));
    if (letters == 0 || !row || *row == 0) {
        return std::nullopt;
    }
    return Reference{*row, column};
}

std::optional<Merge> merge_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = reference_of(text.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : reference_of(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) {
        return std::nullopt;
    }
    return Merge{first->row, first->column, last->row, last->column};
}

// The value of t= in a cell; what it means is decided when the cell closes.
enum class Type : std::uint8_t { number, shared, inline_text, formula_text, boolean, error, day };

std::optional<Type> type_of(std::optional<std::string_view> name) {
    constexpr std::array<std::pair<std::string_view, Type>, 7> types = {{
        {"s", Type::shared},
        {"n", Type::number},
        {"str", Type::formula_text},
        {"inlineStr", Type::inline_text},
        {"b", Type::boolean},
        {"e", Type::error},
        {"d", Type::day},
    }};
    if (!name) {
        return Type::number;
    }
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&](const auto& type) { return type.first == *name; });
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

// A value that has been understood; Cell without its column and formula.
struct Meaning {
    Cell::Kind kind = Cell::Kind::blank;
    std::string text;
    Date date;
    bool is_percent = false;
};

Meaning meaning_of_day(Day day) {
    return {.kind = day.date ? Cell::Kind::date : Cell::Kind::text,
            .text = std::move(day.text),
            .date = day.date.value_or(Date{})};
}

std::optional<Meaning> meaning_of_number(std::string_view raw, NumberFormat format,
                                         Calendar calendar) {
    auto number = plain_number(raw);
    if (!number) {
        return std::nullopt;
    }
    if (format == NumberFormat::date) {
        if (auto day = day_of(*number, calendar)) {
            return meaning_of_day(std::move(*day));
        }
    }
    return Meaning{.kind = Cell::Kind::number,
                   .text = std::move(*number),
                   .is_percent = format == NumberFormat::percent};
}

Meaning meaning_of_text(std::string text) {
    const auto kind = text.empty() ? Cell::Kind::blank : Cell::Kind::text;
    return {.kind = kind, .text = std::move(text)};
}

std::optional<Meaning> meaning_of_boolean(std::string_view raw) {
    if (raw != "0" && raw != "1" && raw != "false" && raw != "true") {
        return std::nullopt;
    }
    const bool is_true = raw == "1" || raw == "true";
    return Meaning{.kind = Cell::Kind::boolean, .text = is_true ? "TRUE" : "FALSE"};
}

class SheetListener : public XmlListener {
  public:
    SheetListener(const SheetTables& tables, Allowance& allowance)
        : XmlListener(sheet_steps), tables_(tables), allowance_(allowance) {}

    void opened(XmlPosition position, const XmlAttributes& attributes) override {
        if (position == In::cell) {
            open_cell(attributes);
        } else if (position == In::row) {
            open_row(attributes);
        } else if (position == In::formula) {
            cell_.formula = Formula::not_calculated;
        } else if (position == In::value) {
            has_value_ = true;
        } else if (position == In::merge_cell) {
            add_merge(attributes);
        }
    }

    void told(XmlPosition position, std::string_view piece) override {
        if (position == In::value || position == In::text) {
            raw_ += piece;
            if (raw_.size() > limits::cell_bytes) {
                cell_.text = std::move(raw_);
                hold_to_allowance();
            }
        }
    }

    void closed(XmlPosition position) override {
        if (position == In::cell) {
            close_cell();
        } else if (position == In::row && !row_.cells.empty()) {
            rows_.push_back({row_.number,
                             row_.is_hidden,
                             {std::make_move_iterator(row_.cells.begin()),
                              std::make_move_iterator(row_.cells.end())}});
        }
    }

    [[nodiscard]] std::vector<Row> rows() { return std::move(rows_); }
    [[nodiscard]] std::vector<Merge> merges() { return std::move(merges_); }
    [[nodiscard]] Findings findings() { return std::move(findings_); }
    [[nodiscard]] Place place() const {
        return {.row = row_.number,
                .column = cell_.column == 0 ? "" : column_letters(cell_.column)};
    }

  private:
    void open_row(const XmlAttributes& attributes) {
        const auto named = attributes.value("r");
        const auto number = named ? counted(*named) : row_.number + 1;
        if (!number || *number == 0 || *number > rows_of_excel) {
            refuse_with_finding("broken-workbook");
            return;
        }
        row_.number = *number;
        row_.is_hidden = attributes.is_set("hidden");
        row_.cells.clear();
        cell_.column = 0;
    }

    void open_cell(const XmlAttributes& attributes) {
        const auto named = attributes.value("r");
        const auto reference =
            named ? reference_of(*named) : Reference{row_.number, cell_.column + 1};
        const auto type = type_of(attributes.value("t"));
        const auto style = counted(attributes.value("s").value_or("0"));
        is_broken_ = !reference || reference->row != row_.number || !type || !style;
        cell_ = Cell{.column = reference ? reference->column : cell_.column + 1};
        type_ = type.value_or(Type::number);
        style_ = static_cast<std::size_t>(style.value_or(0));
        raw_.clear();
        has_value_ = false;
    }

    void close_cell() {
        auto meaning = is_broken_ ? std::nullopt : this->meaning();
        if (!meaning) {
            add_broken_cell();
            return;
        }
        cell_.kind = meaning->kind;
        cell_.text = std::move(meaning->text);
        cell_.date = meaning->date;
        cell_.is_percent = meaning->is_percent;
        const bool is_empty_text = type_ == Type::formula_text && has_value_;
        if (cell_.formula != Formula::none && (cell_.kind != Cell::Kind::blank || is_empty_text)) {
            cell_.formula = Formula::calculated;
        }
        if (cell_.kind == Cell::Kind::blank && cell_.formula != Formula::not_calculated) {
            return;
        }
        hold_to_allowance();
        const int column = cell_.column;
        row_.cells.push_back(std::move(cell_));
        cell_ = Cell{.column = column};
    }

    [[nodiscard]] std::optional<Meaning> meaning() {
        if (type_ == Type::inline_text || type_ == Type::formula_text) {
            return meaning_of_text(unescaped(raw_));
        }
        const std::string_view raw = trimmed(raw_);
        if (raw.empty()) {
            return Meaning{};
        }
        switch (type_) {
            case Type::shared:
                return shared_text(raw);
            case Type::boolean:
                return meaning_of_boolean(raw);
            case Type::error:
                return Meaning{.kind = Cell::Kind::error, .text = std::string(raw)};
            case Type::day:
                return meaning_of_day({Date::parse(raw.substr(0, raw.find('T'))),
                                       std::string(raw.substr(0, raw.find('T')))});
            default:
                return meaning_of_number(
                    raw, style_ < tables_.styles.size() ? tables_.styles[style_] : NumberFormat{},
                    tables_.calendar);
        }
    }

    [[nodiscard]] std::optional<Meaning> shared_text(std::string_view raw) const {
        const auto index = counted(raw);
        const auto shared =
            index ? tables_.strings.at(static_cast<std::size_t>(*index)) : std::nullopt;
        return shared ? std::optional(meaning_of_text(std::string(*shared))) : std::nullopt;
    }

    void add_merge(const XmlAttributes& attributes) {
        const auto merge = merge_of(attributes.value("ref").value_or(""));
        if (!merge) {
            refuse_with_finding("broken-workbook");
        } else if (merges_.size() == limits::sheet_merges) {
            refuse_with_finding("too-many-merges",
                                {{"limit", std::to_string(limits::sheet_merges)}});
        } else {
            merges_.push_back(*merge);
        }
    }

    void add_broken_cell() {
        if (findings_.size() == limits::findings_per_text) {
            refuse_with_finding("broken-workbook");
            return;
        }
        findings_.push_back({.code = "broken-cell",
                             .place = place(),
                             .value = shortened(raw_, limits::shown_value_bytes)});
    }

    void hold_to_allowance() {
        if (auto finding = allowance_.take(row_.number, cell_)) {
            refuse(std::move(*finding));
        }
    }

    const SheetTables& tables_;
    Allowance& allowance_;
    std::vector<Row> rows_;
    std::vector<Merge> merges_;
    Findings findings_;
    Row row_;    // being read, as are those below
    Cell cell_;  // keeps its column for the cell behind it
    Type type_ = Type::number;
    std::size_t style_ = 0;
    std::string raw_;
    bool has_value_ = false;
    bool is_broken_ = false;
};

// Rows and cells in ascending order; false when one stands there twice.
bool put_in_order(std::vector<Row>& rows) {
    const auto by_number = [](const Row& a, const Row& b) { return a.number < b.number; };
    const auto by_column = [](const Cell& a, const Cell& b) { return a.column < b.column; };
    const auto is_strict = [](const auto& items, auto less) {
        return std::adjacent_find(items.begin(), items.end(), [&](const auto& a, const auto& b) {
                   return !less(a, b);
               }) == items.end();
    };
    if (!is_strict(rows, by_number)) {
        std::sort(rows.begin(), rows.end(), by_number);
    }
    for (Row& row : rows) {
        if (!is_strict(row.cells, by_column)) {
            std::sort(row.cells.begin(), row.cells.end(), by_column);
        }
    }
    return is_strict(rows, by_number) && std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
               return is_strict(row.cells, by_column);
           });
}

}  // namespace

ReadSheet read_sheet(Archive& archive, const Contents::SheetPart& about, const SheetTables& tables,
                     Allowance& allowance) {
    ReadSheet read{.sheet = {.name = about.name, .is_hidden = about.is_hidden}};
    SheetListener listener(tables, allowance);
    auto outcome = read_xml(archive, about.part, listener);
    auto rows = listener.rows();
    if (outcome && !put_in_order(rows)) {
        outcome = refuse_with_finding("broken-workbook", {{"part", about.part}});
    }
    read.findings = listener.findings();
    read.is_whole = outcome.has_value();
    if (read.is_whole) {
        read.sheet.rows = std::move(rows);
        read.sheet.merges = listener.merges();
    } else {
        read.findings.push_back(std::move(outcome.error()));
        read.findings.back().place = listener.place();
    }
    for (Finding& finding : read.findings) {
        finding.place.sheet = about.name;
    }
    return read;
}

}  // namespace benniu::intake
