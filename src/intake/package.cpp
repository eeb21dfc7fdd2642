#include "intake/package.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/xml.hpp"

namespace benniu::intake {

namespace {

struct Relationship {
    std::string type;    // the last word of its URI, the same in both namespaces
    std::string target;  // the part, from the archive's root
};
using Relationships = std::map<std::string, Relationship, std::less<>>;

std::string folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

// "xl/" and "../a/./b.xml" give "a/b.xml".
std::string resolved(std::string_view folder, std::string_view target) {
    const std::string whole =
        target.starts_with('/') ? std::string(target) : std::string(folder) + std::string(target);
    std::vector<std::string> steps;
    for (std::string& step : split(whole, "/")) {
        if (step != ".." && step != ".") {
            steps.push_back(std::move(step));
        } else if (step == ".." && !steps.empty()) {
            steps.pop_back();
        }
    }
    std::string part;
    for (const std::string& step : steps) {
        part += (part.empty() ? "" : "/") + step;
    }
    return part;
}

struct InRelationships {
    enum : XmlPosition { document, relationships, relationship };
};

constexpr std::array<XmlStep, 2> relationship_steps = {{
    {InRelationships::document, "Relationships", InRelationships::relationships},
    {InRelationships::relationships, "Relationship", InRelationships::relationship},
}};

class RelationshipsListener : public XmlListener {
  public:
    explicit RelationshipsListener(std::string folder)
        : XmlListener(relationship_steps), folder_(std::move(folder)) {}

    void opened(XmlPosition position, const XmlAttributes& attributes) override {
        const auto id = attributes.value("Id");
        const auto type = attributes.value("Type");
        const auto target = attributes.value("Target");
        const bool is_outside = attributes.value("TargetMode") == "External";
        if (position == InRelationships::relationship && id && type && target && !is_outside) {
            found_.emplace(*id, Relationship{std::string(type->substr(type->rfind('/') + 1)),
                                             resolved(folder_, *target)});
        }
    }

    [[nodiscard]] const Relationships& found() const { return found_; }

  private:
    std::string folder_;
    Relationships found_;
};

// What `part` refers to; "" is the archive itself. A part without such a list refers to nothing.
Read<Relationships> relationships_of(Archive& archive, std::string_view part) {
    const std::string folder = folder_of(part);
    const std::string list = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    RelationshipsListener listener(folder);
    if (archive.has(list)) {
        if (auto read = read_xml(archive, list, listener); !read) {
            return tl::unexpected(read.error());
        }
    }
    return listener.found();
}

std::optional<std::string> target_of(const Relationships& relationships, std::string_view type) {
    const auto found =
        std::find_if(relationships.begin(), relationships.end(),
                     [&](const auto& relationship) { return relationship.second.type == type; });
    return found == relationships.end() ? std::nullopt
                                        : std::optional<std::string>(found->second.target);
}

struct InWorkbook {
    enum : XmlPosition { document, workbook, properties, sheets, sheet };
};

constexpr std::array<XmlStep, 4> workbook_steps = {{
    {InWorkbook::document, "workbook", InWorkbook::workbook},
    {InWorkbook::workbook, "workbookPr", InWorkbook::properties},
    {InWorkbook::workbook, "sheets", InWorkbook::sheets},
    {InWorkbook::sheets, "sheet", InWorkbook::sheet},
}};

class WorkbookListener : public XmlListener {
  public:
    explicit WorkbookListener(const Relationships& relationships)
        : XmlListener(workbook_steps), relationships_(relationships) {}

    void opened(XmlPosition position, const XmlAttributes& attributes) override {
        is_workbook_ = true;
        if (position == InWorkbook::properties) {
            contents_.counts_from_1904 = attributes.is_set("date1904");
        } else if (position == InWorkbook::sheet) {
            add_sheet(attributes);
        }
    }

    [[nodiscard]] bool is_workbook() const { return is_workbook_; }
    [[nodiscard]] const Contents& contents() const { return contents_; }

  private:
    void add_sheet(const XmlAttributes& attributes) {
        const auto named = relationships_.find(attributes.relationship_id().value_or(""));
        const bool has_part = named != relationships_.end();
        if (has_part && named->second.type != "worksheet") {
            return;  // a chart, a dialog, a macro: a sheet without cells
        }
        if (contents_.sheets.size() == static_cast<std::size_t>(limits::workbook_sheets)) {
            refuse_with_finding("too-many-sheets",
                                {{"limit", std::to_string(limits::workbook_sheets)}});
            return;
        }
        const auto state = attributes.value("state");
        contents_.sheets.push_back(
            {.name = shortened(attributes.value("name").value_or(""), limits::name_bytes),
             .is_hidden = state == "hidden" || state == "veryHidden",
             .part = has_part ? named->second.target : ""});
    }

    const Relationships& relationships_;
    Contents contents_;
    bool is_workbook_ = false;
};

}  // namespace

Read<Contents> read_contents(Archive& archive) {
    const auto root = relationships_of(archive, "");
    if (!root) {
        return tl::unexpected(root.error());
    }
    const std::string main = target_of(*root, "officeDocument").value_or("xl/workbook.xml");
    if (!archive.has(main)) {
        return root->empty() ? refuse_with_finding("not-a-workbook")
                             : refuse_with_finding("broken-workbook", {{"part", main}});
    }
    const auto relationships = relationships_of(archive, main);
    if (!relationships) {
        return tl::unexpected(relationships.error());
    }
    WorkbookListener listener(*relationships);
    if (auto read = read_xml(archive, main, listener); !read) {
        const bool is_other = read.error().code == "broken-workbook" && !listener.is_workbook();
        return is_other ? refuse_with_finding("not-a-workbook") : tl::unexpected(read.error());
    }
    if (listener.contents().sheets.empty()) {
        return refuse_with_finding("no-sheets");
    }
    Contents contents = listener.contents();
    contents.shared_strings_part = target_of(*relationships, "sharedStrings");
    contents.styles_part = target_of(*relationships, "styles");
    return contents;
}

}  // namespace benniu::intake
