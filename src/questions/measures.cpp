// What was asked and whether the promise was kept: the report on breaches.
#include "platform/base/time.h"
#include "directory/directory.h"
#include "platform/register/day_counts.h"
#include "questions/implementation.h"
#include "questions/speed.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

using measures::Kind, measures::Measure;
/// asked; answered, or its time has run out; in time
using Numbers = std::vector<std::int64_t>;

/// Those that still wait after their time.
std::vector<register_::DayCount> late_ones(const Questions::Implementation& self, std::string_view municipality) {
    std::vector<register_::DayCount> late;
    for (const auto held = self.waiting.of(municipality); const auto& question : held->questions)
        if (question.promised_at < self.clock.now())
            late.push_back({self.day_of(municipality, question.promised_at), question.unit, {0, 1, 0}});
    return late;
}

/// What stands behind the numbers: the same period, by way in.
std::string url_of_speed(const measures::Query& query) {
    if (!query.where.empty()) return "";
    return "/staff/how-fast?period=dates&from=" + base::format_date(query.period.from) +
           "&to=" + base::format_date(query.period.to);
}

Measure measure_of(const Questions::Implementation& self, Measure measure, measures::Value (*value_of)(const Numbers&)) {
    const register_::DayCounts counts{
        .between = sql::counts,
        .numbers = {"asked", "answered", "in_time"},
        .last_day = sql::last_day,
        .late = [&self](std::string_view municipality) { return late_ones(self, municipality); }};
    return register_::counted_by_day(self.questions, counts, std::move(measure), value_of);
}

measures::Dimension place_of_desk(const directory::Directory& directory) {
    return {"place", TEXT("Place"),
            [&directory](std::string_view key, std::string_view municipality, const i18n::Translator& words) {
                if (key.empty()) return words.t(TEXT("No place"));
                const auto known = directory.snapshot(municipality);
                const auto* place = known->place(key);
                return place ? place->name : words.t(TEXT("A place that is no longer here"));
            },
            [&directory](std::string_view municipality) {
                std::vector<std::string> ids;
                for (const auto held = directory.snapshot(municipality);
                     const auto& place : held->places) ids.push_back(place.id);
                return ids;
            }};
}

Measure used_answers(const Questions::Implementation& self, const directory::Directory& directory) {
    const register_::DayCounts counts{
        .between = sql::used_by_day, .numbers = {"used"}, .last_day = sql::last_used_day, .along = {"place"}};
    return register_::counted_by_day(
        self.bank, counts,
        {.key = "answers_used",
         .title = TEXT("Answer bank: used"),
         .definition = TEXT("How often staff put an answer of the bank into an answer of their own, or "
                            "told it to somebody, by the unit of who did so and the place of the desk where it was "
                            "told. What was put into a written answer has no place."),
         .unit = TEXT("times"),
         .unit_of_one = TEXT("time"),
         .dimensions = {place_of_desk(directory)}},
        [](const Numbers& day) -> measures::Value { return day[0]; });
}

}  // namespace

std::vector<Measure> Questions::measures(const directory::Directory& directory) const {
    const auto& self = *implementation_;
    std::vector<Measure> all{measure_of(self,
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
                        .definition = TEXT("Of the questions that were answered or whose time has run out, those whose last "
                                           "answer came by the time that was promised, on the day of the answer. What is closed "
                                           "without an answer does not count."),
                        .unit = TEXT("percent"),
                        .kind = Kind::share,
                        .rows_url = url_of_speed},
                       [](const Numbers& day) -> measures::Value { return {day[2], day[1]}; }),
            measure_of(self,
                       {.key = "questions_answered_late",
                        .title = TEXT("Questions: promise broken"),
                        .definition = TEXT("Questions whose last answer came after the time that was promised, on the day of "
                                           "the answer, and those that still wait after it, on the day that was promised."),
                        .unit = TEXT("questions"),
                        .unit_of_one = TEXT("question"),
                        .rows_url = url_of_speed},
                       [](const Numbers& day) -> measures::Value { return day[1] - day[2]; }),
            used_answers(self, directory)};
    for (auto& one : speed_measures(*this)) all.push_back(std::move(one));
    return all;
}

}  // namespace digilots::questions
