#include "platform/measures/disclosure.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

namespace digilots::measures {

namespace {

using Months = std::map<std::string, Value>;

std::string month_of(base::Date date) { return base::format_date(date).substr(0, 7); }

/// A hidden figure as an outsider sees it: what it is, and between which bounds the threshold alone lets it lie.
struct HiddenFigure {
    std::int64_t value, low, high;
};

constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max() / 1024;     // over a thousand may be added

/// Whether figures whose sum is known keep every one of them uncertain by `narrowest` at least. With one sum over whole
/// numbers these bounds are exact, not only safe.
bool are_uncertain(const std::vector<HiddenFigure>& hidden) {
    HiddenFigure all{0, 0, 0};
    for (const HiddenFigure& one : hidden) {
        all = {all.value + one.value, all.low + one.low, std::min(unbounded, all.high) + one.high};
    }
    return std::ranges::all_of(hidden, [&](const HiddenFigure& one) {
        const auto least = std::max(one.low, all.value - (all.high - one.high));
        const auto most = std::min(one.high, all.value - (all.low - one.low));
        return most - least >= narrowest;
    });
}

HiddenFigure hidden_figure(std::int64_t value, std::int64_t least) {
    return value < least_shown ? HiddenFigure{value, least, least_shown - 1} : HiddenFigure{value, least_shown, unbounded};
}

/// Whether nobody can work out one of these months from their sum: of a share its part and its rest alike, either of which may
/// be nobody; of all others how many each is about.
bool are_uncertain(Kind kind, const std::vector<Value>& months) {
    std::vector<HiddenFigure> parts, rests;
    for (const Value& value : months) {
        if (kind == Kind::share) {
            parts.push_back(hidden_figure(value.amount, 0));
            rests.push_back(hidden_figure(value.of - value.amount, 0));
        } else {
            parts.push_back(hidden_figure(size_of(kind, value), 1));
        }
    }
    return are_uncertain(parts) && are_uncertain(rests);
}

struct Year {
    std::set<std::string> hidden;           // months
    bool is_shown = false;                  // its sum
    bool is_empty = true;
};

/// What is shown of one year: as many of its smallest months are hidden as keep those uncertain that have to be hidden; where
/// all of them are too few, it is the year that is hidden.
Year examine_year(Kind kind, const Months& months, std::string_view year) {
    Year found;
    Value sum;
    std::vector<std::pair<std::int64_t, std::string>> shown;
    std::vector<Value> hidden;
    for (const auto& [month, value] : months) {
        if (!month.starts_with(year) || value == Value{}) continue;
        found.is_empty = false;
        sum = together(kind, sum, value);
        if (is_shown(kind, value)) {
            shown.emplace_back(size_of(kind, value), month);
        } else {
            found.hidden.insert(month);
            hidden.push_back(value);
        }
    }
    found.is_shown = is_shown(kind, sum);
    if (hidden.empty() || !found.is_shown || kind == Kind::latest) return found;
    std::ranges::sort(shown);
    const auto primary = found.hidden;
    for (const auto& [size, month] : shown) {
        if (are_uncertain(kind, hidden)) break;
        found.hidden.insert(month);
        hidden.push_back(months.at(month));
    }
    if (!are_uncertain(kind, hidden)) found = {primary, false, false};
    return found;
}

std::optional<Value> figure_of(Kind kind, const periods::Period& period, const Months& months) {
    const std::string first = month_of(period.from), last = month_of(period.to);
    if (first == last) {
        const auto own = months.find(first);
        if (own == months.end() || !is_shown(kind, own->second)) return std::nullopt;
        if (examine_year(kind, months, first.substr(0, 4)).hidden.contains(first)) return std::nullopt;
        return own->second;
    }
    Value sum;
    for (auto year = period.from.year(); year <= period.to.year(); ++year) {
        const auto found = examine_year(kind, months, std::to_string(static_cast<int>(year)));
        if (kind != Kind::latest && !found.is_shown && !found.is_empty) return std::nullopt;  // years less the others
    }
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
