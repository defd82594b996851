#include "activities/attendance_table.h"

#include <array>
#include <exception>
#include <map>

#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/planned_store.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using namespace register_;

constexpr int days_of_table = 731;
constexpr std::array fixed_columns{"title", "day", "time", "place"};
constexpr std::pair<const char*, std::optional<std::int64_t> Attendance::*> counted_columns[] = {
    {"women", &Attendance::women},           {"men", &Attendance::men},
    {"girls", &Attendance::girls},           {"boys", &Attendance::boys},
    {"not_stated", &Attendance::not_stated}, {"did_not_come", &Attendance::did_not_come}};

constexpr std::pair<const char*, std::optional<std::int64_t> Attendance::*> cost_columns[] = {
    {"fee", &Attendance::fee},
    {"premises", &Attendance::premises},
    {"material", &Attendance::material},
    {"travel", &Attendance::travel}};
constexpr std::pair<const char*, std::string Attendance::*> text_columns[] = {{"note", &Attendance::note},
                                                                              {"asked", &Attendance::asked},
                                                                              {"needs", &Attendance::needs},
                                                                              {"next_step", &Attendance::next_step}};

/// A column of who belongs to a group, or had heard of it in a way.
struct TermColumn {
    std::string name, key;
    i18n::Text title;
    std::map<std::string, std::int64_t> Attendance::*numbers = nullptr;
};
const std::vector<TermColumn>& term_columns() {
    static const auto columns = [] {
        std::vector<TermColumn> all;
        for (const auto& term : taxonomy::terms(taxonomy::List::target_group))
            all.push_back({"group_" + term.key, term.key, term.label, &Attendance::groups});
        for (const auto& term : taxonomy::terms(taxonomy::List::found_us))
            all.push_back({"found_" + term.key, term.key, term.label, &Attendance::found_us});
        return all;
    }();
    return columns;
}

register_::Field counted_field(std::string_view name, i18n::Text title) { return whole_number(name, title, 0, Attendance::most); }

std::vector<register_::Field> fields_of_table() {
    std::vector<register_::Field> fields{text("title", TEXT("Activity")), date("day", TEXT("Date")), text("time", TEXT("Time")),
                              text("place", TEXT("Place"), 400).not_asked_about(), counted_field("women", TEXT("Women")),
                              counted_field("men", TEXT("Men")), counted_field("girls", TEXT("Girls")),
                              counted_field("boys", TEXT("Boys")), counted_field("not_stated", TEXT("Not stated")),
                              counted_field("did_not_come", TEXT("Signed up and did not come")),
                              long_text("note", TEXT("What came of it"), 2000),
                              long_text("asked", TEXT("Questions that came up"), 2000),
                              long_text("needs", TEXT("Needs that were found"), 2000),
                              long_text("next_step", TEXT("Next step"), 2000)};
    for (const auto& [column, member] : cost_columns) fields.push_back(money(column, cost_title(column)));
    for (const auto& column : term_columns()) fields.push_back(counted_field(column.name, column.title));
    return fields;
}

