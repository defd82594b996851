#include "platform/base/time.h"
#include "platform/jobs/operating.h"
#include "retention/demo.h"
#include "retention/pages.h"

namespace digilots::retention {

namespace {

using http::MenuPlace, http::Role;
using std::chrono::hours;

/// Later than everything.
constexpr base::Instant far_future = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);

const http::Menu menu{
    {MenuPlace::settings, 350, TEXT("How long things are kept"), "/staff/settings/retention",
     Role::administrator},
    {.menu = MenuPlace::staff, .position = 920, .title = TEXT("How long things are kept"),
     .path = "/staff/settings/retention", .of_privacy = true},
};

const audit::Words trail{
    .actions = {TEXT("retention rule changed")},
    .records = {{"retention", TEXT("How long it is kept"), "/staff/settings/retention/"}},
    .fields = {{"number", TEXT("How long it is kept")}, {"decided_by", TEXT("Decision")}},
};

const SitePages site{
    .common = [] { return std::vector<std::string>{"/privacy"}; },
    .of = [](const http::Tenant&) { return std::vector<std::string>{"/privacy"}; },
};

http::Routes routes(Retention& retention, const municipality::Municipalities& municipalities,
                    std::vector<PrivacyNotice> privacy) {
    using http::Access, http::Method, kept::Dependence;
    const auto page = http::handlers_with(Pages{retention, municipalities, std::move(privacy)});
    return {
        {Method::get,
         "/privacy",
         Access::anyone,
         page(privacy_page),
         {},
         {{"municipality", Dependence::Of::everyone}, {"municipality_active", Dependence::Of::everyone}}},
        {Method::get,
         "/{municipality}/privacy",
         Access::anyone,
         page(privacy_page),
         {},
         {{"municipality"}, {"retention"}}},
        {Method::get, "/{municipality}/staff/settings/retention", Access::privacy, page(kinds_page)},
        {Method::get, "/{municipality}/staff/settings/retention/{rule}", Access::privacy,
         page(rule_page)},
        {Method::post, "/{municipality}/staff/settings/retention/{rule}", Access::administrator,
         page(change_rule)}};
}

RetentionRule jobs_that(jobs::State state, std::string key, i18n::Text title, i18n::Text about, int days) {
    return {.key = std::move(key),
            .title = title,
            .about = about,
            .period = {days, Period::Unit::days},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} job", "{n} jobs", n); },
            .held = [state](db::Connection& connection,
                            std::string_view) { return jobs::number_ended(connection, state, far_future); },
            .due = [state](db::Connection& connection,
                           const Due& due) { return jobs::number_ended(connection, state, due.before); },
            .remove = [state](db::Connection& connection, const Due& due,
                              int most) { return jobs::delete_ended(connection, state, due.before, most); }};
}

RetentionRules rules_of_jobs() {
    return {jobs_that(jobs::State::done, "retention.done_job", TEXT("Work beside requests that is done"),
                      TEXT("Kind and time of what the program did by itself are deleted."), 7),
            jobs_that(jobs::State::failed, "retention.failed_job", TEXT("Work beside requests that failed"),
                      TEXT("Kind, time and reason of what the program could not do are deleted."), 90)};
}

std::vector<Finding> examine(const Retention& retention) {
    if (const auto since = retention.still_since())
        return {{Health::wrong, "retention",
                 "nothing is deleted: the last time was " + base::format_utc(*since) + ", and by this computer's clock it is " +
                     base::format_utc(retention.clock().now()) +
                     ". Is the clock wrong, put it right; if the service stood still so long, look with digilots retention "
                     "preview and run once: digilots retention run --after-standstill"}};
    const auto last = retention.last_run();
    if (last && retention.clock().now() - *last > hours(50))
        return {{Health::hint, "retention",
                 "nothing was deleted for more than two days. It is done at night while digilots serve runs (digilots jobs "
                 "list); by hand: digilots retention run"}};
    return {{Health::good, "retention",
             last ? "what has had its time is deleted each night" : "what has had its time is deleted from the first night on"}};
}

}  // namespace

Slice slice(Retention& retention, const municipality::Municipalities& municipalities) {
    return {
        .name = "retention",
        .routes =
            [&](const Slices& all) {
                return routes(retention, municipalities, all_of(all, &Slice::privacy));
            },
        .menu = menu,
        .trail = trail,
        .retention = rules_of_jobs(),
        .site = site,
        .jobs = {{.name = "retention_run",
                  .title = TEXT("Delete what has had its time"),
                  .work = [&retention](jobs::Run& job) { retention.run_unless_still(&job); },
                  .retry = {.attempts = 5, .first = std::chrono::minutes(5)},
                  .schedule = jobs::Daily{.hour = 3, .minute = 10},
                  .length = jobs::Length::lasting}},
        .examine = [&retention] { return examine(retention); },
        .load_demo = [&retention](const Demo& demo) { load_demo(retention, demo); },
    };
}

}  // namespace digilots::retention
