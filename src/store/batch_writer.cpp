#include "store/batch_writer.hpp"

#include <soci/soci.h>

namespace benniu::store {

// Prepared once; each reads its parameters from, and writes its answer to, the members beside it.
struct BatchWriter::Statements {
    Statements(soci::session& sql, std::string county_name)
        : county(std::move(county_name)),
          find((sql.prepare << "SELECT number, header, digest FROM batch"
                               " WHERE county = :county AND idempotency_key = :key",
                soci::into(number), soci::into(header), soci::into(digest),
                soci::use(county, "county"), soci::use(key, "key"))),
          insert_batch((sql.prepare
                            << "INSERT INTO batch (county, number, idempotency_key, header, digest)"
                               " VALUES (:county, :number, :key, :header, :digest)",
                        soci::use(county, "county"), soci::use(number, "number"),
                        soci::use(key, key_is_null, "key"), soci::use(header, "header"),
                        soci::use(digest, "digest"))),
          insert_fact((sql.prepare << "INSERT INTO fact (county, seq, batch, line)"
                                      " VALUES (:county, :seq, :batch, :line)",
                       soci::use(county, "county"), soci::use(sequence, "seq"),
                       soci::use(number, "batch"), soci::use(line, "line"))) {}

    std::string county;
    long long number = 0;
    std::string key;
    soci::indicator key_is_null = soci::i_ok;
    std::string header;
    std::string digest;
    long long sequence = 0;
    std::string line;

    soci::statement find;
    soci::statement insert_batch;
    soci::statement insert_fact;
};

BatchWriter::BatchWriter(const Connection& connection, const std::string& county)
    : connection_(connection), county_(county) {}

BatchWriter::~BatchWriter() = default;

Result<void> BatchWriter::begin() {
    return connection_.attempt([&] {
        if (!statements_) {
            statements_ = std::make_unique<Statements>(connection_.session(), county_);
        }
        connection_.session().begin();
    });
}

Result<std::optional<ledger::Receipt>> BatchWriter::find(const std::string& key) {
    Statements& with = *statements_;
    bool found = false;
    const auto asked = connection_.attempt([&] {
        with.key = key;
        found = with.find.execute(true);
    });
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    if (!found) {
        return std::nullopt;
    }
    const auto header = ledger::parse_header(with.header);
    const auto digest = Digest::parse(with.digest);
    if (!header || !digest || header->idempotency_key != key ||
        header->number != static_cast<std::uint64_t>(with.number)) {
        return failure("row-damaged", {{"batch", std::to_string(with.number)},
                                       {"fact", header ? std::to_string(header->first) : "?"},
                                       {"table", "batch"},
                                       {"column", "idempotency_key"},
                                       {"path", connection_.shown()}});
    }
    return ledger::receipt_of(*header, *digest);
}

Result<void> BatchWriter::insert(const ledger::StoredBatch& batch, const std::string& key,
                                 const ledger::Receipt& receipt) {
    Statements& with = *statements_;
    return connection_.attempt([&] {
        with.number = static_cast<long long>(receipt.batch);
        with.key = key;
        with.key_is_null = key.empty() ? soci::i_null : soci::i_ok;
        with.header = batch.header;
        with.digest = batch.digest.to_string();
        with.insert_batch.execute(true);
        with.sequence = static_cast<long long>(receipt.first);
        for (const std::string& line : batch.lines) {
            with.line = line;
            with.insert_fact.execute(true);
            ++with.sequence;
        }
    });
}

Result<void> BatchWriter::commit() {
    return connection_.attempt([&] { connection_.session().commit(); });
}

void BatchWriter::roll_back() {
    connection_.roll_back();
}

}  // namespace benniu::store
