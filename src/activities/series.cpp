// Which days a series has. Pure: a rule and a zone in, times of the wall clock out.
#include <algorithm>

#include "activities/activities.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/recurrence.h"

namespace digilots::activities {

namespace {

constexpr std::chrono::hours longest_session{24 * 14};
constexpr std::chrono::days longest_series{366 * 10}, beyond_it{366 * 200};

bool ends_by_itself(std::string_view rule) {
    return rule.contains("COUNT=") || rule.contains("UNTIL=");
}

}  // namespace

Dates dates_of(const Series& series, std::string_view zone) {
    if (series.length <= std::chrono::minutes(0) || series.length > longest_session)
        return {.fault = SeriesFault::too_long};
    if (!calendar::check_rule(series.rule)) return {.fault = SeriesFault::wrong_rule};
    if (!series.rule.empty() && !ends_by_itself(series.rule)) return {.fault = SeriesFault::never_ends};
    calendar::Recurrence recurrence{.first = series.starts, .length = series.length, .rule = series.rule};
    const auto minute = calendar::minute_of(series.starts);
    for (const auto day : series.except) recurrence.left_out.push_back(calendar::wall_time(day, minute));
    const auto begin = calendar::to_instant(series.starts, zone);
    const auto found = calendar::occurrences(
        recurrence, zone, {begin - std::chrono::hours(25), begin + longest_series}, most_sessions + 1);
    if (!found) return {.fault = SeriesFault::wrong_rule};
    if (found->times.size() > most_sessions || found->is_cut) return {.fault = SeriesFault::too_many};
    const auto end = begin + longest_series;
    const auto later = calendar::occurrences(recurrence, zone, {end, end + beyond_it}, 1);
    if (!later || !later->times.empty()) return {.fault = SeriesFault::too_far};
    Dates dates;
    for (const auto& time : found->times) {
        const auto wall = calendar::to_wall(time.begin, zone);
        if (calendar::minute_of(wall) != minute) {
            // A time that the clock skips that night is read an hour later: nobody meant that.
            const auto meant = calendar::wall_time(calendar::date_of(wall), minute);
            const bool is_skipped = calendar::to_wall(calendar::to_instant(meant, zone), zone) != meant;
            return {.fault = is_skipped ? SeriesFault::no_time : SeriesFault::other_times, .day = calendar::date_of(wall)};
        }
        if (!base::holds(series.except, calendar::date_of(wall))) dates.starts.push_back(wall);
    }
    if (dates.starts.empty()) dates.fault = SeriesFault::nothing;
    return dates;
}

std::string words_of(const Dates& dates, const i18n::Translator& words) {
    switch (dates.fault) {
        case SeriesFault::none:
            return "";
        case SeriesFault::never_ends:
            return words.t(
                "Say how many times, or until which day: a series that never ends cannot be planned.");
        case SeriesFault::too_many:
            return words.t("That gives more than 400 sessions. Choose fewer, or an earlier last day.");
        case SeriesFault::too_far:
            return words.t("That goes on for more than ten years. Choose fewer, or an earlier last day.");
        case SeriesFault::wrong_rule:
            return words.t("The rule of the series cannot be read. Give one such as FREQ=WEEKLY;COUNT=8.");
        case SeriesFault::other_times:
            return words.t(
                "The rule names other times of the day than the first session. Leave BYHOUR, BYMINUTE and BYSECOND out: all "
                "sessions begin when the first does.");
        case SeriesFault::no_time:
            return words.t(
                "On {date} there is no such time: the clock is put forward that night. Choose another time.",
                {{"date", dates.day ? words.date(*dates.day) : std::string()}});
        case SeriesFault::nothing:
            return words.t("That gives no day at all. Look at the days and those left out.");
        case SeriesFault::too_long:
            return words.t("It ends before it begins, or lasts longer than two weeks. Correct the times.");
    }
    return "";
}

}  // namespace digilots::activities
