#include "directory/hours.h"

#include <KOpeningHours/Interval>
#include <KOpeningHours/OpeningHours>
#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <algorithm>
#include <array>

#include "directory/holidays.h"

namespace digilots::directory {
namespace {

constexpr std::size_t longest_rule = 500;
constexpr int most_intervals = 400;

using KOpeningHours::Interval;
using KOpeningHours::OpeningHours;

// Read as if in UTC: every wall-clock time exists there. from_civil then puts the zone's summer time in.
OpeningHours parse(std::string_view rule, std::string_view country) {
    OpeningHours hours(rule.data(), rule.size());
    const QString region = QString::fromLatin1(country.data(), static_cast<int>(country.size()));
    hours.setRegion(QStringView(region));
    hours.setTimeZone(QTimeZone::utc());
    return hours;
}

struct WallClock {
    base::Date date;
    int minute = 0;
    auto operator<=>(const WallClock&) const = default;
};

struct WallSpan {
    WallClock begin, end;
    bool certain = true;
    std::string comment;
};

QDateTime to_qt(base::Date date) {
    const QDate day(int(date.year()), int(unsigned(date.month())), int(unsigned(date.day())));
    return QDateTime(day, QTime(0, 0), QTimeZone::utc());
}

WallClock from_qt(const QDateTime& time) {
    const QDate day = time.date();
    return {base::Date{std::chrono::year{day.year()}, std::chrono::month(unsigned(day.month())),
                       std::chrono::day(unsigned(day.day()))},
            time.time().hour() * 60 + time.time().minute()};
}

std::vector<WallSpan> read_spans(const OpeningHours& hours, WallClock from, WallClock until) {
    std::vector<WallSpan> spans;
    Interval interval = hours.interval(to_qt(from.date));
    for (int count = 0; interval.isValid() && count < most_intervals; ++count) {
        const WallClock begin = interval.hasOpenBegin() ? from : std::max(from, from_qt(interval.begin()));
        const WallClock end = interval.hasOpenEnd() ? until : std::min(until, from_qt(interval.end()));
        if (begin >= until) break;
        const bool unknown = interval.state() == Interval::Unknown;
        if ((interval.state() == Interval::Open || unknown) && begin < end) {
            spans.push_back({begin, end, !unknown, interval.comment().toStdString()});
        }
        if (interval.hasOpenEnd()) break;
        const Interval next = hours.nextInterval(interval);
        // A rule that does not move forward would never end.
        if (!next.isValid() || next.hasOpenBegin() || next.begin() < interval.end()) break;
        interval = next;
    }
    return spans;
}

bool names_day(std::string_view rule, base::Date date) {
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const unsigned day = unsigned(date.day());
    const std::string month(months[unsigned(date.month()) - 1]);
    const std::string padded = month + (day < 10 ? " 0" : " ") + std::to_string(day);
    return rule.find(padded) != rule.npos || rule.find(month + " " + std::to_string(day) + " ") != rule.npos;
}

/// The minute from which the day is closed, or -1 where it is like any other.
int closed_from(std::string_view rule, std::string_view country, base::Date date) {
    const Holiday* holiday = holiday_on(country, date);
    if (holiday == nullptr || names_day(rule, date) || rule.find("24/7") != rule.npos) return -1;
    if (holiday->kind == Holiday::Kind::public_holiday && rule.find("PH") != rule.npos) return -1;
    return holiday->closed_from_minute;
}

void close_on_holidays(std::vector<WallSpan>& spans, std::string_view rule, std::string_view country) {
    for (auto& span : spans) {
        const int minute = closed_from(rule, country, span.begin.date);
        if (minute < 0) continue;
        if (span.begin.minute >= minute) {
            span.end = span.begin;
        } else {
            span.end = std::min(span.end, WallClock{span.begin.date, minute});
        }
    }
    std::erase_if(spans, [](const WallSpan& span) { return span.begin >= span.end; });
}

base::Instant to_instant(WallClock clock, std::string_view zone) {
    return base::from_civil(clock.date, clock.minute / 60, clock.minute % 60, zone);
}

}  // namespace

base::Result<void, HoursError> check_hours(std::string_view rule) {
    if (rule.empty()) return base::failure(HoursError::empty);
    if (rule.size() > longest_rule) return base::failure(HoursError::too_long);
    switch (parse(rule, "SE").error()) {
        case OpeningHours::NoError: return {};
        case OpeningHours::Null:
        case OpeningHours::SyntaxError: return base::failure(HoursError::not_understood);
        default: return base::failure(HoursError::not_supported);
    }
}

std::vector<OpenSpan> open_spans(std::string_view rule, HoursPlace place, base::Date first, int days) {
    std::vector<OpenSpan> result;
    if (!check_hours(rule)) return result;
    // One day earlier: what began last night may still go on.
    const WallClock from{base::add_days(first, -1), 0};
    const WallClock until{base::add_days(first, days), 0};
    auto spans = read_spans(parse(rule, place.country), from, until);
    close_on_holidays(spans, rule, place.country);
    for (const auto& span : spans) {
        OpenSpan next{to_instant(span.begin, place.zone), to_instant(span.end, place.zone), span.certain,
                      span.end >= until, span.comment};
        if (next.begin >= next.end) continue;   // an hour that the clock change takes away
        if (!result.empty() && result.back().end == next.begin && result.back().certain == next.certain) {
            result.back().end = next.end;
            result.back().goes_on = next.goes_on;
        } else {
            result.push_back(std::move(next));
        }
    }
    const auto begin = to_instant({first, 0}, place.zone);
    std::erase_if(result, [&](const OpenSpan& span) { return span.end <= begin; });
    return result;
}

}  // namespace digilots::directory
