#include "platform/register/import.h"

#include <algorithm>
#include <exception>
#include <map>
#include <utility>

#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/import_columns.h"
#include "platform/register/planned_store.h"
#include "platform/tables/read_table.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::register_ {

namespace {

constexpr std::int64_t rows_at_once = 1000;
constexpr std::size_t written_between = 200;

constexpr i18n::Text already_here =
    TEXT("It is already here. Write its reference in the last column to change it; another of "
         "the same name is added by the form.");

/// Ends the transaction: nothing of it is kept.
struct NotAsPlanned : std::exception {
    int line;
    Refusal refusal;
    NotAsPlanned(int of_row, Refusal why) : line(of_row), refusal(std::move(why)) {}
};

/// Two rows that say the same are two records: each has a key of its own.
Draft keyed(const PlannedRow& row, std::string_view form_key) {
    Draft draft = row.draft;
    draft["is_another"] = {"1"};  // it was looked at in the table
    if (!form_key.empty())
        draft["form_key"] = {key_of_row(row, form_key)};
    return draft;
}

/// What was there when a table came in, where two of a name may be the same: somebody else may have taken in the same
/// table after the plan was made.
class There {
public:
    There(const Records& records, db::Connection& connection, const Surroundings& around, const Plan& plan)
        : declaration_(records.declaration()) {
        if (!declaration_.may_be_same || plan.count(PlannedRow::Kind::added) == 0) return;
        const auto all = records.statements().list({.with_ended = true}, around, most_there, 0);
        for (const auto row : connection.run(all.sql.statement(), all.values)) {
            auto record = record_of(declaration_, row);
            auto name = base::fold(record.text(declaration_.fields.front().name));
            named_.emplace(std::move(name), std::move(record));
        }
    }
    void check(const PlannedRow& row, const Record& added) const {
        const std::string field(declaration_.fields.front().name);
        const auto [first, last] = named_.equal_range(base::fold(added.text(field)));
        const bool is_there = std::any_of(first, last, [&](const auto& one) {
            return one.second.id != added.id && declaration_.may_be_same(added, one.second);
        });
        if (is_there) throw NotAsPlanned(row.line, Refusal{{{field, already_here}}});
    }

private:
    static constexpr std::int64_t most_there = 1'000'000;

    const Register& declaration_;
    std::multimap<std::string, Record> named_;
};

void do_row(Records& records, db::Connection& connection, const PlannedRow& row, const Surroundings& around,
            std::string_view actor, std::string_view form_key, const There& there) {
    if (row.kind == PlannedRow::Kind::added) {
        const auto added = records.add_in(connection, around, keyed(row, form_key), actor);
        if (!added) throw NotAsPlanned(row.line, added.error());
        there.check(row, *added);
    } else if (row.kind == PlannedRow::Kind::changed) {
        const auto changed =
            records.change_in(connection, around, row.id, row.draft, actor, base::Seen::mark(row.mark));
        if (!changed) throw NotAsPlanned(row.line, changed.error());
    }
}

/// The headings, then a line for each record.
class LineWriter {
public:
    LineWriter(const Register& declaration, const Surroundings& around,
               const std::function<void(const tables::Row&)>& lines)
        : columns_(seen_columns(declaration, around)), around_(around), lines_(lines) {
        tables::Row headings;
        for (const auto& [field, input, place] : columns_)
            headings.emplace_back(field ? field->type->table_heading(*field, input, around)
                                        : around.t(reference));
        lines_(headings);
    }
    void line(const Record& record) const {
        tables::Row row;
        for (const auto& [field, input, place] : columns_)
            row.push_back(field ? field->type->cell(*field, input, record, around_)
                                : tables::Cell(reference_text(record)));
        lines_(row);
    }

private:
    static std::vector<TableColumn> seen_columns(const Register& declaration, const Surroundings& around) {
        auto columns = all_columns(declaration);
        std::erase_if(columns, [&](const TableColumn& one) { return one.field && !one.field->is_seen(around); });
        return columns;
    }

    const std::vector<TableColumn> columns_;
    const Surroundings& around_;
    const std::function<void(const tables::Row&)>& lines_;
};

void each_record(const Records& records, const ListQuery& query, const Surroundings& around,
                 const std::function<void(const Record&)>& take) {
    if (records.declaration().size == Size::few) {
        for (const auto& record : records.all(around.municipality_id)) take(record);
        return;
    }
    std::string last;
    for (auto some = records.after(around, query, last, rows_at_once); !some.empty();
         some = records.after(around, query, last, rows_at_once)) {
        for (const auto& record : some) take(record);
        last = some.back().id;
        if (std::ssize(some) < rows_at_once) break;
    }
}

/// A register's own records.
class RegisterStore final : public PlannedStore {
public:
    explicit RegisterStore(const Records& records) : records_(records) {}

