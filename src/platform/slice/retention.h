#pragma once
// What is kept for how long, said once by the slice that keeps it (Slice::retention). The slice `retention`
// shows the rules, lets a municipality choose, previews what would go, deletes it by a job and makes /privacy
// of them. No other code deletes what has had its time, and no text says a period by itself.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/time.h"
#include "platform/db/connection.h"
#include "platform/i18n/translator.h"

namespace digilots {

struct Period {
    enum class Unit { minutes, hours, days, months };

    int number = 0;
    Unit unit = Unit::months;
    bool operator==(const Period&) const = default;
};

/// "12 months", "2 years", "90 days"
std::string words_of(const Period& period, const i18n::Translator& translator);
/// What is from before this moment has had its time. Months are those of the calendar where `zone` is: at any
/// time of a day it is the beginning of a day. Others are exact.
base::Instant limit_of(const Period& period, base::Instant now, std::string_view zone);
/// The first day on which what is from `day` has had its time: of whole months and days.
base::Date gone_on(const Period& period, base::Date day);

/// What a law says of a kind, in the words of whoever reads the page.
struct Law {
    std::string country;  // "SE", "NO"; "" both
    i18n::Text text;      // whole sentences that name it
    int least = 0;  // of the rule's unit: a shorter period is refused with the text; 0: the law names none
};

/// Of records of small importance: the archives acts of both countries, and the General Data Protection
/// Regulation.
std::vector<Law> archives_acts();
/// Of what tells who did what: at least half a year, in months.
Law accountability();

/// What an administrator may choose, of the rule's unit; beside it: nothing is deleted.
struct PeriodChoice {
    int least, most;
};

/// Of a municipality ("": of none), what is from before a moment.
struct Due {
    std::string_view municipality_id;
    base::Instant before, now;
};

struct RetentionRule {
    std::string key;   // "inquiries.note": begins with its slice; stored, and stands in addresses
    i18n::Text title;  // "Notes in the questions log"
    i18n::Text about;  // what goes, what stays, and from when the time counts
    Period period;     // where nobody has chosen another
    /// None: the same for the whole installation, and `due` and `remove` are asked once, for the municipality
    /// "".
    std::optional<PeriodChoice> choice = std::nullopt;
    std::vector<Law> laws = {};
    /// "412 notes"
    std::function<std::string(const i18n::Translator& translator, std::int64_t number)> number = nullptr;
    /// How many there are. Of the whole installation for ""  where there is no choice.
    std::function<std::int64_t(db::Connection& connection, std::string_view municipality_id)> held = nullptr;
    /// How many remove() would take, all in all, in this transaction.
    std::function<std::int64_t(db::Connection& connection, const Due& due)> due = nullptr;
    /// Deletes `most` of them at most, in the caller's transaction. How many; 0 where none is left.
    std::function<std::int64_t(db::Connection& connection, const Due& due, int most)> remove = nullptr;
};
using RetentionRules = std::vector<RetentionRule>;

/// The period that holds in a municipality today; nothing where it deletes nothing of that kind.
using PeriodOf =
    std::function<std::optional<Period>(std::string_view municipality_id, std::string_view rule)>;

/// Of many: the period of the rule itself where nobody knows better.
PeriodOf own_periods(const RetentionRules& rules);

}  // namespace digilots