Register declaration_of_table() {
    return {.key = "attendance",
            .table = "",
            .names = {TEXT("Who came"), TEXT("Session")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/sessions",
            .fields = fields_of_table()};
}

class AttendanceStore final : public PlannedStore {
public:
    explicit AttendanceStore(Activities& activities) : activities_(activities), declaration_(declaration_of_table()) {}

    const Register& declaration() const override { return declaration_; }
    Activities& activities() const { return activities_; }

    std::optional<Record> find(const Surroundings& around, std::string_view id) const override {
        const auto some = records(around, id);
        return some.empty() ? std::nullopt : std::optional(some.front());
    }
    void each(const Surroundings& around, const std::function<void(const Record&)>& take) const override {
        for (const auto& record : records(around, "")) take(record);
    }
    std::vector<Record> others(const Surroundings&) const override { return {}; }

    void check(const Surroundings& around, const Record* before, const Record& after, Problems& problems) const override {
        if (!before) {
            problems.push_back(
                {"title", TEXT("This table adds no sessions: leave the column with the reference as it is. Sessions are added on "
                               "the page of their activity.")});
            return;
        }
        for (const auto* column : fixed_columns)
            if (before->as_text(column) != after.as_text(column))
                problems.push_back({column, TEXT("Only numbers and what came of it are taken in. Leave this as it was.")});
        for (auto& [name, message] : activities_.faults_of(attendance_from(after, {}), *around.words))
            problems.push_back({.input = name, .in_words = std::move(message)});
    }

    /// What the table says, over what stands.
    static Attendance attendance_from(const Record& record, Attendance attendance) {
        for (const auto& [column, member] : counted_columns) attendance.*member = record.whole(column);
        for (const auto& [column, member] : cost_columns) attendance.*member = record.whole(column);
        for (const auto& [column, member] : text_columns) attendance.*member = record.text(column);
        for (const auto& column : term_columns()) {
            const auto number = record.whole(column.name);
            if (number && *number > 0)
                (attendance.*column.numbers)[column.key] = *number;
            else
                (attendance.*column.numbers).erase(column.key);
        }
        return attendance;
    }

private:
    std::vector<Record> records(const Surroundings& around, std::string_view id) const {
        const auto& self = Inside::of(activities_);
        const auto since = base::format_date(base::add_days(around.today, -days_of_table));
        std::map<std::string, std::map<std::string, std::int64_t>> came;  // session → column → number
        const auto rows = self.database.read([&](db::Connection& connection) {
            for (const auto part : connection.query(sql::came_of_table, around.municipality_id, since, id))
                came[part.text("session_id")][(part.text("list") == "found_us" ? "found_" : "group_") + part.text("term")] =
                    part.integer("number");
            return connection.query(sql::list_attendance, around.municipality_id, since, base::format_utc(self.clock.now()), id);
        });
        const auto snapshot = self.neighbours.directory.snapshot(around.municipality_id);
        std::vector<Record> found;
        for (const auto row : rows) {
            Record record;
            record.id = row.text("id");
            record.version = row.integer("version");
            const auto* place = row.text("place").empty() ? nullptr : snapshot->place(row.text("place"));
            record.columns = {{"title", row.text("title")},
                              {"day", row.text("day")},
                              {"time", row.text("starts") + "–" + row.text("ends")},
                              {"place", place ? place->name : row.text("address")}};
            for (const auto& [column, member] : text_columns) record.columns[column] = row.text(column);
            const auto put = [&](const std::string& column, std::optional<std::int64_t> number) {
                record.columns[column] = number ? db::Value(*number) : db::Value();
            };
            for (const auto& [column, member] : counted_columns) put(column, row.get<std::optional<std::int64_t>>(column));
            for (const auto& [column, member] : cost_columns) put(column, row.get<std::optional<std::int64_t>>(column));
            const auto& parts = came[record.id];
            for (const auto& column : term_columns())
                put(column.name, parts.contains(column.name) ? std::optional(parts.at(column.name)) : std::nullopt);
            found.push_back(std::move(record));
        }
        return found;
    }

    Activities& activities_;
    const Register declaration_;
};

/// Ends the transaction: nothing of it is kept.
struct NotCounted : std::exception {
    int line;
    explicit NotCounted(int of_row) : line(of_row) {}
};

class AttendanceTable final : public TableKind {
public:
    explicit AttendanceTable(Activities& activities) : store_(activities) {}

    std::string_view key() const override { return store_.declaration().key; }
    i18n::Text title() const override { return store_.declaration().names.many; }
    std::string_view path() const override { return store_.declaration().path; }
    http::Role change() const override { return store_.declaration().change; }
    base::Instant now() const override { return self().clock.now(); }
    Surroundings around(const http::Tenant& tenant, const i18n::Translator& words,
                        const http::Identity* identity) const override {
        auto around = surroundings_of(tenant, words, now());
        const auto& limit_of = self().neighbours.others.limit_of;
        if (identity && limit_of) around.units = limit_of(tenant.id, *identity);
        return around;
    }
    void write(const Surroundings& around, const http::Fields&, const Lines& lines) const override {
        write_lines(store_, around, [](const Record&) { return true; }, lines);
    }
    Plan plan(const tables::Table& table, const Surroundings& around, const Looking& looking) const override {
        return plan_import(store_, table, around, looking);
    }
    CarriedOut carry_out(const Plan& plan, const Surroundings& around, std::string_view actor, std::string_view,
                         Refused refused, Progress*) override {
        if (refused == Refused::stop && plan.count(PlannedRow::Kind::refused) > 0) return {};
        try {
            self().database.write(
                [&](db::Connection& connection) {
                    for (const auto& row : plan.rows)
                        if (row.kind == PlannedRow::Kind::changed) count(connection, row, around, actor);
                },
                db::Isolation::deciding);
            return {.is_done = true};
        } catch (const NotCounted& stopped) {
            return {.line = stopped.line};
        }
    }

private:
    Activities::Implementation& self() const { return Inside::of(store_.activities()); }

    void count(db::Connection& connection, const PlannedRow& row, const Surroundings& around, std::string_view actor) const {
        const auto before = store_.find(around, row.id);
        if (!before || register_::mark_of(store_.declaration(), *before) != row.mark) throw NotCounted(row.line);
        Problems problems;
        const auto record = read_fields(store_.declaration(), around, row.draft, *before, problems);
        if (!problems.empty()) throw NotCounted(row.line);
        const auto stands = self().counted_in(connection, around.municipality_id, row.id).value_or(Attendance{});
        const auto seen = base::Seen::mark(base::mark_of({row.id, std::to_string(before->version)}));
        const auto attendance = AttendanceStore::attendance_from(record, stands);
        if (self().count_in(connection, around, row.id, attendance, actor, seen) != Arranged::done) throw NotCounted(row.line);
    }

    const AttendanceStore store_;
};

}  // namespace

std::shared_ptr<register_::TableKind> attendance_table(Activities& activities) {
    return std::make_shared<AttendanceTable>(activities);
}

}  // namespace digilots::activities
