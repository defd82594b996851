#pragma once
// How fast it is answered, by the way it came: from contact to final answer.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/calendar/working_time.h"
#include "platform/measures/measure.h"
#include "platform/periods/period.h"
#include "questions/questions.h"

namespace digilots::questions {

struct Speed {
    std::string channel = "";           // "" all together
    std::int64_t answered = 0;
    /// Minutes to the answer, of working time and by the clock; nothing where none was answered.
    std::optional<int> median_work = {}, median = {};
    std::int64_t promised = 0;           // answered, ended without an answer, or waiting after its time
    std::int64_t in_time = 0;            // of those
    std::int64_t left = 0;               // closed without an answer, or not needed any more: in none of the numbers above
    std::int64_t broken() const { return promised - in_time; }
};

/// "By the form", "Call-back" …
std::string title_of_way(const std::string& channel, const i18n::Translator& words);

/// Working days and working hours to the answer, as means, by the way it came and by unit.
std::vector<measures::Measure> speed_measures(const Questions& questions);

/// The middle one; of an even number the mean of the two in the middle, cut to a whole one. Nothing of nothing.
std::optional<int> median_of(std::vector<int> numbers);

/// All together first, then each way in of which there is any, in the order of `channels`.
std::vector<Speed> speeds_of(std::span<const Ended> ended, std::span<const std::string> channels,
                             const calendar::WorkingWeek& week);

/// What ended in the period, or waits although its promise ran out in it. Of what is still kept; at most `most_ended` questions,
/// the newest ones, and as many of others'.
inline constexpr int most_ended = 20000;
std::vector<Ended> ended_in(const Questions& questions, std::string_view municipality_id, const periods::Period& period);

}  // namespace digilots::questions
