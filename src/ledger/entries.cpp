#include "ledger/entries.hpp"

namespace benniu::ledger {

namespace {

const model::Value blank_value = model::Blank{};

// Folds one fact after the other into a county.
class Folding {
  public:
    Folding(const Definitions& definitions, const Cut& cut) : cut_(cut) {
        for (const auto& definition : definitions) {
            county_.ledgers[definition->name].definition = definition;
        }
    }

    void take(const Deed& deed, Sequence seq, Instant recorded) {
        if (cut_.up_to && seq > *cut_.up_to) {
            return;
        }
        county_.recorded = recorded;
        std::visit([&](const auto& each) { fold(each, seq, recorded); }, deed);
    }

    void reached(const Receipt& receipt) {
        if (!cut_.up_to || receipt.first <= *cut_.up_to) {
            county_.head = receipt;
        }
    }

    County finished() && {
        for (auto& [name, ledger] : county_.ledgers) {
            if (cut_.known_on) {
                forget_later(ledger, *cut_.known_on);
            }
            if (ledger.definition->lists_units) {
                register_units(ledger);
            }
        }
        return std::move(county_);
    }

  private:
    [[nodiscard]] bool is_known(const std::optional<Date>& day) const {
        return !cut_.known_on || !day || *day <= *cut_.known_on;
    }

    LedgerEntries* ledger(const std::string& name) {
        const auto found = county_.ledgers.find(name);
        return found == county_.ledgers.end() ? nullptr : &found->second;
    }

    StageRecord* stage(const std::string& ledger_name, const std::string& key,
                       const std::string& stage_name) {
        LedgerEntries* const entries = ledger(ledger_name);
        if (entries == nullptr) {
            return nullptr;
        }
        const auto index = entries->definition->stage_index(stage_name);
        const auto found = entries->by_key.find(key);
        return !index || found == entries->by_key.end()
                   ? nullptr
                   : &entries->entries[found->second].stages[*index];
    }

    void fold(const CountyFounded& deed, Sequence /*seq*/, Instant /*recorded*/) {
        county_.name = deed.name;
        county_.pack = deed.pack;
    }

    void fold(const EntryRecorded& deed, Sequence seq, Instant /*recorded*/) {
        LedgerEntries* const entries = ledger(deed.ledger);
        if (entries == nullptr) {
            return;
        }
        const auto [place, is_new] = entries->by_key.emplace(deed.entry, entries->entries.size());
        if (is_new) {
            Entry opened;
            opened.key = deed.entry;
            opened.fields.resize(entries->definition->fields.size());
            opened.field_facts.resize(entries->definition->fields.size());
            opened.stages.resize(entries->definition->stages.size());
            opened.source = deed.source;
            opened.opened_by = seq;
            entries->entries.push_back(std::move(opened));
        }
        Entry& entry = entries->entries[place->second];
        for (const FieldValue& each : deed.fields) {
            if (const auto index = entries->definition->field_index(each.field)) {
                entry.fields[*index] = each.value;
                entry.field_facts[*index] = seq;
            }
        }
    }

    void fold(const StageReported& deed, Sequence seq, Instant /*recorded*/) {
        StageRecord* const record = stage(deed.ledger, deed.entry, deed.stage);
        if (record != nullptr && is_known(deed.reported ? deed.reported : deed.occurred)) {
            record->occurred = deed.occurred;
            record->reported = deed.reported;
            record->reported_by = seq;
        }
    }

    void fold(const StageVerified& deed, Sequence seq, Instant /*recorded*/) {
        StageRecord* const record = stage(deed.ledger, deed.entry, deed.stage);
        if (record != nullptr && is_known(deed.verified)) {
            record->verdict = deed.verdict;
            record->verified = deed.verified;
            record->verified_by = seq;
        }
    }

    void fold(const RulesKept& deed, Sequence /*seq*/, Instant /*recorded*/) {
        county_.rules.emplace(digest_of(deed), deed);
    }

    void fold(const PeriodClosed& deed, Sequence seq, Instant /*recorded*/) {
        county_.closings.push_back({deed, seq});
    }

    void fold(const BulletinIssued& deed, Sequence seq, Instant recorded) {
        county_.bulletins.push_back({deed, seq, recorded});
    }

    static void forget_later(LedgerEntries& ledger, Date day) {
        const model::LedgerDefinition& definition = *ledger.definition;
        const auto is_later = [&](const model::Value& value) {
            const Date* const date = std::get_if<Date>(&value);
            return date != nullptr && *date > day;
        };
        const auto dated_by = definition.field_index(definition.entry_date);
        std::erase_if(ledger.entries, [&](const Entry& entry) {
            return dated_by && is_later(entry.fields[*dated_by]);
        });
        ledger.by_key.clear();
        for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
            ledger.by_key.emplace(ledger.entries[i].key, i);
            for (std::size_t f = 0; f < definition.fields.size(); ++f) {
                model::Value& value = ledger.entries[i].fields[f];
                if (definition.fields[f].type == model::FieldType::date && is_later(value)) {
                    value = model::Blank{};
                }
            }
        }
    }

    void register_units(const LedgerEntries& ledger) {
        for (const Entry& entry : ledger.entries) {
            county_.units.add(model::listed_unit(*ledger.definition, entry.fields));
        }
    }

    County county_;
    Cut cut_;
};

}  // namespace

const Entry* LedgerEntries::find(std::string_view key) const {
    const auto found = by_key.find(key);
    return found == by_key.end() ? nullptr : &entries[found->second];
}

const model::Value& LedgerEntries::value(const Entry& entry, std::string_view field) const {
    const auto index = definition->field_index(field);
    return index ? entry.fields[*index] : blank_value;
}

const LedgerEntries* County::ledger(std::string_view wanted) const {
    const auto found = ledgers.find(wanted);
    return found == ledgers.end() ? nullptr : &found->second;
}

Result<County> fold(const Log& log, const Definitions& definitions, const Cut& cut) {
    Folding folding(definitions, cut);
    const auto read = log.read(0, [&](const StoredBatch& batch) -> Result<void> {
        const auto header = parse_header(batch.header);
        if (!header) {
            return tl::unexpected(header.error());
        }
        for (std::size_t i = 0; i < batch.lines.size(); ++i) {
            const auto deed = parse_line(batch.lines[i]);
            if (!deed) {
                return tl::unexpected(deed.error());
            }
            folding.take(*deed, header->first + i, header->recorded);
        }
        folding.reached(receipt_of(*header, batch.digest));
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return std::move(folding).finished();
}

County fold(std::span<const Deed> deeds, const Definitions& definitions, const Cut& cut) {
    Folding folding(definitions, cut);
    for (std::size_t i = 0; i < deeds.size(); ++i) {
        folding.take(deeds[i], i + 1, {});
    }
    return std::move(folding).finished();
}

}  // namespace benniu::ledger
