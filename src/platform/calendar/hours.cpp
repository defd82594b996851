#include "platform/calendar/hours.h"

#include "platform/calendar/hours_days.h"

namespace digilots::calendar {
namespace {

constexpr std::size_t longest_rule = 500;
constexpr int minutes_of_day = 24 * 60;

base::Instant to_instant(base::Date date, int minute, std::string_view zone) {
    if (minute >= minutes_of_day) return to_instant(base::add_days(date, 1), minute - minutes_of_day, zone);
    return base::from_civil(date, minute / 60, minute % 60, zone);
}

void join(std::vector<OpenSpan>& spans, OpenSpan next) {
    if (next.begin >= next.end) return;     // an hour that the clock change takes away
    if (!spans.empty()) {
        auto& last = spans.back();
        if (last.end == next.begin && last.certain == next.certain && last.comment == next.comment) {
            last.end = next.end;
            return;
        }
    }
    spans.push_back(std::move(next));
}

DayTimes::Range range_of(const HoursPiece& piece) {
    return {piece.begin, piece.end, piece.state == RuleState::open, piece.open_end, std::string(piece.comment)};
}

/// "08:00-16:00,10:00-14:00" is one stretch.
void add_range(std::vector<DayTimes::Range>& ranges, DayTimes::Range range) {
    const bool goes_on = !ranges.empty() && ranges.back().to == range.from && ranges.back().certain == range.certain &&
                         ranges.back().comment == range.comment && !ranges.back().open_end && !range.open_end;
    if (goes_on) {
        ranges.back().to = range.to;
    } else {
        ranges.push_back(std::move(range));
    }
}

/// The hours after midnight of a night that is listed the day before.
void end_night(std::vector<DayTimes>& days, const HoursPiece& piece) {
    if (days.empty()) return;
    auto& ranges = days.back().ranges;
    auto rest = range_of(piece);
    rest.from += minutes_of_day;
    rest.to += minutes_of_day;
    const bool goes_on = !ranges.empty() && ranges.back().to == rest.from && ranges.back().certain == rest.certain &&
                         ranges.back().comment == rest.comment;
    if (goes_on) {
        ranges.back().to = rest.to;
        ranges.back().open_end = rest.open_end;
    } else {
        ranges.push_back(std::move(rest));
    }
}

}  // namespace

base::Result<Notation, HoursError> read_shown(std::string_view rule) {
    if (rule.empty()) return base::failure(HoursError::empty);
    if (rule.size() > longest_rule) return base::failure(HoursError::too_long);
    auto notation = read_notation(rule);
    if (!notation) return base::failure(HoursError::not_understood);
    if (notation->names_school_holidays || notation->names_sun) return base::failure(HoursError::not_supported);
    return std::move(*notation);
}

base::Result<void, HoursError> check_hours(std::string_view rule) {
    const auto notation = read_shown(rule);
    if (!notation) return base::failure(notation.error());
    return {};
}

std::vector<OpenSpan> open_spans(const Notation& notation, HoursPlace place, base::Date first, int days, Holidays holidays) {
    std::vector<OpenSpan> spans;
    HoursDays reading(notation, place.country, holidays);
    // One day earlier: since when the place has been open.
    for (int day = -1; day < days; ++day) {
        const auto date = base::add_days(first, day);
        for (const auto& piece : reading.pieces(date)) {
            join(spans, {to_instant(date, piece.begin, place.zone), to_instant(date, piece.end, place.zone),
                         piece.state == RuleState::open, false, std::string(piece.comment)});
        }
    }
    const auto begin = to_instant(first, 0, place.zone), end = to_instant(base::add_days(first, days), 0, place.zone);
    std::erase_if(spans, [&](const OpenSpan& span) { return span.end <= begin; });
    if (!spans.empty()) spans.back().goes_on = spans.back().end >= end;
    return spans;
}

std::vector<OpenSpan> open_spans(std::string_view rule, HoursPlace place, base::Date first, int days) {
    const auto notation = read_shown(rule);
    return notation ? open_spans(*notation, place, first, days, Holidays::closed) : std::vector<OpenSpan>{};
}

std::vector<DayTimes> day_times(const Notation& notation, std::string_view country, base::Date first, int days) {
    std::vector<DayTimes> list;
    HoursDays reading(notation, country, Holidays::closed);
    // One day more: until when the last night goes.
    for (int day = 0; day <= days; ++day) {
        DayTimes times{base::add_days(first, day), {}};
        for (const auto& piece : reading.pieces(times.date)) {
            if (piece.since_yesterday) {
                end_night(list, piece);
            } else {
                add_range(times.ranges, range_of(piece));
            }
        }
        list.push_back(std::move(times));
    }
    list.pop_back();
    return list;
}

std::vector<DayTimes> day_times(std::string_view rule, std::string_view country, base::Date first, int days) {
    const auto notation = read_shown(rule);
    return notation ? day_times(*notation, country, first, days) : std::vector<DayTimes>{};
}

}  // namespace digilots::calendar
