#pragma once
// A register as a table, out and in. What goes out and comes in again changes nothing.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/register/records.h"
#include "platform/tables/table.h"

namespace digilots::register_ {

/// CSV: a column for each input, headed in the reader's language, and last the reference by which a row finds
/// its record.
std::string table_of_register(const Records& records, const ListQuery& query, const Surroundings& around);
/// The same as XLSX.
std::string sheet_of_register(const Records& records, const ListQuery& query, const Surroundings& around);

/// Row by row, the headings first.
void write_lines(const Records& records, const ListQuery& query, const Surroundings& around,
                 const std::function<void(const tables::Row&)>& lines);

/// `column` is the heading, `letter` where it stands in the file ("C", "" where the file has no such column), `value` what
/// stands there, cut where it is long.
struct RefusedCell {
    std::string column, message, letter = "", value = "";
};
/// A question that would be answered anew, in the reader's words; long answers are cut, "" is none.
struct PlannedChange {
    std::string field, before, after;
    bool operator==(const PlannedChange&) const = default;
};
/// "Phone: 060-1 → 060-2"
std::string text_of(const PlannedChange& change, const i18n::Translator& words);
struct PlannedRow {
    enum class Kind { added, changed, same, refused };
    int line = 0;  // of the file, as a spreadsheet counts its rows
    Kind kind = Kind::refused;
    std::string id, mark;  // of what stands
    std::string name;
    Draft draft = {};
    std::vector<PlannedChange> changes = {};
    std::vector<RefusedCell> refused = {};
    std::vector<std::string> doubts = {};   // it can be taken in; what to look at first
    int number = 1;         // 2: another row above says the same
    bool is_stale = false;  // changed, though somebody else has changed it since the table went out
    bool is_there = false;  // new, but the same key has added it before: `same`
};
/// What a table would do. Nothing is written.
struct Plan {
    std::string fault;  // why none of it can be read, in the reader's words
    std::vector<PlannedRow> rows;
    std::optional<base::Instant> taken_in = {};  // when the first of those that are there was added

    std::size_t count_there() const;  // rows without a reference that are there already, from this key
    std::size_t count(PlannedRow::Kind kind) const;
    /// The same as long as the same would be done: a short mark for each row ("17:3f2a 18:…"), for the form
    /// that says it is to be done.
    std::string marks() const;
    /// The rows of which something else would be done than what `marks` says.
    std::vector<int> differing_from(std::string_view marks) const;
    const PlannedRow* row(int line) const;
};

/// How far a long one is; told now and then.
class Progress {
public:
    enum class Doing { looking, writing };
    virtual ~Progress() = default;
    virtual void at(Doing doing, std::size_t row, std::size_t of) = 0;
};

/// More rows are refused as a whole.
inline constexpr std::size_t most_rows_of_a_table = 50'000;

struct Looking {
    Progress* progress = nullptr;
    /// Of the form that is to do it, or of the table (TableKind::key_of): rows that it has added before are there.
    std::string_view form_key = "";
};

/// Headings and what is chosen may be written in any language that a table goes out in. Every row is held
/// against what stands and against the rows above it.
Plan plan_import(const Records& records, const tables::Table& table, const Surroundings& around,
                 const Looking& looking = {});
/// The same of rows as somebody typed them.
Plan plan_import(const Records& records, std::string_view typed, const Surroundings& around);

/// Rows that cannot be taken in: nothing is written because of them, or all others are.
enum class Refused { stop, skip };
/// For somebody that no letter reaches, such as an invitation.
struct ToHandOut {
    std::string to;    // an e-mail address
    std::string path;  // below the address of the site: "/sv/login/link/TOKEN"
};
/// What came of it. Not done: the row that is not as planned any more, and why (nothing where somebody else
/// has saved meanwhile).
struct CarriedOut {
    bool is_done = false;
    int line = 0;
    std::vector<RefusedCell> why = {};
    std::vector<ToHandOut> to_hand_out = {};  // said this once to whoever did it; mostly nothing
    explicit operator bool() const { return is_done; }
};
/// All of it or nothing, in one transaction. Where it is not as planned any more: plan anew. With the same
/// form key each new row is added once, however often the plan is sent.
CarriedOut carry_out(Records& records, const Plan& plan, const Surroundings& around, std::string_view actor,
                     std::string_view form_key = "", Refused refused = Refused::stop,
                     Progress* progress = nullptr);

}  // namespace digilots::register_
