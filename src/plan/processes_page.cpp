// How the parts of each main process stand: case, carrying out, reporting.
#include <algorithm>
#include <array>
#include <map>

#include "plan/pages.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/base/lists.h"

namespace digilots::plan {

namespace {

constexpr std::array all_standings{Standing::done,  Standing::on_way, Standing::attention,
                                   Standing::late,  Standing::ahead,  Standing::unknown};

using StandingsOfParts = std::map<std::string, Status, std::less<>>;

/// One process: how many parts name it, and how each stands.
std::vector<html::components::Cell> row_of_process(const register_::FixedTerm& process, const Plan& plan,
                                                   const StandingsOfParts& statuses, const html::Page& page) {
    std::array<std::int64_t, all_standings.size()> numbers{};
    std::int64_t all = 0;
    for (const auto& placed : plan.placed()) {
        if (!base::holds(placed.node->processes, process.key)) continue;
        ++all;
        const auto* standing = std::ranges::find(all_standings, statuses.at(placed.node->id).standing);
        ++numbers[static_cast<std::size_t>(standing - all_standings.begin())];
    }
    const auto number = [&](std::int64_t one) { return page.translator().number(static_cast<double>(one)); };
    std::vector<html::components::Cell> row{{.text = page.t(process.label)}};
    const auto list = page.tenant_url("/staff/plan/parts?processes=" + std::string(process.key));
    row.push_back({.text = number(all), .url = all > 0 ? list : ""});
    for (const auto one : numbers) row.push_back({.text = number(one)});
    return row;
}

/// Projects and activities that name no process, nor does what stands above them.
std::int64_t number_in_no_process(const Plan& plan) {
    return std::ranges::count_if(plan.placed(), [&](const Placed& placed) {
        if (placed.node->kind != Kind::project && placed.node->kind != Kind::activity) return false;
        auto line = plan.above(*placed.node);
        line.push_back(placed.node);
        return std::ranges::all_of(line, [](const Node* one) { return one->processes.empty(); });
    });
}

}  // namespace

http::Response processes_page(const Pages& pages, const http::Request& request) {
    const auto page = plan_page_of(request, html::Page(request).t("How the main processes stand"));
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto statuses =
        statuses_of(*plan, today_of(pages, request), ask_others(*pages.kinds, *request.tenant, page.translator()));
    html::components::Table table{.caption = page.t("Parts of the plan by main process, and how they stand"),
                                  .columns = {{page.t("Main process")}, {page.t("Parts"), true}}};
    for (const auto standing : all_standings) table.columns.push_back({mark_of(standing, page.translator()).word, true});
    for (const auto& process : process_terms()) table.rows.push_back(row_of_process(process, *plan, statuses, page));
    SumsView view;
    const auto without = number_in_no_process(*plan);
    if (without > 0)
        view.sums.push_back(page.tn("{n} project or activity is in no main process.",
                                    "{n} projects and activities are in no main process.", without));
    view.tables.push_back(std::move(table));
    view.links = {{page.t("The year, month by month"), page.tenant_url("/staff/plan/year")},
                  {page.t("Systems by layer and main process"), page.tenant_url("/staff/bodies/layers")}};
    return html::render_page(page, templates::sums_page(view, page));
}

}  // namespace digilots::plan
