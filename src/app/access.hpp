// Who acts. There are no accounts yet: whoever may run the program on the county's folder may act
// as any of its posts; what is recorded names the post.
#pragma once

#include "app/pack.hpp"

namespace benniu::app {

// The post of the pack that is called `wanted`; its first one for "", and nobody ("") where the
// pack has none. Error: no-such-post.
[[nodiscard]] Result<std::string> acting_post(const Pack& pack, const std::string& wanted);

}  // namespace benniu::app
