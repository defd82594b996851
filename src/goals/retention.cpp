// How long goals and what is told beside them are kept.
#include "goals/implementation.h"
#include "goals/sql.h"
#include "platform/base/time.h"

namespace digilots::goals {

namespace {

constexpr int usual_months = 120, least_months = 12, most_months = 360;

std::int64_t number_of(const db::Rows& rows) {
    return rows[0].integer("number");
}

std::int64_t remove_goals(db::Connection& connection, const Due& due, int most) {
    const auto ids = connection.query(sql::due_goals, due.municipality_id, base::format_utc(due.before), most);
    for (const auto row : ids) {
        const auto id = row.text("id");
        connection.execute(sql::delete_values_of_goal, due.municipality_id, id);
        connection.execute(sql::delete_interims_of_goal, due.municipality_id, id);
        connection.execute(sql::delete_weeks_of_goal, due.municipality_id, id);
        connection.execute(sql::delete_references_of_goal, due.municipality_id, id);
        connection.execute(sql::forget_goal_of_ambitions, due.municipality_id, id);
        connection.execute(sql::forget_goal_of_benefits, due.municipality_id, id);
        connection.execute(sql::forget_goal_of_quality, due.municipality_id, id);
        connection.execute(sql::delete_goal, due.municipality_id, id);
    }
    if (!ids.empty()) kept::raise(connection, kept_goals, due.municipality_id);
    return static_cast<std::int64_t>(ids.size());
}

std::int64_t remove_told(db::Connection& connection, const Due& due, int most) {
    const auto before = base::format_utc(due.before);
    std::int64_t gone = connection.execute(sql::delete_old_stories, due.municipality_id, before, most);
    if (gone < most) gone += connection.execute(sql::delete_old_deviations, due.municipality_id, before, most - gone);
    if (gone < most) gone += connection.execute(sql::delete_old_reports, due.municipality_id, before, most - gone);
    if (gone < most) gone += connection.execute(sql::delete_old_told, due.municipality_id, before, most - gone);
    if (gone > 0) kept::raise(connection, kept_goals, due.municipality_id);
    return gone;
}

RetentionRule of_goals() {
    return {
        .key = "goals.goal",
        .title = TEXT("Goals that have ended"),
        .about =
            TEXT("Goals that have ended are deleted with their numbers by hand, interim goals, weeks and reference figures. "
                 "The time counts from the day on which they ended."),
        .period = {usual_months, Period::Unit::months},
        .choice = PeriodChoice{least_months, most_months},
        .laws = archives_acts(),
        .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} goal", "{n} goals", n); },
        .held = [](db::Connection& connection,
                   std::string_view id) { return number_of(connection.query(sql::held_goals, id)); },
        .due =
            [](db::Connection& connection, const Due& due) {
                return number_of(connection.query(sql::count_due_goals, due.municipality_id, base::format_utc(due.before)));
            },
        .remove = remove_goals};
}

RetentionRule of_told() {
    return {.key = "goals.told",
            .title = TEXT("Stories, deviations and reports of goals"),
            .about = TEXT(
                "Stories, observations, deviations and reports are deleted, and what everybody was told of goals. The time "
                "counts from the day on which they were written."),
            .period = {usual_months, Period::Unit::months},
            .choice = PeriodChoice{least_months, most_months},
            .laws = archives_acts(),
            .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} text", "{n} texts", n); },
            .held = [](db::Connection& connection,
                       std::string_view id) { return number_of(connection.query(sql::held_told, id)); },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_of(connection.query(sql::count_told, due.municipality_id, base::format_utc(due.before)));
                },
            .remove = remove_told};
}

}  // namespace

RetentionRules retention_rules() {
    return {of_goals(), of_told()};
}

}  // namespace digilots::goals
