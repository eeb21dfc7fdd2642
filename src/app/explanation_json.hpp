// A score's explanation as JSON. Shows the JSON library; included by .cpp files of app only.
#pragma once

#include <boost/json/fwd.hpp>

#include "score/explanation.hpp"

namespace benniu::app {

[[nodiscard]] boost::json::object to_json(const score::Line& line);

}  // namespace benniu::app
