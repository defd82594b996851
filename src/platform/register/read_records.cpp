#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/planned_store.h"
#include "platform/register/records_implementation.h"

namespace digilots::register_ {

namespace {

constexpr std::int64_t few_hits = 500;

db::Value value_of(const db::Row& row, const Column& column) {
    if (column.storage == Storage::text) return row.text(column.name);
    if (column.storage == Storage::real) return db::to_value(row.get<std::optional<double>>(column.name));
    return db::to_value(row.get<std::optional<std::int64_t>>(column.name));
}

Record record_of(const Register& declaration, const std::vector<Column>& columns, const db::Row& row) {
    Record record;
    record.id = row.text("id");
    record.version = row.integer("version");
    record.created_at = row.text("created_at");
    record.changed_at = row.text("changed_at");
    if (declaration.ends()) record.ended_at = row.text("ended_at");
    if (declaration.is_ordered_by_hand()) record.position = row.integer("position");
    for (const auto& column : columns) record.columns[column.name] = value_of(row, column);
    return record;
}

std::vector<Record> records_of(const Register& declaration, const db::Rows& rows) {
    std::vector<Record> records;
    records.reserve(rows.size());
    const auto columns = declaration.columns();
    for (const auto row : rows) records.push_back(record_of(declaration, columns, row));
    return records;
}

}  // namespace

Record record_of(const Register& declaration, const db::Row& row) {
    return record_of(declaration, declaration.columns(), row);
}

Records::Records(Register declaration, db::Database& database, const base::Clock& clock, Others others)
    : implementation_(
          std::make_unique<Implementation>(std::move(declaration), database, clock, std::move(others))) {
    // Nobody has to remember the limit: a link to a unit is one.
    const auto* unit = implementation_->declaration.find("unit");
    auto& unit_of = implementation_->others.unit_of;
    if (unit && !unit->source.empty() && !unit_of)
        unit_of = [](const Record& record, std::string_view) { return record.text("unit"); };
}

Records::~Records() = default;

const Register& Records::declaration() const {
    return implementation_->declaration;
}
const Statements& Records::statements() const {
    return implementation_->statements;
}
const Others& Records::others() const {
    return implementation_->others;
}
db::Database& Records::database() const {
    return implementation_->database;
}
base::Instant Records::now() const {
    return implementation_->clock.now();
}

Surroundings Records::around(std::string_view municipality_id) const {
    Surroundings around{.municipality_id = std::string(municipality_id), .words = &i18n::translator("en")};
    around.today = base::to_civil(now(), around.zone).date;
    around.links = &implementation_->others.links;
    return around;
}

std::optional<Record> Records::find(std::string_view municipality_id, std::string_view id) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return implementation_->find(connection, municipality_id, id); });
}

std::optional<Record> Records::find(const Surroundings& around, std::string_view id) const {
    auto record = find(around.municipality_id, id);
    return record && may_read(around, *record) ? std::move(record) : std::nullopt;
}

bool Records::may_read(const Surroundings& around, const Record& record) const {
    const auto by = declaration().kept_to_unit;
    if (by.empty() || !around.kept_apart || !base::holds(around.kept_apart->levels, record.text(by))) return true;
    const auto unit = record.text("unit");
    return unit.empty() || base::holds(around.kept_apart->units, unit);
}

void Records::keep_apart(Surroundings& around, const http::Identity& identity) const {
    if (declaration().kept_to_unit.empty() || !others().kept_to_unit) return;
    if (identity.unit.empty() || identity.role == http::Role::administrator) return;
    Surroundings::KeptApart apart{others().kept_to_unit(around.municipality_id), {identity.unit}};
    const auto units = others().links.find("organisation.unit");
    if (units != others().links.end() && units->second.within) apart.units = units->second.within(around, identity.unit);
    around.kept_apart = std::move(apart);
}

std::vector<Record> Records::all(std::string_view municipality_id) const {
    const auto& declaration = implementation_->declaration;
    auto found = implementation_->database.read([&](db::Connection& connection) {
        return all(connection, implementation_->statements, declaration, municipality_id);
    });
    return declaration.arranged ? declaration.arranged(std::move(found)) : found;
}

std::vector<Record> Records::all(db::Connection& connection, const Statements& statements,
                                 const Register& declaration, std::string_view municipality_id) {
    return records_of(declaration, connection.query(statements.all.statement(), municipality_id));
}

Listed Records::list(const Surroundings& around, const ListQuery& query, std::int64_t limit,
                     std::int64_t offset) const {
    const auto& statements = implementation_->statements;
    const auto count = statements.count(query, around, most_counted);
    return implementation_->database.read([&](db::Connection& connection) -> Listed {
        const auto found = connection.run(count.sql.statement(), count.values).only()->integer("n");
        const bool is_rare = found <= few_hits && !searched_words(query.search).empty();
        const auto rows = statements.list(query, around, limit, offset, is_rare ? Hits::few : Hits::many);
        return {records_of(implementation_->declaration, connection.run(rows.sql.statement(), rows.values)),
                found};
    });
}

std::vector<Record> Records::after(const Surroundings& around, const ListQuery& query, std::string_view id,
                                   std::int64_t limit) const {
    const auto rows = implementation_->statements.after(query, around, id, limit);
    return implementation_->database.read([&](db::Connection& connection) {
        return records_of(implementation_->declaration, connection.run(rows.sql.statement(), rows.values));
    });
}

Draft draft_of(const Register& declaration, const Record& record, const Surroundings& around) {
    Draft draft;
    for (const auto& field : declaration.fields) field.type->write(field, record, around, draft);
    if (declaration.is_ordered_by_hand()) draft["position"] = {std::to_string(record.position + 1)};
    return draft;
}

std::string mark_of(const Register& declaration, const Record& record) {
    std::vector<std::string> parts{record.id, record.ended_at, std::to_string(record.position)};
    for (const auto& column : declaration.columns())
        parts.push_back(record.as_text(column.name));
    return base::mark_of(parts);
}

Draft Records::draft_of(const Record& record, const Surroundings& around) const {
    return register_::draft_of(declaration(), record, around);
}

std::string Records::mark_of(const Record& record) const { return register_::mark_of(declaration(), record); }

}  // namespace digilots::register_
