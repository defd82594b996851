// What was asked and whether the promise was kept: the report on breaches.
#include "platform/register/day_counts.h"
#include "questions/implementation.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

using measures::Kind, measures::Measure;
/// asked, answered, in time
using Numbers = std::vector<std::int64_t>;

const register_::DayCounts day_counts{
    .between =
        [](db::Connection& connection, std::string_view municipality, const std::string& from, const std::string& to) {
            std::vector<register_::DayCount> days;
            for (const auto row : connection.query(sql::counts, municipality, from, to))
                days.push_back({row.text("day"),
                                row.text("unit"),
                                {row.integer("asked"), row.integer("answered"), row.integer("in_time")}});
            return days;
        },
    .last_day = [](db::Connection& connection, std::string_view municipality) {
        return connection.query(sql::last_day, municipality)[0].text_or_empty("day");
    }};

Measure measure_of(const Questions::Implementation& self, Measure measure, measures::Value (*value_of)(const Numbers&)) {
    return register_::counted_by_day(self.questions, day_counts, std::move(measure), value_of);
}

}  // namespace

std::vector<Measure> Questions::measures() const {
    const auto& self = *implementation_;
    return {measure_of(self,
                       {.key = "questions_asked",
                        .title = TEXT("Questions: asked in writing"),
                        .definition = TEXT("Questions that came by the form, by programs, or were written down by staff, on the "
                                           "day on which they came. They count also after they are deleted."),
                        .unit = TEXT("questions"),
                        .unit_of_one = TEXT("question")},
                       [](const Numbers& day) -> measures::Value { return day[0]; }),
            measure_of(self,
                       {.key = "questions_answered_in_time",
                        .title = TEXT("Questions: answered as promised"),
                        .definition = TEXT("Of the questions that were answered, those whose first answer came by the time that "
                                           "was promised, on the day of the answer. What is closed without an answer does not "
                                           "count."),
                        .unit = TEXT("percent"),
                        .kind = Kind::share},
                       [](const Numbers& day) -> measures::Value { return {day[2], day[1]}; }),
            measure_of(self,
                       {.key = "questions_answered_late",
                        .title = TEXT("Questions: answered too late"),
                        .definition = TEXT("Questions whose first answer came after the time that was promised, on the day of "
                                           "the answer."),
                        .unit = TEXT("questions"),
                        .unit_of_one = TEXT("question")},
                       [](const Numbers& day) -> measures::Value { return day[1] - day[2]; })};
}

}  // namespace digilots::questions
