#include "intake/json_text.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <limits>

#include "base/limits.hpp"

namespace benniu::intake {

namespace {

const JsonValue null_value;

// Builds the tree from the parser's events.
class TreeBuilder {
  public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();
    using Error = boost::json::error_code;
    using Text = boost::json::string_view;

    bool on_document_begin(Error& /*error*/) { return true; }
    bool on_document_end(Error& /*error*/) { return true; }
    bool on_object_begin(Error& error) { return open(JsonValue::Kind::object, error); }
    bool on_array_begin(Error& error) { return open(JsonValue::Kind::array, error); }
    bool on_object_end(std::size_t /*size*/, Error& /*error*/) { return close(); }
    bool on_array_end(std::size_t /*size*/, Error& /*error*/) { return close(); }
    bool on_key_part(Text part, std::size_t /*size*/, Error& /*error*/) { return append(part); }
    bool on_key(Text part, std::size_t /*size*/, Error& /*error*/) {
        append(part);
        name_ = std::exchange(text_, {});
        return true;
    }
    bool on_string_part(Text part, std::size_t /*size*/, Error& /*error*/) { return append(part); }
    bool on_string(Text part, std::size_t /*size*/, Error& error) {
        append(part);
        return take(JsonValue::Kind::text, error);
    }
    bool on_number_part(Text part, Error& /*error*/) { return append(part); }
    bool on_int64(std::int64_t /*value*/, Text part, Error& error) { return number(part, error); }
    bool on_uint64(std::uint64_t /*value*/, Text part, Error& error) { return number(part, error); }
    bool on_double(double /*value*/, Text part, Error& error) { return number(part, error); }
    bool on_bool(bool value, Error& error) {
        text_ = value ? "true" : "false";
        return take(JsonValue::Kind::boolean, error);
    }
    bool on_null(Error& error) { return take(JsonValue::Kind::null, error); }
    bool on_comment_part(Text /*part*/, Error& /*error*/) { return true; }
    bool on_comment(Text /*part*/, Error& /*error*/) { return true; }

    [[nodiscard]] bool is_too_large() const { return values_ > limits::map_values; }
    JsonValue result() && { return root_.items.empty() ? JsonValue{} : std::move(root_.items[0]); }

  private:
    bool append(Text part) {
        text_.append(part.data(), part.size());
        return true;
    }

    bool number(Text part, Error& error) {
        append(part);
        return take(JsonValue::Kind::number, error);
    }

    bool take(JsonValue::Kind kind, Error& error) {
        if (++values_ > limits::map_values) {
            error = make_error_code(boost::json::error::array_too_large);
            return false;
        }
        open_.back()->items.push_back(
            {kind, std::exchange(name_, {}), std::exchange(text_, {}), {}});
        return true;
    }

    bool open(JsonValue::Kind kind, Error& error) {
        if (!take(kind, error)) {
            return false;
        }
        open_.push_back(&open_.back()->items.back());
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    JsonValue root_;
    std::vector<JsonValue*> open_ = {&root_};  // only the last one grows, so the others stay put
    std::string name_;
    std::string text_;
    std::size_t values_ = 0;
};

}  // namespace

const JsonValue& JsonValue::member(std::string_view wanted) const {
    const auto found = std::find_if(items.begin(), items.end(), [&](const JsonValue& item) {
        return kind == Kind::object && item.name == wanted;
    });
    return found == items.end() ? null_value : *found;
}

Result<JsonValue> parse_json(std::string_view text) {
    if (text.size() > limits::map_bytes) {
        return failure("map-too-large",
                       {{"limit", std::to_string(limits::map_bytes / (1024 * 1024))}});
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    boost::json::basic_parser<TreeBuilder> parser{boost::json::parse_options{}};
    boost::json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (parser.handler().is_too_large()) {
        return failure("map-too-large",
                       {{"limit", std::to_string(limits::map_bytes / (1024 * 1024))}});
    }
    const std::size_t rest = error ? read : text.find_first_not_of(" \t\r\n", read);
    if (error || rest < text.size()) {
        const auto lines = std::count(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(rest, text.size())),
            '\n');
        return failure("bad-json", {{"line", std::to_string(lines + 1)}});
    }
    return std::move(parser.handler()).result();
}

}  // namespace benniu::intake
