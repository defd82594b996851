// How long an answer took, as figures: working days and working hours from contact to final answer, by the way it came and
// the unit whose it is.
#include <map>

#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "platform/register/measure.h"
#include "questions/implementation.h"
#include "questions/speed.h"

namespace digilots::questions {

namespace {

using measures::Query, measures::Row;

/// Days on which there is work, after that of the question until that of the answer: 0 on the same day.
int working_days_between(const calendar::WorkingWeek& week, base::Instant from, base::Instant until) {
    const auto last = base::to_civil(until, week.zone).date;
    auto day = calendar::working_day_from(week, base::to_civil(from, week.zone).date);
    int days = 0;
    while (day < last) {
        day = calendar::working_day_from(week, base::add_days(day, 1));
        days += day <= last ? 1 : 0;
    }
    return days;
}

enum class InWorkingTime { days, hours };

std::vector<Row> rows_of_speed(const Questions& questions, InWorkingTime unit, const Query& query) {
    constexpr std::int64_t minutes_of_hour = 60;
    const auto& self = Inside::of(questions);
    std::map<std::map<std::string, std::string>, measures::Value> sums;
    for (const auto& municipality : query.municipalities) {
        calendar::WorkingWeek week;
        if (const auto country = self.country_of(municipality); !country.empty()) week.country = country;
        week.zone = self.zone_of(municipality);
        for (const auto& one : ended_in(questions, municipality, query.period)) {
            if (one.is_left || !one.answered_at) continue;
            const auto channel = query.where.find("channel");
            if (channel != query.where.end() && channel->second != one.channel) continue;
            if (!register_::is_asked_for(self.questions, query, municipality, one.unit)) continue;
            std::map<std::string, std::string> key;
            const auto day = base::format_date(base::to_civil(*one.answered_at, week.zone).date);
            for (const auto& dimension : query.by)
                key[dimension] = dimension == "channel"        ? one.channel
                                 : dimension == "unit"         ? one.unit
                                 : dimension == "municipality" ? municipality
                                                               : measures::time_key(dimension, day);
            auto& sum = sums[key];
            sum.amount += unit == InWorkingTime::days ? working_days_between(week, one.asked_at, *one.answered_at)
                                             : calendar::working_minutes_between(week, one.asked_at, *one.answered_at);
            ++sum.of;
        }
    }
    std::vector<Row> rows;
    for (auto& [key, sum] : sums) {
        if (unit == InWorkingTime::hours) sum.amount = (sum.amount + minutes_of_hour / 2) / minutes_of_hour;
        rows.push_back({key, sum});
    }
    return rows;
}

}  // namespace

std::vector<measures::Measure> speed_measures(const Questions& questions) {
    const auto of = [&questions](InWorkingTime unit, measures::Measure measure) {
        measure.kind = measures::Kind::mean;
        const auto label = [](std::string_view key, std::string_view, const i18n::Translator& words) {
            return title_of_way(std::string(key), words);
        };
        measure.dimensions = {{"channel", TEXT("Came by"), label}};
        if (auto units = register_::unit_dimension(Inside::of(questions).questions))
            measure.dimensions.push_back(*std::move(units));
        measure.figures = [&questions, unit](const Query& query) { return rows_of_speed(questions, unit, query); };
        return measure;
    };
    return {of(InWorkingTime::days, {.key = "questions_working_days",
                            .title = TEXT("Questions: working days to the answer"),
                            .definition =
                                TEXT("The mean of how many working days after the day of the question the last answer came: 0 "
                                     "on the same day. Of what was answered in the time and is still kept, also call-backs."),
                            .unit = TEXT("working days")}),
            of(InWorkingTime::hours, {.key = "questions_working_hours",
                             .title = TEXT("Questions: working hours to the answer"),
                             .definition = TEXT("The mean of the working hours from the question to its last answer. Of what was "
                                                "answered in the time and is still kept, also call-backs."),
                             .unit = TEXT("working hours")})};
}

}  // namespace digilots::questions
