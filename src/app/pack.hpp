// A county's pack, read: its ledgers, methods, calendar and posts. The files come from an edge as
// texts by their path inside the pack, "methods/monthly.md".
#pragma once

#include <map>
#include <string>

#include "base/calendar.hpp"
#include "ledger/entries.hpp"
#include "method/library.hpp"
#include "model/posts.hpp"

namespace benniu::app {

using PackFiles = std::map<std::string, std::string>;

struct Pack {
    PackFiles files;
    ledger::Definitions definitions;
    method::Library methods;
    Calendar calendar;
    std::vector<model::Post> posts;
    Findings findings;
};

// Reads ledgers/*.yaml, methods/*.md, calendar/*.txt and posts.yaml; other files are other
// readers'. Findings of all of them, by file; a method or ledger with an error is left out.
[[nodiscard]] Pack read_pack(PackFiles files);

// The pack as a new county keeps it: {{county}} in its texts becomes the county's name.
[[nodiscard]] PackFiles for_county(PackFiles files, const std::string& name);

}  // namespace benniu::app
