// The way into all that is known of needs.
#include <functional>

#include "needs/pages.h"
#include "needs/templates.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

namespace {

OverviewPart part_of(const char* id, std::string title, const std::vector<const register_::Records*>& kinds,
                     const html::Page& page) {
    OverviewPart part{.id = id, .title = std::move(title), .lines = {}};
    for (const auto* records : kinds) {
        const auto& kind = records->declaration();
        if (!http::may(page.request(), kind.see)) continue;
        const auto found = records->list(register_::around_of(*records, page.request()), {}, 1, 0).found;
        part.lines.push_back({page.t(kind.names.many), page.tenant_url(std::string(kind.path)),
                              page.translator().number(static_cast<double>(found)),
                              page.t(kind.words.about)});
    }
    return part;
}

/// Of groups, never of persons: where most have nobody to ask, and how many people that is as far as sizes are known.
std::string nobody_to_ask(const register_::Records& groups, const html::Page& page) {
    std::int64_t stated = 0, without = 0, people = 0;
    const auto around = register_::around_of(groups, page.request());
    for (const auto& group : groups.list(around, {}, register_::Records::most_counted, 0).records) {
        const auto has_somebody = group.yes_or_no("has_somebody");
        if (!has_somebody) continue;
        ++stated;
        if (*has_somebody) continue;
        ++without;
        people += group.whole("people").value_or(0);
    }
    if (stated == 0) return "";
    const auto number = [&](std::int64_t n) { return page.translator().number(static_cast<double>(n)); };
    auto words = page.tn("In {without} of {n} group where it is stated, most have nobody to ask.",
                         "In {without} of {n} groups where it is stated, most have nobody to ask.", stated,
                         {{"without", number(without)}});
    if (people > 0) words += " " + page.t("These groups are about {n} people.", {{"n", number(people)}});
    return words;
}

/// The stair, from the lowest step, with how many stand on each. One goes up and down it.
html::components::Chart stair_of(html::components::Chart chart, const register_::Surroundings& around,
                                 const std::function<std::int64_t(const std::string& step)>& count, const char* path,
                                 const html::Page& page) {
    chart.series.push_back({"", {}});
    std::int64_t all = 0;
    for (const auto& step : taxonomy::steps_of_the_stair()(around)) {
        const auto number = count(step.key);
        all += number;
        chart.series[0].points.push_back({.label = step.label,
                                          .value = static_cast<double>(number),
                                          .shown = page.translator().number(static_cast<double>(number)),
                                          .url = page.tenant_url(path + ("?steps=" + step.key))});
    }
    // Where nobody says it, nothing is known of it.
    if (all == 0) chart.series.clear();
    return chart;
}

/// Where groups stand, and beside it what activities are said to help with.
void add_stairs(OverviewView& view, const Pages& pages, const html::Page& page) {
    const auto& groups = pages.kinds->groups;
    const auto around = register_::around_of(groups, page.request());
    view.stair = stair_of({.id = "stair",
                           .title = page.t("Groups by step of the stair"),
                           .description = page.t("From motivation up to use. A group may stand on several steps, and "
                                                 "one goes down again when something changes."),
                           .dimension = page.t("Step"),
                           .series = {}},
                          around,
                          [&](const std::string& step) {
                              const register_::ListQuery query{.filters = {{"steps", step}}};
                              return groups.list(around, query, 1, 0).found;
                          },
                          "/staff/needs/groups", page);
    if (!pages.arranged.activities_by_step) return;
    view.activities_stair =
        stair_of({.id = "activities-stair",
                  .title = page.t("Activities by step of the stair"),
                  .description = page.t("What activities are said to help with; of others nobody has said it."),
                  .dimension = page.t("Step"),
                  .series = {}},
                 around, [&](const std::string& step) { return pages.arranged.activities_by_step(around.municipality_id, step); },
                 "/staff/activities", page);
}

}  // namespace

http::Response overview_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("Needs"));
    page.breadcrumbs = {};
    auto& kinds = *pages.kinds;
    OverviewView view;
    view.ways = {{page.t("What is answered, and what is not"), page.tenant_url("/staff/needs/coverage")},
                 {page.t("Report of this round"), page.tenant_url("/staff/needs/report")},
                 {page.t("Report of several municipalities"), page.tenant_url("/staff/needs/joint-report")},
                 {page.t("One question beside others"), page.tenant_url("/staff/needs/beside-others")},
                 {page.t("What changed between two rounds"), page.tenant_url("/staff/needs/changes")},
                 {page.t("How far it is to help"), page.tenant_url("/staff/needs/reach")},
                 {page.t("What stands in the way"), page.tenant_url("/staff/needs/barriers")},
                 {page.t("Topics by function"), page.tenant_url("/staff/needs/topics-by-function")},
                 {page.t("Challenges in order of points"), page.tenant_url("/staff/needs/ranking")},
                 {page.t("Examples of others"), page.tenant_url("/staff/needs/examples-of-others")}};
    view.nobody_to_ask = nobody_to_ask(kinds.groups, page);
    add_stairs(view, pages, page);
    view.parts = {
        part_of("mapping", page.t("Mapping"),
                {&kinds.rounds, &kinds.questions, &kinds.answers, &kinds.invitations, &kinds.recommendations,
                 &kinds.examples},
                page),
        part_of("whom", page.t("Whom it is about"), {&kinds.groups, &kinds.supporters, &kinds.informal_help},
                page),
        part_of("heard", page.t("What is heard and found out"),
                {&kinds.signals, &kinds.inventories, &kinds.insights, &kinds.investigations, &kinds.hits},
                page),
        part_of("around", page.t("What stands in the way, and what there is"),
                {&kinds.challenges, &kinds.points, &kinds.equipment, &kinds.paper_forms, &kinds.wishes,
                 &kinds.guidance, &kinds.responsibilities},
                page)};
    return html::render_page(page, templates::overview_page(view, page));
}

}  // namespace digilots::needs
