#include "booking/held_elsewhere.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/calendar/free_busy.h"

namespace digilots::booking {

std::vector<HeldLane> take_held(std::vector<Shift>& shifts, const std::vector<HeldElsewhere>& held) {
    std::vector<HeldLane> taken;
    for (const auto& one : held) {
        const Interval at{one.begin, one.end};
        std::vector<std::string> lanes;
        for (const auto& shift : shifts) {
            if (static_cast<int>(lanes.size()) >= one.people) break;
            const bool is_there = shift.function == one.function && shift.at.begin < at.end && at.begin < shift.at.end &&
                                  (one.place.empty() || shift.place == one.place);
            if (is_there) base::add_once(lanes, shift.lane);
        }
        std::vector<Shift> left;
        for (auto& shift : shifts) {
            if (!base::holds(lanes, shift.lane)) {
                left.push_back(std::move(shift));
                continue;
            }
            for (const auto& part : calendar::free_in(shift.at, {at})) {
                left.push_back(shift);
                left.back().at = part;
            }
        }
        shifts = std::move(left);
        for (const auto& lane : lanes) taken.push_back({lane, one});
        if (lanes.empty()) taken.push_back({"", one});
    }
    return taken;
}

}  // namespace digilots::booking
