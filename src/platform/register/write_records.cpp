#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/form_key.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/base/text.h"
#include "platform/kept/versions.h"
#include "platform/register/checked.h"
#include "platform/register/records_implementation.h"

namespace digilots::register_ {

namespace {

constexpr std::int64_t most_of_a_name = 100;

using Saved = base::Result<Record, Refusal>;

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

bool holds_nothing(const Field& field, const Record& record) {
    return std::ranges::all_of(field.type->columns(field),
                               [&](const Column& column) { return record.is_unknown(column.name); });
}

/// "label, words": names, never what stands in them.
std::string changed_fields(const Register& declaration, const Record& before, const Record& after) {
    std::string names;
    const auto note = [&](std::string_view name) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    };
    for (const auto& field : declaration.fields)
        if (is_changed(field, before, after)) note(field.name);
    if (before.position != after.position) note("position");
    return names;
}

/// What was changed was looked at; all of it where that is said.
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
        if (is_changed(field, before, after)) note_checked(connection, record, field.name, today);
}

void trace(db::Connection& connection, const Register& declaration, const Surroundings& around,
           const Record& record, std::string_view actor, std::string_view action, std::string fields,
           base::Instant now) {
    const std::string key(declaration.key);
    audit::record(connection,
                  {around.municipality_id, std::string(actor), key + " " + std::string(action),
                   key + ":" + record.id, std::move(fields)},
                  now);
    kept::raise(connection, declaration.kept_name(), around.municipality_id);
}

void check_same(db::Connection& connection, const Register& declaration, const Statements& statements,
                const Surroundings& around, const Record& record, Problems& problems) {
    for (const auto& [name, sql] : statements.same) {
        if (record.is_unknown(name)) continue;
        const auto found =
            connection.run(sql.statement(), {around.municipality_id, record.columns.at(name), record.id});
        if (!found.empty()) problems.push_back({name, declaration.find(name)->wrong_text});
    }
}

/// The same for the same form and what stands in it (decision 0025).
std::string id_of_new(const Register& declaration, const Record& record, const Surroundings& around,
                      const Draft& draft, base::Instant now) {
    std::string content = std::string(declaration.key) + "\n" + around.municipality_id;
    for (const auto& column : declaration.columns()) {
        content += "\n" + column.name + "\n" + record.as_text(column.name);
    }
    return base::id_from_form(typed(draft, "form_key"), content, now);
}

Problem same_problem(const Register& declaration, const Record& same, const Surroundings& around) {
    const auto& field = declaration.fields.front();
    return {.input = std::string(field.name),
            .said = around.words->t(TEXT("“{name}” is already here. Is it the same?"),
                                    {{"name", same.text(field.name)}})};
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

}  // namespace

