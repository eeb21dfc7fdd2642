// What `standings` and `explain` share: which county, method and period, as of when.
#pragma once

#include "app/desk.hpp"
#include "cli/commands.hpp"
#include "cli/county_on_disk.hpp"

namespace benniu::cli {

struct Question {
    std::string county;
    std::string method;
    std::string period;
    std::string as_of;
    bool json = false;
};

void add_question(CLI::App& command, const Session& session, Question& question);

// The question to the books. Error: bad-date.
[[nodiscard]] Result<app::Ask> asked(const Question& question);

}  // namespace benniu::cli
