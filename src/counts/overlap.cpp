// A year's total and its months tell of the same: no day is summed twice.
#include <algorithm>
#include <iterator>
#include <map>

#include "counts/counts.h"
#include "platform/base/time.h"

namespace digilots::counts {

namespace {

bool holds(const Told& longer, const Told& shorter) {
    return longer.from <= shorter.from && shorter.to <= longer.to;
}
bool is_longer(const Told& one, const Told& other) {
    return base::days_between(one.from, one.to) > base::days_between(other.from, other.to);
}

/// Shorter ones within it are about each of its days.
bool is_told_by_parts(const Told& whole, const std::vector<Told>& by_first_day) {
    auto next = whole.from;
    for (const auto& part : by_first_day) {
        if (!holds(whole, part) || !is_longer(whole, part) || part.to < next) continue;
        if (part.from > next) return false;
        next = base::add_days(part.to, 1);
    }
    return next > whole.to;
}

}  // namespace

std::int64_t sum_without_overlap(std::vector<Told> told) {
    std::ranges::sort(told, {}, [](const Told& one) { return std::pair(one.from, one.to); });
    auto longest_first = told;
    std::ranges::stable_sort(longest_first, is_longer);
    std::map<base::Date, base::Date> taken;  // apart from each other
    std::int64_t sum = 0;
    for (const auto& one : longest_first) {
        const auto after = taken.upper_bound(one.to);
        const bool is_told = after != taken.begin() && std::prev(after)->second >= one.from;
        if (is_told || (one.from != one.to && is_told_by_parts(one, told))) continue;
        sum += one.number;
        taken.emplace(one.from, one.to);
    }
    return sum;
}

}  // namespace digilots::counts
