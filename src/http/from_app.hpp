// The county's questions, answered by app's desk. The desk must outlive what is returned.
#pragma once

#include "app/desk.hpp"
#include "http/routes.hpp"

namespace benniu::http {

[[nodiscard]] County from_app(const app::Desk& desk);

}  // namespace benniu::http
