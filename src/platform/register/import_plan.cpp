#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/register/import.h"
#include "platform/register/doubts.h"
#include "platform/register/free_text.h"
#include "platform/register/import_columns.h"
#include "platform/register/planned_store.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t told_every = 200, longest_name_told = 80, longest_value_told = 60,
                      longest_change_told = 200;

/// As much of it as a person takes in beside others, in one line.
std::string as_told(std::string_view value, std::size_t most = longest_value_told) {
    auto words = base::clean(value.substr(0, 8 * most));
    std::ranges::replace(words, '\n', ' ');
    return base::length(words) <= most ? words : base::cut(words, most - 1) + "…";
}

std::vector<Surroundings> in_languages(const Surroundings& around, const std::vector<const i18n::Translator*>& languages) {
    std::vector<Surroundings> all(languages.size(), around);
    for (std::size_t at = 0; at < languages.size(); ++at) all[at].words = languages[at];
    return all;
}

/// "?" begins what is no choice (choice_of_cell), in a cell of several lines each of them.
bool is_understood(const std::vector<std::string>& values) {
    return std::ranges::none_of(values, [](const std::string& value) {
        return value.starts_with('?') || value.find("\n?") != value.npos;
    });
}

std::string mark_of_draft(const Draft& draft) {
    std::vector<std::string> parts;
    for (const auto& [input, values] : draft) {
        parts.push_back(input);
        parts.insert(parts.end(), values.begin(), values.end());
    }
    return base::mark_of(parts).substr(0, 12);
}

class Planner {
public:
    Planner(const PlannedStore& store, const std::vector<std::string>& headings, const Surroundings& around,
            ReadColumns read, std::string_view form_key)
        : store_(store),
          headings_(headings),
          around_(around),
          written_(in_languages(around, read.words)),
          columns_(std::move(read.columns)),
          form_key_(form_key) {
        if (declaration().size == Size::few) standing_ = store.others(around);
    }

    PlannedRow row(const tables::TableRow& given) {
        auto [id, version] = reference_in(given.cells);
        PlannedRow planned{.line = static_cast<int>(given.number), .id = std::move(id), .mark = "", .name = ""};
        auto before = find(planned);
        cells_ = &given.cells;
        if (planned.id.empty()) before = find_said(given.cells, planned);
        if (before) planned.draft = draft_of(declaration(), *before, around_);
        take(given.cells, planned.draft);
        Problems problems;
        Record after =
            read_fields(declaration(), around_, planned.draft, before.value_or(Record{}), problems);
        planned.name = base::cut(name(after), longest_name_told);
        refuse_cells(given, planned);
        // A row that names a record is about that one, whatever else it says.
        if (!before && planned.id.empty()) find_sent(planned);
        if (!planned.is_there) check(before ? &*before : nullptr, after, problems);
        for (const auto& problem : problems) refuse(problem.input, problem.words(*around_.words), planned);
        if (before) compare(*before, after, planned);
        decide(planned, before.has_value());
        planned.is_stale = planned.kind == PlannedRow::Kind::changed && version && *version != before->version;
        if (planned.kind == PlannedRow::Kind::added || planned.kind == PlannedRow::Kind::changed)
            planned.doubts = doubts_about(declaration(), around_, before ? &*before : nullptr, after);
        if (planned.kind == PlannedRow::Kind::added) offer(after, planned);
        if (planned.kind != PlannedRow::Kind::refused && !planned.is_there) stand(std::move(after));
        return planned;
    }
    /// Of the first row that was added before.
    std::optional<base::Instant> taken_in() const { return taken_in_; }

private:
    const Register& declaration() const { return store_.declaration(); }

    Reference reference_in(const std::vector<std::string>& cells) const {
        for (const auto& column : columns_)
            if (!column.field && column.place < cells.size()) return read_reference(cells[column.place]);
        return {};
    }

