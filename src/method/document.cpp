#include "method/document.hpp"

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::method {

namespace {

struct Opening {
    std::string number;
    std::string heading;
};

// "**第八条 数量分 N** = min(…)" or "## 第八条 数量分 N".
std::optional<Opening> article_opening(std::string_view line) {
    constexpr std::string_view ordinal = "第";
    constexpr std::string_view clause = "条";
    std::string_view words = trimmed(line);
    const bool bold = words.starts_with("**");
    if (bold) {
        words.remove_prefix(2);
        const std::size_t end = words.find("**");
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        words = words.substr(0, end);
    } else if (words.starts_with("#")) {
        words = trimmed(words.substr(words.find_first_not_of('#')));
    } else {
        return std::nullopt;
    }
    const std::size_t end = words.find(clause);
    if (!words.starts_with(ordinal) || end == std::string_view::npos || end > 24) {
        return std::nullopt;
    }
    const std::size_t behind = end + clause.size();
    return Opening{std::string(words.substr(0, behind)),
                   std::string(trimmed(words.substr(behind)))};
}

void found(Cut& cut, const std::string& code, int line) {
    Finding finding{.code = code};
    finding.place.file = cut.document.file;
    finding.place.line = line;
    cut.findings.push_back(std::move(finding));
}

// Takes the lines one by one; inside a fenced block they are formulas, outside prose.
class Cutter {
  public:
    explicit Cutter(const std::string& file) {
        cut_.document.file = file;
        cut_.document.articles.push_back({.line = 1});
    }

    void take(std::string_view line) {
        ++line_;
        const std::string_view words = trimmed(line);
        if (in_block_ && words == "```") {
            in_block_ = false;
        } else if (in_block_) {
            cut_.blocks.back().text += std::string(line) + "\n";
            article().block += std::string(line) + "\n";
        } else if (words == "```method") {
            in_block_ = true;
            cut_.blocks.push_back({"", line_ + 1, cut_.document.articles.size() - 1});
            if (!article().block.empty()) {
                article().block += "\n";
            }
        } else {
            take_prose(line);
        }
    }

    Cut finish() && {
        if (in_block_) {
            found(cut_, "unclosed-block", cut_.blocks.back().first_line);
        }
        return std::move(cut_);
    }

  private:
    Article& article() { return cut_.document.articles.back(); }

    void take_prose(std::string_view line) {
        if (const auto opening = article_opening(line)) {
            cut_.document.articles.push_back(
                {.number = opening->number, .heading = opening->heading, .line = line_});
        } else if (cut_.document.title.empty() && line.starts_with("# ")) {
            cut_.document.title = trimmed(line.substr(2));
        }
        article().prose += std::string(line) + "\n";
    }

    Cut cut_;
    int line_ = 0;
    bool in_block_ = false;
};

}  // namespace

Cut cut_document(std::string_view markdown, const std::string& file) {
    Cutter cutter(file);
    if (markdown.size() > limits::method_bytes || !is_utf8(markdown)) {
        Cut cut = std::move(cutter).finish();
        found(cut, is_utf8(markdown) ? "method-too-large" : "not-utf8", 1);
        return cut;
    }
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        std::string_view line = markdown.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        cutter.take(line);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return std::move(cutter).finish();
}

}  // namespace benniu::method
