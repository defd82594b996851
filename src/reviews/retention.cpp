// How long review meetings and what came of them are kept.
#include "platform/base/time.h"
#include "platform/kept/kept.h"
#include "reviews/implementation.h"
#include "reviews/sql.h"

namespace digilots::reviews {

namespace {

RetentionRule of_meetings() {
    return {.key = "reviews.review",
            .title = TEXT("Review meetings"),
            .about = TEXT("Review meetings are deleted once all of their improvements are. The time counts "
                          "from the day of the meeting."),
            .period = {60, Period::Unit::months},
            .choice = PeriodChoice{12, 240},
            .laws = archives_acts(),
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} review meeting", "{n} review meetings", n); },
            .held =
                [](db::Connection& connection, std::string_view id) {
                    return connection.query(sql::held_reviews, id)[0].integer("number");
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return connection
                        .query(sql::count_reviews, due.municipality_id, base::format_utc(due.before))[0]
                        .integer("number");
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return connection.execute(sql::delete_reviews, due.municipality_id,
                                              base::format_utc(due.before), most);
                }};
}

RetentionRule of_improvements() {
    return {.key = "reviews.improvement",
            .title = TEXT("Improvements that are done or dropped"),
            .about = TEXT("Improvements that are done or dropped are deleted. What is not done stays. The "
                          "time counts from the last "
                          "change."),
            .period = {60, Period::Unit::months},
            .choice = PeriodChoice{12, 240},
            .laws = archives_acts(),
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} improvement", "{n} improvements", n); },
            .held =
                [](db::Connection& connection, std::string_view id) {
                    return connection.query(sql::held_improvements, id)[0].integer("number");
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return connection
                        .query(sql::count_improvements, due.municipality_id, base::format_utc(due.before))[0]
                        .integer("number");
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    const auto gone = connection.execute(sql::delete_improvements, due.municipality_id,
                                                         base::format_utc(due.before), most);
                    if (gone > 0) kept::raise(connection, "improvement", due.municipality_id);
                    return gone;
                }};
}

}  // namespace

RetentionRules retention_rules() {
    return {of_improvements(), of_meetings()};
}

}  // namespace digilots::reviews
