#pragma once
// What an owner may see of a calendar year, decided as one: by month how many, by quarter and year also what stood in the way and
// where they were sent instead. No SQL.
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "platform/suppression/release.h"

namespace digilots::owners {

inline constexpr const char* whole = "*";           // the term that is all of them
inline constexpr int months_of_a_year = 12, times_of_a_year = 17;

/// By term; "" not stated.
using Counts = std::map<std::string, std::int64_t>;
/// One month: each of the same inquiries.
struct Month {
    Counts total = {}, barrier = {}, instead = {};

    void add(const std::string& stood_in_the_way, const std::string& sent_instead, std::int64_t number);
    std::int64_t all() const;
};

struct Cell {
    suppression::State state = suppression::State::published;
    std::int64_t count = 0;                         // of a published one
    bool operator==(const Cell&) const = default;
};
/// By term; what is not here is a published zero.
using Cells = std::map<std::string, Cell>;
/// By period ("2026-10", "2026-Q4", "2026") and table ("total", "barrier", "instead").
using Rows = std::map<std::pair<std::string, std::string>, Cells>;

struct Year {
    int year = 0, month = 0;                        // month: the last one that is told
    int least_shown = 5;
    std::map<int, Month> counted = {};              // by month
    Rows rows = {};                                 // what was told before
    Rows elsewhere = {};                            // what others publish of it: hidden here where it is hidden there
    std::set<int> differs = {};                     // months that others publish otherwise: nothing but the total is told
    // All questions as they are released, by period: what is told here and what is left of all is told with it. Where all of
    // them are not told, nothing of the owner's is.
    std::map<std::string, Cell> released = {};
    std::map<int, std::int64_t> all = {};           // the same by month, counted
    bool tells_rest = false;                        // false: others publish what is left
};

/// Of a year's twelve months, four quarters and itself.
std::string time_name(int year, int node);
int last_month(int node);

/// What is told now and was not before.
Rows decide(const Year& year);
/// All of it as numbered tables, for whoever tries what can be worked out.
suppression::Release numbered(const Year& year);

/// "bank:12 tax:h -:3"
std::string text_of(const Cells& cells);
Cells cells_of(const std::string& text);

}  // namespace digilots::owners
