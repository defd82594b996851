#pragma once
// How a goal stands, by a rule that is written down and the same for everybody: from what was reached, what is aimed at and how
// much of its time has gone. Numbers are whole: hundredths of what is counted.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "platform/periods/period.h"

namespace digilots::goals {

enum class Status { on_track, behind, met, missed, unknown };
/// "on_track" …: as the API says it.
std::string_view word_of(Status status);

enum class Comparison { at_least, at_most, every_week };

/// What a goal's number does with time: grows (participants), stands as it stands (a share, a mean, an entry by hand).
enum class Growth { grows, stands };

struct Facts {
    std::optional<std::int64_t> value = {}, target = {}, baseline = {};  // in hundredths
    Comparison comparison = Comparison::at_least;
    Growth growth = Growth::stands;
    std::optional<periods::Period> period = {};
    base::Date today{};
};

/// The status with all that it was worked out from.
struct Judged {
    Status status = Status::unknown;
    enum class Why {
        no_value,        // nothing is known
        no_target,       // nothing is aimed at
        not_begun,       // its time has not come
        reached,         // the target is reached
        over,            // its time is over, and the target was not reached
        passed,          // more than may be at most
        within,          // until now not more than may be at most
        no_end,          // not reached, and nobody said by when
        ahead, behind    // as much as belongs to the time that has gone, or less
    } why = Why::no_value;
    int days_gone = 0, days_all = 0;                 // of the period; 0: there is none
    std::optional<std::int64_t> expected = {};       // in hundredths: what belongs to the time that has gone
};

/// A number that grows is expected in step with its days, from the baseline; one tenth less than that is still on the way. One
/// that stands is on the way where it holds now, and met or missed when its time is over.
Judged judge(const Facts& facts);

/// Weeks of a weekly goal: those that count.
struct WeekTally {
    int met = 0, missed = 0, open = 0, not_applicable = 0;
    int counted() const { return met + missed; }
};
/// On the way: at least nine of ten weeks that count were met. When its time is over: met where all were.
Judged judge_weeks(const WeekTally& weeks, const std::optional<periods::Period>& period, base::Date today);

/// Where a number that grows will stand at the end, if each day that is left brings as little, or as much, as the weakest and
/// the strongest of the last whole months.
struct Forecast {
    std::int64_t low = 0, high = 0;                  // in hundredths
    int months = 0, days_left = 0;                   // of how many months it was reckoned
};
struct MonthNumber {
    periods::Period month;
    std::int64_t number = 0;                         // in hundredths
};
/// Nothing where fewer than two whole months are known, or its time is over.
std::optional<Forecast> forecast(std::int64_t value, std::span<const MonthNumber> months, const periods::Period& period,
                                 base::Date today);

}  // namespace digilots::goals
