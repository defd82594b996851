#pragma once
// A register as a table, out and in. What goes out and comes in again changes nothing.
#include <string>
#include <string_view>
#include <vector>

#include "platform/register/records.h"

namespace digilots::register_ {

/// CSV: a column for each input, headed in the reader's language, and last the reference by which a row finds
/// its record.
std::string table_of_register(const Records& records, const ListQuery& query, const Surroundings& around);
/// The same as XLSX.
std::string sheet_of_register(const Records& records, const ListQuery& query, const Surroundings& around);

struct RefusedCell {
    std::string column, message;
};
struct PlannedRow {
    enum class Kind { added, changed, same, refused };
    int line = 0;  // of the file
    Kind kind = Kind::refused;
    std::string id, mark;  // of what stands
    std::string name;
    Draft draft = {};
    std::vector<std::string> changes = {};  // titles of what would change
    std::vector<RefusedCell> refused = {};
};
/// What a table would do. Nothing is written.
struct Plan {
    std::string fault;  // why none of it can be read, in the reader's words
    std::vector<PlannedRow> rows;

    std::size_t count(PlannedRow::Kind kind) const;
    /// The same as long as the same would be done.
    std::string mark() const;
};
Plan plan_import(const Records& records, std::string_view table, const Surroundings& around);

/// All of it or nothing. False where it is not as planned any more: plan anew. With the same form key each new
/// row is added once, however often the plan is sent.
bool carry_out(Records& records, const Plan& plan, const Surroundings& around, std::string_view actor,
               std::string_view form_key = "");

}  // namespace digilots::register_
