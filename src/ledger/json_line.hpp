// One line of JSON, written member by member in the order of the calls: what the chain hashes.
// Letters are escaped as JSON demands and no further, so that a Chinese word stays readable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace benniu::ledger {

class JsonLine {
  public:
    JsonLine() { text_.reserve(usual_bytes); }

    JsonLine& text(std::string_view name, std::string_view value);
    JsonLine& number(std::string_view name, std::int64_t value);
    JsonLine& number(std::string_view name, std::uint64_t value);

    JsonLine& open_array(std::string_view name);
    JsonLine& open_array();
    JsonLine& item(std::string_view value);
    JsonLine& item(std::int64_t value);
    JsonLine& close_array();

    // The whole object; the line is empty afterwards.
    [[nodiscard]] std::string finish();

  private:
    static constexpr std::size_t usual_bytes = 384;

    void separate();
    void begin_member(std::string_view name);
    void quote(std::string_view value);

    std::string text_;
};

}  // namespace benniu::ledger
