// Goals for programs: published ones for everybody, all with a token.
#include <algorithm>

#include "goals/pages.h"
#include "goals/reading.h"
#include "goals/words.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"

namespace digilots::goals {

namespace {

bool sees_all(const http::Request& request) { return request.identity.has_value() && !request.identity->token_id.empty(); }

Reader reader_of(const http::Request& request) { return sees_all(request) ? Reader::staff : Reader::others; }

void write_hundredths(base::JsonWriter& json, const char* name, const std::optional<std::int64_t>& number) {
    constexpr std::int64_t hundred = 100;
    if (!number) json.member(name, std::optional<std::int64_t>{});
    else if (*number % hundred == 0) json.member(name, *number / hundred);
    else json.member(name, static_cast<double>(*number) / hundred);
}

std::string_view word_of_comparison(Comparison comparison) {
    switch (comparison) {
        case Comparison::at_least: return "at_least";
        case Comparison::at_most: return "at_most";
        case Comparison::every_week: return "every_week";
    }
    return "at_least";
}

void write_target(base::JsonWriter& json, const std::optional<std::int64_t>& value, std::string_view unit, const Goal& goal) {
    json.begin_object();
    write_hundredths(json, "value", value);
    json.member("unit", unit).member("comparison", word_of_comparison(goal.comparison)).end_object();
}

void write_targets(base::JsonWriter& json, const Goal& goal) {
    constexpr std::int64_t tenths_to_hundredths = 10;
    json.key("targets").begin_array();
    if (goal.target_percent) write_target(json, *goal.target_percent * tenths_to_hundredths, "percent", goal);
    if (goal.target) write_target(json, goal.target, goal.target_unit, goal);
    else if (goal.comparison == Comparison::every_week) write_target(json, std::nullopt, goal.target_unit, goal);
    json.end_array();
}

void write_period(base::JsonWriter& json, const std::optional<periods::Period>& period) {
    json.key("period").begin_object();
    json.member("from", period ? std::optional(base::format_date(period->from)) : std::nullopt);
    json.member("to", period ? std::optional(base::format_date(period->to)) : std::nullopt).end_object();
}

void write_goal(base::JsonWriter& json, const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal,
                const http::Request& request) {
    const auto reading = read_goal(self, snapshot, goal, *request.tenant, {reader_of(request)});
    const bool is_said = sees_all(request) || is_shown_to_others(reading);
    json.begin_object().member("id", goal.id).member("title", goal.title).member("kind", word_of(goal.kind));
    write_hundredths(json, "baseline", goal.baseline);
    write_targets(json, goal);
    write_hundredths(json, "value", is_said ? reading.number : std::nullopt);
    json.member("suppressed", !is_said);
    json.member("counted_until", reading.counted_until ? std::optional(base::format_date(*reading.counted_until)) : std::nullopt);
    json.member("status", word_of(reading.judged.status));
    write_period(json, goal.period);
    json.member("counted_from", goal.counted_from.empty() ? std::optional<std::string>{} : std::optional(goal.counted_from));
    const auto tenant = "/" + request.tenant->slug;
    json.member("url", goal.is_published ? tenant + "/progress#goal-" + goal.id : tenant + "/staff/goals/" + goal.id);
    json.end_object();
}

struct ValueRow {
    periods::Period days;
    std::optional<std::int64_t> value = {};
    std::string state = "open", reason = "";
};

std::vector<ValueRow> week_rows(const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal,
                                const http::Request& request, const periods::Period& period) {
    std::vector<ValueRow> rows;
    for (const auto& week : read_weeks(self, snapshot, goal, *request.tenant, period, {reader_of(request)})) {
        // Of other goals a week is neither met nor missed.
        const auto state = goal.is_weekly() ? word_of(week.state) : word_of(WeekState::open);
        rows.push_back({week.days, week.number, std::string(state), week.note ? week.note->reason : ""});
    }
    return rows;
}

std::vector<ValueRow> month_rows(const Goals::Implementation& self, const Goal& goal, const http::Request& request,
                                 const periods::Period& period) {
    std::vector<ValueRow> rows;
    for (const auto& month : read_months(self, goal, *request.tenant, period, reader_of(request)))
        rows.push_back({month.month, month.number});
    return rows;
}

/// Where one number is of too few, none is said: the others would tell it.
void hide_small_numbers(std::vector<ValueRow>& rows) {
    constexpr std::int64_t least_shown = 500;  // in hundredths
    const bool is_small = std::ranges::any_of(rows, [](const ValueRow& row) {
        return row.value && *row.value > 0 && *row.value < least_shown;
    });
    for (auto& row : rows) {
        if (is_small) row.value.reset();
        row.reason.clear();
    }
}

}  // namespace

http::Response get_goals(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto snapshot = self.snapshot(request.tenant->id);
    base::JsonWriter json;
    json.begin_object().key("goals").begin_array();
    for (const auto& goal : snapshot->goals)
        if (goal.is_published || sees_all(request)) write_goal(json, self, *snapshot, goal, request);
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

http::Response get_goal_values(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto snapshot = self.snapshot(request.tenant->id);
    const auto* goal = snapshot->find(request.parameter("id"));
    if (goal == nullptr || !(goal->is_published || sees_all(request))) return html::error_page(request, 404);
    const auto by = request.query.has("by") ? request.query.get("by") : std::string_view("week");
    const auto& words = i18n::translator(request.language);
    if (by != "week" && by != "month")
        return http::problem(400, words.t(TEXT("The parameters cannot be used")), "",
                             {{"by", words.t(TEXT("Write week or month."))}});
    const auto last = last_counted(self, *goal, *request.tenant, {reader_of(request)});
    const auto whole = goal->period.value_or(periods::holding(periods::Kind::year, last));
    std::vector<ValueRow> rows;
    if (by == "week") rows = week_rows(self, *snapshot, *goal, request, whole);
    else if (const auto gone = periods::until(whole, last)) rows = month_rows(self, *goal, request, *gone);
    if (!sees_all(request)) hide_small_numbers(rows);
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : rows) {
        json.begin_object().member("from", base::format_date(row.days.from)).member("to", base::format_date(row.days.to));
        write_hundredths(json, "value", row.value);
        json.member("state", row.state).member("reason", row.reason).end_object();
    }
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

}  // namespace digilots::goals
