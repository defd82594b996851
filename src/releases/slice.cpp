#include "platform/base/time.h"
#include "platform/jobs/jobs.h"
#include "releases/implementation.h"

namespace digilots::releases {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::settings, 345, TEXT("Released tables"), "/staff/settings/released-tables", Role::coordinator}};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("How many asked about what is published by month for everybody, never who: small numbers are hidden, and so "
                  "are those that would give them away. What was published stays.")}};

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

}  // namespace

Slice slice(Releases& releases) {
    return {
        .name = "releases",
        .registers = {&releases.choices()},
        .menu = menu,
        .privacy = privacy,
        .jobs = {making(releases)},
    };
}

}  // namespace digilots::releases
