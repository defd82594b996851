#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/plain.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/base/text.h"
#include "platform/register/free_text.h"
#include "platform/register/planned_store.h"
#include "platform/register/records_implementation.h"
#include "platform/register/store_rows.h"

namespace digilots::register_ {

namespace {

constexpr std::int64_t most_of_a_name = 100;

using Saved = base::Result<Record, Refusal>;

bool holds_nothing(const Field& field, const Record& record) {
    return std::ranges::all_of(field.type->columns(field),
                               [&](const Column& column) { return record.is_unknown(column.name); });
}

void check_same_in(db::Connection& connection, const Register& declaration, const Statements& statements,
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

std::vector<Record> others_of(db::Connection& connection, const Statements& statements,
                              const Register& declaration, const Surroundings& around, std::string_view id) {
    if (declaration.size != Size::few) return {};
    auto others = Records::all(connection, statements, declaration, around.municipality_id);
    std::erase_if(others, [&](const Record& other) { return other.id == id; });
    return others;
}

Problem same_problem(const Register& declaration, const Record& same, const Surroundings& around) {
    const auto& field = declaration.fields.front();
    return {.input = std::string(field.name),
            .in_words = around.words->t(TEXT("“{name}” is already here. Is it the same?"),
                                    {{"name", same.text(field.name)}})};
}

/// What the same person added a moment ago with the same form and the same content: pressed twice. For records with names of
/// their own in addresses; all others have an id that the form and its content make.
std::optional<Record> just_added(db::Connection& connection, const Register& declaration,
                                 const Surroundings& around, const Draft& draft, const Record& record,
                                 const std::vector<Record>& others, std::string_view actor, base::Instant now) {
    constexpr auto a_moment = std::chrono::minutes(10);
    if (!declaration.new_id || typed(draft, "form_key").empty()) return std::nullopt;
    for (const auto& other : others) {
        const auto differs = [&](const Field& field) { return is_changed(field, record, other); };
        if (std::ranges::any_of(declaration.fields, differs)) continue;
        const auto trace = audit::latest(connection, around.municipality_id, std::string(declaration.key) + ":" + other.id);
        if (other.version == 1 && trace && trace->entry.actor == actor && now - trace->at < a_moment) return other;
    }
    return std::nullopt;
}

constexpr i18n::Text other_unit =
    TEXT("You may only change what belongs to your own unit. Ask an administrator where this is to be yours.");

}  // namespace

bool Records::may_change(const Surroundings& around, const Record& record) const {
    if (declaration().is_theirs && !declaration().is_theirs(around, record)) return false;
    if (!may_read(around, record)) return false;
    if (!around.units || !others().unit_of) return true;
    for (const char* column : {"function", "person"})
        if (const auto named = record.text(column); !named.empty() && base::holds(around.named, named)) return true;
    return std::ranges::find(*around.units, others().unit_of(record, around.municipality_id)) != around.units->end();
}

void Records::check_unit(const Surroundings& around, const Record* before, const Record& after, Problems& problems) const {
    if ((before && !may_change(around, *before)) || !may_change(around, after)) problems.push_back({"unit", other_unit});
}

void Records::check_links(db::Connection& connection, const Surroundings& around, const Record* before, const Record& after,
                          Problems& problems) const {
    for (const auto& field : declaration().fields) {
        if (field.source.empty()) continue;
        const auto id = after.text(field.name);
        const auto source = others().links.find(field.source);
        if (id.empty() || (before && before->text(field.name) == id) || source == others().links.end()) continue;
        const auto& is_there = source->second.is_there;
        if (is_there && !is_there(connection, around.municipality_id, id))
            problems.push_back({std::string(field.name), TEXT("What you chose is there no more. Choose again.")});
    }
}

void Records::check_against(const Writing& writing, const Record& record, Problems& problems) const {
    check_same_in(writing.connection, declaration(), statements(), writing.around, record, problems);
    // What cannot be read says nothing of others.
    if (declaration().together && problems.empty()) declaration().together(writing, record, problems);
}

std::string id_of_draft(const Records& records, const Surroundings& around, const Draft& draft) {
    Problems problems;
    const auto record = records.read(around, draft, {}, problems);
    return id_of_new(records.declaration(), record, around, draft, records.now());
}

std::optional<Record> added_before(const Records& records, const Surroundings& around, const Draft& draft) {
    const auto& declaration = records.declaration();
    Problems problems;
    const auto record = records.read(around, draft, {}, problems);
    if (!declaration.new_id)
        return records.find(around.municipality_id, id_of_new(declaration, record, around, draft, records.now()));
    // They have names of their own in addresses: the same is the one that says the same.
    for (auto& standing : records.all(around.municipality_id))
        if (std::ranges::none_of(declaration.fields, [&](const Field& field) { return is_changed(field, record, standing); }))
            return std::move(standing);
    return std::nullopt;
}

void Records::check_same(const Surroundings& around, const Record* before, const Record& record, Problems& problems) const {
    if (statements().same.empty() && !declaration().together) return;
    database().read([&](db::Connection& connection) {
        check_against({connection, around, before, "", now()}, record, problems);
    });
}

bool Records::has_any_of_unit(db::Connection& connection, std::string_view municipality_id, std::string_view unit) const {
    const auto& of_unit = statements().of_unit;
    if (of_unit.text.empty()) return false;
    return !connection.run(of_unit.statement(), {std::string(municipality_id), std::string(unit)}).empty();
}

std::optional<std::int64_t> typed_position(const Draft& draft) {
    const auto place = base::whole_number_up_to(typed(draft, "position"), 1, 100'000);
    return place ? std::optional<std::int64_t>(*place - 1) : std::nullopt;
}

void Records::prepare(const Surroundings& around) const {
    for (const auto& field : declaration().fields) field.type->prepare(field, around);
}

Record Records::read(const Surroundings& around, const Draft& draft, const Record& before,
                     Problems& problems) const {
    return read_fields(declaration(), around, draft, before, problems);
}

namespace {

/// Stored it would turn around what stands behind it on pages and in tables. A form shows it again without, to be looked at.
void check_direction(const Draft& draft, Problems& problems) {
    const auto left_out = draft.find(turned_around);
    for (const auto& [input, values] : draft) {
        if (input == turned_around) continue;
        const bool was_there = left_out != draft.end() && base::holds(left_out->second, input);
        const auto turns = [](const std::string& value) { return base::turns_direction(value); };
        if (was_there || std::ranges::any_of(values, turns))
            problems.push_back({input, TEXT("There were invisible marks in the text that turn its direction around. They are not "
                                            "kept: look at the text without them, and save it again.")});
    }
}

}  // namespace

Record read_fields(const Register& declaration, const Surroundings& around, const Draft& draft, const Record& before,
                   Problems& problems) {
    Record record = before;
    for (const auto& field : declaration.fields) {
        const auto so_far = problems.size();
        field.type->read(field, draft, around, record, problems);
        if (field.is_required && problems.size() == so_far && holds_nothing(field, record))
            problems.push_back({std::string(field.name),
                                field.missing_text.id[0] ? field.missing_text : TEXT("Fill in this field.")});
    }
    check_direction(draft, problems);
    if (const auto place = typed_position(draft); place && declaration.is_ordered_by_hand())
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
    const bool is_one = declaration.size == Size::one;
    record.id = is_one ? around.municipality_id : id_of_new(declaration, record, around, draft, clock.now());
    if (auto stands = implementation_->find(connection, around.municipality_id, record.id)) {
        if (is_one) return base::failure(Refusal{});
        return *std::move(stands);  // the same form was sent before
    }
    const auto others = others_of(connection, statements, declaration, around, record.id);
    if (auto twice = just_added(connection, declaration, around, draft, record, others, actor, clock.now()))
        return *std::move(twice);
    if (declaration.is_ordered_by_hand()) record.position = std::ssize(others);
    check_rules(declaration, nullptr, {record, others, around}, problems);
    check_unit(around, nullptr, record, problems);
    check_links(connection, around, nullptr, record, problems);
    check_against({connection, around, nullptr, actor, clock.now()}, record, problems);
    if (problems.empty() && declaration.size == Size::few && others.size() >= declaration.at_most)
        problems.push_back({std::string(declaration.fields.front().name), declaration.words.full});
    if (!problems.empty()) return base::failure(Refusal{std::move(problems)});
    if (auto same = find_same(connection, around, draft, record))
        return base::failure(Refusal{{same_problem(declaration, *same, around)}, std::move(same)});
    if (declaration.new_id) record.id = declaration.new_id(record, others);
    if (!declaration.verified.empty())
        record.columns[std::string(declaration.verified)] = base::format_date(around.today);
    implementation_->insert(connection, around, record, actor);
    return record;
}

base::Result<Record, Refusal> Records::change_in(db::Connection& connection, const Surroundings& around,
                                                 std::string_view id, const Draft& draft,
                                                 std::string_view actor, const base::Seen& seen) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    const auto before = implementation_->find(connection, around.municipality_id, id);
    if (!before) return base::failure(Refusal{});
    Problems problems;
    Record after = read(around, draft, *before, problems);
    auto others = others_of(connection, statements, declaration, around, id);
    if (declaration.is_ordered_by_hand())
        after.position = std::min<std::int64_t>(after.position, std::ssize(others));
    check_rules(declaration, &*before, {after, others, around}, problems);
    check_unit(around, &*before, after, problems);
    check_links(connection, around, &*before, after, problems);
    check_against({connection, around, &*before, actor, clock.now()}, after, problems);
    // Who has to mend something learns it together with what somebody else has saved (http/faults_too.h).
    if (!problems.empty() || !seen.is(mark_of(*before))) return base::failure(Refusal{std::move(problems)});
    const Writing writing{connection, around, &*before, actor, clock.now()};
    if (declaration.complete) declaration.complete(writing, after);
    note_looked_at(connection, declaration, around, *before, after, !typed(draft, "all_checked").empty());
    return implementation_->update(connection, around, *before, std::move(after), std::move(others), actor);
}

base::Result<Record, Refusal> Records::put_in(db::Connection& connection, const Surroundings& around,
                                              Record record, std::string_view actor, const base::Seen& seen) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    const auto before = implementation_->find(connection, around.municipality_id, record.id);
    if (before && !seen.is(mark_of(*before))) return base::failure(Refusal{});
    Problems problems;
    check_same_in(connection, declaration, statements, around, record, problems);
    if (!problems.empty()) return base::failure(Refusal{std::move(problems)});
    auto others = others_of(connection, statements, declaration, around, record.id);
    if (before) return implementation_->update(connection, around, *before, std::move(record), std::move(others), actor);
    if (record.id.empty()) {
        ENSURE(declaration.new_id != nullptr);
        record.id = declaration.new_id(record, others);
    }
    if (declaration.is_ordered_by_hand()) record.position = std::ssize(others);
    implementation_->insert(connection, around, record, actor);
    return record;
}

base::Result<Record, Refusal> Records::add(const Surroundings& around, const Draft& draft,
                                           std::string_view actor) {
    prepare(around);
    return database().write(
        [&](db::Connection& connection) -> Saved { return add_in(connection, around, draft, actor); },
        db::Isolation::deciding);
}

base::Result<Record, Refusal> Records::change(const Surroundings& around, std::string_view id,
                                              const Draft& draft, std::string_view actor,
                                              const base::Seen& seen) {
    prepare(around);
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
            if (others().hold_still) others().hold_still(connection);
            const auto before = implementation_->find(connection, around.municipality_id, id);
            if (!before || !seen.is(mark_of(*before)) || !may_change(around, *before)) return false;
            const bool is_ended = use == Use::ended;
            if (before->has_ended() == is_ended) return true;
            Problems problems;
            const auto now = clock.now();
            if (!is_ended) check_against({connection, around, &*before, actor, now}, *before, problems);
            const auto& waits = others().has_open_ends;
            if (is_ended && waits && waits(connection, around.municipality_id, id)) return false;
            if (!problems.empty()) return false;
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
            if (!before || !may_change(around, *before)) return false;
            Record after = *before;
            for (const auto& [column, value] : step.columns) after.columns[column] = value;
            note_looked_at(connection, declaration, around, *before, after,
                           step.columns.contains(declaration.verified));
            if (!is_any_changed(declaration, *before, after)) return true;
            ++after.version;
            after.changed_at = base::format_utc(clock.now());
            store_record(connection, declaration, statements, around, after);
            if (declaration.beside)
                declaration.beside({connection, around, &*before, actor, clock.now()}, after);
            trace(connection, declaration, around, after, actor, step.name, told_fields(declaration, *before, after),
                  clock.now());
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
            if (others().hold_still) others().hold_still(connection);
            const auto before = implementation_->find(connection, around.municipality_id, id);
            if (!before || !seen.is(mark_of(*before)) || !may_change(around, *before)) return false;
            if (others().is_held && others().is_held(connection, around.municipality_id, id)) return false;
            if (connection.execute(statements.remove.statement(), around.municipality_id, id,
                                   before->version) != 1)
                return false;
            const auto owner = owner_of(declaration, around.municipality_id, id);
            if (declaration.attachments) files::remove_all(connection, owner, clock.now());
            if (declaration.gone) declaration.gone({connection, around, &*before, actor, clock.now()}, *before);
            trace(connection, declaration, around, *before, actor, "deleted", "", clock.now());
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::register_
