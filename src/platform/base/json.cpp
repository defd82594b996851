#include "platform/base/json.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "platform/base/ensure.h"
#include "platform/base/text.h"

namespace digilots::base {
namespace {

namespace bj = boost::json;

const Json null_json;

/// Called by the parser as it goes; builds our own value and refuses a name that comes twice.
class Builder {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using error_code = bj::error_code;
    using string_view = bj::string_view;

    Json result;
    std::string duplicate;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(Json::Object{}); }
    bool on_object_end(std::size_t, error_code&) { return close(); }
    bool on_array_begin(error_code&) { return open(Json::Array{}); }
    bool on_array_end(std::size_t, error_code&) { return close(); }
    bool on_key_part(string_view part, std::size_t, error_code&) { return append(part); }
    bool on_string_part(string_view part, std::size_t, error_code&) { return append(part); }
    bool on_number_part(string_view part, error_code&) { return append(part); }
    bool on_int64(std::int64_t number, string_view, error_code&) {
        partial_.clear();
        return add(number);
    }
    bool on_uint64(std::uint64_t number, string_view, error_code&) {
        partial_.clear();
        return add(static_cast<double>(number));
    }
    bool on_double(double number, string_view last, error_code& error) {
        append(last);
        const std::string text = std::exchange(partial_, {});
        // The parser's own number may be off by the last bit.
        double exact = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), exact).ec == std::errc{}) number = exact;
        if (!std::isfinite(number)) error = bj::make_error_code(bj::error::exponent_overflow);
        return !error && add(number);
    }
    bool on_bool(bool flag, error_code&) { return add(flag); }
    bool on_null(error_code&) { return add(nullptr); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

    bool on_string(string_view last, std::size_t, error_code&) {
        append(last);
        return add(std::exchange(partial_, {}));
    }

    bool on_key(string_view last, std::size_t, error_code& error) {
        append(last);
        Open& object = open_.back();
        if (is_known(object, partial_)) {
            duplicate = partial_;
            error = bj::make_error_code(bj::error::exception);
            return false;
        }
        object.name = std::exchange(partial_, {});
        return true;
    }

private:
    struct Open {
        std::variant<Json::Object, Json::Array> items;
        std::string name;                 // of the member that comes next
        std::vector<std::string> sorted;  // names so far, once there are many
    };

    static bool is_known(Open& object, const std::string& name) {
        const auto& members = std::get<Json::Object>(object.items);
        if (members.size() < 16) {
            for (const auto& member : members) {
                if (member.first == name) return true;
            }
            return false;
        }
        // Linear search would make a body of a hundred thousand names a weapon.
        if (object.sorted.empty()) {
            for (const auto& member : members) object.sorted.push_back(member.first);
            std::sort(object.sorted.begin(), object.sorted.end());
        }
        const auto place = std::lower_bound(object.sorted.begin(), object.sorted.end(), name);
        if (place != object.sorted.end() && *place == name) return true;
        object.sorted.insert(place, name);
        return false;
    }

    bool append(string_view part) {
        partial_.append(part.data(), part.size());
        return true;
    }

    bool open(std::variant<Json::Object, Json::Array> items) {
        open_.push_back({std::move(items), {}, {}});
        return true;
    }

    bool close() {
        auto items = std::move(open_.back().items);
        open_.pop_back();
        return std::visit([&](auto& list) { return add(std::move(list)); }, items);
    }

    bool add(Json value) {
        if (open_.empty()) {
            result = std::move(value);
        } else if (auto* array = std::get_if<Json::Array>(&open_.back().items)) {
            array->push_back(std::move(value));
        } else {
            std::get<Json::Object>(open_.back().items)
                .emplace_back(std::move(open_.back().name), std::move(value));
        }
        return true;
    }

    std::vector<Open> open_;
    std::string partial_;
};

