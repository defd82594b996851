// Who is left at the places: by the rota, less those who are booked to somebody's home; and who can be met without a time.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/free_busy.h"
#include "platform/calendar/wall_time.h"

namespace digilots::booking {

namespace {

constexpr std::string_view lane_of_things = "resource:";

template <class IsOf>
Taken taken_in(const Bookings::Implementation& self, std::string_view municipality_id, const IsOf& is_of) {
    Taken made;
    const auto since = base::format_utc(self.clock.now() - std::chrono::days(1));
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::list_taken, municipality_id, since); });
    for (const auto row : rows) {
        const auto from = base::parse_utc(row.text("kept_from")), until = base::parse_utc(row.text("kept_until"));
        if (from && until && is_of(row.text("offer"))) made[row.text("lane")].push_back({*from, *until});
    }
    return made;
}

/// With the way there and back they are not at the place.
std::vector<Shift> without_those_away(const std::vector<Shift>& shifts, const Taken& away) {
    std::vector<Shift> left;
    left.reserve(shifts.size());
    for (const auto& shift : shifts) {
        if (shift.lane.starts_with(lane_of_things)) continue;
        const auto found = away.find(shift.lane);
        if (found == away.end()) {
            left.push_back(shift);
            continue;
        }
        for (const auto& part : calendar::free_in(shift.at, found->second)) {
            left.push_back(shift);
            left.back().at = part;
        }
    }
    return left;
}

/// Of people alone: what can be used there says nothing of who is there.
std::map<std::string, std::vector<Interval>, std::less<>> staffed_in(const std::vector<Shift>& shifts) {
    std::map<std::string, std::vector<Interval>, std::less<>> staffed;
    for (const auto& shift : shifts) staffed[shift.place].push_back(shift.at);
    for (auto& [place, times] : staffed) {
        std::ranges::sort(times, {}, &Interval::begin);
        std::vector<Interval> joined;
        for (const auto& time : times)
            if (!joined.empty() && time.begin <= joined.back().end)
                joined.back().end = std::max(joined.back().end, time.end);
            else
                joined.push_back(time);
        times = std::move(joined);
    }
    return staffed;
}

bool is_drop_in(const RotaLine* line, const directory::Place& place) {
    if (line && !line->drop_in.empty()) return line->drop_in == "yes";
    return place.drop_in == directory::Answer::yes;
}

/// Those who are there together are one.
std::vector<Bookings::DropIn> drop_ins_in(const Plan& plan, const std::vector<Shift>& there,
                                          const directory::Snapshot& directory, std::string_view zone) {
    constexpr int days_said = 15;
    const auto until = calendar::to_instant(calendar::wall_time(base::add_days(plan.first, days_said), 0), zone);
    std::vector<Bookings::DropIn> all;
    for (const auto& shift : there) {
        const auto* place = directory.place(shift.place);
        const auto* line = shift.line < 0 ? nullptr : &plan.rota.lines[static_cast<std::size_t>(shift.line)];
        // Where nobody can come, nobody is met.
        const bool is_met = place && place->listed() && place->status == directory::Status::open;
        if (shift.at.begin >= until || !is_met || !is_drop_in(line, *place)) continue;
        const auto topics = line ? line->topics : std::vector<std::string>{};
        const auto same = std::ranges::find_if(all, [&](const Bookings::DropIn& one) {
            return one.place == shift.place && one.begin == shift.at.begin && one.end == shift.at.end &&
                   one.topics == topics;
        });
        if (same != all.end())
            same->lanes.push_back(shift.lane);
        else
            all.push_back({shift.place, shift.at.begin, shift.at.end, topics, {shift.lane}});
    }
    std::ranges::stable_sort(all, {}, &Bookings::DropIn::begin);
    return all;
}

}  // namespace

std::shared_ptr<const Taken> Bookings::Implementation::load_taken(std::string_view municipality_id) const {
    return std::make_shared<Taken>(taken_in(*this, municipality_id, [](std::string_view) { return true; }));
}

kept::Until<There> Bookings::Implementation::load_there(std::string_view municipality_id) const {
    const auto known = plan.of(municipality_id);
    const auto away = taken_in(*this, municipality_id, [&](std::string_view id) {
        const auto* offer = base::find_in(known->offers, id, &Offer::id);
        return offer && offer->is_at_home();
    });
    auto left = without_those_away(known->open, away);
    std::erase_if(left, [&](const Shift& shift) { return known->unheld.contains(shift.function); });
    auto made = std::make_shared<There>();
    made->staffed = staffed_in(left);
    made->drop_ins =
        drop_ins_in(*known, left, *neighbours.directory.snapshot(municipality_id), around(municipality_id).zone);
    return {made, neighbours.directory.day_end(municipality_id)};
}

}  // namespace digilots::booking
