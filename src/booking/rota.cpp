// Who is where: the weekly pattern, what holds instead of it, holidays, and the way between places.
#include <algorithm>
#include <tuple>

#include "booking/free_times.h"
#include "platform/calendar/free_busy.h"
#include "platform/calendar/holidays.h"
#include "platform/calendar/wall_time.h"

namespace digilots::booking {

namespace {

constexpr int minutes_of_day = 24 * 60;

bool holds_on(std::string_view first, std::string_view last, std::string_view day) {
    return (first.empty() || first <= day) && (last.empty() || day <= last);
}

bool is_about(const RotaException& exception, const RotaLine& line) {
    return exception.person.empty() ? exception.function == line.function : exception.person == line.person;
}

/// When the day ends for whoever works: never begins on a holiday.
int last_minute_on(const RotaDays& days, base::Date day) {
    const auto* holiday = calendar::holiday_on(days.country, day);
    return holiday ? holiday->closed_from_minute : 2 * minutes_of_day;
}

class Day {
public:
    Day(const Rota& rota, const RotaDays& days, base::Date date, std::vector<Shift>& shifts)
        : rota_(rota),
          days_(days),
          date_(date),
          text_(base::format_date(date)),
          closes_(last_minute_on(days, date)),
          shifts_(shifts) {
        for (const auto& exception : rota.exceptions)
            if (holds_on(exception.first_day, exception.last_day, text_)) exceptions_.push_back(&exception);
    }

    void add() {
        for (const auto& line : rota_.lines) {
            line_ = static_cast<int>(&line - rota_.lines.data());
            add_line(line);
        }
        for (const auto* exception : exceptions_)
            if (exception->kind == RotaException::Kind::instead) add_instead(*exception);
    }

private:
    Interval interval_of(const calendar::TimeRange& range) const {
        const auto at = [&](int minute) {
            return calendar::to_instant(calendar::wall_time(date_, minute), days_.zone);
        };
        return {at(range.from), at(std::min(range.to, closes_))};
    }

    void add_line(const RotaLine& line) {
        if (!line.weekdays[static_cast<std::size_t>(base::weekday_of(date_))]) return;
        if (!holds_on(line.first_day, line.last_day, text_)) return;
        std::vector<Interval> away;
        for (const auto* exception : exceptions_) {
            if (!is_about(*exception, line)) continue;
            if (exception->kind == RotaException::Kind::instead || exception->hours.empty()) return;
            for (const auto& range : exception->hours) away.push_back(interval_of(range));
        }
        for (const auto& range : line.hours) {
            if (range.from >= closes_) continue;
            for (const auto& part : calendar::free_in(interval_of(range), away))
                add_shifts(line, line.place, part, line.people);
        }
    }

    void add_instead(const RotaException& exception) {
        const auto of_them = [&](const RotaLine& line) { return is_about(exception, line); };
        const auto line = std::ranges::find_if(rota_.lines, of_them);
        RotaLine who{.id = exception.id, .function = exception.function, .person = exception.person};
        if (line != rota_.lines.end()) {
            if (who.function.empty()) who.function = line->function;
            who.place = line->place;
        }
        const auto& place = exception.place.empty() ? who.place : exception.place;
        line_ = line == rota_.lines.end() ? -1 : static_cast<int>(line - rota_.lines.begin());
        for (const auto& range : exception.hours)
            if (range.from < closes_) add_shifts(who, place, interval_of(range), 1);
    }

    void add_shifts(const RotaLine& line, const std::string& place, Interval at, int people) {
        if (!line.person.empty()) people = 1;
        for (int number = 0; number < people; ++number) {
            auto lane = line.person.empty() ? "rota:" + line.id + ":" + std::to_string(number)
                                            : "person:" + line.person;
            shifts_.push_back({std::move(lane), place, line.function, at, number, people, line_});
        }
    }

    const Rota& rota_;
    const RotaDays& days_;
    const base::Date date_;
    const std::string text_;
    const int closes_;
    std::vector<Shift>& shifts_;
    std::vector<const RotaException*> exceptions_;
    int line_ = -1;  // that shifts are made of
};

}  // namespace

std::vector<Shift> shifts_of(const Rota& rota, const RotaDays& days, const Travel& travel) {
    std::vector<Shift> shifts;
    for (int day = 0; day < days.days; ++day) Day(rota, days, base::add_days(days.first, day), shifts).add();
    std::ranges::stable_sort(shifts, [](const Shift& one, const Shift& other) {
        return std::tie(one.lane, one.at.begin) < std::tie(other.lane, other.at.begin);
    });
    for (std::size_t at = 1; at < shifts.size(); ++at) {
        const auto& before = shifts[at - 1];
        auto& here = shifts[at];
        if (before.lane != here.lane) continue;
        auto from = before.at.end;
        if (before.place != here.place && travel) {
            const int way = travel(before.place, here.place);
            from += std::chrono::minutes(way);
            if (from > here.at.begin) here.way = way;
        }
        here.at.begin = std::max(here.at.begin, from);
        // What is left of nothing ends where it would begin, so that the next one is measured from there.
        here.at.end = std::max(here.at.end, here.at.begin);
    }
    std::erase_if(shifts, [](const Shift& shift) { return shift.at.begin >= shift.at.end; });
    return shifts;
}

}  // namespace digilots::booking