std::string position(std::string_view text, std::size_t offset) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++column;
        }
    }
    return " at line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Result<Json, std::string> parse_json(std::string_view text, JsonLimits limits) {
    if (text.size() > limits.bytes) {
        return failure("the JSON text is longer than " + std::to_string(limits.bytes) +
                       " bytes at line 1, column 1");
    }
    bj::parse_options options;
    options.max_depth = limits.depth;
    bj::basic_parser<Builder> parser(options);
    bj::error_code error;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
    if (!error && used < text.size()) error = bj::error::extra_data;
    if (!error) return std::move(parser.handler().result);
    if (!parser.handler().duplicate.empty() || error == bj::error::exception) {
        return failure("the name \"" + parser.handler().duplicate + "\" comes twice in one object" +
                       position(text, used));
    }
    return failure(error.message() + position(text, used));
}

std::optional<bool> Json::as_bool() const {
    const bool* flag = std::get_if<bool>(&value_);
    return flag ? std::optional(*flag) : std::nullopt;
}

std::optional<std::int64_t> Json::as_integer() const {
    if (const auto* number = std::get_if<std::int64_t>(&value_)) return *number;
    const double* number = std::get_if<double>(&value_);
    if (!number || std::floor(*number) != *number || std::abs(*number) > 9007199254740992.0)
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

std::optional<double> Json::as_number() const {
    if (const auto* number = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*number);
    const double* number = std::get_if<double>(&value_);
    return number ? std::optional(*number) : std::nullopt;
}

std::optional<std::string> Json::as_string() const {
    const auto* text = std::get_if<std::string>(&value_);
    return text ? std::optional(*text) : std::nullopt;
}

std::string_view Json::text() const {
    const auto* text = std::get_if<std::string>(&value_);
    return text ? std::string_view(*text) : std::string_view();
}

const Json::Array& Json::items() const {
    static const Array none;
    const auto* array = std::get_if<Array>(&value_);
    return array ? *array : none;
}

const Json::Object& Json::members() const {
    static const Object none;
    const auto* object = std::get_if<Object>(&value_);
    return object ? *object : none;
}

const Json* Json::find(std::string_view name) const {
    for (const auto& member : members()) {
        if (member.first == name) return &member.second;
    }
    return nullptr;
}

const Json& Json::operator[](std::string_view name) const {
    const Json* member = find(name);
    return member ? *member : null_json;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    out_ += '{';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    out_ += '}';
    needs_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    out_ += '[';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    out_ += ']';
    needs_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_string(name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_string(text);
    return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
    return raw(flag ? "true" : "false");
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    return raw(std::to_string(number));
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    if (number == 0) return raw("0");  // also what would be written as -0
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return raw(std::string_view(digits, static_cast<std::size_t>(end - digits)));
}

JsonWriter& JsonWriter::value(const Json& json) {
    if (json.is_null()) return null();
    if (json.is_bool()) return value(*json.as_bool());
    if (json.is_integer()) return value(*json.as_integer());
    if (json.is_number()) return value(*json.as_number());
    if (json.is_string()) return value(json.text());
    if (json.is_array()) {
        begin_array();
        for (const Json& item : json.items()) value(item);
        return end_array();
    }
    begin_object();
    for (const auto& [name, item] : json.members()) key(name).value(item);
    return end_object();
}

JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

void JsonWriter::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

void JsonWriter::append_string(std::string_view text) {
    if (!is_valid_utf8(text)) return append_string(clean(text));
    out_ += '"';
    std::size_t plain = 0;                   // from here on nothing had to be written differently
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        const bool is_separator = c == 0xe2 && (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029");
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7f && !is_separator) continue;
        out_.append(text, plain, i - plain);
        if (is_separator) {
            out_ += text[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += text[i];
        } else if (c == '\n') {
            out_ += "\\n";
        } else {
            constexpr char digits[] = "0123456789abcdef";
            out_ += "\\u00";
            out_ += digits[c >> 4];
            out_ += digits[c & 0xf];
        }
        plain = i + 1;
    }
    out_.append(text, plain, text.size() - plain);
    out_ += '"';
}

std::string to_text(const Json& json) {
    JsonWriter writer;
    writer.value(json);
    return std::move(writer).take();
}

std::string json_list(std::span<const std::string> texts) {
    JsonWriter json;
    json.begin_array();
    for (const auto& text : texts) json.value(text);
    json.end_array();
    return std::move(json).take();
}

}  // namespace digilots::base
