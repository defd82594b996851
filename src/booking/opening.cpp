#include "booking/opening.h"

#include <algorithm>
#include <map>
#include <optional>

#include "platform/base/lists.h"
#include "platform/calendar/free_busy.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/wall_time.h"

namespace digilots::booking {

namespace {

constexpr int days_looked_ahead = 56, most_dates = 4;

bool is_shut_for_now(directory::Status status) {
    return status == directory::Status::paused || status == directory::Status::planned ||
           status == directory::Status::closed;
}

/// Each by itself, though one may touch the next: there it is another stop.
std::vector<Interval> at_stops(const directory::Place& place, const RotaDays& days) {
    std::vector<Interval> all;
    for (const auto& stop : place.stops)
        for (const auto& day : directory::days_of(stop, days.first, base::add_days(days.first, days.days)))
            if (!directory::is_left_out(stop, day, days.country))
                all.push_back({calendar::to_instant(calendar::wall_time(day, stop.time.from), days.zone),
                               calendar::to_instant(calendar::wall_time(day, stop.time.to), days.zone)});
    std::ranges::sort(all, {}, &Interval::begin);
    for (std::size_t at = 1; at < all.size(); ++at) {
        all[at].begin = std::max(all[at].begin, all[at - 1].end);
        all[at].end = std::max(all[at].end, all[at].begin);
    }
    std::erase_if(all, [](const Interval& one) { return one.begin >= one.end; });
    return all;
}

}  // namespace

std::optional<std::vector<Interval>> open_hours(const directory::Place* place, const RotaDays& days) {
    if (place == nullptr) return std::nullopt;
    std::vector<Interval> open;
    if (is_shut_for_now(place->status)) return open;
    if (place->mobile) return place->stops.empty() ? std::nullopt : std::optional(at_stops(*place, days));
    if (!place->hours.complete || place->hours.rule.empty() || !calendar::read_shown(place->hours.rule)) return std::nullopt;
    for (const auto& span : calendar::open_spans(place->hours.rule, {days.country, days.zone}, days.first, days.days))
        open.push_back({span.begin, span.end});
    return calendar::busy(std::move(open));
}

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

const directory::Stop* stop_at(const directory::Place& place, base::Instant at, const Local& local) {
    if (!place.mobile) return nullptr;
    const auto wall = calendar::to_wall(at, local.zone);
    const auto day = calendar::date_of(wall);
    const int minute = calendar::minute_of(wall);
    const auto stands = [&](const directory::Stop& stop) {
        return stop.time.from <= minute && minute < stop.time.to && !directory::days_of(stop, day, day).empty() &&
               !directory::is_left_out(stop, day, local.country);
    };
    const auto found = std::ranges::find_if(place.stops, stands);
    return found == place.stops.end() ? nullptr : &*found;
}

std::string place_then(const directory::Snapshot& directory, std::string_view place, base::Instant at, const Local& local) {
    const auto* found = place.empty() ? nullptr : directory.place(place);
    if (!found) return "";
    const auto* stop = stop_at(*found, at, local);
    return stop ? found->name + ", " + stop->name : found->name;
}

std::string address_then(const directory::Snapshot& directory, std::string_view place, base::Instant at, const Local& local) {
    auto where = place_then(directory, place, at, local);
    if (where.empty()) return "";
    const auto* found = directory.place(place);
    const auto* stop = stop_at(*found, at, local);
    // A bus has no street of its own: its office is not where it stands.
    const auto& address = stop ? stop->address : found->mobile ? std::string() : found->address;
    return address.empty() ? where : where + ", " + address;
}

bool helps_with(const std::vector<std::string>& topics, const directory::Place& place, std::string_view topic) {
    if (topic.empty()) return true;
    if (!topics.empty() && !base::holds(topics, topic)) return false;
    // What the place says of its machines is surer than a list of topics.
    const auto machine = topic == "print"  ? place.printing
                         : topic == "copy" ? place.copying
                         : topic == "scan" ? place.scanning
                                           : directory::Answer::unknown;
    if (machine == directory::Answer::no) return false;
    // Who is there for it does it; else the place has to have it, where it says what it has.
    return !topics.empty() || place.topics.empty() || directory::answers_topic(place, topic);
}

}  // namespace digilots::booking
