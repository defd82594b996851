#include "directory/stop.h"

#include <algorithm>
#include <array>

#include "platform/base/whole_number.h"
#include "platform/calendar/holidays.h"
#include "platform/calendar/notation_days.h"

namespace digilots::directory {

namespace {

constexpr std::array<std::string_view, 7> weekday_keys{"mo", "tu", "we", "th", "fr", "sa", "su"};
constexpr std::array weekday_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::size_t most_days = 1000, most_visits = 1000;
constexpr int days_ahead = 100, days_of_holidays = 2 * 366, days_behind = 31;

base::Date first_day(const Stop& stop) {
    return base::add_days(stop.starts, (stop.weekday - base::weekday_of(stop.starts) + 7) % 7);
}

}  // namespace

std::optional<Stop> read_stop(const register_::Record& record) {
    Stop stop;
    stop.id = record.id;
    stop.place = record.text("place_id");
    stop.name = record.text("name");
    stop.address = record.text("address");
    stop.note = record.text("note");
    const auto weekday = std::ranges::find(weekday_keys, record.text("weekday"));
    const auto ranges = calendar::read_ranges(record.text("times"));
    const auto starts = record.date("starts");
    if (weekday == weekday_keys.end() || !ranges || ranges->size() != 1 || !starts) return std::nullopt;
    stop.weekday = static_cast<int>(weekday - weekday_keys.begin());
    stop.every = base::whole_number(record.text("every"), 1, 52).value_or(1);
    stop.time = ranges->front();
    stop.starts = *starts;
    stop.ends = record.date("ends");
    for (const auto& line : record.list("left_out")) {
        const auto days = calendar::read_exceptions(line + " closed", "");
        if (days) stop.left_out.insert(stop.left_out.end(), days->begin(), days->end());
    }
    stop.on_holidays = record.flag("on_holidays");
    stop.version = record.version;
    stop.changed = base::parse_utc(record.changed_at).value_or(base::Instant{});
    return stop;
}

std::vector<base::Date> days_of(const Stop& stop, base::Date first, base::Date last) {
    const int step = 7 * stop.every;
    auto day = first_day(stop);
    if (day < first) day = base::add_days(day, (base::days_between(day, first) + step - 1) / step * step);
    if (stop.ends) last = std::min(last, *stop.ends);
    std::vector<base::Date> days;
    for (; day <= last && days.size() < most_days; day = base::add_days(day, step)) days.push_back(day);
    return days;
}

bool covers(const calendar::DateException& exception, base::Date day) {
    const bool every_year = exception.from.year == 0;
    for (const int year : {static_cast<int>(day.year()) - 1, static_cast<int>(day.year())}) {
        const auto from = calendar::date_in_year(exception.from, every_year ? year : exception.from.year);
        auto to = calendar::date_in_year(exception.to, every_year ? year : exception.to.year);
        if (to < from) to = calendar::date_in_year(exception.to, static_cast<int>(from.year()) + 1);
        if (from <= day && day <= to) return true;
    }
    return false;
}

bool is_left_out(const Stop& stop, base::Date day, std::string_view country) {
    if (std::ranges::any_of(stop.left_out, [&](const auto& exception) { return covers(exception, day); })) return true;
    const auto* holiday = stop.on_holidays ? nullptr : calendar::holiday_on(country, day);
    return holiday != nullptr && stop.time.from >= holiday->closed_from_minute;
}

calendar::Recurrence recurrence_of(const Stop& stop, std::string_view country, base::Date today) {
    calendar::Recurrence recurrence{calendar::wall_time(first_day(stop), stop.time.from),
                                    std::chrono::minutes(stop.time.to - stop.time.from), "FREQ=WEEKLY"};
    if (stop.ends) recurrence.rule += ";UNTIL=" + calendar::compact(calendar::wall_time(*stop.ends, 0)).substr(0, 8) + "T235959";
    recurrence.rule += ";INTERVAL=" + std::to_string(stop.every);
    recurrence.rule.append(";BYDAY=").append(weekday_names[static_cast<std::size_t>(stop.weekday)]);
    for (const auto& day : days_of(stop, base::add_days(today, -days_behind), base::add_days(today, days_of_holidays)))
        if (is_left_out(stop, day, country)) recurrence.left_out.push_back(calendar::wall_time(day, stop.time.from));
    return recurrence;
}

std::vector<Visit> coming_visits(const std::vector<Stop>& stops, std::string_view country, std::string_view zone,
                                 base::Date today) {
    const calendar::Interval window{base::from_civil(base::add_days(today, -1), 0, 0, zone),
                                    base::from_civil(base::add_days(today, days_ahead), 0, 0, zone)};
    std::vector<Visit> visits;
    for (std::size_t index = 0; index < stops.size(); ++index) {
        const auto found = calendar::occurrences(recurrence_of(stops[index], country, today), zone, window);
        if (!found) continue;
        for (const auto& time : found->times) visits.push_back({index, time});
    }
    std::ranges::stable_sort(visits, {}, [](const Visit& visit) { return visit.time.begin; });
    if (visits.size() > most_visits) visits.resize(most_visits);
    return visits;
}

}  // namespace digilots::directory
