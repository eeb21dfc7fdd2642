#include "method/document.hpp"

#include <algorithm>

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
        words.remove_prefix(std::min(words.find_first_not_of('#'), words.size()));
        words = trimmed(words);
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

// ```method, ```text, or ``` alone: how many backticks, and what the block is said to hold.
struct Fence {
    std::size_t length = 0;
    std::string_view info;
};

std::optional<Fence> fence_in(std::string_view line) {
    const std::string_view words = trimmed(line);
    const std::size_t length = std::min(words.find_first_not_of('`'), words.size());
    const std::string_view info = trimmed(words.substr(length));
    if (length < 3 || info.find('`') != std::string_view::npos) {
        return std::nullopt;
    }
    return Fence{length, info};
}

// Takes the lines one by one; inside a fenced block of formulas they are outside prose.
class Cutter {
  public:
    explicit Cutter(const std::string& file) {
        cut_.document.file = file;
        cut_.document.articles.push_back({.line = 1});
    }

    void take(std::string_view line) {
        ++line_;
        const auto fence = fence_in(line);
        const bool is_formulas = open_ && open_->info == "method";
        if (open_ && fence && fence->info.empty() && fence->length >= open_->length) {
            open_.reset();
            if (!is_formulas) {
                article().prose += std::string(line) + "\n";
            }
        } else if (is_formulas) {
            cut_.blocks.back().text += std::string(line) + "\n";
            article().block += std::string(line) + "\n";
        } else if (!open_ && fence) {
            open(*fence, line);
        } else {
            take_prose(line);
        }
    }

    void found(const std::string& code, int line, Words words = {}) {
        Finding finding{.code = code, .words = std::move(words)};
        finding.place.file = cut_.document.file;
        finding.place.article = article().number;
        finding.place.line = line;
        finding.place.position = 1;
        cut_.findings.push_back(std::move(finding));
    }

    Cut finish() && {
        if (open_ && open_->info == "method") {
            found("unclosed-block", cut_.blocks.back().first_line - 1);
        }
        return std::move(cut_);
    }

  private:
    struct Open {
        std::size_t length = 0;
        std::string info;
    };

    Article& article() { return cut_.document.articles.back(); }

    void open(const Fence& fence, std::string_view line) {
        open_ = Open{fence.length, std::string(fence.info)};
        if (fence.info != "method") {
            article().prose += std::string(line) + "\n";
            return;
        }
        cut_.blocks.push_back({"", line_ + 1, cut_.document.articles.size() - 1});
        if (!article().block.empty()) {
            article().block += "\n";
        }
    }

    void take_prose(std::string_view line) {
        const auto opening = open_ ? std::nullopt : article_opening(line);
        if (opening) {
            cut_.document.articles.push_back(
                {.number = opening->number, .heading = opening->heading, .line = line_});
        } else if (!open_ && cut_.document.title.empty() && line.starts_with("# ")) {
            cut_.document.title = trimmed(line.substr(2));
        }
        article().prose += std::string(line) + "\n";
    }

    Cut cut_;
    int line_ = 0;
    std::optional<Open> open_;
};

}  // namespace

Cut cut_document(std::string_view markdown, const std::string& file) {
    Cutter cutter(file);
    if (markdown.size() > limits::method_bytes || !is_utf8(markdown)) {
        if (is_utf8(markdown)) {
            cutter.found("method-too-large", 1, {{"limit", std::to_string(limits::method_bytes)}});
        } else {
            cutter.found("not-unicode", 1);
        }
        Cut cut = std::move(cutter).finish();
        cut.is_whole = false;
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
