#pragma once
// The weeks of a goal that is to be reached every week, as a calendar shows them.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goals/status.h"
#include "platform/periods/period.h"

namespace digilots::goals {

enum class WeekState { met, missed, not_applicable, open };
/// "met" …: as the API says it.
std::string_view word_of(WeekState state);

/// What somebody wrote of a week.
struct WeekNote {
    bool is_closed = false;              // it does not count
    std::string reason, account;
    base::Instant at{};
};

struct Week {
    periods::Period days;
    WeekState state = WeekState::open;
    std::optional<std::int64_t> number = {};     // in hundredths; nothing where it is not known
    std::int64_t uncounted = 0;                  // that took place in it and nobody has counted: its number may become more
    bool is_holiday = false;                     // too few working days are left of it
    std::optional<WeekNote> note = {};
    std::string key() const { return periods::key_of(days); }
};

/// What the state of weeks is worked out from.
struct WeekFacts {
    periods::Period period;                      // of the goal: a week is of the time that its Thursday is in
    base::Date today{};
    std::string country;
    std::optional<periods::Period> holds = {};   // from when until when it is promised: other days oblige nobody
    std::int64_t target = 100;                   // in hundredths, in each week
    std::map<std::string, std::int64_t> numbers = {};    // "2026-W47" → in hundredths
    std::map<std::string, std::int64_t> uncounted = {};  // "2026-W47" → how much nobody has counted yet
    std::optional<periods::Period> known = {};   // first and last day that were counted: outside of it nothing is known
    std::map<std::string, WeekNote> notes = {};
};

/// True where the week is of this time: its Thursday is.
bool is_week_of(const periods::Period& week, const periods::Period& period);
/// True where public holidays and eves leave fewer than three working days of a week, or of its days in `holds`.
bool is_holiday_week(const periods::Period& week, std::string_view country,
                     const std::optional<periods::Period>& holds = {});
/// In their order. A week whose number is reached is met, also a holiday week; one that is over and is not is missed, unless it
/// does not count; one that is going on or still to come, or of which nothing is known or not everything is counted, is open.
std::vector<Week> weeks_of(const WeekFacts& facts);
WeekTally tally_of(const std::vector<Week>& weeks);

}  // namespace digilots::goals
