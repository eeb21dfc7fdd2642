// Why a workbook, or a part of it, is not read: a finding that travels up to those who know its
// file and its sheet.
//
// Made by the readers of parts; given its place by read_workbook.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "base/finding.hpp"

namespace benniu::intake {

template <typename T>
using Read = tl::expected<T, Finding>;

[[nodiscard]] inline tl::unexpected<Finding> refuse_with_finding(std::string code,
                                                                 Words words = {}) {
    return tl::unexpected<Finding>(Finding{.code = std::move(code), .words = std::move(words)});
}

}  // namespace benniu::intake
