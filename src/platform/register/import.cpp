#include "platform/register/import.h"

#include <algorithm>
#include <exception>
#include <set>
#include <utility>

#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/tables/csv_reader.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t most_rows = 2000, most_bytes = 300'000, longest_heading = 400;
constexpr std::int64_t rows_at_once = 1000;
constexpr const char* spoken[] = {"sv", "nb", "en"};

struct TableColumn {
    const Field* field = nullptr;  // nullptr: the reference
    std::size_t input = 0;
};

constexpr i18n::Text reference = TEXT("Reference (leave as it is)");

/// In any language that a table may have been made in.
bool is_heading(std::string_view given, const Field* field, std::size_t input, const Surroundings& around) {
    return std::ranges::any_of(spoken, [&](const char* language) {
        Surroundings other = around;
        other.words = &i18n::translator(language);
        const auto heading = field ? field->type->table_heading(*field, input, other) : other.t(reference);
        return base::lower(heading) == base::lower(given);
    });
}

std::vector<TableColumn> all_columns(const Register& declaration) {
    std::vector<TableColumn> columns;
    for (const auto& field : declaration.fields)
        for (std::size_t input = 0; input < field.type->cells(field).size(); ++input)
            columns.push_back({&field, input});
    columns.push_back({});
    return columns;
}

/// The columns of the table; a fault where one is nobody's.
std::vector<TableColumn> columns_of(const Register& declaration, const std::vector<std::string>& headings,
                                    const Surroundings& around, std::string& fault) {
    std::vector<TableColumn> found;
    const auto known = all_columns(declaration);
    for (const auto& heading : headings) {
        const auto text = base::clean(std::string_view(heading).substr(0, longest_heading));
        const auto column = std::ranges::find_if(
            known, [&](const TableColumn& one) { return is_heading(text, one.field, one.input, around); });
        if (column == known.end()) {
            fault =
                around.words->t(TEXT("No column here is called “{name}”. The first line names the columns."),
                                {{"name", base::cut(text, 60)}});
            return {};
        }
        const auto is_same = [&](const TableColumn& one) {
            return one.field == column->field && one.input == column->input;
        };
        if (std::ranges::any_of(found, is_same)) {
            fault = around.words->t(TEXT("Two columns are called “{name}”. Take one of them away."),
                                    {{"name", base::cut(text, 60)}});
            return {};
        }
        found.push_back(*column);
    }
    return found;
}

std::string heading_of(const Register& declaration, std::string_view input_name, const Surroundings& around) {
    for (const auto& field : declaration.fields) {
        const auto cells = field.type->cells(field);
        const auto cell = std::ranges::find(cells, input_name);
        if (cell != cells.end())
            return field.type->table_heading(field, static_cast<std::size_t>(cell - cells.begin()), around);
        if (input_name == choices_id(field)) return field.type->table_heading(field, 0, around);
    }
    return "";
}

class Planner {
public:
    Planner(const Records& records, const Surroundings& around, std::vector<TableColumn> columns)
        : records_(records), around_(around), columns_(std::move(columns)) {}

    PlannedRow row(int line, const std::vector<std::string>& cells) {
        PlannedRow planned{.line = line, .id = reference_in(cells), .mark = "", .name = ""};
        const auto before =
            planned.id.empty() ? std::nullopt : records_.find(around_.municipality_id, planned.id);
        if (before) planned.draft = records_.draft_of(*before, around_);
        take(cells, planned.draft);
        Problems problems;
        const Record after = records_.read(around_, planned.draft, before.value_or(Record{}), problems);
        planned.name = base::cut(name(after), 80);
        if (!planned.id.empty() && !before)
            planned.refused.push_back(
                {around_.t(reference),
                 around_.t(TEXT("There is no record with this reference. Leave it empty for a new one."))});
        if (cells.size() > columns_.size())
            planned.refused.push_back(
                {"", around_.t(TEXT("The row has more cells than the first line has."))});
        if (records_.declaration().rules && records_.declaration().size == Size::many)
            records_.declaration().rules({after, {}, around_}, problems);
        const bool is_another = !before || std::ranges::any_of(records_.declaration().fields, [&](const Field& field) {
            return is_changed(field, *before, after);
        });
        check_unique(after, problems);
        if (is_another) records_.check_unit(around_, before ? &*before : nullptr, after, problems);
        for (const auto& problem : problems)
            planned.refused.push_back(
                {heading_of(records_.declaration(), problem.input, around_), problem.words(*around_.words)});
        if (before) compare(*before, after, planned);
        if (!planned.refused.empty()) {
            planned.kind = PlannedRow::Kind::refused;
        } else if (before) {
            planned.kind = planned.changes.empty() ? PlannedRow::Kind::same : PlannedRow::Kind::changed;
        } else {
            planned.kind = PlannedRow::Kind::added;
        }
        return planned;
    }

private:
    std::string reference_in(const std::vector<std::string>& cells) const {
        for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i)
            if (!columns_[i].field) return base::clean(cells[i]);
        return "";
    }

    void take(const std::vector<std::string>& cells, Draft& draft) const {
        for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
            const auto& [field, input] = columns_[i];
            if (field)
                draft[field->type->cells(*field)[input]] =
                    field->type->from_cell(*field, input, cells[i], around_);
        }
    }

    /// What no two rows may say alike.
    void check_unique(const Record& after, Problems& problems) {
        for (const auto& field : records_.declaration().fields) {
            const std::string name(field.name);
            if (!field.is_unique || field.type->inputs(field).empty() || after.is_unknown(name)) continue;
            if (!seen_.emplace(name, after.as_text(name)).second) problems.push_back({name, field.wrong_text});
        }
    }

    std::string name(const Record& record) const {
        const auto& field = records_.declaration().fields.front();
        const auto shown = field.type->show(field, record, around_);
        return shown.lines.empty() ? "" : shown.lines.front();
    }

    void compare(const Record& before, const Record& after, PlannedRow& planned) const {
        planned.mark = records_.mark_of(before);
        for (const auto& field : records_.declaration().fields) {
            if (is_changed(field, before, after))
                planned.changes.push_back(around_.t(field.title));
        }
    }

    const Records& records_;
    const Surroundings& around_;
    std::vector<TableColumn> columns_;
    std::set<std::pair<std::string, std::string>> seen_;  // unique fields with what rows say there
};

