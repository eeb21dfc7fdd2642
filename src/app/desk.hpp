// One county opened for reading: answers the questions of the command line and of the web as JSON.
// Safe to use from several threads. Fed by an edge with the county's log and pack.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"

namespace benniu::app {

class Desk {
  public:
    virtual ~Desk() = default;
};

}  // namespace benniu::app
