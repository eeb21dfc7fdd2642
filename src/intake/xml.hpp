// The XML of a workbook's parts, as a stream of steps: elements that somebody asked for, opened and
// closed, and the text inside.
//
// Fed by Archive, piece by piece; read by the readers of single parts. A reader lists the elements
// it knows as Steps; all else, with everything inside it, is passed over. Prefixes do not matter,
// and the transitional and the strict namespace are one. A DOCTYPE ends the reading, so entities
// other than &amp; and its like cannot be declared.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "intake/archive.hpp"
#include "intake/refusal.hpp"

namespace benniu::intake {

// An element's place in the part, by the reader's own enumeration; 0 is outside the root.
using XmlPosition = std::uint8_t;

struct XmlStep {
    XmlPosition inside;
    std::string_view element;
    XmlPosition position;
};

// The attributes of one opened element, while it is being told.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

    [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const;
    // "1", "true" and "on" are yes; absent is no.
    [[nodiscard]] bool is_set(std::string_view name) const;
    // r:id, by whatever prefix.
    [[nodiscard]] std::optional<std::string_view> relationship_id() const;

  private:
    const char** pairs_;
};

class XmlListener {
  public:
    explicit XmlListener(std::span<const XmlStep> steps) : steps_(steps) {}
    virtual ~XmlListener() = default;

    virtual void opened(XmlPosition position, const XmlAttributes& attributes) = 0;
    virtual void closed(XmlPosition /*position*/) {}
    virtual void told(XmlPosition /*position*/, std::string_view /*text*/) {}

    [[nodiscard]] std::span<const XmlStep> steps() const { return steps_; }
    [[nodiscard]] const std::optional<Finding>& refusal() const { return refusal_; }

  protected:
    // Ends the reading; read_xml returns the finding.
    void refuse(Finding finding) { refusal_ = std::move(finding); }
    void refuse_with_finding(std::string code, Words words = {}) {
        refuse({.code = std::move(code), .words = std::move(words)});
    }

  private:
    std::span<const XmlStep> steps_;
    std::optional<Finding> refusal_;
};

// Findings: what Archive says; forbidden-entity, xml-too-deep, broken-workbook when it is not
// well-formed or its root is not the listener's; and the listener's own refusal.
Read<void> read_xml(Archive& archive, std::string_view part, XmlListener& listener);

}  // namespace benniu::intake
