#pragma once
// One connection inside one transaction, the same on both engines. Handed out by Database::read and
// Database::write only.
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "platform/base/ensure.h"
#include "platform/db/error.h"
#include "platform/db/statement.h"

namespace digilots::db {

struct Null {};
/// What a $n is bound to. Text is copied. 64-bit integers stay 64-bit.
using Value = std::variant<Null, std::int64_t, double, std::string>;

inline Value to_value(Value value) {
    return value;
}
inline Value to_value(std::nullopt_t) {
    return Null{};
}
inline Value to_value(Null) {
    return Null{};
}
inline Value to_value(bool value) {
    return std::int64_t{value ? 1 : 0};
}
inline Value to_value(double value) {
    return value;
}
inline Value to_value(std::string value) {
    return value;
}
inline Value to_value(std::string_view value) {
    return std::string(value);
}
inline Value to_value(const char* value) {
    return std::string(value);
}
template <std::integral T>
Value to_value(T value) {
    ENSURE(std::in_range<std::int64_t>(value));
    return static_cast<std::int64_t>(value);
}
template <class T>
Value to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : Value{Null{}};
}

/// A result held in memory, typed on reading. Column by name; an unknown name is a Bug.
class Rows;
class Row {
public:
    Row(const Rows& rows, std::size_t index) : rows_(&rows), index_(index) {}
    /// T: std::string, std::int64_t, double, bool or std::optional of these.
    /// DbError(type_mismatch) where the column holds NULL or another type; never truncates.
    template <class T>
    T get(std::string_view column) const;

    std::string text(std::string_view column) const { return get<std::string>(column); }
    std::int64_t integer(std::string_view column) const { return get<std::int64_t>(column); }
    bool flag(std::string_view column) const { return get<bool>(column); }
    /// NULL as "".
    std::string text_or_empty(std::string_view column) const;

private:
    const Rows* rows_;
    std::size_t index_;
};

class Rows {
public:
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> values;

    std::size_t size() const { return values.size(); }
    bool empty() const { return values.empty(); }
    Row operator[](std::size_t index) const { return Row(*this, index); }
    /// The only row, or nothing. More than one is a Bug.
    std::optional<Row> only() const;

    class Iterator {
    public:
        Iterator(const Rows& rows, std::size_t index) : rows_(&rows), index_(index) {}
        Row operator*() const { return Row(*rows_, index_); }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return index_ != other.index_; }

    private:
        const Rows* rows_;
        std::size_t index_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }
};

/// What a transaction changed, for whoever keeps what is made from it.
struct Announcement {
    std::string name, owner;
    std::int64_t number = 0;
};

/// One transaction's door. After a DbError nothing more runs in that transaction (the engines are alike in
/// this): let the error out of the closure and decide outside. Text with a NUL character or invalid UTF-8 is
/// refused. LIKE tells upper from lower case on both engines; text orders by its bytes on both.
class Connection {
public:
    virtual ~Connection() = default;
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs a compiled-in statement through this connection's statement cache.
    template <class... P>
    Rows query(const Statement& statement, const P&... parameters) {
        return run(statement, {to_value(parameters)...});
    }
    /// The same where only the number of changed rows counts.
    template <class... P>
    std::int64_t execute(const Statement& statement, const P&... parameters) {
        return change(statement, {to_value(parameters)...});
    }
    /// One statement for many parameter rows: pipelined on PostgreSQL, stepped on SQLite.
    virtual void execute_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) = 0;

    virtual Rows run(const Statement& statement, std::vector<Value> parameters) = 0;
    virtual std::int64_t change(const Statement& statement, std::vector<Value> parameters) = 0;

    /// Told to the database's listener (Database::on_announced) once this transaction is durable, before write()
    /// returns; never told when it is not.
    void announce(Announcement announcement) { announced_.push_back(std::move(announcement)); }

private:
    friend class Database;
    std::vector<Announcement> announced_;
};

}  // namespace digilots::db
