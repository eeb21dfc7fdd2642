#include "publication/document_check.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::publication {

namespace {

using Texts = std::vector<std::string_view>;

tl::unexpected<Error> beyond(std::string code, std::size_t limit) {
    return failure(std::move(code), {{"limit", std::to_string(limit)}});
}

Result<void> check_table(const Table& table) {
    if (table.columns.size() > limits::bulletin_table_columns) {
        return beyond("bulletin-too-many-columns", limits::bulletin_table_columns);
    }
    if (table.rows.size() > limits::bulletin_table_rows) {
        return beyond("bulletin-too-many-rows", limits::bulletin_table_rows);
    }
    ensure(!table.columns.empty(), "a table has columns");
    const auto has_width = [](const Column& column) { return column.relative_width > 0; };
    const auto widths = std::count_if(table.columns.begin(), table.columns.end(), has_width);
    ensure(widths == 0 || static_cast<std::size_t>(widths) == table.columns.size(),
           "either every column has a relative width or none");
    for (const auto& row : table.rows) {
        ensure(row.size() == table.columns.size(), "a row has a cell for every column");
    }
    return {};
}

Result<void> check_blocks(const std::vector<Block>& blocks) {
    if (blocks.size() > limits::bulletin_blocks) {
        return beyond("bulletin-too-many-blocks", limits::bulletin_blocks);
    }
    std::array<int, 4> headings{};
    for (const Block& block : blocks) {
        if (const auto* table = std::get_if<Table>(&block)) {
            if (auto checked = check_table(*table); !checked) {
                return checked;
            }
        }
        if (const auto* heading = std::get_if<Heading>(&block)) {
            const auto level = static_cast<std::size_t>(heading->level) - 1;
            std::fill(headings.begin() + static_cast<std::ptrdiff_t>(level) + 1, headings.end(), 0);
            if (++headings[level] > limits::bulletin_headings_per_level) {
                return beyond("bulletin-too-many-headings", limits::bulletin_headings_per_level);
            }
        }
    }
    return {};
}

void collect(const std::vector<Block>& blocks, Texts& texts) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            texts.emplace_back(heading->words);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            for (const Text& text : paragraph->texts) {
                texts.emplace_back(text.words);
            }
        } else if (const auto* table = std::get_if<Table>(&block)) {
            texts.emplace_back(table->caption);
            for (const Column& column : table->columns) {
                texts.emplace_back(column.title);
            }
            for (const auto& row : table->rows) {
                texts.insert(texts.end(), row.begin(), row.end());
            }
        }
    }
}

Texts texts_of(const Document& document) {
    Texts texts = {document.title,     document.copy_number, document.urgency, document.mark,
                   document.addressee, document.signature,   document.note};
    if (document.number) {
        texts.emplace_back(document.number->office);
    }
    if (document.imprint) {
        texts.emplace_back(document.imprint->copies_to);
        texts.emplace_back(document.imprint->office);
    }
    collect(document.body, texts);
    for (const Attachment& attachment : document.attachments) {
        texts.emplace_back(attachment.title);
        collect(attachment.blocks, texts);
    }
    return texts;
}

// XML 1.0 has no way to write a control character; a word processor refuses the whole file.
bool is_unprintable(unsigned char byte) {
    return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
}

// U+FFFE and U+FFFF, which are no letters either.
bool has_noncharacter(std::string_view text) {
    return text.find("\xEF\xBF\xBE") != std::string_view::npos ||
           text.find("\xEF\xBF\xBF") != std::string_view::npos;
}

Result<void> check_text(std::string_view text) {
    if (!is_utf8(text)) {
        return failure("bulletin-text-not-utf8");
    }
    if (std::any_of(text.begin(), text.end(),
                    [](char byte) { return is_unprintable(static_cast<unsigned char>(byte)); }) ||
        has_noncharacter(text)) {
        std::string shown(text);
        std::replace_if(
            shown.begin(), shown.end(),
            [](char byte) { return is_unprintable(static_cast<unsigned char>(byte)); }, '?');
        return failure("bulletin-letter-unprintable",
                       {{"text", shortened(shown, limits::shown_value_bytes)}});
    }
    return {};
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

Result<void> check(const Document& document) {
    if (trimmed(document.title).empty()) {
        return failure("bulletin-title-missing");
    }
    if (document.attachments.size() > limits::bulletin_attachments) {
        return beyond("bulletin-too-many-attachments", limits::bulletin_attachments);
    }
    std::size_t bytes = 0;
    for (const std::string_view text : texts_of(document)) {
        bytes += text.size();
        if (auto checked = check_text(text); !checked) {
            return checked;
        }
    }
    if (bytes > limits::bulletin_text_bytes) {
        return beyond("bulletin-too-long", limits::bulletin_text_bytes);
    }
    if (auto checked = check_blocks(document.body); !checked) {
        return checked;
    }
    std::vector<std::string_view> titles = {document.title};
    for (const Attachment& attachment : document.attachments) {
        titles.emplace_back(attachment.title);
        if (auto checked = check_blocks(attachment.blocks); !checked) {
            return checked;
        }
    }
    for (const std::string_view title : titles) {
        if (letters_in(title) > limits::bulletin_title_letters) {
            return beyond("bulletin-title-too-long", limits::bulletin_title_letters);
        }
    }
    return {};
}

}  // namespace benniu::publication
