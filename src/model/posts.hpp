// The county's posts (岗位): what people act as when they do something, and what each may do. One
// person may hold several and acts as one. Read from a pack's posts.yaml; every batch of facts
// names its post. Who holds which post is no part of the pack (app/people).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::model {

enum class Power {
    report,     // for the own unit: draft, submit, take back, object
    verify,     // judge the claims of ledgers that name the post
    record,     // write into the ledgers without a claim: import what offices have verified
    supervise,  // targets, freezing, closing, rulings, bulletins
    read,       // see every unit's work
    system,     // units, calendar, limits, backups
    security,   // accounts, who holds which post, tokens
    audit,      // the record of all acts
};

[[nodiscard]] std::string_view name_of(Power power);

struct Post {
    std::string name;
    std::string name_en;
    std::set<Power> powers;

    [[nodiscard]] bool may(Power power) const { return powers.contains(power); }
    friend bool operator==(const Post&, const Post&) = default;
};

struct ReadPosts {
    std::vector<Post> posts;
    Findings findings;
};

// Findings carry file, line and position. The three administrators' powers exclude each other
// within a post, as they do within a person.
[[nodiscard]] ReadPosts read_posts(std::string_view yaml, const std::string& file);

}  // namespace benniu::model
