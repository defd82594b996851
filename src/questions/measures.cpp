// What was asked and whether the promise was kept: the report on breaches.
#include "platform/measures/time.h"
#include "platform/register/measure.h"
#include "questions/implementation.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

using measures::Kind, measures::Measure, measures::Query;

struct DayCount {
    std::string day, unit;
    std::int64_t asked = 0, due = 0, in_time = 0;   // due: answered, or its time has run out
};
using ValueOf = measures::Value (*)(const DayCount&);
using Figures = std::map<std::map<std::string, std::string>, measures::Value>;

std::map<std::string, std::string> row_of(const Query& query, const std::string& municipality, const DayCount& one) {
    std::map<std::string, std::string> row;
    for (const auto& dimension : query.by)
        row[dimension] = dimension == "municipality" ? municipality
                         : dimension == "unit"       ? one.unit
                                                     : measures::time_key(dimension, one.day);
    return row;
}

/// Answered ones from what is counted, and those that still wait after their time from memory, on the day that was promised.
std::vector<DayCount> counted(const Questions::Implementation& self, const Query& query, const std::string& municipality) {
    const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
    std::vector<DayCount> all;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::counts, municipality, from, to); });
    for (const auto row : rows)
        all.push_back({row.text("day"), row.text("unit"), row.integer("asked"), row.integer("answered"), row.integer("in_time")});
    for (const auto& question : self.waiting.of(municipality)->questions) {
        if (question.promised_at >= self.clock.now()) continue;
        const auto day = self.day_of(municipality, question.promised_at);
        if (day >= from && day <= to) all.push_back({.day = day, .unit = question.unit, .due = 1});
    }
    return all;
}

void add_figures(const Questions::Implementation& self, const Query& query, const std::string& municipality, Kind kind,
                 ValueOf value_of, Figures& figures) {
    for (const auto& one : counted(self, query, municipality)) {
        const auto value = value_of(one);
        const bool is_nothing = value.amount == 0 && value.of == 0;
        if (is_nothing || !register_::is_asked_for(self.questions, query, municipality, one.unit)) continue;
        const auto key = row_of(query, municipality, one);
        const auto found = figures.find(key);
        if (found == figures.end()) figures.emplace(key, value);
        else found->second = measures::together(kind, found->second, value);
    }
}

std::optional<base::Date> last_day_of(const Questions::Implementation& self, std::string_view municipality) {
    const auto day = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::last_day, municipality)[0].text_or_empty("day"); });
    return base::parse_date(day);
}

Measure measure_of(const Questions::Implementation& self, Measure measure, ValueOf value_of) {
    if (auto units = register_::unit_dimension(self.questions)) measure.dimensions.push_back(*std::move(units));
    const auto kind = measure.kind;
    measure.figures = [&self, kind, value_of](const Query& query) {
        Figures figures;
        for (const auto& municipality : query.municipalities) add_figures(self, query, municipality, kind, value_of, figures);
        std::vector<measures::Row> rows;
        for (const auto& [key, value] : figures) rows.push_back({key, value});
        return rows;
    };
    measure.last_day = [&self](std::string_view municipality) { return last_day_of(self, municipality); };
    return measure;
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
                       [](const DayCount& one) -> measures::Value { return one.asked; }),
            measure_of(self,
                       {.key = "questions_answered_in_time",
                        .title = TEXT("Questions: answered as promised"),
                        .definition = TEXT("Of the questions that were answered or whose time has run out, those whose first "
                                           "answer came by the time that was promised, on the day of the answer. What is closed "
                                           "without an answer does not count."),
                        .unit = TEXT("percent"),
                        .kind = Kind::share},
                       [](const DayCount& one) -> measures::Value { return {one.in_time, one.due}; }),
            measure_of(self,
                       {.key = "questions_answered_late",
                        .title = TEXT("Questions: promise broken"),
                        .definition = TEXT("Questions whose first answer came after the time that was promised, on the day of "
                                           "the answer, and those that still wait after it, on the day that was promised."),
                        .unit = TEXT("questions"),
                        .unit_of_one = TEXT("question")},
                       [](const DayCount& one) -> measures::Value { return one.due - one.in_time; })};
}

}  // namespace digilots::questions
