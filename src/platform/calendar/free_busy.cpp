#include "platform/calendar/free_busy.h"

#include <algorithm>

namespace digilots::calendar {

std::vector<Interval> busy(std::vector<Interval> taken) {
    std::erase_if(taken, [](const Interval& one) { return one.end <= one.begin; });
    std::ranges::sort(taken, {}, &Interval::begin);
    std::vector<Interval> joined;
    for (const auto& one : taken) {
        if (!joined.empty() && one.begin <= joined.back().end) {
            joined.back().end = std::max(joined.back().end, one.end);
        } else {
            joined.push_back(one);
        }
    }
    return joined;
}

std::vector<Interval> free_in(Interval window, std::vector<Interval> taken) {
    std::vector<Interval> left;
    for (const auto& one : busy(std::move(taken))) {
        if (one.end <= window.begin || one.begin >= window.end) continue;
        if (one.begin > window.begin) left.push_back({window.begin, one.begin});
        window.begin = one.end;
    }
    if (window.begin < window.end) left.push_back(window);
    return left;
}

bool is_free(Interval wanted, const std::vector<Interval>& taken) {
    return std::ranges::none_of(taken, [&](const Interval& one) {
        return one.begin < one.end && one.begin < wanted.end && wanted.begin < one.end;
    });
}

}  // namespace digilots::calendar
