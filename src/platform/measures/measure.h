#pragma once
// The one bridge for numbers between slices: a slice publishes measures; statistics, goals, reports and the wheel read
// them and never another slice's tables.
//
//   Measure{.key = "loans", .title = TEXT("Loans"), .definition = TEXT("…"), .unit = TEXT("loans"), .kind = Kind::count,
//           .dimensions = {{"kind", TEXT("Kind"), label_of_kind}}, .figures = [&](const Query& query) { … }}
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/access.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/measures/value.h"
#include "platform/periods/period.h"

namespace digilots::measures {

/// Along what figures are split up or limited.
struct Dimension {
    std::string key;                   // "topic", as in addresses
    i18n::Text title;                  // "Topic"
    /// What people call one of its values: "bank" → "Banking". Without it the value stands as it is.
    std::function<std::string(std::string_view key, std::string_view municipality, const i18n::Translator&)> label = {};
    /// What a form offers to limit the figures to; without it one limits them by opening a row.
    std::function<std::vector<std::string>(std::string_view municipality)> limits = {};
};

struct Query {
    std::vector<std::string> municipalities;   // ids
    periods::Period period;
    /// Any of the measure's dimensions, "municipality", and of those of time (time.h) one kind of period and "weekday".
    std::vector<std::string> by;
    std::map<std::string, std::string> where;  // dimension → key
};

struct Row {
    std::map<std::string, std::string> dimensions;   // "topic" → "bank", "month" → "2026-11", "municipality" → "2281"
    Value value = {};
};

struct Measure {
    std::string key;                      // "inquiries"
    i18n::Text title, definition, unit;   // what is counted, how, and its unit ("minutes")
    i18n::Text unit_of_one = {};          // "minute"
    Kind kind = Kind::count;
    std::vector<Dimension> dimensions = {};   // allowed in `by` and `where`, beside time
    std::string code_list_version = {};
    /// Whose staff's least role sees it. Programs with the scope for statistics see what coordinators see.
    http::Role see = http::Role::guide;
    std::function<std::vector<Row>(const Query&)> figures = {};
    /// In how many the value is stated at all, and of how many; where it may be left out. Stands beside the sum.
    std::function<std::pair<std::int64_t, std::int64_t>(const Query&)> stated = {};
    /// The last day of which anything was counted; nothing where nothing was. What comes after is not zero: it is not there.
    std::function<std::optional<base::Date>(std::string_view municipality)> last_day = {};
    /// The first such day, where days without any are zeros from then on. Without it what comes before is not told apart.
    std::function<std::optional<base::Date>(std::string_view municipality)> first_day = {};
    /// Days of the period on which some of it took place that nobody has counted yet, once for each: the figure of such a day is
    /// not known before they have.
    std::function<std::vector<base::Date>(std::string_view municipality, const periods::Period&)> uncounted = {};
    /// True where somebody notes a number for it day by day, such as visitors at the door: a time without any was not counted.
    bool unnoted_is_unknown = false;
    /// Where something of it is not known, such as help whose cost nobody wrote: nothing beside that is no zero. With it money is
    /// zero where neither has a row, as counts and sums are.
    std::function<std::vector<Row>(const Query&)> unknown = {};
    /// False where this combination of dimensions cannot be counted over so long a period. Cheap.
    std::function<bool(const Query&)> can_answer = {};
    /// What its figures are made from, where every change of them raises it (platform/kept): they may be kept then. Empty: they
    /// are asked for each time.
    kept::Dependences made_from = {};
    /// Page of the rows behind a figure (path below the municipality), or "" where rows are never shown.
    std::function<std::string(const Query&)> rows_url = {};

    /// nullptr where it is none of its own.
    const Dimension* find(std::string_view dimension) const;
};

/// False where nobody has counted anything of it yet: its zero is not known, and no zero.
bool was_ever_counted(const Measure& measure, std::string_view municipality);

/// False where all before the day is not known: counting had not begun, or, where nobody says when it did, nothing of it was
/// counted.
bool was_counted_before(const Measure& measure, std::string_view municipality, base::Date day);

/// False where a zero of this time is not known: counting began after its end, or nobody noted a number in it, limited as the
/// query is. What the query is split up by says nothing.
bool was_counted_in(const Measure& measure, std::string_view municipality, const Query& query);

/// True where nothing of it between what was counted is zero.
bool adds_up(const Measure& measure);

/// nullptr where there is none.
const Measure* find_measure(std::span<const Measure> measures, std::string_view key);
bool may_see(const Measure& measure, const std::optional<http::Identity>& who);

/// One value of all rows together, nothing of anything where there are none.
Value total_of(const Measure& measure, std::span<const Row> rows);

/// "Topic", "Month" … the key where the measure has no such dimension.
std::string dimension_title(const Measure& measure, std::string_view dimension, const i18n::Translator& translator);
/// "Banking", "22 November 2026", "autumn term 2026" …
std::string dimension_label(const Measure& measure, std::string_view dimension, std::string_view key,
                            std::string_view municipality, const i18n::Translator& translator);

}  // namespace digilots::measures
