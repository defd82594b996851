#include "statistics/disclosure.h"

#include <algorithm>

#include "platform/base/time.h"
#include "statistics/question.h"

namespace digilots::statistics {

namespace {

using Months = std::map<std::string, std::int64_t>;

/// Whether this month of the year may be shown beside the year's total.
bool is_month_shown(const Months& months, const std::string& month) {
    const auto value = [&](const std::string& key) { return months.contains(key) ? months.at(key) : 0; };
    if (value(month) < least_shown) return false;
    int hidden = 0;
    std::optional<std::int64_t> smallest_shown;
    for (const auto& [key, count] : months) {
        if (!key.starts_with(month.substr(0, 4)) || count == 0) continue;
        if (count < least_shown) ++hidden;
        else if (!smallest_shown || count < *smallest_shown) smallest_shown = count;
    }
    return hidden != 1 || value(month) != smallest_shown;
}

std::optional<std::int64_t> value_of(const base::Period& period, const Months& months) {
    if (is_one_month(period)) {
        const std::string month = base::format_date(period.from).substr(0, 7);
        if (!is_month_shown(months, month)) return std::nullopt;
        return months.at(month);
    }
    std::int64_t sum = 0;
    const std::string first = base::format_date(period.from).substr(0, 7), last = base::format_date(period.to).substr(0, 7);
    for (const auto& [month, count] : months) sum += month >= first && month <= last ? count : 0;
    return sum >= least_shown ? std::optional(sum) : std::nullopt;
}

void hide_second(std::vector<NetworkRow>& rows) {
    const auto is_hidden = [](const NetworkRow& row) { return !row.value; };
    if (std::ranges::count_if(rows, is_hidden) != 1 || rows.size() < 2) return;
    NetworkRow* smallest = nullptr;
    for (NetworkRow& row : rows) {
        if (row.value && (!smallest || *row.value < *smallest->value)) smallest = &row;
    }
    smallest->value.reset();
}

}  // namespace

base::Period widen(const base::Period& period) {
    using namespace std::chrono;
    const bool one_month = period.from.year() == period.to.year() && period.from.month() == period.to.month();
    if (one_month) return {period.from.year() / period.from.month() / 1, last_of_month(period.from)};
    return {period.from.year() / January / 1, period.to.year() / December / 31};
}

bool is_one_month(const base::Period& widened) {
    return widened.from.year() == widened.to.year() && widened.from.month() == widened.to.month();
}

NetworkFigures disclose(const base::Period& period, const std::vector<std::string>& members, const MonthCounts& months) {
    NetworkFigures figures{widen(period), {}, 0};
    for (const std::string& member : members) {
        const auto found = months.find(member);
        figures.rows.push_back({member, value_of(figures.period, found == months.end() ? Months{} : found->second)});
    }
    hide_second(figures.rows);
    for (const NetworkRow& row : figures.rows) {
        if (!row.value) figures.total.reset();
        else if (figures.total) *figures.total += *row.value;
    }
    return figures;
}

}  // namespace digilots::statistics
