#include "booking/opening.h"

#include <algorithm>
#include <map>
#include <optional>

#include "platform/base/lists.h"
#include "platform/calendar/free_busy.h"
#include "platform/calendar/hours.h"

namespace digilots::booking {

namespace {

constexpr int days_looked_ahead = 56, most_dates = 4;

bool is_shut_for_now(directory::Status status) {
    return status == directory::Status::paused || status == directory::Status::planned ||
           status == directory::Status::closed;
}

/// Nothing where that is not known. What is open by appointment, or until nobody knows when, is open.
std::optional<std::vector<Interval>> open_hours(const directory::Place* place, const RotaDays& days) {
    if (place == nullptr || place->mobile) return std::nullopt;
    std::vector<Interval> open;
    if (is_shut_for_now(place->status)) return open;
    if (!place->hours.complete || place->hours.rule.empty() || !calendar::read_shown(place->hours.rule)) return std::nullopt;
    for (const auto& span : calendar::open_spans(place->hours.rule, {days.country, days.zone}, days.first, days.days))
        open.push_back({span.begin, span.end});
    return calendar::busy(std::move(open));
}

}  // namespace

std::vector<Shift> while_open(const std::vector<Shift>& shifts, const directory::Snapshot& directory, const RotaDays& days) {
    std::map<std::string, std::optional<std::vector<Interval>>, std::less<>> places;
    std::vector<Shift> kept;
    kept.reserve(shifts.size());
    for (const auto& shift : shifts) {
        auto found = places.find(shift.place);
        if (found == places.end()) found = places.emplace(shift.place, open_hours(directory.place(shift.place), days)).first;
        const auto& open = found->second;
        if (!open) {
            kept.push_back(shift);
            continue;
        }
        for (auto at = std::ranges::upper_bound(*open, shift.at.begin, {}, &Interval::end);
             at != open->end() && at->begin < shift.at.end; ++at) {
            kept.push_back(shift);
            kept.back().at = {std::max(at->begin, shift.at.begin), std::min(at->end, shift.at.end)};
        }
    }
    return kept;
}

std::string shut_times(const RotaLine& line, const directory::Snapshot& directory, const register_::Surroundings& around) {
    const auto first = std::max(around.today, base::parse_date(line.first_day).value_or(around.today));
    const RotaDays days{around.zone, around.country, first, days_looked_ahead};
    const auto open = open_hours(directory.place(line.place), days);
    if (!open) return "";
    // Of each weekday and time the dates: what comes back each week is said once.
    std::map<std::pair<int, std::string>, std::vector<base::Date>> shut;
    std::map<int, std::vector<base::Date>> held;
    const auto& words = *around.words;
    for (const auto& shift : shifts_of({.lines = {line}}, days, nullptr)) {
        const auto day = base::to_civil(shift.at.begin, around.zone);
        if (shift.number == 0) base::add_once(held[day.weekday], day.date);
        if (shift.number > 0) continue;
        for (const auto& part : calendar::free_in(shift.at, *open)) {
            const auto from = base::to_civil(part.begin, around.zone), to = base::to_civil(part.end, around.zone);
            auto hours = words.t(TEXT("{from}–{to}"), {{"from", words.time(from.hour, from.minute)},
                                                       {"to", words.time(to.hour, to.minute)}});
            base::add_once(shut[{from.weekday, std::move(hours)}], from.date);
        }
    }
    std::vector<std::string> weekly, dated;
    for (const auto& [when, dates] : shut) {
        const auto& [weekday, hours] = when;
        if (dates.size() > 1 && 2 * dates.size() > held[weekday].size())
            weekly.push_back(words.weekday(weekday) + " " + hours);
        else
            for (const auto& date : dates) dated.push_back(words.date(date) + " " + hours);
    }
    if (std::ssize(dated) > most_dates) {
        dated.resize(most_dates);
        dated.emplace_back("…");
    }
    weekly.insert(weekly.end(), dated.begin(), dated.end());
    return base::joined(weekly, ", ");
}

}  // namespace digilots::booking
