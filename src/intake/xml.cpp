#include "intake/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "base/limits.hpp"

namespace benniu::intake {

namespace {

constexpr char separator = '|';  // between a name's namespace and the name itself
constexpr int piece_bytes = 64 * 1024;

constexpr std::array<std::string_view, 4> known_namespaces = {
    "",  // some writers name none
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};

constexpr std::array<std::string_view, 2> relationship_ids = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id",
};

// The name without its namespace, or "" when the namespace is none of ours.
std::string_view known_name(std::string_view name) {
    const std::size_t cut = name.rfind(separator);
    const bool has_namespace = cut != std::string_view::npos;
    const std::string_view space = has_namespace ? name.substr(0, cut) : std::string_view{};
    const bool is_known = std::find(known_namespaces.begin(), known_namespaces.end(), space) !=
                          known_namespaces.end();
    return !is_known ? std::string_view{} : has_namespace ? name.substr(cut + 1) : name;
}

// Walks the listener's steps as elements open and close.
class Walk {
  public:
    Walk(XML_Parser parser, XmlListener& listener) : parser_(parser), listener_(listener) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_open, on_close);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }

    [[nodiscard]] const std::optional<Finding>& refusal() const { return refusal_; }

  private:
    static constexpr XmlPosition passed_over = 255;

    static Walk& of(void* data) { return *static_cast<Walk*>(data); }
    static void on_open(void* data, const char* name, const char** pairs) {
        of(data).open(name, pairs);
    }
    static void on_close(void* data, const char* /*name*/) { of(data).close(); }
    static void on_text(void* data, const char* text, int bytes) {
        of(data).tell({text, static_cast<std::size_t>(bytes)});
    }
    static void on_doctype(void* data, const char*, const char*, const char*, int) {
        of(data).stop_with_finding("forbidden-entity");
    }

    void open(std::string_view name, const char** pairs) {
        if (refusal_) {
            return;
        }
        if (path_.size() == static_cast<std::size_t>(limits::xml_depth)) {
            stop_with_finding("xml-too-deep", {{"limit", std::to_string(limits::xml_depth)}});
            return;
        }
        path_.push_back(position_of(name));
        if (path_.back() != passed_over) {
            listener_.opened(path_.back(), XmlAttributes(pairs));
            heed_listener();
        } else if (path_.size() == 1) {
            stop_with_finding("broken-workbook");  // the root is another document's
        }
    }

    void close() {
        if (refusal_) {
            return;
        }
        const XmlPosition position = path_.back();
        path_.pop_back();
        if (position != passed_over) {
            listener_.closed(position);
            heed_listener();
        }
    }

    void tell(std::string_view text) {
        if (refusal_ || path_.empty() || path_.back() == passed_over) {
            return;
        }
        listener_.told(path_.back(), text);
        heed_listener();
    }

    [[nodiscard]] XmlPosition position_of(std::string_view name) const {
        const XmlPosition inside = path_.empty() ? XmlPosition{0} : path_.back();
        if (inside == passed_over) {
            return passed_over;
        }
        const std::string_view element = known_name(name);
        for (const XmlStep& step : listener_.steps()) {
            if (step.inside == inside && step.element == element) {
                return step.position;
            }
        }
        return passed_over;
    }

    void heed_listener() {
        if (listener_.refusal()) {
            stop(*listener_.refusal());
        }
    }

    void stop_with_finding(std::string code, Words words = {}) {
        stop({.code = std::move(code), .words = std::move(words)});
    }

    void stop(Finding finding) {
        refusal_ = std::move(finding);
        XML_StopParser(parser_, XML_FALSE);
    }

    XML_Parser parser_;
    XmlListener& listener_;
    std::vector<XmlPosition> path_;
    std::optional<Finding> refusal_;
};

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPtr = std::unique_ptr<XML_ParserStruct, Free>;

}  // namespace

std::optional<std::string_view> XmlAttributes::value(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == pair[0]) {
            return pair[1];
        }
    }
    return std::nullopt;
}

bool XmlAttributes::is_set(std::string_view name) const {
    const auto found = value(name);
    return found && (*found == "1" || *found == "true" || *found == "on");
}

std::optional<std::string_view> XmlAttributes::relationship_id() const {
    for (const std::string_view name : relationship_ids) {
        if (const auto found = value(name)) {
            return found;
        }
    }
    return std::nullopt;
}

Read<void> read_xml(Archive& archive, std::string_view part_name, XmlListener& listener) {
    auto part = archive.part(part_name);
    if (!part) {
        return tl::unexpected(part.error());
    }
    const ParserPtr parser(XML_ParserCreateNS(nullptr, separator));
    ensure(parser != nullptr, "there is memory for a parser");
    const Walk walk(parser.get(), listener);

    std::size_t fed_bytes = 0;
    for (bool is_last = false; !is_last;) {
        void* buffer = XML_GetBuffer(parser.get(), piece_bytes);
        ensure(buffer != nullptr, "there is memory for a piece of XML");
        const auto bytes = archive.read(*part, {static_cast<char*>(buffer), piece_bytes});
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        is_last = *bytes == 0;
        fed_bytes += *bytes;
        const bool is_well_formed = XML_ParseBuffer(parser.get(), static_cast<int>(*bytes),
                                                    static_cast<int>(is_last)) == XML_STATUS_OK;
        // expat looks at an unfinished token again from its beginning with every piece: a comment
        // of 200 MB would keep it busy for hours.
        const auto behind_token =
            static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser.get()), 0));
        const bool is_endless = fed_bytes > behind_token + limits::xml_token_bytes;
        if (walk.refusal() || !is_well_formed || is_endless) {
            Finding finding = walk.refusal().value_or(Finding{"broken-workbook"});
            finding.words.emplace_back("part", part_name);
            return tl::unexpected(std::move(finding));
        }
    }
    return {};
}

}  // namespace benniu::intake
