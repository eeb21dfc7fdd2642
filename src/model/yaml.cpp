#include "model/yaml.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::model {

Place place_of(const YAML::Node& node, const std::string& file) {
    const YAML::Mark mark = node.IsDefined() ? node.Mark() : YAML::Mark::null_mark();
    Place place;
    place.file = file;
    place.line = mark.is_null() ? 0 : mark.line + 1;
    place.position = mark.is_null() ? 0 : mark.column + 1;
    return place;
}

YAML::Node parse_yaml(std::string_view text, const std::string& file, Findings& findings) {
    Finding finding;
    finding.place.file = file;
    if (text.size() > limits::pack_file_bytes) {
        finding.code = "pack-file-too-large";
        findings.push_back(finding);
        return YAML::Node(YAML::NodeType::Undefined);
    }
    try {
        return YAML::Load(std::string(text));
    } catch (const YAML::Exception& broken) {
        finding.code = "bad-yaml";
        finding.place.line = broken.mark.line + 1;
        finding.place.position = broken.mark.column + 1;
        finding.words = {{"reason", broken.msg}};
        findings.push_back(finding);
        return YAML::Node(YAML::NodeType::Undefined);
    }
}

namespace {

std::string_view line_of(std::string_view text, int number) {
    for (int line = 1; line < number; ++line) {
        text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    }
    return text.substr(0, text.find('\n'));
}

}  // namespace

void place_by_letters(Findings& findings, const std::string& file, std::string_view text) {
    for (Finding& finding : findings) {
        if (finding.place.file != file || finding.place.position < 1) {
            continue;
        }
        const std::string_view before =
            line_of(text, finding.place.line)
                .substr(0, static_cast<std::size_t>(finding.place.position) - 1);
        const auto letters = std::count_if(before.begin(), before.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        });
        finding.place.position = static_cast<int>(letters) + 1;
    }
}

Members::Members(const YAML::Node& mapping, std::string file, Findings& findings)
    : mapping_(mapping), file_(std::move(file)), findings_(&findings) {
    if (!mapping_.IsMap()) {
        wrong(mapping_, "not-a-mapping", "");
        mapping_ = YAML::Node(YAML::NodeType::Map);
    }
}

YAML::Node Members::node(const std::string& name, Need need) {
    asked_.insert(name);
    const YAML::Node found = std::as_const(mapping_)[name];
    if (!found.IsDefined() && need == Need::required) {
        wrong(mapping_, "missing-member", "", {{"member", name}});
    }
    return found;
}

std::string Members::text(const std::string& name, Need need) {
    const YAML::Node found = node(name, need);
    if (!found.IsDefined() || found.IsNull()) {
        return "";
    }
    if (!found.IsScalar()) {
        wrong(found, "not-a-text", "", {{"member", name}});
        return "";
    }
    return found.Scalar();
}

std::vector<YAML::Node> Members::list(const std::string& name, Need need) {
    const YAML::Node found = node(name, need);
    if (!found.IsDefined() || found.IsNull()) {
        return {};
    }
    if (!found.IsSequence()) {
        wrong(found, "not-a-list", "", {{"member", name}});
        return {};
    }
    return {found.begin(), found.end()};
}

std::vector<std::string> Members::texts(const std::string& name, Need need) {
    std::vector<std::string> words;
    for (const YAML::Node& each : list(name, need)) {
        if (each.IsScalar()) {
            words.push_back(each.Scalar());
        } else {
            wrong(each, "not-a-text", "", {{"member", name}});
        }
    }
    return words;
}

void Members::finish() {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const auto& member : mapping_) {
        const std::string name = member.first.IsScalar() ? member.first.Scalar() : "";
        if (!asked_.contains(name)) {
            wrong(member.first, "unknown-member", name, {{"nearest", nearest(name, known)}});
        }
    }
}

void Members::wrong(const YAML::Node& where, const std::string& code, const std::string& value,
                    Words words) {
    Finding finding;
    finding.code = code;
    finding.place = place_of(where, file_);
    finding.value = shortened(value, limits::shown_value_bytes);
    finding.words = std::move(words);
    findings_->push_back(std::move(finding));
}

int Members::line() const {
    return place_of(mapping_, file_).line;
}

}  // namespace benniu::model
