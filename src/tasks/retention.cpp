// How long tasks that were closed are kept.
#include "platform/base/time.h"
#include "tasks/implementation.h"
#include "tasks/sql.h"

namespace digilots::tasks {

namespace {

/// Later than everything.
constexpr std::string_view ever = "9999-12-31T23:59:59.999Z";

std::int64_t number_closed(db::Connection& connection, std::string_view municipality_id,
                           std::string_view before) {
    return connection.query(sql::count_closed, municipality_id, before)[0].integer("number");
}

RetentionRule closed_tasks() {
    return {.key = std::string(closed_rule),
            .title = TEXT("Closed tasks"),
            .about = TEXT("Tasks that are closed are deleted, with what came of them. Open ones stay. The "
                          "time counts from the day "
                          "on which the task was closed."),
            .period = {24, Period::Unit::months},
            .choice = PeriodChoice{3, 120},
            .laws = archives_acts(),
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} task", "{n} tasks", n); },
            .held = [](db::Connection& connection,
                       std::string_view id) { return number_closed(connection, id, ever); },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_closed(connection, due.municipality_id, base::format_utc(due.before));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    const auto deleted = connection.execute(sql::delete_closed, due.municipality_id,
                                                            base::format_utc(due.before), most);
                    if (deleted > 0) kept::raise(connection, kept_tasks, due.municipality_id);
                    return deleted;
                }};
}

}  // namespace

RetentionRules retention_rules() {
    return {closed_tasks()};
}

std::optional<base::Date> Tasks::Implementation::gone_on(const register_::Record& task,
                                                         std::string_view municipality_id) const {
    const auto closed = base::parse_utc(task.text("done_at"));
    if (task.text("state") == "open" || !closed) return std::nullopt;
    const auto kept = known_periods ? known_periods(municipality_id, closed_rule) : closed_tasks().period;
    if (!kept) return std::nullopt;
    const auto zone = municipalities.settings(municipality_id).zone;
    return digilots::gone_on(
        *kept, base::to_civil(*closed, base::is_known_zone(zone) ? zone : "Europe/Stockholm").date);
}

}  // namespace digilots::tasks