bool is_changed(const Field& field, const Record& before, const Record& after) {
    return std::ranges::any_of(field.type->columns(field), [&](const Column& column) {
        return before.as_text(column.name) != after.as_text(column.name);
    });
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
    if (declaration.size == Size::few)
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

std::optional<std::int64_t> typed_position(const Draft& draft) {
    const auto place = base::whole_number_up_to(typed(draft, "position"), 1, 100'000);
    return place ? std::optional<std::int64_t>(*place - 1) : std::nullopt;
}

std::optional<Record> Records::Implementation::find(db::Connection& connection,
                                                    std::string_view municipality_id,
                                                    std::string_view id) const {
    if (id.size() > 200) return std::nullopt;
    const auto rows = connection.query(statements.find.statement(), municipality_id, id);
    return rows.empty() ? std::nullopt : std::optional(record_of(declaration, rows[0]));
}

Record Records::read(const Surroundings& around, const Draft& draft, const Record& before,
                     Problems& problems) const {
    Record record = before;
    for (const auto& field : declaration().fields) {
        const auto so_far = problems.size();
        field.type->read(field, draft, around, record, problems);
        if (field.is_required && problems.size() == so_far && holds_nothing(field, record))
            problems.push_back({std::string(field.name),
                                field.missing_text.id[0] ? field.missing_text : TEXT("Fill in this field.")});
    }
    if (const auto place = typed_position(draft); place && declaration().size == Size::few)
        record.position = *place;
    return record;
}

/// What is there under the name of a new record, unless it was said to be another.
std::optional<Record> Records::find_same(db::Connection& connection, const Surroundings& around,
                                         const Draft& draft, const Record& added) const {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    if (!declaration.may_be_same || !typed(draft, "is_another").empty()) return std::nullopt;
    const auto& field = declaration.fields.front();
    const auto name = added.text(field.name);
    const auto rows = statements.list({.search = name}, around, most_of_a_name, 0);
    for (const auto row : connection.run(rows.sql.statement(), rows.values)) {
        auto there = record_of(declaration, row);
        if (base::fold(there.text(field.name)) == base::fold(name) && declaration.may_be_same(added, there))
            return there;
    }
    return std::nullopt;
}

base::Result<Record, Refusal> Records::add_in(db::Connection& connection, const Surroundings& around,
                                              const Draft& draft, std::string_view actor) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    Problems problems;
    Record record = read(around, draft, {}, problems);
    const auto now = clock.now();
    record.id = id_of_new(declaration, record, around, draft, now);
    if (auto sent_before = implementation_->find(connection, around.municipality_id, record.id))
        return *std::move(sent_before);
    std::vector<Record> others;
    if (declaration.size == Size::few)
        others = all(connection, statements, declaration, around.municipality_id);
    record.position = static_cast<std::int64_t>(others.size());
    if (declaration.rules) declaration.rules({record, others}, problems);
    check_same(connection, declaration, statements, around, record, problems);
    if (problems.empty() && declaration.size == Size::few && others.size() >= declaration.at_most)
        problems.push_back({std::string(declaration.fields.front().name), declaration.words.full});
    if (!problems.empty()) return base::failure(Refusal{std::move(problems)});
    if (auto same = find_same(connection, around, draft, record))
        return base::failure(Refusal{{same_problem(declaration, *same, around)}, std::move(same)});
    if (declaration.new_id) record.id = declaration.new_id(record, others);
    record.version = 1;
    record.created_at = record.changed_at = base::format_utc(now);
    if (!declaration.verified.empty())
        record.columns[std::string(declaration.verified)] = base::format_date(around.today);
    const Writing writing{connection, around, nullptr, actor, now};
    if (declaration.complete) declaration.complete(writing, record);
    std::vector<db::Value> values{around.municipality_id, record.id, record.created_at};
    if (declaration.size == Size::few) values.emplace_back(record.position);
    for (auto& value : written_values(declaration, record, around)) values.push_back(std::move(value));
    connection.change(statements.insert.statement(), std::move(values));
    if (declaration.beside) declaration.beside(writing, record);
    trace(connection, declaration, around, record, actor, "added", "", now);
    return record;
}

base::Result<Record, Refusal> Records::change_in(db::Connection& connection, const Surroundings& around,
                                                 std::string_view id, const Draft& draft,
                                                 std::string_view actor, const base::Seen& seen) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    const auto before = implementation_->find(connection, around.municipality_id, id);
    if (!before || !seen.is(mark_of(*before))) return base::failure(Refusal{});
    Problems problems;
    Record after = read(around, draft, *before, problems);
    std::vector<Record> others;
    if (declaration.size == Size::few) {
        others = all(connection, statements, declaration, around.municipality_id);
        std::erase_if(others, [&](const Record& other) { return other.id == id; });
        after.position = std::min<std::int64_t>(after.position, std::ssize(others));
    }
    if (declaration.rules) declaration.rules({after, others}, problems);
    check_same(connection, declaration, statements, around, after, problems);
    if (!problems.empty()) return base::failure(Refusal{std::move(problems)});
    const auto now = clock.now();
    const Writing writing{connection, around, &*before, actor, now};
    if (declaration.complete) declaration.complete(writing, after);
    note_looked_at(connection, declaration, around, *before, after, !typed(draft, "all_checked").empty());
    const auto fields = changed_fields(declaration, *before, after);
    if (fields.empty()) return after;
    after.changed_at = base::format_utc(now);
    std::vector<db::Value> values{around.municipality_id, after.id, before->version, after.changed_at};
    for (auto& value : written_values(declaration, after, around)) values.push_back(std::move(value));
    if (connection.change(statements.update.statement(), std::move(values)) != 1)
        return base::failure(Refusal{});
    ++after.version;
    if (declaration.beside) declaration.beside(writing, after);
    if (before->position != after.position) arrange(connection, statements, around, std::move(others), after);
    trace(connection, declaration, around, after, actor, "changed", fields, now);
    return after;
}

