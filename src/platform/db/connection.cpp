#include "platform/db/connection.h"

#include <cmath>

#include "platform/base/ensure.h"

namespace digilots::db {
namespace {

[[noreturn]] void wrong_type(std::string_view column, const char* wanted, const Value& found) {
    constexpr const char* names[] = {"NULL", "an integer", "a number", "text"};
    throw DbError(ErrorKind::type_mismatch, "column " + std::string(column) + " holds " +
                                                names[found.index()] + " where " + wanted + " was expected");
}

template <class T>
T convert(std::string_view column, const Value& value);

template <>
std::string convert(std::string_view column, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    wrong_type(column, "text", value);
}

template <>
std::int64_t convert(std::string_view column, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    wrong_type(column, "an integer", value);
}

template <>
bool convert(std::string_view column, const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number && (*number == 0 || *number == 1)) return *number == 1;
    wrong_type(column, "0 or 1", value);
}

template <>
double convert(std::string_view column, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    // A sum may come back whole; the step to a double is taken only where it is exact.
    const auto* whole = std::get_if<std::int64_t>(&value);
    if (whole && std::abs(static_cast<double>(*whole)) <= 9007199254740992.0)
        return static_cast<double>(*whole);
    wrong_type(column, "a number", value);
}

template <class T>
struct Getter {
    static T get(std::string_view column, const Value& value) { return convert<T>(column, value); }
};

template <class T>
struct Getter<std::optional<T>> {
    static std::optional<T> get(std::string_view column, const Value& value) {
        if (std::holds_alternative<Null>(value)) return std::nullopt;
        return convert<T>(column, value);
    }
};

const Value& value_of(const Rows& rows, std::size_t index, std::string_view column) {
    ENSURE(index < rows.size());
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        if (rows.columns[i] == column) return rows.values[index][i];
    }
    throw base::Bug("the result has no column " + std::string(column));
}

}  // namespace

template <class T>
T Row::get(std::string_view column) const {
    return Getter<T>::get(column, value_of(*rows_, index_, column));
}

template std::string Row::get(std::string_view) const;
template std::int64_t Row::get(std::string_view) const;
template double Row::get(std::string_view) const;
template bool Row::get(std::string_view) const;
template std::optional<std::string> Row::get(std::string_view) const;
template std::optional<std::int64_t> Row::get(std::string_view) const;
template std::optional<double> Row::get(std::string_view) const;
template std::optional<bool> Row::get(std::string_view) const;

std::string Row::text_or_empty(std::string_view column) const {
    return get<std::optional<std::string>>(column).value_or("");
}

std::optional<Row> Rows::only() const {
    ENSURE(size() <= 1);
    return empty() ? std::nullopt : std::optional(Row(*this, 0));
}

}  // namespace digilots::db
