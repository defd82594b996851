// What there is to be done about guides, systems and what waits to be fetched.
#include <algorithm>
#include <map>

#include "everyday/pages.h"
#include "platform/base/months.h"
#include "platform/base/time.h"
#include "platform/calendar/working_time.h"
#include "platform/register/pages.h"

namespace digilots::everyday {

namespace {

/// So long something waits before a task asks for a reminder, and as long after each reminder.
constexpr int working_days_of_waiting = 10, days_to_remind = 3, days_ahead = 14, rest_days = 90;
constexpr std::int64_t most_looked_at = 2000;

using register_::Record, register_::Records;

base::Date today_in(const Pages& pages, const Records& records, std::string_view municipality_id) {
    return base::to_civil(pages.clock.now(), records.around(municipality_id).zone).date;
}

std::vector<Duty> to_look_through(const Pages& pages, const Records& records, std::string_view municipality_id) {
    const std::string kind(records.declaration().key);
    const auto months = organisation::rhythm_of(*pages.organisation.rhythms(municipality_id), kind).months;
    const auto soon = base::add_days(today_in(pages, records, municipality_id), days_ahead);
    std::vector<Duty> duties;
    for (const auto& record : records.list(records.around(municipality_id), {}, most_looked_at, 0).records) {
        const auto verified = record.date("verified_on");
        const auto due = verified ? std::optional(base::add_months(*verified, months)) : std::nullopt;
        if (record.has_ended() || (due && *due > soon)) continue;
        Duty duty{.id = kind + ":" + record.id,
                  .name = record.text("title"),
                  .due = due ? base::format_date(*due) : std::string(),
                  .responsible = kind,
                  .unit = record.text("unit"),
                  .record = kind + ":" + record.id,
                  .path = std::string(records.declaration().path) + "/" + record.id};
        const std::pair<std::string, std::string> every{"months", std::to_string(months)};
        if (verified)
            duty.why = {{TEXT("It was last checked on {date}. Such records are checked every {months} months."),
                         {{"date", record.text("verified_on")}, every}}};
        else
            duty.why = {{TEXT("Nobody has checked it yet. Such records are checked every {months} months."), {every}}};
        duties.push_back(std::move(duty));
    }
    return duties;
}

DutyKind checking(const Pages& pages, Records& records, const char* key, i18n::Text title) {
    const std::string kind(records.declaration().key);
    return {.key = key,
            .title = title,
            .task = TEXT("Check that all is still right: {name}"),
            .gone = TEXT("It was checked, or residents are not shown it any more."),
            .of = {{kind, records.declaration().names.many}},
            .now = [pages, &records](std::string_view id) { return to_look_through(pages, records, id); },
            .from = {{records.declaration().kept_name()}, {"rhythm"}, {"municipality"}},
            .rests = rest_days,
            .settle =
                [pages, &records, kind](const http::Request& request, std::string_view duty) {
                    if (!duty.starts_with(kind + ":") || !request.identity) return false;
                    const auto around = register_::around_of(records, request);
                    const auto record = records.find(request.tenant->id, duty.substr(kind.size() + 1));
                    if (!record || !records.may_change(around, *record)) return false;
                    return records.verify(around, record->id, request.identity->account_id);
                },
            .settled = TEXT("Checked today: all is right")};
}

/// The one function that the unit has; else that of whoever sees to what waits.
std::string seen_to_by_unit(const Pages& pages, std::string_view municipality_id, const std::string& unit) {
    if (unit.empty()) return "pickup";
    const auto& functions = pages.organisation.function_records();
    register_::ListQuery query;
    query.filters.emplace_back("unit", unit);
    const auto found = functions.list(functions.around(municipality_id), query, 2, 0);
    return found.records.size() == 1 ? "function:" + found.records.front().id : "pickup";
}

/// As soon as the municipality answers other things; where it promises nothing, within two working days.
std::string due_after(const Pages& pages, std::string_view municipality_id, base::Date asked,
                      const register_::Surroundings& here) {
    const auto promise = municipality::usual_promise(pages.municipalities.settings(municipality_id));
    const auto begins = base::from_civil(asked, 8, 0, here.zone);
    return base::format_date(base::to_civil(municipality::promised_by(promise, here.zone, here.country, begins), here.zone).date);
}

std::vector<Duty> to_remind_of(const Pages& pages, std::string_view municipality_id) {
    const auto& records = pages.kinds->pickups;
    const auto today = today_in(pages, records, municipality_id);
    const auto here = records.around(municipality_id);
    const calendar::WorkingWeek week{.country = here.country, .zone = here.zone};
    std::map<std::string, std::string, std::less<>> responsible;      // by unit
    std::vector<Duty> duties;
    for (const auto& pickup : records.list(here, {.filters = {{"state", "waiting"}}}, most_looked_at, 0).records) {
        const auto since = pickup.date("since"), reminded = pickup.date("reminded_on");
        if (!since) continue;
        const auto from = reminded && *reminded > *since ? *reminded : *since;
        const auto begins = base::from_civil(from, 8, 0, here.zone);
        const auto asked = base::to_civil(calendar::after_working_days(week, begins, working_days_of_waiting), here.zone).date;
        if (asked > today) continue;
        const auto of_place = unit_of_place(pages.directory, municipality_id, pickup.text("place"));
        const auto unit = of_place.empty() ? pickup.text("unit") : of_place;
        auto [known, is_new] = responsible.try_emplace(unit);
        if (is_new) known->second = seen_to_by_unit(pages, municipality_id, unit);
        duties.push_back({.id = "pickup:" + pickup.id + ":" + base::format_date(from),
                          .name = pickup.text("reference"),
                          .why = {{TEXT("It has waited since {date}."), {{"date", base::format_date(*since)}}}},
                          .due = due_after(pages, municipality_id, asked, here),
                          .responsible = known->second,
                          .unit = unit,
                          .record = "pickup:" + pickup.id,
                          .path = "/staff/pickups/" + pickup.id});
    }
    return duties;
}

}  // namespace

std::string unit_of_place(const directory::Directory& directory, std::string_view municipality_id, std::string_view place) {
    const auto known = directory.snapshot(municipality_id);
    const auto* found = place.empty() ? nullptr : known->place(place);
    return found ? found->unit : "";
}

std::vector<DutyKind> duty_kinds(const Pages& pages) {
    DutyKind fetching{.key = "everyday.pickup",
                      .title = TEXT("Something that nobody has fetched"),
                      .task = TEXT("Remind, or send back: {name}"),
                      .gone = TEXT("It was fetched, sent back, or somebody was reminded."),
                      .of = {{"pickup", TEXT("To be fetched")}},
                      .now = [pages](std::string_view id) { return to_remind_of(pages, id); },
                      .from = {{pages.kinds->pickups.declaration().kept_name()}, {"municipality"}, {"directory"}, {"function"}},
                      .days = days_to_remind,
                      .rests = working_days_of_waiting};
    return {checking(pages, pages.kinds->guides, "everyday.step_guide", TEXT("A step guide to check again")),
            checking(pages, pages.kinds->systems, "everyday.system", TEXT("A digital system to check again")),
            std::move(fetching)};
}

}  // namespace digilots::everyday
