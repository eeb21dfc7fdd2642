#include "base/result.hpp"

namespace benniu {

void ensure(bool condition, const char* what) {
    if (!condition) {
        throw Bug(what);
    }
}

}  // namespace benniu
