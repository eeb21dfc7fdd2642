#include "store/batch_reader.hpp"

#include <soci/soci.h>

#include <limits>

#include "base/limits.hpp"

namespace benniu::store {

namespace {

// What the reader expects next.
struct Place {
    std::uint64_t batch = 1;
    ledger::Sequence fact = 1;
};

Error at(const Place& place, std::string code, Words more) {
    Words words = {{"batch", std::to_string(place.batch)}, {"fact", std::to_string(place.fact)}};
    words.insert(words.end(), more.begin(), more.end());
    return {std::move(code), std::move(words)};
}

tl::unexpected<Error> damaged(const Place& place, const char* table, const char* column) {
    return tl::unexpected(at(place, "row-damaged", {{"table", table}, {"column", column}}));
}

tl::unexpected<Error> missing(const Place& place, const char* table) {
    return tl::unexpected(at(place, "row-missing", {{"table", table}}));
}

std::string truth(const std::string& condition) {
    return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
}

// SQLite stores what a cell's own tag says, whatever the column's type is. A text that has become a
// blob still has the same bytes, but is no longer equal to itself as a text.
std::string is_text(const std::string& column) {
    return truth(column + " = CAST(" + column + " AS TEXT)");
}

// The WHERE clause trusts the order of the rows and passes over a changed name among right ones, so
// every row is asked once more.
std::string is_ours() {
    return truth("county = :own_county");
}

struct BatchRow {
    int is_ours = 0;
    long long number = 0;
    std::string key;
    soci::indicator key_state = soci::i_null;
    int key_is_text = 0;
    std::string header;
    int header_is_text = 0;
    std::string digest;
    int digest_is_text = 0;

    [[nodiscard]] bool has_key() const { return key_state == soci::i_ok; }
};

struct FactRow {
    int is_ours = 0;
    long long sequence = 0;
    long long batch = 0;
    std::string line;
    int line_is_text = 0;
};

bool is_number(long long cell, std::uint64_t expected) {
    return cell > 0 && static_cast<std::uint64_t>(cell) == expected;
}

// The lowest number to ask for; from the beginning this is the lowest there can be, so that no row
// hides below 1.
long long lowest(std::uint64_t number, std::uint64_t first) {
    return number <= first ? std::numeric_limits<long long>::min() : static_cast<long long>(number);
}

class Reading {
  public:
    Reading(soci::session& sql, const std::string& county)
        : county_(county),
          batches_((sql.prepare << "SELECT " + is_ours() + ", number, idempotency_key, " +
                                       is_text("idempotency_key") + ", header, " +
                                       is_text("header") + ", digest, " + is_text("digest") +
                                       " FROM batch WHERE county = :county AND number >= :from"
                                       " ORDER BY number",
                    soci::into(row_.is_ours), soci::into(row_.number),
                    soci::into(row_.key, row_.key_state), soci::into(row_.key_is_text),
                    soci::into(row_.header), soci::into(row_.header_is_text),
                    soci::into(row_.digest), soci::into(row_.digest_is_text),
                    soci::use(county_, "own_county"), soci::use(county_, "county"),
                    soci::use(from_batch_, "from"))),
          facts_((sql.prepare << "SELECT " + is_ours() + ", seq, batch, line, " + is_text("line") +
                                     " FROM fact WHERE county = :county AND seq >= :from"
                                     " ORDER BY seq",
                  soci::into(fact_.is_ours), soci::into(fact_.sequence), soci::into(fact_.batch),
                  soci::into(fact_.line), soci::into(fact_.line_is_text),
                  soci::use(county_, "own_county"), soci::use(county_, "county"),
                  soci::use(from_fact_, "from"))) {}

    [[nodiscard]] Result<void> hand_over(std::uint64_t after, const Take& take);
    [[nodiscard]] const Place& place() const { return place_; }

  private:
    [[nodiscard]] Result<void> skip(std::uint64_t after);
    [[nodiscard]] Result<ledger::BatchHeader> checked_row() const;
    [[nodiscard]] Result<std::vector<std::string>> lines(std::uint64_t count);

