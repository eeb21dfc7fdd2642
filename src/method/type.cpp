#include "method/type.hpp"

namespace benniu::method {

std::string name_of(const Type& type) {
    switch (type.base) {
        case Base::number:
            return type.dimension == Dimension{} ? "type.number" : name_of(type.dimension);
        case Base::truth:
            return "type.truth";
        case Base::date:
            return "type." + (type.domain.empty() ? "date" : type.domain);
        case Base::text:
            return "type." + (type.domain.empty() ? "text" : type.domain);
        case Base::any:
            break;
    }
    return "type.any";
}

std::string key_of(const Type& type) {
    const auto& [money, area, days] = type.dimension;
    return std::to_string(static_cast<int>(type.base)) + type.domain + "," + std::to_string(money) +
           "," + std::to_string(area) + "," + std::to_string(days) +
           (type.may_be_missing ? "m" : "") + (type.never_zero ? "z" : "") +
           (type.is_rounded ? "r" : "");
}

}  // namespace benniu::method
