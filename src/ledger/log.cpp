#include "ledger/log.hpp"

#include <boost/json.hpp>

#include "base/limits.hpp"
#include "ledger/json_line.hpp"

namespace benniu::ledger {

namespace {

namespace json = boost::json;

std::string big_endian(std::uint64_t number) {
    std::string bytes(8, '\0');
    for (std::size_t i = 8; i-- > 0; number >>= 8U) {
        bytes[i] = static_cast<char>(number & 0xFFU);
    }
    return bytes;
}

// One step of the audit: what must hold between a batch and the one before it.
Result<Receipt> verified_step(const Receipt& before, const StoredBatch& batch) {
    const std::string place = std::to_string(before.batch + 1);
    const auto header = parse_header(batch.header);
    if (!header) {
        return failure("chain-broken",
                       {{"batch", place}, {"fact", std::to_string(before.last + 1)}});
    }
    const bool follows = header->number == before.batch + 1 && header->first == before.last + 1 &&
                         header->facts == batch.lines.size();
    if (!follows) {
        return failure("gap-in-facts",
                       {{"batch", place}, {"fact", std::to_string(before.last + 1)}});
    }
    for (std::size_t i = 0; i < batch.lines.size(); ++i) {
        if (!parse_line(batch.lines[i])) {
            return failure("bad-fact",
                           {{"batch", place}, {"fact", std::to_string(header->first + i)}});
        }
    }
    if (chained(before.digest, batch.header, batch.lines) != batch.digest) {
        return failure("chain-broken", {{"batch", place}, {"fact", std::to_string(header->first)}});
    }
    return receipt_of(*header, batch.digest);
}

}  // namespace

std::string canonical_header(const BatchHeader& header) {
    return JsonLine()
        .number("batch", header.number)
        .text("key", header.idempotency_key)
        .text("by", header.by)
        .text("recorded", header.recorded.to_string())
        .number("first", header.first)
        .number("facts", header.facts)
        .finish();
}

Result<BatchHeader> parse_header(std::string_view text) {
    try {
        const json::object object = json::parse(text).as_object();
        const auto number = [&](const char* name) {
            return object.at(name).to_number<std::uint64_t>();
        };
        const auto words = [&](const char* name) {
            return std::string(object.at(name).as_string());
        };
        const BatchHeader header{number("batch"), words("key"),
                                 words("by"),     Instant::parse(words("recorded")).value(),
                                 number("first"), number("facts")};
        if (canonical_header(header) == text) {
            return header;
        }
    } catch (const std::exception&) {
        // As in parse_line: one failure for whatever the bytes are.
    }
    return failure("bad-batch", {{"header", std::string(text.substr(0, 120))}});
}

Digest chained(const Digest& previous, const std::string& header,
               const std::vector<std::string>& lines) {
    std::string text = header + "\n";
    for (const std::string& line : lines) {
        text += line;
        text += '\n';
    }
    std::string covered(previous.bytes.begin(), previous.bytes.end());
    covered += big_endian(text.size());
    covered += text;
    return sm3(covered);
}

Result<std::vector<std::string>> canonical_lines(const Append& append) {
    if (append.deeds.empty()) {
        return failure("empty-batch");
    }
    if (append.deeds.size() > limits::facts_per_batch) {
        return failure("batch-too-large", {{"facts", std::to_string(append.deeds.size())},
                                           {"limit", std::to_string(limits::facts_per_batch)}});
    }
    std::vector<std::string> lines;
    lines.reserve(append.deeds.size());
    std::size_t bytes = 0;
    for (const Deed& deed : append.deeds) {
        lines.push_back(canonical_line(deed));
        if (lines.back().size() > limits::fact_bytes) {
            return failure("fact-too-large", {{"limit", std::to_string(limits::fact_bytes)}});
        }
        if (auto read_back = parse_line(lines.back()); !read_back) {
            return tl::unexpected(std::move(read_back.error()));
        }
        bytes += lines.back().size();
        if (bytes > limits::batch_bytes) {
            return failure("batch-too-many-bytes",
                           {{"limit", std::to_string(limits::batch_bytes)}});
        }
    }
    return lines;
}

Result<StoredBatch> sealed(const Append& append, std::vector<std::string> lines,
                           const Receipt& head) {
    StoredBatch batch;
    batch.header = canonical_header({head.batch + 1, append.idempotency_key, append.by,
                                     append.recorded, head.last + 1, lines.size()});
    if (batch.header.size() > limits::header_bytes) {
        return failure("bad-batch", {{"header", batch.header.substr(0, 120)}});
    }
    if (const auto read_back = parse_header(batch.header); !read_back) {
        return tl::unexpected(read_back.error());
    }
    batch.lines = std::move(lines);
    batch.digest = chained(head.digest, batch.header, batch.lines);
    return batch;
}

Receipt receipt_of(const BatchHeader& header, const Digest& digest) {
    return {header.number, header.first, header.first + header.facts - 1, digest, false};
}

Result<Receipt> verify(const Log& log) {
    Receipt head;
    const auto read = log.read(0, [&](const StoredBatch& batch) -> Result<void> {
        const auto next = verified_step(head, batch);
        if (!next) {
            return tl::unexpected(next.error());
        }
        head = *next;
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return head;
}

Result<Receipt> MemoryLog::append(const Append& append) {
    for (const StoredBatch& batch : batches_) {
        const auto header = parse_header(batch.header);
        if (!append.idempotency_key.empty() && header->idempotency_key == append.idempotency_key) {
            Receipt first = receipt_of(*header, batch.digest);
            first.repeated = true;
            return first;
        }
    }
    auto lines = canonical_lines(append);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    auto batch = sealed(append, *std::move(lines), head_);
    if (!batch) {
        return tl::unexpected(batch.error());
    }
    head_ = receipt_of(*parse_header(batch->header), batch->digest);
    batches_.push_back(*std::move(batch));
    return head_;
}

Result<Receipt> MemoryLog::head() const {
    return head_;
}

Result<void> MemoryLog::read(std::uint64_t after,
                             const std::function<Result<void>(const StoredBatch&)>& take) const {
    for (std::size_t i = after; i < batches_.size(); ++i) {
        if (auto taken = take(batches_[i]); !taken) {
            return taken;
        }
    }
    return {};
}

}  // namespace benniu::ledger
