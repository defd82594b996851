#pragma once
// What a table is held against: records with the questions of a declaration, wherever they are kept. For
// kinds of tables that are no register (table_kind.h).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/register/import.h"

namespace digilots::register_ {

class PlannedStore {
public:
    virtual ~PlannedStore() = default;
    /// Its fields are the columns of the table; its key and table need not be a register's.
    virtual const Register& declaration() const = 0;
    virtual std::optional<Record> find(const Surroundings& around, std::string_view id) const = 0;
    /// All of a municipality, `lines` row by row in an order that stays.
    virtual void each(const Surroundings& around, const std::function<void(const Record&)>& record) const = 0;
    /// Those that may be the same as a new one (Register::may_be_same), and all of a register of few; else
    /// nothing.
    virtual std::vector<Record> others(const Surroundings& around) const = 0;
    /// What is wrong with a row beside its cells and the declaration's rules; `before` is nullptr where it is
    /// new.
    virtual void check(const Surroundings& around, const Record* before, const Record& after,
                       Problems& problems) const = 0;
    /// The record that holds this value of a unique field which no table has as a column: a row without a reference that says
    /// so is about that one. "" where there is none.
    virtual std::string id_of_same(const Surroundings&, const Field&, const db::Value&) const { return ""; }
    /// When the form or table with this key added the row; nothing where it has not.
    virtual std::optional<base::Instant> sent_at(const Surroundings&, const PlannedRow&, std::string_view) const {
        return std::nullopt;
    }
};

/// The id that what is in the draft gets, with its "form_key".
std::string id_of_draft(const Records& records, const Surroundings& around, const Draft& draft);
/// What a draft with a form key has added before: Records::add() would give it.
std::optional<Record> added_before(const Records& records, const Surroundings& around, const Draft& draft);

/// What the key of a form or table makes of a row: rows that say the same are as many records as there are rows.
std::string key_of_row(const PlannedRow& row, std::string_view form_key);

/// How rows below name what a row adds, until it is there (Register::tree).
inline std::string key_of_added(const PlannedRow& row) { return "row:" + std::to_string(row.line); }

/// Of all in it, for noticing that somebody else changed it (base::Seen).
std::string mark_of(const Register& declaration, const Record& record);
/// As a form shows it.
Draft draft_of(const Register& declaration, const Record& record, const Surroundings& around);
/// What was typed, into what stood before; what is asked for is there.
Record read_fields(const Register& declaration, const Surroundings& around, const Draft& draft,
                   const Record& before, Problems& problems);

Plan plan_import(const PlannedStore& store, const tables::Table& table, const Surroundings& around,
                 const Looking& looking);
/// The headings and then each record that is `wanted`.
void write_lines(const PlannedStore& store, const Surroundings& around,
                 const std::function<bool(const Record&)>& wanted, const std::function<void(const tables::Row&)>& lines);

}  // namespace digilots::register_
