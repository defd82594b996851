// The whole plan on a page: down to the areas; activities stand on the page of what they are below.
#include <algorithm>

#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/pyramid.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/http/may.h"

namespace digilots::plan {

namespace {

using html::components::Cell;

constexpr std::size_t most_without = 30;

std::vector<Placed> down_to_areas(const Plan& plan) {
    std::vector<Placed> parts;
    for (const auto& one : plan.placed())
        if (one.node->kind != Kind::activity || one.depth == 0) parts.push_back(one);
    return parts;
}

std::vector<html::Link> links_of_plan(const html::Page& page) {
    return {{page.t("Timeline"), page.tenant_url("/staff/plan/timeline")},
            {page.t("The year, month by month"), page.tenant_url("/staff/plan/year")},
            {page.t("Editions"), page.tenant_url("/staff/plan/editions")},
            {page.t("What parts do not say: goals, targets, functions, time"), page.tenant_url("/staff/plan/unsaid")},
            {page.t("How the main processes stand"), page.tenant_url("/staff/plan/processes")},
            {page.t("The plan’s week by letter"), page.tenant_url("/staff/plan/digest")},
            {page.t("Milestones"), page.tenant_url("/staff/plan/milestones")},
            {page.t("Criteria for closing"), page.tenant_url("/staff/plan/criteria")},
            {page.t("Documents of the plan"), page.tenant_url("/staff/plan/documents")},
            {page.t("Comments on the plan"), page.tenant_url("/staff/plan/comments")},
            {page.t("Documents that a phase asks for"), page.tenant_url("/staff/plan/required")},
            {page.t("What waits for what"), page.tenant_url("/staff/plan/dependencies")},
            {page.t("All parts, as a list and as a table to take out and in"), page.tenant_url("/staff/plan/parts")},
            {page.t("The whole tree as a table (XLSX): it comes in again under all parts, also in another plan"),
             page.tenant_url("/staff/plan/tree.xlsx")},
            {page.t("The whole tree as a table (CSV)"), page.tenant_url("/staff/plan/tree.csv")},
            {page.t("The whole tree as JSON: it comes in again under all parts"), page.tenant_url("/staff/plan/tree.json")},
            {page.t("For a follow-up tool (XLSX): what is sent back is taken in under all parts"),
             page.tenant_url("/staff/plan/follow-up.xlsx")},
            {page.t("For a follow-up tool (CSV)"), page.tenant_url("/staff/plan/follow-up.csv")},
            {page.t("Groups, decisions and systems"), page.tenant_url("/staff/bodies")},
            {page.t("Figures of the population"), page.tenant_url("/staff/bodies/demography")},
            {page.t("Challenges"), page.tenant_url("/staff/needs/challenges")},
            {page.t("Budgets"), page.tenant_url("/staff/budgets")},
            {page.t("As everyone sees it"), page.tenant_url("/progress/plan")}};
}

/// To a goal or target, its own or of what is above it.
bool has_link(const Plan& plan, const Node& node) {
    auto line = plan.above(node);
    line.push_back(&node);
    return std::ranges::any_of(line, [](const Node* one) {
        return !one->municipal_goals.empty() || !one->goals.empty() || !one->targets.empty();
    });
}

void add_what_lacks(TreeView& view, const Plan& plan, const html::Page& page) {
    std::int64_t left_out = 0;
    for (const auto& placed : plan.placed()) {
        const auto& node = *placed.node;
        if (node.kind != Kind::project && node.kind != Kind::activity) continue;
        if (has_link(plan, node)) continue;
        if (view.without_goal.size() < most_without)
            view.without_goal.push_back({plan.name_of(node), page.tenant_url("/staff/plan/" + node.id)});
        else ++left_out;
    }
    if (left_out > 0) view.more_without_goal = page.tn("and {n} more", "and {n} more", left_out);
    for (const auto& one : plan.dependencies()) {
        if (!plan.is_broken(one)) continue;
        view.broken.push_back(page.t("{part} begins before {other} is over, which must be first.",
                                     {{"part", plan.name_of(*plan.find(one.node))},
                                      {"other", plan.name_of(*plan.find(one.other))}}));
    }
}

Cell number_of_activities(const Plan& plan, const Node& node, const html::Page& page) {
    const auto all = plan.all_below(node);
    const auto number = std::ranges::count_if(
        all, [&](const Node* one) { return one != &node && one->kind == Kind::activity; });
    return {.text = page.translator().number(static_cast<double>(number))};
}

}  // namespace

html::Page plan_page_of(const http::Request& request, std::string title) {
    html::Page page(request);
    page.title = std::move(title);
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("The plan"), page.tenant_url("/staff/plan")}};
    return page;
}

