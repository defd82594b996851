#pragma once
// When somebody or something is there, and which times are left. Plain functions: nothing here knows a page
// or a database.
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/time.h"
#include "platform/calendar/recurrence.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::booking {

using calendar::Interval;

/// Times are taken in pieces of so many minutes; lengths and rests are whole pieces.
inline constexpr int piece_minutes = 5;

/// A weekly pattern: a function at a place, by one person or by any `people` of them.
struct RotaLine {
    std::string id = "", function = "", person = "",
                place = "";  // person: an account, "" whoever holds the function
    calendar::Weekdays weekdays{};
    calendar::TimeRanges hours = {};
    int people = 1;
    std::string first_day = "", last_day = "";  // "2026-09-01", both included; "" open
    std::string drop_in = "";                   // yes, no: whether one comes without a time; "" as the place says
    std::vector<std::string> topics = {};       // about what, without a time; none: whatever is simple
};
/// What holds on some days in place of the pattern. Whom it is about: the person where one is said, else the
/// function.
struct RotaException {
    enum class Kind { away, instead };
    std::string id = "", function = "", person = "",
                place = "";  // place: where they are instead; "" where the pattern says
    Kind kind = Kind::away;
    calendar::TimeRanges hours = {};  // away without hours: all day
    std::string first_day = "", last_day = "";
};
struct Rota {
    std::vector<RotaLine> lines = {};
    std::vector<RotaException> exceptions = {};
};

/// One who is there, or one thing that can be used, for a while. Of one lane no two things happen at once.
struct Shift {
    std::string lane, place, function;
    Interval at{};
    int number = 0, of = 1;  // which of those who are there together, for the share that is kept free
    int line = -1;              // of Rota::lines; -1 none
    int way = 0;                // minutes that the way from the place before takes, where they come from one
    bool operator==(const Shift&) const = default;
};

/// How many minutes it takes from one place to another.
using Travel = std::function<int(std::string_view from, std::string_view to)>;
/// Where and when: "Europe/Stockholm", "SE". On public holidays nobody is there, on eves until they begin.
struct RotaDays {
    std::string_view zone, country;
    base::Date first{};
    int days = 0;
};
/// By lane and time. Who goes to another place is there later by the way between them; nobody is in two
/// places.
std::vector<Shift> shifts_of(const Rota& rota, const RotaDays& days, const Travel& travel);

/// What is booked: by lane, each in order of time.
using Taken = std::unordered_map<std::string, std::vector<Interval>>;

/// How one thing is booked.
struct Terms {
    int minutes = 30;
    int rest = 0;           // minutes after it in which the lane is kept free
    int travel = 0;         // minutes before and after it: there and back
    int lead_hours = 0;     // at least so long before
    int horizon_days = 60;  // at most so many days ahead
    int drop_in_percent =
        0;  // of each staffed period, that is never booked: whole lanes, then the end of the next
};
struct FreeTime {
    Interval at{};
    std::string_view place;  // of a shift
    int left = 0;            // so many can have it
    bool operator==(const FreeTime&) const = default;
};
/// In order of time, then place, those that are still reached in time. `window`: when they begin.
std::vector<FreeTime> free_times(const std::vector<Shift>& shifts, const Taken& taken, const Terms& terms,
                                 Interval window, base::Instant now);
/// The lanes that have this time free, the one least booked first: who books tries them in turn.
std::vector<std::string> lanes_for(const std::vector<Shift>& shifts, const Taken& taken, const Terms& terms,
                                   std::string_view place, base::Instant starts, base::Instant now);

/// Whoever goes there can still set out in time.
bool is_reached_in_time(base::Instant starts, const Terms& terms, base::Instant now);
/// All that is kept of the lane: with the way there, the way back and the rest.
Interval kept_of(base::Instant starts, const Terms& terms);
/// The pieces that this touches, counted since 1970.
std::vector<std::int64_t> pieces_of(Interval at);

}  // namespace digilots::booking
