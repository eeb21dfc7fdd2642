#include "http/from_app.hpp"

namespace benniu::http {

County from_app(const app::Desk& desk) {
    return {
        .county = [&desk] { return desk.county(); },
        .standings =
            [&desk](const std::string& method, const std::string& period,
                    std::optional<Date> as_of) { return desk.standings(method, period, as_of); },
        .explanation =
            [&desk](const std::string& method, const std::string& period, const std::string& unit,
                    const std::string& column, std::optional<Date> as_of) {
                return desk.explanation(method, period, unit, column, as_of);
            },
        .method = [&desk](const std::string& name) { return desk.method(name); },
    };
}

}  // namespace benniu::http
