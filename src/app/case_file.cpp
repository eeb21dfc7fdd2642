#include "app/case_file.hpp"

#include <algorithm>

#include "base/writing.hpp"
#include "model/yaml.hpp"

namespace benniu::app {

using model::Members;
using model::Need;

namespace {

// A field's value as an author writes it: money in 万元, 70 for 70 %, 2021-10-01, yes or no.
std::optional<model::Value> value_of(const model::Field& field, const std::string& written) {
    switch (field.type) {
        case model::FieldType::number:
        case model::FieldType::count:
        case model::FieldType::money:
        case model::FieldType::area:
        case model::FieldType::percent: {
            auto number = Decimal::parse(written);
            if (number && field.type == model::FieldType::percent) {
                number = multiply(*number, Decimal::of(1, 2));
            }
            return number ? std::optional<model::Value>(*number) : std::nullopt;
        }
        case model::FieldType::date:
        case model::FieldType::deadline: {
            const auto date = Date::parse(written);
            return date ? std::optional<model::Value>(*date) : std::nullopt;
        }
        case model::FieldType::month: {
            const auto month = Month::parse(written);
            return month ? std::optional<model::Value>(*month) : std::nullopt;
        }
        case model::FieldType::yes_no:
            return written == "yes" || written == "no"
                       ? std::optional<model::Value>(written == "yes")
                       : std::nullopt;
        case model::FieldType::unit:
            return model::UnitId{written};
        default:
            return written;
    }
}

class CaseReader {
  public:
    CaseReader(const std::string& path, const Pack& pack) : path_(path), pack_(&pack) {}

    CaseFile read(const std::string& yaml) {
        const YAML::Node root = model::parse_yaml(yaml, path_, file_.findings);
        if (!root.IsDefined()) {
            return std::move(file_);
        }
        Members members(root, path_, file_.findings);
        method_ = members.text("method", Need::required);
        if (!pack_->methods.contains(method_)) {
            members.wrong(root, "no-such-method", method_, {{"known", ""}});
            return std::move(file_);
        }
        add_entries(members.node("always", Need::optional), always_);
        for (const YAML::Node& node : members.list("cases", Need::required)) {
            read_case(node);
        }
        members.finish();
        return std::move(file_);
    }

  private:
    void read_case(const YAML::Node& node) {
        Members members(node, path_, file_.findings);
        MethodCase one{.method = method_};
        one.title = members.text("title", Need::required);
        one.period = members.text("period", Need::required);
        one.deeds = always_;
        add_entries(members.node("entries", Need::optional), one.deeds);
        const YAML::Node expected = members.node("expect", Need::required);
        for (const auto& unit : expected) {
            Expectation expectation{unit.first.Scalar(), {}};
            for (const auto& value : unit.second) {
                expectation.values.emplace_back(value.first.Scalar(), value.second.Scalar());
            }
            one.expected.push_back(std::move(expectation));
        }
        members.finish();
        file_.cases.push_back(std::move(one));
    }

    // ledger → list of entries; an entry's facts are numbered in the order of the file.
    void add_entries(const YAML::Node& ledgers, std::vector<ledger::Deed>& deeds) {
        if (!ledgers.IsDefined()) {
            return;
        }
        for (const auto& ledger : ledgers) {
            const std::string name = ledger.first.Scalar();
            const auto& definitions = pack_->definitions;
            const auto found = std::find_if(definitions.begin(), definitions.end(),
                                            [&](const auto& each) { return each->name == name; });
            if (found == definitions.end()) {
                found_fault(ledger.first, "unknown-ledger", name);
                continue;
            }
            for (const YAML::Node& entry : ledger.second) {
                add_entry(entry, **found, deeds);
            }
        }
    }

    void add_entry(const YAML::Node& node, const model::LedgerDefinition& definition,
                   std::vector<ledger::Deed>& deeds) {
        const ledger::Source source{path_, definition.name, model::place_of(node, path_).line};
        ledger::EntryRecorded opened{definition.name, "", {}, source};
        std::vector<ledger::Deed> stages;
        opened.entry = "case " + std::to_string(deeds.size() + 1);
        for (const auto& member : node) {
            const std::string name = member.first.Scalar();
            const model::Field* const field = definition.field(name);
            if (field == nullptr && definition.stage_index(name)) {
                add_stage(member.second, name, definition, opened, stages);
                continue;
            }
            const auto value =
                field == nullptr ? std::nullopt : value_of(*field, member.second.Scalar());
            if (!value) {
                found_fault(member.first, field == nullptr ? "unknown-field" : "bad-case-value",
                            name);
                continue;
            }
            opened.fields.push_back({name, *value});
        }
        deeds.emplace_back(std::move(opened));
        deeds.insert(deeds.end(), stages.begin(), stages.end());
    }

    // 签约: {完成日期: 2021-10-01, 填报日期: 2021-10-02, 核实结论: 通过, 核实日期: 2021-10-03}
    void add_stage(const YAML::Node& node, const std::string& stage,
                   const model::LedgerDefinition& definition, const ledger::EntryRecorded& opened,
                   std::vector<ledger::Deed>& deeds) {
        Members members(node, path_, file_.findings);
        const model::StageWords& words = definition.words;
        const auto date = [&](const std::string& word) {
            const std::string written = members.text(word, Need::optional);
            const auto day = Date::parse(written);
            if (!written.empty() && !day) {
                found_fault(node, "bad-case-value", word);
            }
            return day;
        };
        const auto occurred = date(words.occurred);
        const auto reported = date(words.reported);
        const auto verified = date(words.verified);
        const std::string verdict = members.text(words.verdict, Need::optional);
        deeds.emplace_back(ledger::StageReported{opened.ledger, opened.entry, stage, occurred,
                                                 reported, opened.source});
        if (verdict == words.passed || verdict == words.failed) {
            deeds.emplace_back(ledger::StageVerified{
                opened.ledger, opened.entry, stage,
                verdict == words.passed ? ledger::Verdict::passed : ledger::Verdict::failed,
                verified, opened.source});
        }
        members.finish();
    }

    void found_fault(const YAML::Node& node, const std::string& code, const std::string& value) {
        Finding finding{.code = code, .place = model::place_of(node, path_), .value = value};
        finding.words = {{"nearest", ""}, {"ledger", ""}};
        file_.findings.push_back(std::move(finding));
    }

    std::string path_;
    const Pack* pack_;
    CaseFile file_;
    std::string method_;
    std::vector<ledger::Deed> always_;
};

}  // namespace

CaseFile read_cases(const std::string& yaml, const std::string& path, const Pack& pack) {
    CaseFile file = CaseReader(path, pack).read(yaml);
    model::place_by_letters(file.findings, path, yaml);
    return file;
}

}  // namespace benniu::app
