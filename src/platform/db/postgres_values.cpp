#include "platform/db/postgres_values.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "platform/base/ensure.h"

namespace digilots::db {
namespace {

template <class T>
std::optional<T> parse(std::string_view text) {
    T number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Value number_of(std::string_view text) {
    if (const auto whole = parse<std::int64_t>(text)) return *whole;
    const auto number = parse<double>(text);
    if (!number)
        throw DbError(ErrorKind::type_mismatch, "a number of the database does not fit into 64 bits");
    return *number;
}

Value floating(std::string_view text) {
    if (text == "Infinity") return std::numeric_limits<double>::infinity();
    if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
    if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
    const auto number = parse<double>(text);
    ENSURE(number);
    return *number;
}

std::string bytes_of(std::string_view text) {
    ENSURE(text.starts_with("\\x"));
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
        bytes += static_cast<char>(digit(text[i]) << 4 | digit(text[i + 1]));
    }
    return bytes;
}

}  // namespace

std::optional<std::string> to_postgres_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    const auto* number = std::get_if<double>(&value);
    if (!number) return std::nullopt;
    if (std::isnan(*number)) return "NaN";
    if (std::isinf(*number)) return *number > 0 ? "Infinity" : "-Infinity";
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, *number).ptr;
    return std::string(digits, end);
}

Value from_postgres_text(unsigned type, std::string_view text) {
    switch (type) {
        case 16:
            return std::int64_t{text == "t"};  // bool
        case 17:
            return bytes_of(text);  // bytea
        case 20:                    // int8
        case 21:                    // int2
        case 23:                    // int4
        case 26:                    // oid
        case 1700:
            return number_of(text);  // numeric
        case 700:                    // float4
        case 701:
            return floating(text);  // float8
        default:
            return std::string(text);
    }
}

ErrorKind kind_of_sqlstate(std::string_view state) {
    const std::string_view group = state.substr(0, 2);
    if (state == "23505") return ErrorKind::unique_violation;
    if (group == "23" || group == "22") return ErrorKind::constraint;
    if (group == "40") return ErrorKind::conflict;
    if (state == "53100") return ErrorKind::disk_full;
    if (state == "57014" || state == "55P03") return ErrorKind::timeout;
    if (state == "25006") return ErrorKind::read_only;
    if (state == "58030") return ErrorKind::io;
    if (state == "XX001" || state == "XX002") return ErrorKind::corrupt;
    if (group == "08" || group == "53" || group == "57" || group == "28" || group == "3D" ||
        state == "25P03") {
        return ErrorKind::unavailable;
    }
    return ErrorKind::other;
}

}  // namespace digilots::db
