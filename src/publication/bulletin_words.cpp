#include "publication/bulletin_words.hpp"

#include <algorithm>

#include "model/yaml.hpp"

namespace benniu::publication {

using model::Members;
using model::Need;

namespace {

constexpr std::size_t correction_columns = 5;

SectionWords read_section(const YAML::Node& node, const std::string& file, Findings& findings) {
    Members members(node, file, findings);
    SectionWords section;
    section.method = members.text("method", Need::required);
    section.heading = members.text("heading", Need::required);
    section.texts = members.texts("texts", Need::optional);
    section.leader = members.text("leader", Need::optional);
    section.summary = members.texts("summary", Need::required);
    section.attachment = members.text("attachment", Need::required);
    members.finish();
    return section;
}

void read_awards(const YAML::Node& node, const std::string& file, Findings& findings,
                 BulletinWords& words) {
    Members members(node, file, findings);
    words.awards_heading = members.text("heading", Need::required);
    words.award = members.text("proposed", Need::required);
    words.award_none = members.text("none", Need::required);
    members.finish();
}

void read_correction(const YAML::Node& node, const std::string& file, Findings& findings,
                     BulletinWords& words) {
    Members members(node, file, findings);
    words.correction_title = members.text("title", Need::required);
    words.correction_opening = members.text("opening", Need::required);
    words.correction_heads = members.texts("heads", Need::required);
    if (words.correction_heads.size() != correction_columns) {
        members.wrong(node, "wrong-number-of-heads", "",
                      {{"wanted", std::to_string(correction_columns)}});
    }
    members.finish();
}

}  // namespace

bool has_word_of(const BulletinWords& words, const std::string& method) {
    const auto is_of_method = [&](const SectionWords& section) { return section.method == method; };
    return std::any_of(words.sections.begin(), words.sections.end(), is_of_method) ||
           std::find(words.unpublished.begin(), words.unpublished.end(), method) !=
               words.unpublished.end();
}

namespace {

ReadBulletinWords words_in(std::string_view yaml, const std::string& file) {
    ReadBulletinWords read;
    const YAML::Node root = model::parse_yaml(yaml, file, read.findings);
    if (!root.IsDefined()) {
        return read;
    }
    Members members(root, file, read.findings);
    BulletinWords& words = read.words;
    words.mark = members.text("mark", Need::required);
    words.office = members.text("office", Need::required);
    words.title = members.text("title", Need::required);
    words.addressee = members.text("addressee", Need::required);
    words.opening = members.texts("opening", Need::required);
    for (const YAML::Node& node : members.list("sections", Need::required)) {
        words.sections.push_back(read_section(node, file, read.findings));
    }
    words.unpublished = members.texts("unpublished", Need::optional);
    if (const YAML::Node awards = members.node("awards", Need::required); awards.IsDefined()) {
        read_awards(awards, file, read.findings, words);
    }
    words.closing = members.texts("closing", Need::optional);
    words.unbroken = members.texts("unbroken", Need::optional);
    words.unit = members.text("unit", Need::required);
    words.rank = members.text("rank", Need::required);
    words.signature = members.text("signature", Need::required);
    words.copies_to = members.text("copies_to", Need::required);
    words.imprint_office = members.text("imprint_office", Need::required);
    if (const YAML::Node node = members.node("correction", Need::required); node.IsDefined()) {
        read_correction(node, file, read.findings, words);
    }
    members.finish();
    return read;
}

}  // namespace

ReadBulletinWords read_bulletin_words(std::string_view yaml, const std::string& file) {
    ReadBulletinWords read = words_in(yaml, file);
    model::place_by_letters(read.findings, file, yaml);
    return read;
}

}  // namespace benniu::publication