    /// The record that the row is about; refused where there is none, or another row is about it.
    std::optional<Record> find(PlannedRow& planned) {
        if (planned.id.empty()) return std::nullopt;
        auto before = store_.find(around_, planned.id);
        const auto refuse_reference = [&](i18n::Text why) {
            refuse_at(reference_place(), around_.t(why), planned);
        };
        if (!before) {
            refuse_reference(TEXT("There is no record with this reference. Leave it empty for a new one."));
        } else if (!references_.insert(planned.id).second) {
            refuse_reference(TEXT("Another row above has this reference."));
        }
        return before;
    }

    /// What the row says by itself which record it is about: what no two say alike is made of its cells.
    std::optional<Record> find_said(const std::vector<std::string>& cells, PlannedRow& planned) {
        Record said;
        for (const auto& field : declaration().fields) {
            if (!field.is_unique || !field.type->cells(field).empty()) continue;
            if (said.columns.empty()) {
                Problems ignored;
                Draft draft;
                take(cells, draft);
                said = read_fields(declaration(), around_, draft, {}, ignored);
            }
            if (said.is_unknown(field.name)) continue;
            planned.id = store_.id_of_same(around_, field, said.columns.at(std::string(field.name)));
            if (!planned.id.empty()) return find(planned);
            if (!said_alike_.insert(said.text(field.name)).second) refuse_at(0, around_.t(field.wrong_text), planned);
        }
        return std::nullopt;
    }

    /// What the file does not have stays as it is; a row that ends early has empty cells.
    void take(const std::vector<std::string>& cells, Draft& draft) const {
        for (const auto& [field, input, place] : columns_) {
            if (!field) continue;
            const std::string_view cell = place < cells.size() ? std::string_view(cells[place]) : "";
            draft[field->type->cells(*field)[input]] = read_cell(*field, input, cell);
        }
    }

    /// In the table's language, else in another that has the word.
    std::vector<std::string> read_cell(const Field& field, std::size_t input, std::string_view cell) const {
        auto values = field.type->from_cell(field, input, cell, written_.front());
        for (auto other = written_.begin() + 1; other != written_.end() && !is_understood(values); ++other)
            if (auto read = field.type->from_cell(field, input, cell, *other); is_understood(read)) values = std::move(read);
        return values;
    }

    void refuse_cells(const tables::TableRow& given, PlannedRow& planned) const {
        if (given.cells.size() > headings_.size())
            refuse_at(headings_.size(), around_.t(TEXT("The row has more cells than the first line has.")),
                      planned);
        for (const auto& fault : given.faults)
            refuse_at(fault.column, around_.t(tables::text_of(fault.fault)), planned);
    }

    void check(const Record* before, const Record& after, Problems& problems) {
        const bool is_another = !before || std::ranges::any_of(declaration().fields, [&](const Field& field) {
            return is_changed(field, *before, after);
        });
        // What changes nothing breaks no rule: a closed record that comes back as it went out stays as it is.
        if (is_another && declaration().rules) declaration().rules({after, others_of(after.id), around_}, problems);
        check_unique(after, problems);
        if (!is_another) return;
        store_.check(around_, before, after, problems);
        check_free_texts(declaration(), before, after, problems);
        if (!before) check_name(after, problems);
        if (!before && declaration().size == Size::few && standing_.size() >= declaration().at_most)
            problems.push_back({std::string(declaration().fields.front().name), declaration().words.full});
    }

    /// What the same key has added: not once more, and nothing to be said against it.
    void find_sent(PlannedRow& planned) {
        planned.number = ++said_[mark_of_draft(planned.draft)];
        const auto sent = form_key_.empty() ? std::nullopt : store_.sent_at(around_, planned, form_key_);
        planned.is_there = sent.has_value();
        if (sent) taken_in_ = std::min(*sent, taken_in_.value_or(*sent));
    }

    /// What no two rows may say alike.
    void check_unique(const Record& after, Problems& problems) {
        for (const auto& field : declaration().fields) {
            const std::string name(field.name);
            if (!field.is_unique || field.type->inputs(field).empty() || after.is_unknown(name)) continue;
            if (!seen_.emplace(name, after.as_text(name)).second)
                problems.push_back({name, field.wrong_text});
        }
    }

