#include "inquiries/count_segments.h"

#include <chrono>

#include "inquiries/sql.h"
#include "platform/base/json.h"
#include "platform/base/time.h"

namespace digilots::inquiries {

namespace {

std::vector<Segment> days(base::Date from, base::Date to) {
    if (from > to) return {};
    return {{"day", base::format_date(from), base::format_date(to)}};
}

}  // namespace

std::vector<Segment> segments_of(const periods::Period& period, measures::Grain grain) {
    if (period.from > period.to) return {};
    if (grain == measures::Grain::day) return days(period.from, period.to);
    using namespace std::chrono;
    year_month first{period.from.year(), period.from.month()};
    if (period.from.day() != day{1}) first += months{1};
    year_month last{period.to.year(), period.to.month()};
    const year_month_day end_of_last = last / std::chrono::last;
    if (period.to != end_of_last) last -= months{1};
    if (first > last) return days(period.from, period.to);
    std::vector<Segment> segments = days(period.from, base::add_days(first / 1, -1));
    segments.push_back({"month", base::format_date(first / 1).substr(0, 7), base::format_date(last / 1).substr(0, 7)});
    for (Segment& rest : days(base::add_days(year_month_day(last / std::chrono::last), 1), period.to)) segments.push_back(rest);
    return segments;
}

periods::Period with_empty_days(db::Connection& connection, const std::vector<std::string>& municipalities,
                                periods::Period period) {
    if (period.from > period.to || municipalities.empty()) return period;
    const auto is_empty = [&](base::Date from, base::Date to) {
        return connection.query(sql::count_of_several, base::json_list(municipalities), base::format_date(from),
                                base::format_date(to))[0].integer("found") == 0;
    };
    const base::Date first = period.from.year() / period.from.month() / 1;
    const base::Date last = period.to.year() / period.to.month() / std::chrono::last;
    if (first != period.from && is_empty(first, base::add_days(period.from, -1))) period.from = first;
    if (last != period.to && is_empty(base::add_days(period.to, 1), last)) period.to = last;
    return period;
}

}  // namespace digilots::inquiries
