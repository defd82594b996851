#pragma once
// A calendar year of released tables, as it is stored and as it is decided: by the names of places, months and terms. No SQL.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "inquiries/inquiries.h"
#include "platform/suppression/release.h"

namespace digilots::releases {

/// By counted table ("topic"), by term; "" not stated. The table "total" has the term "*".
using Counts = std::map<std::string, std::map<std::string, std::int64_t>>;
/// By municipality and place; place "" not stated.
using PlaceCounts = std::map<std::pair<std::string, std::string>, Counts>;

inline constexpr const char* whole = "*";          // the term that is all of them; of another table: nothing of it is told
/// Among the tables of a year: each is decided by itself (docs/decisions/0110). Years without it are decided as one.
inline constexpr const char* by_line = "by_line";
inline constexpr int months_of_a_year = 12, quarters_of_a_year = 4, months_of_a_quarter = 3;
inline constexpr int node_of_the_year = 16;         // after its months and quarters
inline constexpr int usual_width = 3;               // as many numbers beside its own can a hidden cell be

/// total, topic, together, body … as they are read: each of the same inquiries.
const std::vector<std::string>& table_keys();
/// These and how a year that begins now is decided.
std::vector<std::string> tables_now();
/// What they are counted and decided as. Tables that are sums of the same cells are one: "topic" is also "together" (a topic's
/// group and that of the topic behind it), "body" also "barrier" and "body_barrier".
const std::vector<std::string>& counted_keys();
/// Two terms as one, and back: "bank+language".
std::string crossed(const std::string& one, const std::string& other);
std::pair<std::string, std::string> both_of(const std::string& term);
/// Its terms are crossed.
bool is_crossed(std::string_view table);
/// The group of a topic, or that itself; "" of none.
std::string group_of(const std::string& topic);
/// Terms of a table's code list in its order, then "" for what is not stated; of a crossed one all pairs.
std::vector<std::string> terms_of(const std::string& table);
/// Adds the inquiries of a municipality to its places, to each table once; of a year that has these tables.
void add_counted(PlaceCounts& counts, const std::string& municipality, const std::vector<inquiries::CountedOnce>& counted,
                 const std::vector<std::string>& tables = table_keys());

struct Cell {
    suppression::State state = suppression::State::published;
    std::int64_t count = 0;                         // of a published one
    bool is_kept = false;                           // published as before: whether it was corrected is not told
    bool is_least = false;                          // of several: what is told of its members, more may be hidden
    bool operator==(const Cell&) const = default;
};
/// By term; what is not here is a published zero, but where all of the table is withheld.
using Cells = std::map<std::string, Cell>;
/// As it is told; nullptr: a zero.
const Cell* told_cell(const Cells& cells, const std::string& term);
/// By node of places, time and table.
using Rows = std::map<std::tuple<std::string, std::string, std::string>, Cells>;

struct Part {
    int least_shown = 5;
    std::set<int> reported = {};                    // months
};

/// Several municipalities together, from a month of the year on.
struct Sum {
    std::string base;                               // "county/SE-22", "network/teo", "all"
    int since = 1;
    std::vector<std::string> members;               // sorted ids; none: it ended
    int least_shown = 5;

    std::string node() const;                       // "network/teo.09"
};
/// The other way round, without members.
Sum sum_named(const std::string& node);

/// What is counted of months, by month.
using MonthCounts = std::map<int, PlaceCounts>;

/// What a revision found to be otherwise than it was counted before: of the months that were released by then.
struct Correction {
    int revision = 2, month = 0;                    // month: the last one that it is of
    MonthCounts change = {};                        // more or less; without what is the same
    Rows told = {};                                 // as they stood with it, later periods as they came
};

struct Year {
    int year = 0, revision = 1, month = 0;          // month: the last one released; 0 none
    std::vector<std::string> tables = table_keys(); // what it is released with, and how
    MonthCounts counted = {};                       // as they were released first
    std::vector<Correction> corrections = {};       // the earliest first
    std::map<std::string, Part> parts = {};         // by municipality
    std::vector<Sum> sums = {};
    Rows rows = {};
};

/// "2026-10", "2026-Q4", "2026" in the order of the twelve months, four quarters, the year; and the last month of each.
std::string time_name(int year, int node);
int last_month(int time_node);
suppression::Dimension of_time();
/// What is released at all. Of places all but the total by year alone: by month and quarter almost all would have to be hidden,
/// and with it much of their municipality. Crossed tables and what stood in the way never of places, nor by month.
bool is_told(std::string_view table, int time_node, bool is_of_place);
/// The one of a base that holds at the end of a month; nullptr where there is none.
const Sum* sum_at(const std::vector<Sum>& sums, const std::string& base, int month);

/// All of a year as it was released, its names numbered: for whoever tries what can be worked out from it.
suppression::Release numbered(const Year& year);

struct Decided {
    Rows rows;                                      // of what was decided now
    suppression::Decided number;                    // of these, without published zeros
};
/// The release of the year's next month, with the quarter and the year that end with it: its counts are there, `month` is that
/// one, `rows` are those that stand. What was corrected in earlier months is in quarter and year as far as it can be told.
Decided decide(const Year& year, const suppression::Told& told = nullptr);

/// Of that month, quarter and year as if nothing was ever corrected.
Decided decide_first(const Year& year, const suppression::Told& told = nullptr);

/// The same of a year whose tables are each decided by themselves.
Decided decide_by_line(const Year& year, const suppression::Told& told = nullptr);

/// A revision: what stands, with as much of the change as can be told.
struct Corrected {
    Decided decided;
    Correction correction;
    std::int64_t changed = 0, kept = 0, gone = 0;   // figures that say something else; that stand as before; that are none now
    std::int64_t untold = 0;                        // of the kept ones, marked
};
/// `now` is what the log says of all released months. Nothing that was told becomes hidden, nothing hidden is told, and a change
/// is told where it is as safe as a released number: not fewer than the threshold of it, nor to be worked out from others.
Corrected correct(const Year& year, const MonthCounts& now, const suppression::Told& told = nullptr);
/// What is counted by all corrections so far.
MonthCounts counted_by_now(const Year& year);

/// Its sums, all of them as they are: of counts that may be less than none.
Rows sums_of(const Year& year);
/// Of a part of a change (who came, or who went): what of it cannot be told, hidden or withheld. `year.rows` are the cells that
/// cannot be told anyhow, hidden where they must not be worked out either; `open` are the times that are decided; `room` how many
/// more a leaf can be, if that is bound. Nothing where no choice of cells is safe.
std::optional<Rows> untold_of(const Year& year, const std::set<int>& open, const MonthCounts* room,
                              const suppression::Told& told);
/// A row of a part of a change that is nobody's: what makes the tables of it sums of the same.
inline constexpr const char* padding = "~+~";
void count_states(Decided& decided);

/// "bank:12 tax:h -:3 cv:7~ e_id:30+", the last but one kept, the last one at least
std::string text_of(const Cells& cells);
Cells cells_of(const std::string& text);

}  // namespace digilots::releases