    /// A table that comes in twice would make everything twice.
    void check_name(const Record& added, Problems& problems) {
        if (!declaration().may_be_same) return;
        const std::string field(declaration().fields.front().name);
        if (!are_named_) name_all(field);
        const auto [first, last] = named_.equal_range(base::fold(added.text(field)));
        if (std::any_of(first, last,
                        [&](const auto& one) { return declaration().may_be_same(added, one.second); }))
            problems.push_back(
                {field,
                 TEXT("It is already here. Write its reference in the last column to change it; another of "
                      "the same name is added by the form.")});
    }
    void name_all(const std::string& field) {
        are_named_ = true;
        for (auto& one : store_.others(around_)) {
            auto name = base::fold(one.text(field));
            named_.emplace(std::move(name), std::move(one));
        }
    }

    std::vector<Record> others_of(std::string_view id) const {
        auto others = standing_;
        if (!id.empty()) std::erase_if(others, [&](const Record& other) { return other.id == id; });
        return others;
    }

    /// Of few: as they would stand after this row.
    void stand(Record after) {
        if (declaration().size != Size::few) return;
        const auto same = std::ranges::find(standing_, after.id, &Record::id);
        if (!after.id.empty() && same != standing_.end()) {
            *same = std::move(after);
            return;
        }
        if (declaration().new_id) after.id = declaration().new_id(after, standing_);
        after.position = std::ssize(standing_);
        standing_.push_back(std::move(after));
    }

    /// Rows below may stand below it.
    void offer(const Record& added, const PlannedRow& planned) {
        const auto& tree = declaration().tree;
        if (!tree.place) return;
        const auto above = places_.find(added.text(tree.parent));
        const auto place = tree.place(around_, added, above == places_.end() ? nullptr : &above->second);
        const auto& type = *declaration().find(tree.parent)->type;
        for (const auto& one : written_)
            type.offer(one, {.key = key_of_added(planned), .label = place.label, .typed = place.code});
        places_[key_of_added(planned)] = place;
    }

    std::size_t reference_place() const {
        const auto column = std::ranges::find_if(columns_, [](const TableColumn& one) { return !one.field; });
        return column == columns_.end() ? 0 : column->place;
    }

    void refuse(std::string_view input, std::string message, PlannedRow& planned) const {
        const auto* column = column_of(columns_, input);
        if (column) return refuse_at(column->place, std::move(message), planned);
        planned.refused.push_back({heading_of(declaration(), input, around_), std::move(message)});
    }
    /// By the heading that the file itself has.
    void refuse_at(std::size_t place, std::string message, PlannedRow& planned) const {
        const auto heading =
            place < headings_.size() ? base::cut(base::clean(headings_[place]), longest_name_told) : "";
        const auto letter = tables::column_letters(place);
        // One reason a cell: the first says what to do.
        if (std::ranges::find(planned.refused, letter, &RefusedCell::letter) != planned.refused.end()) return;
        const auto value = cells_ && place < cells_->size() ? as_told((*cells_)[place]) : "";
        planned.refused.push_back({heading, std::move(message), letter, value});
    }

    std::string name(const Record& record) const {
        const auto& field = declaration().fields.front();
        const auto shown = field.type->show(field, record, around_);
        return shown.lines.empty() ? "" : shown.lines.front();
    }

    void compare(const Record& before, const Record& after, PlannedRow& planned) const {
        planned.mark = mark_of(declaration(), before);
        for (const auto& field : declaration().fields)
            if (is_changed(field, before, after))
                planned.changes.push_back(change_of(field, before, after));
    }
    /// Of what is several lines, such as a week's hours, only those that are not the same.
    PlannedChange change_of(const Field& field, const Record& before, const Record& after) const {
        const auto lines_before = field.type->show(field, before, around_).lines;
        const auto lines_after = field.type->show(field, after, around_).lines;
        const auto without = [](std::vector<std::string> lines, const std::vector<std::string>& others) {
            std::erase_if(lines, [&](const std::string& line) { return base::holds(others, line); });
            return lines;
        };
        const auto gone = without(lines_before, lines_after), come = without(lines_after, lines_before);
        const bool is_order_alone = gone.empty() && come.empty();
        return {around_.t(field.title), as_told(base::joined(is_order_alone ? lines_before : gone, ", "), longest_change_told),
                as_told(base::joined(is_order_alone ? lines_after : come, ", "), longest_change_told)};
    }

