#include "intake/encoding.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "base/writing.hpp"

namespace benniu::intake {

namespace {

class Converter {
  public:
    explicit Converter(const char* encoding) : handle_(iconv_open("UTF-8", encoding)) {
        // The constant is the C library's way to say "none".
        ensure(handle_ != iconv_t(-1), "the C library knows this encoding");  // NOLINT
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() { iconv_close(handle_); }

    Read<std::string> convert(std::string_view bytes) {
        std::string text;
        std::string copy(bytes);  // iconv asks for bytes that it might change, and never does
        char* from = copy.data();
        std::size_t from_bytes = copy.size();
        while (from_bytes > 0) {
            std::array<char, 64 * 1024> piece{};
            char* to = piece.data();
            std::size_t to_bytes = piece.size();
            const std::size_t outcome = iconv(handle_, &from, &from_bytes, &to, &to_bytes);
            text.append(piece.data(), piece.size() - to_bytes);
            const bool is_stuck = outcome == static_cast<std::size_t>(-1) && errno != E2BIG;
            if (is_stuck) {
                return refuse_with_finding("unknown-encoding");
            }
        }
        return text;
    }

  private:
    iconv_t handle_;
};

}  // namespace

Read<std::string> to_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        const std::string_view text = bytes.substr(3);
        return is_utf8(text) ? Read<std::string>(text) : refuse_with_finding("unknown-encoding");
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return Converter("UTF-16LE").convert(bytes.substr(2));
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return Converter("UTF-16BE").convert(bytes.substr(2));
    }
    return is_utf8(bytes) ? Read<std::string>(bytes) : Converter("GB18030").convert(bytes);
}

}  // namespace benniu::intake