base::Result<Record, Refusal> Records::add(const Surroundings& around, const Draft& draft,
                                           std::string_view actor) {
    return database().write(
        [&](db::Connection& connection) -> Saved { return add_in(connection, around, draft, actor); },
        db::Isolation::deciding);
}

base::Result<Record, Refusal> Records::change(const Surroundings& around, std::string_view id,
                                              const Draft& draft, std::string_view actor,
                                              const base::Seen& seen) {
    return database().write(
        [&](db::Connection& connection) -> Saved {
            return change_in(connection, around, id, draft, actor, seen);
        },
        db::Isolation::deciding);
}

bool Records::set_use(const Surroundings& around, std::string_view id, Use use, std::string_view actor,
                      const base::Seen& seen) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    ENSURE(declaration.ends());
    return database.write(
        [&](db::Connection& connection) {
            const auto before = implementation_->find(connection, around.municipality_id, id);
            if (!before || !seen.is(mark_of(*before))) return false;
            const bool is_ended = use == Use::ended;
            if (before->has_ended() == is_ended) return true;
            const auto now = clock.now();
            const auto at = base::format_utc(now);
            if (connection.execute(statements.end.statement(), around.municipality_id, id, before->version,
                                   at, is_ended ? at : std::string()) != 1)
                return false;
            trace(connection, declaration, around, *before, actor, is_ended ? "ended" : "used again", "",
                  now);
            return true;
        },
        db::Isolation::deciding);
}

bool Records::take_step(const Surroundings& around, std::string_view id, const Step& step,
                        std::string_view actor) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    return database.write(
        [&](db::Connection& connection) {
            const auto before = implementation_->find(connection, around.municipality_id, id);
            if (!before) return false;
            Record after = *before;
            for (const auto& [column, value] : step.columns) after.columns[column] = value;
            note_looked_at(connection, declaration, around, *before, after,
                           step.columns.contains(declaration.verified));
            const auto fields = changed_fields(declaration, *before, after);
            if (fields.empty()) return true;
            ++after.version;
            after.changed_at = base::format_utc(clock.now());
            store_record(connection, declaration, statements, around, after);
            if (declaration.beside)
                declaration.beside({connection, around, &*before, actor, clock.now()}, after);
            trace(connection, declaration, around, after, actor, step.name, fields, clock.now());
            return true;
        },
        db::Isolation::deciding);
}

bool Records::verify(const Surroundings& around, std::string_view id, std::string_view actor) {
    const std::string column(declaration().verified);
    ENSURE(!column.empty());
    return take_step(around, id, {"verified", {{column, base::format_date(around.today)}}}, actor);
}

bool Records::remove(const Surroundings& around, std::string_view id, std::string_view actor,
                     const base::Seen& seen) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    return database.write(
        [&](db::Connection& connection) {
            const auto before = implementation_->find(connection, around.municipality_id, id);
            if (!before || !seen.is(mark_of(*before))) return false;
            if (connection.execute(statements.remove.statement(), around.municipality_id, id,
                                   before->version) != 1)
                return false;
            trace(connection, declaration, around, *before, actor, "deleted", "", clock.now());
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::register_