    std::string county_;
    Place place_;
    BatchRow row_;
    FactRow fact_;
    long long from_batch_ = 0;
    long long from_fact_ = 0;
    soci::statement batches_;
    soci::statement facts_;
};

Result<void> Reading::hand_over(std::uint64_t after, const Take& take) {
    from_batch_ = lowest(after, 0);
    batches_.execute(false);
    if (after > 0) {
        if (!batches_.fetch()) {
            return {};
        }
        if (auto skipped = skip(after); !skipped) {
            return skipped;
        }
    }
    from_fact_ = lowest(place_.fact, 1);
    facts_.execute(false);
    while (batches_.fetch()) {
        const auto header = checked_row();
        if (!header) {
            return tl::unexpected(header.error());
        }
        const auto digest = Digest::parse(row_.digest);
        if (!digest) {
            return damaged(place_, "batch", "digest");
        }
        auto texts = lines(header->facts);
        if (!texts) {
            return tl::unexpected(texts.error());
        }
        if (auto taken = take({row_.header, *std::move(texts), *digest}); !taken) {
            return taken;
        }
        ++place_.batch;
    }
    // Facts that no batch claims: the newest batch's row is gone.
    return facts_.fetch() ? missing(place_, "batch") : Result<void>();
}

// The batch before the first one asked for says where that one's facts begin.
Result<void> Reading::skip(std::uint64_t after) {
    place_ = {after, 0};
    const auto header = checked_row();
    if (!header) {
        return tl::unexpected(header.error());
    }
    place_ = {after + 1, header->first + header->facts};
    return {};
}

Result<ledger::BatchHeader> Reading::checked_row() const {
    auto header = ledger::parse_header(row_.header);
    if (!is_number(row_.number, place_.batch)) {
        return header && header->number == place_.batch ? damaged(place_, "batch", "number")
                                                        : missing(place_, "batch");
    }
    if (row_.is_ours == 0) {
        return damaged(place_, "batch", "county");
    }
    if (!header || header->number != place_.batch || row_.header_is_text == 0 ||
        header->facts > limits::facts_per_batch) {
        return damaged(place_, "batch", "header");
    }
    if (row_.has_key() != !header->idempotency_key.empty() ||
        (row_.has_key() && (row_.key != header->idempotency_key || row_.key_is_text == 0))) {
        return damaged(place_, "batch", "idempotency_key");
    }
    if (row_.digest_is_text == 0) {
        return damaged(place_, "batch", "digest");
    }
    return *std::move(header);
}

Result<std::vector<std::string>> Reading::lines(std::uint64_t count) {
    std::vector<std::string> lines;
    lines.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i, ++place_.fact) {
        if (!facts_.fetch()) {
            return missing(place_, "fact");
        }
        if (!is_number(fact_.sequence, place_.fact)) {
            return fact_.sequence <= 0 ? damaged(place_, "fact", "seq") : missing(place_, "fact");
        }
        if (fact_.is_ours == 0) {
            return damaged(place_, "fact", "county");
        }
        if (!is_number(fact_.batch, place_.batch)) {
            return damaged(place_, "fact", "batch");
        }
        if (fact_.line_is_text == 0) {
            return damaged(place_, "fact", "line");
        }
        lines.push_back(fact_.line);
    }
    return lines;
}

// A row under another county's name is not read. In SQLite a file is one county, so the first and
// the last name of each table must be this one's.
Result<void> check_county(soci::session& sql, const std::string& county) {
    for (const char* order : {"ASC", "DESC"}) {
        std::string name;
        long long batch = 0;
        long long fact = 0;
        const auto is_strange = [&](const char* table, const char* columns) {
            sql << "SELECT county, " << columns << " FROM " << table << " ORDER BY county " << order
                << " LIMIT 1",
                soci::into(name), soci::into(batch), soci::into(fact);
            return sql.got_data() && name != county;
        };
        const char* const table = is_strange("batch", "number, 0")   ? "batch"
                                  : is_strange("fact", "batch, seq") ? "fact"
                                                                     : nullptr;
        if (table != nullptr) {
            const Place place{static_cast<std::uint64_t>(batch), static_cast<std::uint64_t>(fact)};
            return damaged(place, table, "county");
        }
    }
    return {};
}

}  // namespace

Result<std::string> read_county(const Connection& connection) {
    std::string name;
    int rows = 0;
    const auto read = connection.attempt([&] {
        connection.session() << "SELECT COALESCE(MIN(name), ''), COUNT(*) FROM county",
            soci::into(name), soci::into(rows);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return rows == 1 ? Result<std::string>(std::move(name)) : damaged({}, "county", "name");
}

Result<void> read_batches(const Connection& connection, const std::string& county,
                          std::uint64_t after, const Take& take) {
    Result<void> handed_over;
    Place place;
    const auto read = connection.attempt([&] {
        soci::session& sql = connection.session();
        const soci::transaction one_snapshot(sql);
        Reading reading(sql, county);
        try {
            handed_over = reading.hand_over(after, take);
            if (handed_over) {
                handed_over = check_county(sql, county);
            }
        } catch (const soci::soci_error&) {
            place = reading.place();
            throw;
        }
    });
    if (!read) {
        return tl::unexpected(at(place, read.error().code, read.error().words));
    }
    return handed_over;
}

Result<ledger::Receipt> read_head(const Connection& connection, const std::string& county) {
    BatchRow row;
    long long last_fact = 0;
    bool found = false;
    const auto read = connection.attempt([&] {
        soci::session& sql = connection.session();
        const soci::transaction one_snapshot(sql);
        sql << "SELECT seq FROM fact WHERE county = :county ORDER BY seq DESC LIMIT 1",
            soci::use(county), soci::into(last_fact);
        sql << "SELECT number, header, digest FROM batch WHERE county = :county"
               " ORDER BY number DESC LIMIT 1",
            soci::use(county), soci::into(row.number), soci::into(row.header),
            soci::into(row.digest);
        found = sql.got_data();
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (!found) {
        return last_fact == 0 ? Result<ledger::Receipt>(ledger::Receipt{})
                              : Result<ledger::Receipt>(missing({}, "batch"));
    }
    const auto header = ledger::parse_header(row.header);
    const Place place{static_cast<std::uint64_t>(row.number), header ? header->first : 0};
    if (!header || !is_number(row.number, header->number)) {
        return damaged(place, "batch", "header");
    }
    const auto digest = Digest::parse(row.digest);
    if (!digest) {
        return damaged(place, "batch", "digest");
    }
    const ledger::Receipt head = ledger::receipt_of(*header, *digest);
    if (!is_number(last_fact, head.last)) {
        return missing({head.batch, head.last}, "fact");
    }
    return head;
}

}  // namespace benniu::store
