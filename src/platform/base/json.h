#pragma once
// JSON in (parse_json → Json) and out (JsonWriter). The parsing library stays inside json.cpp.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "platform/base/result.h"

namespace digilots::base {

/// One JSON value. Members keep the order in which they were written.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;

    Json() : value_(nullptr) {}
    Json(std::nullptr_t) : value_(nullptr) {}
    Json(bool value) : value_(value) {}
    Json(std::int64_t value) : value_(value) {}
    Json(int value) : value_(std::int64_t{value}) {}
    Json(double value) : value_(value) {}
    Json(std::string value) : value_(std::move(value)) {}
    Json(const char* value) : value_(std::string(value)) {}
    Json(Array value) : value_(std::move(value)) {}
    Json(Object value) : value_(std::move(value)) {}

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
    bool is_bool() const { return std::holds_alternative<bool>(value_); }
    bool is_integer() const { return std::holds_alternative<std::int64_t>(value_); }
    /// Integers too.
    bool is_number() const { return is_integer() || std::holds_alternative<double>(value_); }
    bool is_string() const { return std::holds_alternative<std::string>(value_); }
    bool is_array() const { return std::holds_alternative<Array>(value_); }
    bool is_object() const { return std::holds_alternative<Object>(value_); }

    /// nullopt where the value is of another kind; 3.0 is also an integer.
    std::optional<bool> as_bool() const;
    std::optional<std::int64_t> as_integer() const;
    std::optional<double> as_number() const;
    std::optional<std::string> as_string() const;
    /// The text without a copy; empty where the value is no string.
    std::string_view text() const;
    /// Empty where the value is no array / no object.
    const Array& items() const;
    const Object& members() const;

    /// The member of that name, or nullptr. Also nullptr where this is no object.
    const Json* find(std::string_view name) const;
    /// The member of that name, or a null value.
    const Json& operator[](std::string_view name) const;

private:
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value_;
};

struct JsonLimits {
    std::size_t bytes = 4 * 1024 * 1024;
    std::size_t depth = 32;
};

/// Strict RFC 8259. Refuses comments, trailing commas, duplicate names, invalid UTF-8, more depth or bytes
/// than allowed. The message ends with "at line L, column C" and holds nothing of the text itself but a
/// duplicate name.
Result<Json, std::string> parse_json(std::string_view text, JsonLimits limits = {});

/// Writes JSON by appending to one string. Safe inside HTML too: "<", U+2028 and U+2029 are escaped.
/// Invalid UTF-8 comes out as U+FFFD, an infinite or undefined number as null.
class JsonWriter {
public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(std::int64_t{number}); }
    JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(double number);
    JsonWriter& value(const Json& json);
    template <class T>
    JsonWriter& value(const std::optional<T>& maybe) {
        return maybe ? value(*maybe) : null();
    }
    JsonWriter& null();
    /// key() and value() in one.
    template <class T>
    JsonWriter& member(std::string_view name, const T& item) {
        return key(name).value(item);
    }
    /// Text that is JSON already (a cached part).
    JsonWriter& raw(std::string_view json);

    const std::string& text() const { return out_; }
    std::string take() && { return std::move(out_); }

private:
    void separate();
    void append_string(std::string_view text);

    std::string out_;
    bool needs_comma_ = false;
};

std::string to_text(const Json& json);

/// ["a","b"]: a list as one statement's parameter.
std::string json_list(std::span<const std::string> texts);

}  // namespace digilots::base
