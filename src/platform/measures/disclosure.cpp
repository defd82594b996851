#include "platform/measures/disclosure.h"

#include <algorithm>

namespace digilots::measures {

namespace {

using Months = std::map<std::string, Value>;

std::string month_of(base::Date date) { return base::format_date(date).substr(0, 7); }

/// Whether this month of the year may be shown beside the year's figure.
bool is_month_shown(Kind kind, const Months& months, const std::string& month) {
    const auto own = months.find(month);
    if (own == months.end() || !is_shown(kind, own->second)) return false;
    int hidden = 0;
    std::optional<std::int64_t> smallest_shown;
    for (const auto& [key, value] : months) {
        if (!key.starts_with(month.substr(0, 4)) || value == Value{}) continue;
        const auto size = size_of(kind, value);
        if (!is_shown(kind, value)) ++hidden;
        else if (!smallest_shown || size < *smallest_shown) smallest_shown = size;
    }
    return hidden != 1 || size_of(kind, own->second) != smallest_shown;
}

std::optional<Value> figure_of(Kind kind, const periods::Period& period, const Months& months) {
    const std::string first = month_of(period.from), last = month_of(period.to);
    if (first == last) return is_month_shown(kind, months, first) ? std::optional(months.at(first)) : std::nullopt;
    Value sum;
    for (const auto& [month, value] : months) {
        if (month >= first && month <= last) sum = together(kind, sum, value);
    }
    return is_shown(kind, sum) ? std::optional(sum) : std::nullopt;
}

void hide_second(Kind kind, std::vector<MemberFigure>& rows) {
    const auto is_hidden = [](const MemberFigure& row) { return !row.value; };
    if (std::ranges::count_if(rows, is_hidden) != 1 || rows.size() < 2) return;
    MemberFigure* smallest = nullptr;
    for (MemberFigure& row : rows) {
        if (row.value && (!smallest || size_of(kind, *row.value) < size_of(kind, *smallest->value))) smallest = &row;
    }
    smallest->value.reset();
}

}  // namespace

std::int64_t size_of(Kind kind, const Value& value) {
    switch (kind) {
        case Kind::money:
        case Kind::mean: return value.of;
        case Kind::share: return std::min(value.amount, value.of - value.amount);
        case Kind::sum: return value.of > 0 ? value.of : value.amount;
        case Kind::count:
        case Kind::latest: break;
    }
    return value.amount;
}

bool is_shown(Kind kind, const Value& value) { return size_of(kind, value) >= least_shown; }

periods::Period widen(const periods::Period& period) {
    using periods::holding;
    const auto month = holding(periods::Kind::month, period.from);
    if (period.to <= month.to) return month;
    return {holding(periods::Kind::year, period.from).from, holding(periods::Kind::year, period.to).to};
}

bool is_one_month(const periods::Period& widened) { return periods::kind_of(widened) == periods::Kind::month; }

NetworkFigures disclose(Kind kind, const periods::Period& period, const std::vector<std::string>& members,
                        const MonthValues& months) {
    NetworkFigures figures{widen(period), {}, Value{}};
    for (const std::string& member : members) {
        const auto found = months.find(member);
        figures.rows.push_back({member, figure_of(kind, figures.period, found == months.end() ? Months{} : found->second)});
    }
    hide_second(kind, figures.rows);
    for (const MemberFigure& row : figures.rows) {
        if (!row.value) figures.total.reset();
        else if (figures.total) figures.total = side_by_side(kind, *figures.total, *row.value);
    }
    return figures;
}

}  // namespace digilots::measures
