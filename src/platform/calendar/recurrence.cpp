#include "platform/calendar/recurrence.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "platform/calendar/ical_times.h"
#include "platform/calendar/rule_parts.h"

namespace digilots::calendar {

namespace {

using std::chrono::seconds;

/// A COUNT counts from the first time on, so those before the window are walked through.
constexpr int most_steps = 20000;
constexpr std::size_t most_single_times = 2000;
/// Of the days around the window and of those that last into it; a rule comes at most 96 times a day.
constexpr std::size_t most_outside = 400;
constexpr int first_year_of_all = 1900, last_year_of_all = 2200;
constexpr seconds longest = std::chrono::days(366);
constexpr base::Instant first_instant(std::chrono::sys_days(std::chrono::year{first_year_of_all} / 1 / 1)),
    last_instant(std::chrono::sys_days(std::chrono::year{last_year_of_all} / 12 / 31));

struct FreeIterator {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

std::optional<icalrecurrencetype> read(std::string_view rule) {
    prepare_libical();
    const auto read = icalrecurrencetype_from_string(std::string(rule).c_str());
    if (read.freq == ICAL_NO_RECURRENCE) return std::nullopt;
    return read;
}

RecurrenceError cannot_be_read(std::string_view rule) {
    return {"the rule " + std::string(rule) + " names days that do not fit together or a value outside of what its part allows"};
}

Iterator iterator_of(const icalrecurrencetype& rule, WallTime first) {
    return Iterator(icalrecur_iterator_new(rule, ical_time(first)));
}

bool is_supported_year(WallTime wall) {
    const int year = static_cast<int>(date_of(wall).year());
    return year >= first_year_of_all && year <= last_year_of_all;
}

struct TimesOfRule {
    std::set<WallTime> times;
    bool is_cut = false;
};

base::Result<TimesOfRule, RecurrenceError> times_of_rule(const Recurrence& recurrence, std::string_view zone, WallTime from,
                                                         WallTime until, std::size_t most) {
    TimesOfRule found;
    // The zone is ours: libical sees wall times only.
    const auto rule = read(until_on_the_wall(recurrence.rule, zone));
    if (!rule) return base::failure(cannot_be_read(recurrence.rule));
    const auto iterator = iterator_of(*rule, recurrence.first);
    if (!iterator) return base::failure(cannot_be_read(recurrence.rule));
    if (rule->count == 0 && from > recurrence.first) {
        const auto last = rule->until.year ? wall_of(rule->until) : std::nullopt;
        if (last && from > *last) return found;
        icalrecur_iterator_set_start(iterator.get(), ical_time(from));
    }
    const std::set<WallTime> left_out(recurrence.left_out.begin(), recurrence.left_out.end());
    for (int step = 0; step < most_steps; ++step) {
        const auto next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next)) return found;
        const auto wall = wall_of(next);
        if (!wall || *wall > until) return found;
        if (*wall >= from && !left_out.contains(*wall)) found.times.insert(*wall);
        if (found.times.size() > most) break;
    }
    found.is_cut = true;
    return found;
}

}  // namespace

base::Result<void, RecurrenceError> check_rule(std::string_view rule) {
    if (rule.empty()) return {};
    if (auto problem = problem_of_rule(rule); !problem.empty()) return base::failure(RecurrenceError{std::move(problem)});
    const auto known = read(rule);
    constexpr base::Date any_day{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};
    if (!known || !iterator_of(*known, wall_time(any_day, 0))) return base::failure(cannot_be_read(rule));
    return {};
}

base::Result<Occurrences, RecurrenceError> occurrences(const Recurrence& recurrence, std::string_view zone, Interval window,
                                                       std::size_t most) {
    Occurrences found;
    if (recurrence.length < seconds(0)) return base::failure(RecurrenceError{"it ends before it begins"});
    if (recurrence.also.size() > most_single_times || recurrence.left_out.size() > most_single_times)
        return base::failure(RecurrenceError{"it names more than 2000 single times"});
    if (const auto checked = check_rule(recurrence.rule); !checked) return base::failure(checked.error());
    if (!is_supported_year(recurrence.first)) return base::failure(RecurrenceError{"it begins before 1900 or after 2200"});
    window.begin = std::max(window.begin, first_instant);
    window.end = std::min(window.end, last_instant);
    if (window.end <= window.begin) return found;
    // A day to both sides: no clock change is longer.
    if (recurrence.length > longest) return base::failure(RecurrenceError{"it lasts longer than a year"});
    const auto from = to_wall(window.begin - recurrence.length, zone) - std::chrono::days(1);
    const auto until = to_wall(window.end, zone) + std::chrono::days(1);
    std::set<WallTime> times;
    if (!recurrence.rule.empty()) {
        auto of_rule = times_of_rule(recurrence, zone, from, until, most + most_outside);
        if (!of_rule) return base::failure(of_rule.error());
        times = std::move(of_rule->times);
        found.is_cut = of_rule->is_cut;
    } else {
        times.insert(recurrence.first);
    }
    times.insert(recurrence.also.begin(), recurrence.also.end());
    for (const auto& wall : recurrence.left_out) times.erase(wall);
    for (const auto& wall : times) {
        const auto begin = to_instant(wall, zone);
        const Interval time{begin, begin + recurrence.length};
        const bool touches = time.begin < window.end && (time.end > window.begin || time.begin >= window.begin);
        if (!touches) continue;
        if (found.times.size() == most) {
            found.is_cut = true;
            break;
        }
        found.times.push_back(time);
    }
    return found;
}

}  // namespace digilots::calendar
