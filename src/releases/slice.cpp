#include "platform/base/time.h"
#include "platform/jobs/jobs.h"
#include "releases/asked.h"
#include "releases/implementation.h"
#include "releases/shared.h"

namespace digilots::releases {

namespace {

using http::MenuPlace, http::Role;
using Of = kept::Dependence::Of;

const http::Menu menu{
    {MenuPlace::help, 130, TEXT("Statistics"), "/statistics"},
    {MenuPlace::settings, 345, TEXT("Released tables"), "/staff/settings/released-tables", Role::coordinator},
    {MenuPlace::settings, 346, TEXT("Links to tables"), "/staff/settings/shared-tables", Role::coordinator}};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("How many asked about what is published by month for everybody, never who: small numbers are hidden, and so "
                  "are those that would give them away. What was published stays.")},
    shared_notice()};

const SitePages site{.common = [] { return std::vector<std::string>{"/statistics"}; },
                     .of = [](const http::Tenant&) { return std::vector<std::string>{"/statistics"}; }};

jobs::Kind making(Releases& releases) {
    return {.name = "releases_make",
            .title = TEXT("Release the tables of the month before"),
            .work =
                [&releases](jobs::Run& run) {
                    releases.make_until(releases.due(), [&run](std::int64_t done, std::int64_t total, std::string_view step) {
                        run.progress(done, total, step);
                        run.go_on();
                    });
                },
            .retry = {.attempts = 5, .first = std::chrono::minutes(5)},
            .schedule = jobs::Daily{.hour = 3, .minute = 40},
            .length = jobs::Length::lasting};
}

/// One link in each complete town.
void share_for_demo(register_::Records& links, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const auto actor = demo.account ? demo.account(id, Role::coordinator) : std::string();
        const auto around = links.around(id);
        if (actor.empty() || links.list(around, {.with_ended = true}, 1, 0).found > 0) continue;
        const auto last = base::format_date(base::add_days(around.today, 300));
        const auto* title = id == "losvik" ? "Spørsmål siste kvartal" : "Frågor senaste kvartalet";
        links.add(around, {{"title", {title}}, {"open_until", {last}}}, actor);
    }
}

}  // namespace

http::Routes routes(const Releases& releases, const municipality::Municipalities& municipalities,
                    const directory::Directory& directory) {
    using http::Access, http::Method;
    const auto page = http::handlers_with(Pages{releases, municipalities, directory});
    const std::vector<std::string> of{"of", "table", "period", "revision"}, place{"place", "table", "period", "revision"};
    const kept::Dependences all{{kept_releases, Of::everyone}, {"municipality_active", Of::everyone}, {"network", Of::everyone},
                                {"directory", Of::everyone}, {"activity", Of::everyone}, {"municipality", Of::everyone}};
    return {
        {Method::get, "/statistics", Access::anyone, page(released_page), of, all},
        {Method::get, "/statistics.csv", Access::anyone, page(released_csv), of, all},
        {Method::get, "/statistics/overview", Access::anyone, page(overview_page), {"of", "period", "revision"}},
        {Method::get, "/statistics/bodies/{body}", Access::anyone, page(body_page), {"of", "period", "revision"}, all},
        {Method::get, "/{municipality}/statistics/overview", Access::anyone, page(overview_page),
         {"place", "period", "revision"}},
        {Method::get, "/{municipality}/statistics/bodies/{body}", Access::anyone, page(body_page), {"period", "revision"}, all},
        {Method::get, "/{municipality}/statistics", Access::anyone, page(released_page), place, all},
        {Method::get, "/{municipality}/statistics.csv", Access::anyone, page(released_csv), place, all},
        {Method::get, "/staff/network/{network}/statistics", Access::network_viewer, page(network_page)},
        {Method::get, "/staff/network/{network}/statistics.csv", Access::network_viewer, page(network_csv)},
        {Method::get, "/{municipality}/statistics/shared/{secret}", Access::anyone, page(shared_page)},
        {Method::get, "/{municipality}/statistics/shared/{secret}/table.csv", Access::anyone, page(shared_csv)},
        {Method::get, "/{municipality}/statistics/shared/{secret}/table.json", Access::anyone, page(shared_json)},
        {Method::get, "/api/v1/released-statistics", Access::anyone, page(get_released), of, all},
        {Method::get, "/api/v1/{municipality}/released-statistics", Access::token(read_released), page(get_released)},
        {Method::get, "/api/v1/networks/{network}/statistics", Access::token(read_released), page(get_network)},
    };
}

Slice slice(Releases& releases, const municipality::Municipalities& municipalities, const directory::Directory& directory) {
    return {
        .name = "releases",
        .routes = [&](const Slices&) { return routes(releases, municipalities, directory); },
        .registers = {&releases.choices(), &releases.shared()},
        .menu = menu,
        .scopes = {&read_released},
        .privacy = privacy,
        .retention = shared_rules(),
        .site = site,
        .jobs = {making(releases)},
        // What is made up for measuring is a log alone.
        .load_demo =
            [&releases](const Demo& demo) {
                if (!demo.measured.empty()) return;
                releases.make_until(releases.due());
                share_for_demo(releases.shared(), demo);
            },
    };
}

}  // namespace digilots::releases
