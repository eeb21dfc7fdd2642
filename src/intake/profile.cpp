#include "intake/profile.hpp"

#include <algorithm>

#include "base/writing.hpp"
#include "intake/notation.hpp"
#include "model/yaml.hpp"

namespace benniu::intake {

namespace {

using model::DraftPart;
using model::FieldType;
using model::Members;
using model::Need;

using WordSet = std::set<std::string, std::less<>>;

WordSet read_word_set(Members& members, const std::string& name) {
    WordSet words;
    for (const std::string& word : members.texts(name, Need::required)) {
        words.insert(without_spaces(half_width(word)));
    }
    return words;
}

// Reads one file that is about one ledger.
class ProfileReading {
  public:
    ProfileReading(const YAML::Node& root, const std::string& file,
                   const ledger::Definitions& definitions, Findings& findings)
        : members_(root, file, findings),
          file_(file),
          definitions_(definitions),
          findings_(findings) {}

    // Nothing when the ledger is unknown.
    std::optional<SheetProfile> sheet() {
        SheetProfile profile;
        profile.name = members_.text("sheet", Need::required);
        if (!read_ledger()) {
            return std::nullopt;
        }
        profile.ledger = ledger_;
        profile.titled = members_.texts("titled", Need::optional);
        read_columns(members_, Need::required, false, profile);
        read_stages(profile);
        read_side_by_side(profile);
        profile.month_from_title = optional_field("month_from_title");
        for (const std::string& word : members_.texts("ignored", Need::optional)) {
            profile.ignored.insert(header_word(word));
        }
        for (const std::string& name : members_.texts("must_have", Need::required)) {
            if (const auto field = field_index(name, members_.node("must_have", Need::required))) {
                profile.must_have.push_back({DraftPart::field, *field});
            }
        }
        members_.finish();
        return profile;
    }

    std::optional<MapProfile> map() {
        MapProfile profile;
        profile.name = members_.text("map", Need::required);
        if (!read_ledger()) {
            return std::nullopt;
        }
        profile.ledger = ledger_;
        profile.property = members_.text("property", Need::required);
        profile.field = required_field("field");
        profile.shape = required_field("shape");
        if (ledger_->fields.at(profile.shape).type != FieldType::shape) {
            members_.wrong(members_.node("shape", Need::required), "not-a-shape",
                           ledger_->fields[profile.shape].name);
        }
        members_.finish();
        return profile;
    }

  private:
    bool read_ledger() {
        const std::string name = tidied(members_.text("into", Need::required));
        std::vector<std::string> names;
        for (const auto& definition : definitions_) {
            if (definition->name == name) {
                ledger_ = definition;
                return true;
            }
            names.push_back(definition->name);
        }
        members_.wrong(members_.node("into", Need::optional), "unknown-ledger", name,
                       {{"nearest", nearest(name, names)}});
        return false;
    }

    std::optional<std::size_t> field_index(const std::string& written, const YAML::Node& where) {
        const std::string name = tidied(written);
        const auto index = ledger_->field_index(name);
        if (!index) {
            std::vector<std::string> names;
            for (const model::Field& field : ledger_->fields) {
                names.push_back(field.name);
            }
            members_.wrong(where, "unknown-field", name,
                           {{"ledger", ledger_->name}, {"nearest", nearest(name, names)}});
        }
        return index;
    }

    std::optional<std::size_t> optional_field(const std::string& member) {
        const std::string name = members_.text(member, Need::optional);
        return name.empty() ? std::nullopt
                            : field_index(name, members_.node(member, Need::optional));
    }

    std::size_t required_field(const std::string& member) {
        const std::string name = members_.text(member, Need::required);
        return field_index(name, members_.node(member, Need::optional)).value_or(0);
    }

    void add_word(const std::string& word, Target target, const YAML::Node& where,
                  SheetProfile& profile) {
        const std::string compared = header_word(word);
        for (const std::string& part : split(word, notation::level_separator)) {
            profile.parts.insert(header_word(part));
        }
        const auto same = std::find_if(profile.words.begin(), profile.words.end(),
                                       [&](const auto& use) { return use.first == compared; });
        if (same == profile.words.end()) {
            profile.words.emplace_back(compared, target);
        } else if (same->second != target) {
            members_.wrong(where, "word-twice", word);
        }
    }

