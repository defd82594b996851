// The plan for everyone: what is done, why, how far it has come, what comes next.
#include <algorithm>

#include "plan/edition_paper.h"
#include "plan/pages.h"
#include "plan/pyramid.h"
#include "plan/templates.h"
#include "plan/words.h"

namespace digilots::plan {

namespace {

std::vector<Placed> public_parts(const Plan& plan) {
    std::vector<Placed> parts;
    for (const auto& one : plan.placed())
        if (is_public(plan, *one.node)) parts.push_back(one);
    return parts;
}

/// "contributes to": never that it causes.
std::string aims_of(const Plan& plan, const Node& node) {
    std::string aims;
    auto line = plan.above(node);
    line.push_back(&node);
    // Those of the nearest part that says any: an activity serves what its project does.
    for (auto at = line.rbegin(); at != line.rend() && aims.empty(); ++at)
        for (const auto& list : {(*at)->municipal_goals, (*at)->targets})
            for (const auto& one : list) aims += (aims.empty() ? "" : "; ") + one;
    return aims;
}

/// Each target that a part says itself, in the order in which they are met.
std::vector<ContributesView> contributions(const Kinds& kinds, const Plan& plan, const html::Page& page) {
    std::vector<ContributesView> all;
    const auto& target = kinds.neighbours.target;
    std::vector<std::string> seen;
    for (const auto& [node, depth] : public_parts(plan))
        for (const auto& number : node->targets) {
            if (!target || std::ranges::find(seen, number) != seen.end()) continue;
            seen.push_back(number);
            auto link = target(number, page);
            if (!link.title.empty()) all.push_back({std::move(link), contributing_to(plan, number)});
        }
    return all;
}

html::components::Table public_table(const Plan& plan, const std::vector<Placed>& parts, base::Date today,
                                     const AskOthers& others, const html::Page& page) {
    html::components::Table table{.caption = page.t("What we do, and how far it has come"),
                                  .columns = {{page.t("Part")},
                                              {page.t("Time")},
                                              {page.t("Contributes to")},
                                              {page.t("How it stands")}},
                                  .empty = page.t("Nothing of the plan is shown to everyone yet.")};
    for (const auto& [node, depth] : parts) {
        const auto days = days_of(*node, page.translator()), aims = aims_of(plan, *node);
        const auto status = status_of(plan, *node, today, others);
        table.rows.push_back({{.text = plan.name_of(*node)},
                              {.text = days, .unknown = days.empty()},
                              {.text = aims, .unknown = aims.empty()},
                              {.text = node->status_note, .mark = mark_of(status.standing, page.translator())}});
    }
    return table;
}

html::components::Table next_milestones(const Plan& plan, base::Date today, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("Milestones"),
        .columns = {{page.t("Milestone")}, {page.t("Part")}, {page.t("Deadline")}, {page.t("Reached on")}},
        .empty = page.t("No milestone yet.")};
    const auto day = [&](const std::optional<base::Date>& date) {
        return html::components::Cell{.text = date ? page.translator().date(*date) : "", .unknown = !date};
    };
    for (const auto& one : plan.milestones()) {
        const auto* node = plan.find(one.node);
        if (!node || !is_public(plan, *node)) continue;
        const bool has_passed = one.deadline && *one.deadline < today;
        const auto open = has_passed ? page.t("Its day has passed; it is not said to be reached") : page.t("Not reached yet");
        table.rows.push_back({{.text = one.title}, {.text = plan.name_of(*node)}, day(one.deadline),
                              one.done ? day(one.done) : html::components::Cell{.text = open}});
    }
    return table;
}

}  // namespace

std::vector<std::string> contributing_to(const Plan& plan, std::string_view target) {
    std::vector<std::string> names;
    for (const auto& [node, depth] : public_parts(plan))
        if (target.empty() || std::ranges::find(node->targets, target) != node->targets.end())
            names.push_back(plan.name_of(*node));
    return names;
}

bool is_public(const Plan& plan, const Node& node) {
    if (!node.is_published) return false;
    for (const auto* above : plan.above(node))
        if (!above->is_published) return false;
    return true;
}

http::Response public_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("What we do, why, and how far it has come");
    page.breadcrumbs = {{page.t("Progress"), page.tenant_url("/progress")}};
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto today = today_of(pages, request);
    const auto parts = public_parts(*plan);
    const auto others = ask_others(*pages.kinds, *request.tenant, page.translator());
    PublicView view{
        .parts = public_table(*plan, folded(parts, most_parts_of_page), today, others, page),
        .milestones = next_milestones(*plan, today, page)};
    if (!parts.empty()) {
        const auto approved = approved_edition(*pages.kinds, request.tenant->id);
        view.approval = words_of_approval(approved, page);
        if (approved)
            view.approved = {page.t("The plan as it was approved"), page.tenant_url("/progress/plan/approved")};
        view.pyramid = pyramid_of(*plan, true, page.translator());
        view.levels = table_of_levels(*plan, true, page);
        view.contributes = contributions(*pages.kinds, *plan, page);
        view.links = {{page.t("One page to print (PDF)"), page.tenant_url("/progress/plan.pdf")},
                      {page.t("The milestones in your calendar"), page.tenant_url("/progress/plan/calendar.ics")}};
    }
    return html::render_page(page, templates::public_page(view, page));
}

}  // namespace digilots::plan
