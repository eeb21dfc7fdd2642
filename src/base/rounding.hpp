// How a number is rounded. Only an article of a method may ask for it.
#pragma once

namespace benniu {

enum class Rounding {
    half_up,    // 四舍五入, away from zero: 2.5 → 3, -2.5 → -3
    half_even,  // GB/T 8170 四舍六入五成双: 2.5 → 2, 3.5 → 4
    down,       // toward zero
    up,         // away from zero
};

}  // namespace benniu