    static void decide(PlannedRow& planned, bool stands) {
        using enum PlannedRow::Kind;
        if (!planned.refused.empty()) {
            planned.kind = refused;
        } else if (stands) {
            planned.kind = planned.changes.empty() ? same : changed;
        } else if (planned.is_there) {
            planned.kind = same;
        } else {
            planned.kind = added;
        }
    }

    const PlannedStore& store_;
    const std::vector<std::string>& headings_;
    const Surroundings& around_;
    const std::vector<Surroundings> written_;  // the table's language first
    const std::vector<TableColumn> columns_;
    const std::string_view form_key_;
    std::set<std::pair<std::string, std::string>> seen_;  // unique fields with what rows say there
    std::set<std::string, std::less<>> references_, said_alike_;
    std::vector<Record> standing_;
    std::multimap<std::string, Record, std::less<>> named_;
    std::map<std::string, int> said_;  // how many rows so far say that
    std::map<std::string, Tree::Place, std::less<>> places_;  // of rows that add, by key_of_added()
    std::optional<base::Instant> taken_in_;
    bool are_named_ = false;
    const std::vector<std::string>* cells_ = nullptr;  // of the row that is looked at
};

std::string too_many(const Surroundings& around) {
    return around.words->t(TEXT("The table is too large. Take in at most {n} rows at a time."),
                           {{"n", around.words->number(static_cast<double>(most_rows_of_a_table))}});
}

/// Of what would be done, not of how it is said.
std::string mark_of_row(const PlannedRow& row) {
    // What the form has added by now is as it was seen: sent twice it is done.
    const auto kind = row.is_there && row.kind == PlannedRow::Kind::same ? PlannedRow::Kind::added : row.kind;
    return base::mark_of({std::to_string(static_cast<int>(kind)), row.id, row.mark, mark_of_draft(row.draft)}).substr(0, 12);
}

std::map<int, std::string_view> rows_in(std::string_view marks) {
    std::map<int, std::string_view> rows;
    for (const auto word : base::split(marks, ' '))
        if (const auto colon = word.find(':'); colon != std::string_view::npos)
            rows[base::whole_number_up_to(word.substr(0, colon), 0, 1 << 24).value_or(0)] =
                word.substr(colon + 1);
    return rows;
}

}  // namespace

std::string Plan::marks() const {
    std::string marks;
    for (const auto& row : rows)
        marks += (marks.empty() ? "" : " ") + std::to_string(row.line) + ":" + mark_of_row(row);
    return marks;
}

std::vector<int> Plan::differing_from(std::string_view marks) const {
    std::vector<int> lines;
    const auto seen = rows_in(marks);
    for (const auto& row : rows) {
        const auto before = seen.find(row.line);
        if (before == seen.end() || before->second != mark_of_row(row)) lines.push_back(row.line);
    }
    return lines;
}

Plan plan_import(const PlannedStore& store, const tables::Table& table, const Surroundings& around,
                 const Looking& looking) {
    Plan plan;
    if (table.rows.empty()) {
        plan.fault = around.t(TEXT("The table is empty."));
        return plan;
    }
    if (table.rows.size() > most_rows_of_a_table + 1) {
        plan.fault = too_many(around);
        return plan;
    }
    auto read = columns_of(store.declaration(), table.rows.front().cells, around);
    plan.fault = read.fault;
    if (!plan.fault.empty()) return plan;
    Planner planner(store, table.rows.front().cells, around, std::move(read), looking.form_key);
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        plan.rows.push_back(planner.row(table.rows[i]));
        if (looking.progress && i % told_every == 0)
            looking.progress->at(Progress::Doing::looking, i, table.rows.size() - 1);
    }
    plan.taken_in = planner.taken_in();
    return plan;
}

}  // namespace digilots::register_
