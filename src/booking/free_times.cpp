#include "booking/free_times.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "platform/base/lists.h"

namespace digilots::booking {

namespace {

using std::chrono::minutes;

constexpr int hundred = 100;
constexpr std::size_t times_of_a_shift = 8;  // about

base::Instant next_piece(base::Instant at) {
    const auto piece = minutes(piece_minutes);
    const auto since = at.time_since_epoch();
    const auto over = since % piece;
    return over.count() == 0 ? at : at + (piece - over);
}

/// Until when the shift can be booked: the rest is kept for those who come without a time.
base::Instant bookable_until(const Shift& shift, int drop_in_percent) {
    if (drop_in_percent <= 0) return shift.at.end;
    const int kept = drop_in_percent * shift.of;  // in hundredths of a lane
    const int here = std::clamp(kept - hundred * (shift.of - 1 - shift.number), 0, hundred);
    const auto length = std::chrono::floor<minutes>(shift.at.end - shift.at.begin);
    const auto bookable = length * (hundred - here) / hundred;
    return shift.at.begin + bookable / piece_minutes * piece_minutes;
}

/// Times of one shift, in order, as long as `each` takes them.
template <class Each>
void times_of(const Shift& shift, const std::vector<Interval>& taken, const Terms& terms, Interval window,
              const Each& each) {
    const auto length = minutes(terms.minutes), way = minutes(terms.travel), rest = minutes(terms.rest);
    const auto until = bookable_until(shift, terms.drop_in_percent) - way;
    auto busy =
        std::ranges::lower_bound(taken, shift.at.begin, {}, [](const Interval& one) { return one.end; });
    auto at = next_piece(shift.at.begin) + way;
    while (at + length <= until && at < window.end) {
        const Interval kept{at - way, at + length + way + rest};
        while (busy != taken.end() && busy->end <= kept.begin) ++busy;
        if (busy != taken.end() && busy->begin < kept.end) {
            // On from where it ends, in the grid of the shift, so that times stay where they were.
            const auto step = length + rest;
            const auto behind = busy->end + way - at;
            const auto steps = std::max<std::int64_t>(1, (behind + step - minutes(1)) / step);
            const auto in_grid = at + steps * step;
            at = in_grid;
            continue;
        }
        if (at >= window.begin) each(Interval{at, at + length});
        at += length + rest;
    }
}

const std::vector<Interval>& taken_of(const Taken& taken, const std::string& lane) {
    static const std::vector<Interval> nothing;
    const auto found = taken.find(lane);
    return found == taken.end() ? nothing : found->second;
}

Interval within_reach(const Terms& terms, Interval window, base::Instant now) {
    const auto from = now + std::chrono::hours(terms.lead_hours);
    const auto until = now + std::chrono::days(terms.horizon_days + 1);
    return {std::max(window.begin, from), std::min(window.end, until)};
}

}  // namespace

std::vector<FreeTime> free_times(const std::vector<Shift>& shifts, const Taken& taken, const Terms& terms,
                                 Interval window, base::Instant now) {
    auto reach = within_reach(terms, window, now);
    reach.begin = std::max(reach.begin, now + minutes(terms.travel));
    std::vector<std::string_view> places;
    for (const auto& shift : shifts)
        if (places.empty() || (places.back() != shift.place && !base::holds(places, shift.place)))
            places.push_back(shift.place);
    std::ranges::sort(places);
    // Numbers alone are sorted: there are many times, of few places.
    std::vector<std::pair<base::Instant, std::uint32_t>> all;
    all.reserve(shifts.size() * times_of_a_shift);
    for (const auto& shift : shifts) {
        if (shift.at.end <= reach.begin || shift.at.begin >= reach.end) continue;
        const auto place = static_cast<std::uint32_t>(
            std::ranges::lower_bound(places, std::string_view(shift.place)) - places.begin());
        times_of(shift, taken_of(taken, shift.lane), terms, reach,
                 [&](Interval at) { all.emplace_back(at.begin, place); });
    }
    std::ranges::sort(all);
    std::vector<FreeTime> times;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (at > 0 && all[at - 1] == all[at]) {
            ++times.back().left;
            continue;
        }
        const auto& [begin, place] = all[at];
        times.push_back({{begin, begin + minutes(terms.minutes)}, places[place], 1});
    }
    return times;
}

std::vector<std::string> lanes_for(const std::vector<Shift>& shifts, const Taken& taken, const Terms& terms,
                                   std::string_view place, base::Instant starts, base::Instant now) {
    const auto reach = within_reach(terms, {starts, starts + minutes(1)}, now);
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const auto& shift : shifts) {
        if (shift.place != place || shift.at.begin > starts || shift.at.end < starts) continue;
        const auto& busy = taken_of(taken, shift.lane);
        times_of(shift, busy, terms, reach, [&](Interval) { found.emplace_back(busy.size(), shift.lane); });
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    std::vector<std::string> lanes;
    for (auto& [number, lane] : found) lanes.push_back(std::move(lane));
    return lanes;
}

bool is_reached_in_time(base::Instant starts, const Terms& terms, base::Instant now) {
    return starts - minutes(terms.travel) >= now;
}

Interval kept_of(base::Instant starts, const Terms& terms) {
    const auto way = minutes(terms.travel);
    return {starts - way, starts + minutes(terms.minutes) + way + minutes(terms.rest)};
}

std::vector<std::int64_t> pieces_of(Interval at) {
    const auto piece = minutes(piece_minutes);
    std::vector<std::int64_t> pieces;
    for (auto number = at.begin.time_since_epoch() / piece; number * piece < at.end.time_since_epoch();
         ++number)
        pieces.push_back(number);
    return pieces;
}

}  // namespace digilots::booking