    const Register& declaration() const override { return records_.declaration(); }
    std::optional<Record> find(const Surroundings& around, std::string_view id) const override {
        return records_.find(around, id);
    }
    void each(const Surroundings& around, const std::function<void(const Record&)>& take) const override {
        each_record(records_, {}, around, take);
    }
    std::vector<Record> others(const Surroundings& around) const override {
        std::vector<Record> all;
        if (declaration().size == Size::few) all = records_.all(around.municipality_id);
        if (declaration().may_be_same) each(around, [&](const Record& record) { all.push_back(record); });
        return all;
    }
    void check(const Surroundings& around, const Record* before, const Record& after,
               Problems& problems) const override {
        records_.check_unit(around, before, after, problems);
        records_.check_same(around, before, after, problems);
    }
    std::string id_of_same(const Surroundings& around, const Field& field, const db::Value& value) const override {
        for (const auto& [name, sql] : records_.statements().same) {
            if (name != field.name) continue;
            const auto rows = records_.database().read([&](db::Connection& connection) {
                return connection.run(sql.statement(), {around.municipality_id, value, std::string()});
            });
            return rows.empty() ? "" : rows[0].text("id");
        }
        return "";
    }
    std::optional<base::Instant> sent_at(const Surroundings& around, const PlannedRow& row,
                                         std::string_view form_key) const override {
        const auto there = added_before(records_, around, keyed(row, form_key));
        if (!there) return std::nullopt;
        return base::parse_utc(there->created_at).value_or(base::Instant{});
    }

private:
    const Records& records_;
};

/// So that a table that comes for the first time is not asked about row by row.
bool has_added_any(const Records& records, const Surroundings& around, std::string_view form_key) {
    const auto beginning = base::beginning_of_ids(form_key);
    if (beginning.empty() || records.declaration().size == Size::few) return true;
    const auto next = records.after(around, {.with_ended = true}, beginning, 1);
    return !next.empty() && next.front().id.starts_with(beginning);
}

}  // namespace

std::string key_of_row(const PlannedRow& row, std::string_view form_key) {
    return base::id_from_form(form_key, "row " + std::to_string(row.number), base::Instant{});
}

void write_lines(const Records& records, const ListQuery& query, const Surroundings& around,
                 const std::function<void(const tables::Row&)>& lines) {
    const LineWriter writer(records.declaration(), around, lines);
    each_record(records, query, around, [&](const Record& record) { writer.line(record); });
}

void write_lines(const PlannedStore& store, const Surroundings& around,
                 const std::function<bool(const Record&)>& wanted, const std::function<void(const tables::Row&)>& lines) {
    const LineWriter writer(store.declaration(), around, lines);
    store.each(around, [&](const Record& record) {
        if (wanted(record)) writer.line(record);
    });
}

Plan plan_import(const Records& records, const tables::Table& table, const Surroundings& around,
                 const Looking& looking) {
    return plan_import(RegisterStore(records), table, around,
                       {looking.progress, has_added_any(records, around, looking.form_key) ? looking.form_key : ""});
}

Plan plan_import(const Records& records, std::string_view typed, const Surroundings& around) {
    const auto table = tables::read_typed_table(typed);
    if (table) return plan_import(records, *table, around);
    return {.fault = table.error().words(*around.words), .rows = {}};
}

std::string table_of_register(const Records& records, const ListQuery& query, const Surroundings& around) {
    tables::CsvWriter csv;
    write_lines(records, query, around, [&](const tables::Row& row) { csv.line(row); });
    return std::move(csv).take();
}

std::string sheet_of_register(const Records& records, const ListQuery& query, const Surroundings& around) {
    tables::XlsxWriter sheet(around.t(records.declaration().names.many));
    write_lines(records, query, around, [&](const tables::Row& row) { sheet.line(row); });
    return std::move(sheet).take();
}

CarriedOut carry_out(Records& records, const Plan& plan, const Surroundings& around, std::string_view actor,
                     std::string_view form_key, Refused refused, Progress* progress) {
    if (refused == Refused::stop && plan.count(PlannedRow::Kind::refused) > 0) return {};
    try {
        records.database().write(
            [&](db::Connection& connection) {
                const There there(records, connection, around, plan);
                for (std::size_t i = 0; i < plan.rows.size(); ++i) {
                    do_row(records, connection, plan.rows[i], around, actor, form_key, there);
                    if (progress && (i + 1) % written_between == 0)
                        progress->at(Progress::Doing::writing, i + 1, plan.rows.size());
                }
            },
            db::Isolation::deciding);
        return {.is_done = true};
    } catch (const NotAsPlanned& stopped) {
        CarriedOut out{.line = stopped.line};
        for (const auto& problem : stopped.refusal.problems)
            out.why.push_back(
                {heading_of(records.declaration(), problem.input, around), problem.words(*around.words)});
        return out;
    }
}

}  // namespace digilots::register_