/// Ends the transaction: nothing of it is kept.
struct NotAsPlanned : std::exception {};

/// Two rows that say the same are two records: each has a key of its own.
Draft keyed(const PlannedRow& row, std::string_view form_key, base::Instant now) {
    Draft draft = row.draft;
    draft["is_another"] = {"1"};  // it was looked at in the table
    if (!form_key.empty())
        draft["form_key"] = {base::id_from_form(form_key, "row " + std::to_string(row.line), now)};
    return draft;
}

void do_row(Records& records, db::Connection& connection, const PlannedRow& row, const Surroundings& around,
            std::string_view actor, std::string_view form_key) {
    if (row.kind == PlannedRow::Kind::added &&
        !records.add_in(connection, around, keyed(row, form_key, records.now()), actor))
        throw NotAsPlanned();
    if (row.kind == PlannedRow::Kind::changed &&
        !records.change_in(connection, around, row.id, row.draft, actor, base::Seen::mark(row.mark)))
        throw NotAsPlanned();
}

/// To a writer of any kind of table.
template <class Writer>
void write_table(const Records& records, const ListQuery& query, const Surroundings& around, Writer& writer) {
    const auto columns = all_columns(records.declaration());
    tables::Row headings;
    for (const auto& [field, input] : columns)
        headings.emplace_back(field ? field->type->table_heading(*field, input, around)
                                    : around.t(reference));
    writer.line(headings);
    std::string last;
    for (auto some = records.after(around, query, last, rows_at_once); !some.empty();
         some = records.after(around, query, last, rows_at_once)) {
        for (const auto& record : some) {
            tables::Row row;
            for (const auto& [field, input] : columns)
                row.push_back(field ? field->type->cell(*field, input, record, around)
                                    : tables::Cell(record.id));
            writer.line(row);
        }
        last = some.back().id;
        if (std::ssize(some) < rows_at_once) break;
    }
}

}  // namespace

std::string table_of_register(const Records& records, const ListQuery& query, const Surroundings& around) {
    tables::CsvWriter csv;
    write_table(records, query, around, csv);
    return std::move(csv).take();
}

std::string sheet_of_register(const Records& records, const ListQuery& query, const Surroundings& around) {
    tables::XlsxWriter sheet(around.t(records.declaration().names.many));
    write_table(records, query, around, sheet);
    return std::move(sheet).take();
}

std::size_t Plan::count(PlannedRow::Kind kind) const {
    return static_cast<std::size_t>(std::ranges::count(rows, kind, &PlannedRow::kind));
}

std::string Plan::mark() const {
    std::vector<std::string> parts;
    for (const auto& row : rows) {
        parts.push_back(std::to_string(row.line) + " " + std::to_string(static_cast<int>(row.kind)) + " " +
                        row.id + " " + row.mark);
        for (const auto& [input, values] : row.draft) {
            parts.push_back(input);
            parts.insert(parts.end(), values.begin(), values.end());
        }
    }
    return base::mark_of(parts);
}

Plan plan_import(const Records& records, std::string_view table, const Surroundings& around) {
    Plan plan;
    if (table.size() > most_bytes) {
        plan.fault = around.t(TEXT("The table is too large. Take in at most 2 000 rows at a time."));
        return plan;
    }
    tables::CsvReader reader(table);
    const auto headings = reader.next();
    if (!headings) {
        plan.fault = around.t(TEXT("The table is empty."));
        return plan;
    }
    auto columns = columns_of(records.declaration(), *headings, around, plan.fault);
    if (!plan.fault.empty()) return plan;
    Planner planner(records, around, std::move(columns));
    while (const auto cells = reader.next()) {
        plan.rows.push_back(planner.row(reader.line(), *cells));
        if (plan.rows.size() <= most_rows) continue;
        plan.fault = around.t(TEXT("The table is too large. Take in at most 2 000 rows at a time."));
        plan.rows.clear();
        return plan;
    }
    if (reader.is_cut_off())
        plan.fault = around.t(TEXT("The table ends in the middle of a cell. Save it anew."));
    return plan;
}

bool carry_out(Records& records, const Plan& plan, const Surroundings& around, std::string_view actor,
               std::string_view form_key) {
    try {
        records.database().write(
            [&](db::Connection& connection) {
                for (const auto& row : plan.rows) do_row(records, connection, row, around, actor, form_key);
            },
            db::Isolation::deciding);
        return true;
    } catch (const NotAsPlanned&) {
        return false;
    }
}

}  // namespace digilots::register_