base::Date today_of(const Pages& pages, const http::Request& request) {
    return pages.kinds->around(request.tenant->id).today;
}

std::string owner_of(const Kinds& kinds, const Node& node, const html::Page& page) {
    if (node.owner.empty()) return "";
    auto around = kinds.around(page.request().tenant->id);
    around.words = &page.translator();
    const auto names = names_of_owners(kinds, around);
    const auto found = names.find(node.owner);
    return found == names.end() ? "" : found->second;
}

html::components::Table table_of_parts(const Plan& plan, const std::vector<Placed>& parts,
                                       const std::map<std::string, Status, std::less<>>& statuses, const html::Page& page,
                                       const std::string& path) {
    html::components::Table table{.caption = page.t("Parts of the plan, and how each stands"),
                                  .columns = {{page.t("Part")},
                                              {page.t("Kind of part")},
                                              {page.t("Time")},
                                              {page.t("Phase")},
                                              {page.t("Activities")},
                                              {page.t("How it stands")}},
                                  .empty = page.t("The plan has no parts yet. Begin with the strategy.")};
    for (const auto& [node, depth] : parts) {
        const auto days = days_of(*node, page.translator());
        const auto status = statuses.find(node->id);
        const auto standing = status == statuses.end() ? Standing::unknown : status->second.standing;
        table.rows.push_back({{.text = plan.name_of(*node), .url = path.empty() ? "" : page.tenant_url(path + node->id)},
                              {.text = page.t(title_of(node->kind))},
                              {.text = days, .unknown = days.empty()},
                              {.text = page.t(title_of_phase(node->phase))},
                              number_of_activities(plan, *node, page),
                              {.text = node->status_note, .mark = mark_of(standing, page.translator())}});
    }
    return table;
}

http::Response tree_page(const Pages& pages, const http::Request& request) {
    auto page = plan_page_of(request, html::Page(request).t("The plan"));
    page.breadcrumbs.clear();
    const auto& kinds = *pages.kinds;
    const auto plan = kinds.kept.of(request.tenant->id);
    const auto all = down_to_areas(*plan);
    const bool shows_areas = request.query.get("down") == "areas";
    const auto parts = shows_areas ? all : folded(all, most_parts_of_page);
    const auto statuses =
        statuses_of(*plan, parts, today_of(pages, request), ask_others(kinds, *request.tenant, page.translator()));
    TreeView view{.parts = table_of_parts(*plan, parts, statuses, page, "/staff/plan/"),
                  .levels = table_of_levels(*plan, false, page),
                  .pyramid = pyramid_of(*plan, false, page.translator()),
                  .links = links_of_plan(page)};
    if (parts.size() < all.size())
        view.unfold = {page.t("Show the activity areas in this table too"), page.tenant_url("/staff/plan?down=areas")};
    add_what_lacks(view, *plan, page);
    if (http::may(request, http::Role::coordinator)) view.add_url = page.tenant_url("/staff/plan/parts/new");
    return html::render_page(page, templates::tree_page(view, page));
}

}  // namespace digilots::plan
