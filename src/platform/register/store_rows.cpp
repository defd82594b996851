#include "platform/register/store_rows.h"

#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"
#include "platform/register/checked.h"
#include "platform/register/records_implementation.h"

namespace digilots::register_ {

namespace {

std::vector<db::Value> derived_values(const Register& declaration, const Record& record,
                                      const Surroundings& around) {
    std::vector<db::Value> values;
    for (const auto& field : declaration.fields)
        if (field.is_sorted && field.type->is_ordered_by_language())
            values.emplace_back(order_of(record.text(field.name), around.language));
    if (declaration.is_searched()) values.emplace_back(searched_text(declaration, record, around));
    return values;
}

/// In the order of Statements: the fields' columns, then what is derived from them.
std::vector<db::Value> written_values(const Register& declaration, const Record& record,
                                      const Surroundings& around) {
    std::vector<db::Value> values;
    for (const auto& column : declaration.columns()) values.push_back(record.columns.at(column.name));
    for (auto& value : derived_values(declaration, record, around)) values.push_back(std::move(value));
    return values;
}

/// Everything of a list that is ordered by hand stands in its order, without gaps.
void arrange(db::Connection& connection, const Statements& statements, const Surroundings& around,
             std::vector<Record> others, const Record& moved) {
    const auto place = std::min<std::size_t>(static_cast<std::size_t>(moved.position), others.size());
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(place), moved);
    for (std::size_t i = 0; i < others.size(); ++i)
        connection.execute(statements.move.statement(), around.municipality_id, others[i].id,
                           static_cast<std::int64_t>(i));
}

bool is_other_in(const std::vector<Column>& columns, const Record& before, const Record& after) {
    return std::ranges::any_of(
        columns, [&](const Column& column) { return before.as_text(column.name) != after.as_text(column.name); });
}

}  // namespace

bool is_any_changed(const Register& declaration, const Record& before, const Record& after) {
    return before.position != after.position ||
           std::ranges::any_of(declaration.fields, [&](const Field& field) { return is_changed(field, before, after); });
}

std::string told_fields(const Register& declaration, const Record& before, const Record& after) {
    std::string names;
    const auto note = [&](std::string_view name) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    };
    for (const auto& field : declaration.fields)
        if (field.title.id[0] != '\0' && is_other_in(field.type->told(field), before, after)) note(field.name);
    if (before.position != after.position) note("position");
    return names;
}

void note_looked_at(db::Connection& connection, const Register& declaration, const Surroundings& around,
                    const Record& before, Record& after, bool is_all) {
    if (declaration.verified.empty()) return;
    const CheckedRecord record{around.municipality_id, declaration.key, after.id};
    const auto today = base::format_date(around.today);
    if (is_all) {
        // Where the day stays the same nothing else tells of it.
        if (forget_checked(connection, record) > 0)
            kept::raise(connection, declaration.kept_name(), around.municipality_id);
        after.columns[std::string(declaration.verified)] = today;
        return;
    }
    for (const auto& field : declaration.fields)
        if (field.is_checked && is_changed(field, before, after)) note_checked(connection, record, field.name, today);
}

void trace(db::Connection& connection, const Register& declaration, const Surroundings& around,
           const Record& record, std::string_view actor, std::string_view action, std::string fields,
           base::Instant now) {
    const std::string key(declaration.key);
    const auto own = action == "added"     ? declaration.traces.added
                     : action == "changed" ? declaration.traces.changed
                                           : std::string_view();
    audit::record(connection,
                  {around.municipality_id, std::string(actor),
                   own.empty() ? key + " " + std::string(action) : std::string(own), key + ":" + record.id,
                   std::move(fields)},
                  now);
    kept::raise(connection, declaration.kept_name(), around.municipality_id);
}

bool is_changed(const Field& field, const Record& before, const Record& after) {
    return is_other_in(field.type->columns(field), before, after);
}

Record blank_record(const Register& declaration, const Surroundings& around) {
    Record record;
    Problems none;
    for (const auto& field : declaration.fields) field.type->read(field, {}, around, record, none);
    return record;
}

void store_record(db::Connection& connection, const Register& declaration, const Statements& statements,
                  const Surroundings& around, const Record& record) {
    std::vector<db::Value> values{around.municipality_id, record.id, record.version - 1, record.changed_at};
    for (auto& value : written_values(declaration, record, around)) values.push_back(std::move(value));
    if (connection.change(statements.update.statement(), values) == 1) return;
    values.erase(values.begin() + 2);
    if (declaration.is_ordered_by_hand())
        values.insert(values.begin() + 3, record.position);
    connection.change(statements.insert.statement(), std::move(values));
}

std::int64_t derive_missing(db::Connection& connection, const Register& declaration,
                            const Statements& statements, const Surroundings& around) {
    if (statements.underived.text.empty()) return 0;
    const auto rows = connection.query(statements.underived.statement(), around.municipality_id);
    for (const auto row : rows) {
        const auto record = record_of(declaration, row);
        std::vector<db::Value> values{around.municipality_id, record.id};
        for (auto& value : derived_values(declaration, record, around)) values.push_back(std::move(value));
        connection.change(statements.derive.statement(), std::move(values));
    }
    return std::ssize(rows);
}

std::optional<Record> Records::Implementation::find(db::Connection& connection,
                                                    std::string_view municipality_id,
                                                    std::string_view id) const {
    if (id.size() > 200) return std::nullopt;
    const auto rows = connection.query(statements.find.statement(), municipality_id, id);
    return rows.empty() ? std::nullopt : std::optional(record_of(declaration, rows[0]));
}

void Records::Implementation::insert(db::Connection& connection, const Surroundings& around, Record& record,
                                     std::string_view actor) const {
    const auto now = clock.now();
    record.version = 1;
    record.created_at = record.changed_at = base::format_utc(now);
    const Writing writing{connection, around, nullptr, actor, now};
    if (declaration.complete) declaration.complete(writing, record);
    std::vector<db::Value> values{around.municipality_id, record.id, record.created_at};
    if (declaration.is_ordered_by_hand()) values.emplace_back(record.position);
    for (auto& value : written_values(declaration, record, around)) values.push_back(std::move(value));
    connection.change(statements.insert.statement(), std::move(values));
    if (declaration.beside) declaration.beside(writing, record);
    trace(connection, declaration, around, record, actor, "added", "", now);
}

base::Result<Record, Refusal> Records::Implementation::update(db::Connection& connection, const Surroundings& around,
                                      const Record& before, Record after, std::vector<Record> others,
                                      std::string_view actor) const {
    if (!is_any_changed(declaration, before, after)) return after;
    const auto now = clock.now();
    after.changed_at = base::format_utc(now);
    std::vector<db::Value> values{around.municipality_id, after.id, before.version, after.changed_at};
    for (auto& value : written_values(declaration, after, around)) values.push_back(std::move(value));
    if (connection.change(statements.update.statement(), std::move(values)) != 1)
        return base::failure(Refusal{});
    ++after.version;
    if (declaration.beside) declaration.beside({connection, around, &before, actor, now}, after);
    if (before.position != after.position) arrange(connection, statements, around, std::move(others), after);
    trace(connection, declaration, around, after, actor, "changed", told_fields(declaration, before, after), now);
    return after;
}

}  // namespace digilots::register_
