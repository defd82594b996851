#include "inquiries/planned_help.h"

#include <algorithm>

#include "inquiries/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/holidays.h"
#include "platform/register/types.h"

namespace digilots::inquiries {

namespace {

using namespace register_;

constexpr std::string_view weekday_keys[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
constexpr std::size_t longest_planned_hours = 100;

std::vector<Choice> weekday_choices(const Surroundings& around) {
    std::vector<Choice> choices;
    for (int day = 0; day < 7; ++day)
        choices.push_back({.key = std::string(weekday_keys[day]), .label = around.words->weekday(day)});
    return choices;
}

void check_planned_help(const Checked& checked, Problems& problems) {
    const auto add = [&](const char* input, i18n::Text text) {
        if (std::ranges::find(problems, input, &Problem::input) == problems.end()) problems.push_back({input, text});
    };
    const auto hours = calendar::read_ranges(checked.record.text("hours"));
    if (!hours || hours->empty()) add("hours", TEXT("Write the hours as 9-12, 13-16.30."));
    if (checked.record.list("weekdays").empty()) add("weekdays", TEXT("Choose the weekdays."));
}

bool is_about(const PlannedHelp& line, const organisation::Units& units, std::string_view unit, std::string_view function,
              std::string_view day) {
    const bool holds = (line.first_day.empty() || line.first_day <= day) && (line.last_day.empty() || day <= line.last_day);
    if (!holds || (!line.function.empty() && line.function != function)) return false;
    return line.unit.empty() || base::holds(organisation::within(units, line.unit), unit);
}

/// The part of a shift over midnight that lies on the next day is that day's.
bool has_minute(const PlannedHelp& line, base::Date day, int minute) {
    constexpr int a_day = 24 * 60;
    const auto today = static_cast<std::size_t>(base::weekday_of(day)), before = (today + 6) % 7;
    return std::ranges::any_of(line.hours, [&](const calendar::TimeRange& range) {
        return (line.weekdays[today] && range.from <= minute && minute < range.to) ||
               (line.weekdays[before] && minute + a_day < range.to);
    });
}

}  // namespace

Register planned_help_register() {
    return {
        .key = "planned_help",
        .table = "inquiries_planned_help",
        .names = {TEXT("Planned help time"), TEXT("Line of planned help time")},
        .see = http::Role::coordinator,
        .change = http::Role::coordinator,
        .path = "/staff/planned-help",
        .fields = {text("title", TEXT("Name")).required().listed().searched().sorted().hint(
                       TEXT("Such as: Library, weekday mornings")),
                   link("unit", TEXT("Unit"), "organisation.unit")
                       .listed()
                       .filter()
                       .when_none(TEXT("Every unit"))
                       .hint(TEXT("Of the place where the help is given, with the units below it."))
                       .when_wrong(TEXT("Choose a unit from the list.")),
                   link("function", TEXT("Function"), "organisation.function")
                       .listed()
                       .filter()
                       .when_none(TEXT("Every function"))
                       .when_wrong(TEXT("Choose a function from the list.")),
                   terms("weekdays", TEXT("Weekdays"), weekday_choices).required().listed(),
                   text("hours", TEXT("Hours"), longest_planned_hours).required().listed().hint(TEXT("Such as 9-12, 13-16.30")),
                   period("first_day", "last_day", TEXT("Holds"))
                       .hint(TEXT("A new pattern is a new line: figures of before stay as they were."))},
        .rules = check_planned_help,
        .words = {.about = TEXT("Working time that is planned for help. The statistics then tell help inside it from help that "
                                "was taken from other work. Public holidays are left out by themselves."),
                  .caption = TEXT("The weekly pattern"),
                  .add = TEXT("Add a line of planned help time")}};
}

Plan plan_of(db::Connection& connection, std::string_view municipality_id) {
    Plan plan;
    for (const auto row : connection.query(sql::list_planned_help, municipality_id)) {
        const auto hours = calendar::read_ranges(row.text("hours"));
        if (!hours) continue;
        PlannedHelp line{row.text("unit"), row.text("function"), {}, *hours, row.text("first_day"), row.text("last_day")};
        const auto named = register_::list_items(row.text("weekdays"));
        for (std::size_t day = 0; day < line.weekdays.size(); ++day)
            line.weekdays[day] = base::holds(named, weekday_keys[day]);
        plan.push_back(std::move(line));
    }
    return plan;
}

std::string_view name_of(Planned planned) {
    switch (planned) {
        case Planned::inside: return "inside";
        case Planned::outside: return "outside";
        case Planned::unknown: return "unknown";
    }
    return "unknown";
}

Planned planned_at(const Plan& plan, const organisation::Units& units, std::string_view country, const HelpMoment& moment,
                   std::string_view function) {
    const auto day = base::format_date(moment.day);
    std::vector<const PlannedHelp*> lines;
    for (const auto& line : plan)
        if (is_about(line, units, moment.unit, function, day)) lines.push_back(&line);
    if (lines.empty() || !moment.minute) return Planned::unknown;
    const auto* holiday = calendar::holiday_on(country, moment.day);
    if (holiday && *moment.minute >= holiday->closed_from_minute) return Planned::outside;
    const bool is_inside =
        std::ranges::any_of(lines, [&](const auto* line) { return has_minute(*line, moment.day, *moment.minute); });
    return is_inside ? Planned::inside : Planned::outside;
}

}  // namespace digilots::inquiries
