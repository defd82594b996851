// What there is to be done about guides, systems and what waits to be fetched.
#include <algorithm>

#include "everyday/pages.h"
#include "platform/base/months.h"
#include "platform/base/time.h"
#include "platform/register/pages.h"

namespace digilots::everyday {

namespace {

/// So long something waits before a task asks for a reminder, and as long after each reminder.
constexpr int days_of_waiting = 14, days_ahead = 14, rest_days = 90;
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

std::vector<Duty> to_remind_of(const Pages& pages, std::string_view municipality_id) {
    const auto& records = pages.kinds->pickups;
    const auto today = today_in(pages, records, municipality_id);
    const register_::ListQuery query{.filters = {{"state", "waiting"}}};
    std::vector<Duty> duties;
    for (const auto& pickup : records.list(records.around(municipality_id), query, most_looked_at, 0).records) {
        const auto since = pickup.date("since"), reminded = pickup.date("reminded_on");
        if (!since) continue;
        const auto from = reminded && *reminded > *since ? *reminded : *since;
        const auto due = base::add_days(from, days_of_waiting);
        if (due > today) continue;
        duties.push_back({.id = "pickup:" + pickup.id + ":" + base::format_date(from),
                          .name = pickup.text("reference"),
                          .why = {{TEXT("It has waited since {date}."), {{"date", base::format_date(*since)}}}},
                          .due = base::format_date(base::add_days(due, days_of_waiting)),
                          .responsible = "pickup",
                          .unit = pickup.text("unit"),
                          .record = "pickup:" + pickup.id,
                          .path = "/staff/pickups/" + pickup.id});
    }
    return duties;
}

}  // namespace

std::vector<DutyKind> duty_kinds(const Pages& pages) {
    DutyKind fetching{.key = "everyday.pickup",
                      .title = TEXT("Something that nobody has fetched"),
                      .task = TEXT("Remind, or send back: {name}"),
                      .gone = TEXT("It was fetched, sent back, or somebody was reminded."),
                      .of = {{"pickup", TEXT("To be fetched")}},
                      .now = [pages](std::string_view id) { return to_remind_of(pages, id); },
                      .from = {{pages.kinds->pickups.declaration().kept_name()}, {"municipality"}},
                      .rests = days_of_waiting};
    return {checking(pages, pages.kinds->guides, "everyday.step_guide", TEXT("A step guide to check again")),
            checking(pages, pages.kinds->systems, "everyday.system", TEXT("A digital system to check again")),
            std::move(fetching)};
}

}  // namespace digilots::everyday