    // columns: {field: [word, word]}
    void read_columns(Members& group, Need need, bool is_side_by_side, SheetProfile& profile) {
        const YAML::Node columns = group.node("columns", need);
        if (!columns.IsDefined()) {
            return;
        }
        Members fields(columns, file_, findings_);
        if (!columns.IsMap()) {
            return;
        }
        for (const auto& member : columns) {
            const std::string name = member.first.IsScalar() ? member.first.Scalar() : "";
            const auto words = fields.texts(name, Need::required);
            const auto field = field_index(name, member.first);
            if (!field) {
                continue;
            }
            if (ledger_->fields[*field].type == FieldType::shape) {
                members_.wrong(member.first, "shape-in-column", name);
            }
            for (const std::string& word : words) {
                add_word(word, {{DraftPart::field, *field}, is_side_by_side}, member.first,
                         profile);
            }
        }
    }

    // A stage column is found below the stage's name, or as one word with it: "签约完成日期".
    void read_stages(SheetProfile& profile) {
        const YAML::Node node = members_.node("stages", Need::optional);
        if (!node.IsDefined()) {
            return;
        }
        Members parts(node, file_, findings_);
        for (const auto& [name, part] : {std::pair{"occurred", DraftPart::occurred},
                                         {"reported", DraftPart::reported},
                                         {"verdict", DraftPart::verdict},
                                         {"verified", DraftPart::verified}}) {
            for (const std::string& word : parts.texts(name, Need::required)) {
                for (std::size_t i = 0; i < ledger_->stages.size(); ++i) {
                    add_word(ledger_->stages[i] + std::string(notation::level_separator) + word,
                             {{part, i}, false}, node, profile);
                }
            }
        }
        parts.finish();
    }

    void read_side_by_side(SheetProfile& profile) {
        const YAML::Node node = members_.node("side_by_side", Need::optional);
        if (!node.IsDefined()) {
            return;
        }
        Members group(node, file_, findings_);
        profile.side_by_side =
            field_index(group.text("field", Need::required), group.node("field", Need::optional));
        read_columns(group, Need::required, true, profile);
        group.finish();
    }

    Members members_;
    std::string file_;
    const ledger::Definitions& definitions_;
    Findings& findings_;
    std::shared_ptr<const model::LedgerDefinition> ledger_;
};

CommonWords read_common_words(const YAML::Node& root, const std::string& file, Findings& findings) {
    Members members(root, file, findings);
    CommonWords words;
    members.text("words", Need::required);
    words.subtotals = read_word_set(members, "subtotals");
    words.notes = members.texts("notes", Need::required);
    words.yes = read_word_set(members, "yes");
    words.no = read_word_set(members, "no");
    words.passed = read_word_set(members, "passed");
    words.failed = read_word_set(members, "failed");
    words.pending = read_word_set(members, "pending");
    words.measures = read_word_set(members, "measures");
    words.about_form = members.texts("about_form", Need::required);
    members.finish();
    return words;
}

void index_words(Profiles& profiles) {
    for (std::size_t i = 0; i < profiles.sheets.size(); ++i) {
        for (const auto& [word, target] : profiles.sheets[i].words) {
            profiles.by_word[word].push_back({i, target});
            profiles.single_words.insert(word);
        }
        profiles.single_words.insert(profiles.sheets[i].parts.begin(),
                                     profiles.sheets[i].parts.end());
    }
}

}  // namespace

ReadProfiles read_profiles(std::span<const ProfileText> texts,
                           const ledger::Definitions& definitions) {
    ReadProfiles read;
    bool has_words = false;
    for (const ProfileText& text : texts) {
        const YAML::Node root = model::parse_yaml(text.yaml, text.file, read.findings);
        if (!root.IsDefined()) {
            continue;
        }
        if (!root.IsMap()) {
            (void)Members(root, text.file, read.findings);  // says so
            continue;
        }
        if (root["words"].IsDefined()) {
            read.profiles.words = read_common_words(root, text.file, read.findings);
            has_words = true;
            continue;
        }
        ProfileReading reading(root, text.file, definitions, read.findings);
        if (root["map"].IsDefined()) {
            if (auto map = reading.map()) {
                read.profiles.maps.push_back(*std::move(map));
            }
        } else if (auto sheet = reading.sheet()) {
            read.profiles.sheets.push_back(*std::move(sheet));
        }
    }
    for (const ProfileText& text : texts) {
        model::place_by_letters(read.findings, text.file, text.yaml);
    }
    if (!has_words) {
        Finding finding;
        finding.code = "no-common-words";
        read.findings.push_back(finding);
    }
    index_words(read.profiles);
    return read;
}

}  // namespace benniu::intake
