#include "method/field_type.hpp"

namespace benniu::method {

Type type_of_field(const model::Field& field) {
    Type type{.base = Base::text, .may_be_missing = field.when_blank.empty()};
    switch (field.type) {
        case model::FieldType::number:
        case model::FieldType::count:
        case model::FieldType::percent:
            type.base = Base::number;
            break;
        case model::FieldType::money:
            type.base = Base::number;
            type.dimension = {.money = 1};
            break;
        case model::FieldType::area:
            type.base = Base::number;
            type.dimension = {.area = 1};
            break;
        case model::FieldType::date:
        case model::FieldType::deadline:
            type.base = Base::date;
            type.domain = "day";
            break;
        case model::FieldType::month:
            type.base = Base::date;
            type.domain = "month";
            break;
        case model::FieldType::yes_no:
            type.base = Base::truth;
            break;
        case model::FieldType::unit:
            type.domain = "unit";
            break;
        case model::FieldType::text:
        case model::FieldType::choice:
        case model::FieldType::credit_code:
        case model::FieldType::shape:
            break;
    }
    return type;
}

}  // namespace benniu::method
