// An official document as a value: what it says, part by part in the words of GB/T 9704-2012, and
// nothing about how it looks. Whoever composes a bulletin from standings feeds it; docx.hpp reads
// it.
//
// Invariants: every row of a table has a cell for every column; headings and attachments carry no
// number of their own, numbers are given when the document is written. A line break in a text is
// '\n'. The document knows no clock: its dates are given.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"

namespace benniu::publication {

// 一、 （一） 1. （1）
enum class Level { one = 1, two = 2, three = 3, four = 4 };

struct Heading {
    Level level = Level::one;
    std::string words{};
    friend bool operator==(const Heading&, const Heading&) = default;
};

enum class Weight { regular, bold };

struct Text {
    std::string words{};
    Weight weight = Weight::regular;
    friend bool operator==(const Text&, const Text&) = default;
};

struct Paragraph {
    std::vector<Text> texts{};
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

enum class Alignment { left, centre, right };

struct Column {
    std::string title{};
    int relative_width = 0;  // all 0: the contents decide
    Alignment alignment = Alignment::centre;
    friend bool operator==(const Column&, const Column&) = default;
};

// The sizes of Chinese type, in half-points.
enum class TypeSize { fitting = 0, small_four = 24, five = 21, small_five = 18, six = 15 };

enum class Orientation { upright, landscape };

// The head is repeated on every page and no row is split between pages. `fitting` takes the largest
// size, up to that of the template's style, at which numbers stay on one line.
struct Table {
    std::string caption{};
    std::vector<Column> columns{};
    std::vector<std::vector<std::string>> rows{};
    TypeSize size = TypeSize::fitting;
    Orientation orientation = Orientation::upright;
    friend bool operator==(const Table&, const Table&) = default;
};

struct PageBreak {
    friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

using Block = std::variant<Heading, Paragraph, Table, PageBreak>;

// Begins on a page of its own, under 附件1, 附件2, …, or 附件 when it is the only one.
struct Attachment {
    std::string title{};
    std::vector<Block> blocks{};
    Orientation orientation = Orientation::upright;
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

// 发文字号: 望督〔2021〕12号.
struct DocumentNumber {
    std::string office{};  // 机关代字
    int year = 0;
    int serial = 0;
    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

// Whether the office's seal will be stamped over signature and date; it decides where they stand.
enum class Seal { stamped, none };

// Where the imprint stands. It belongs at the foot of the last page, which must be an even one.
// Only a word processor knows how many pages there are, so whoever lays out the pages chooses.
enum class ImprintPlace { last_page, next_even_page };

// 版记
struct Imprint {
    std::string copies_to{};  // 抄送
    std::string office{};     // 印发机关
    Date issued{};            // 印发日期
    ImprintPlace place = ImprintPlace::last_page;
    friend bool operator==(const Imprint&, const Imprint&) = default;
};

// Empty texts are left out of the page, with the fixed words around them.
struct Document {
    std::string copy_number{};  // 份号
    std::string urgency{};      // 紧急程度: 特急 or 加急
    std::string mark{};         // 发文机关标志
    std::optional<DocumentNumber> number{};
    std::string title{};  // lines given by '\n', else broken by shape and words
    std::vector<std::string> unbroken_words{};  // names that a title's line break must not split
    std::string addressee{};                    // 主送机关, without colon
    std::vector<Block> body{};
    std::vector<Attachment> attachments{};
    std::string signature{};  // 署名
    Date date{};              // 成文日期
    Seal seal = Seal::stamped;
    std::string note{};  // 附注, without brackets
    std::optional<Imprint> imprint{};
    friend bool operator==(const Document&, const Document&) = default;
};

// 望督〔2021〕12号, with hexagonal brackets and a serial without zeros in front.
[[nodiscard]] std::string printed(const DocumentNumber& number);

// 2021年12月5日, without zeros in front.
[[nodiscard]] std::string printed(Date date);

// The number before the n-th heading of a level: 一、 （一） 1. （1）; n from 1 to 99.
[[nodiscard]] std::string heading_number(Level level, int ordinal);

}  // namespace benniu::publication
