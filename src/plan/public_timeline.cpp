// Where what everyone may see of the plan lies in time.
#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/templates.h"
#include "plan/timeline_asked.h"
#include "plan/words.h"

namespace digilots::plan {

namespace {

html::components::Table open_table(const Plan& plan, const std::vector<Placed>& parts, base::Date today, const AskOthers& others,
                                   const html::Page& page) {
    html::components::Table table{
        .caption = page.t("The timeline as a table"),
        .columns = {{page.t("Part")}, {page.t("Time")}, {page.t("Phase")}, {page.t("How it stands")}},
        .empty = page.t("Nothing of the plan is shown to everyone yet.")};
    for (const auto& [node, depth] : parts) {
        const auto days = days_of(*node, page.translator());
        const auto status = status_of(plan, *node, today, others);
        table.rows.push_back({{.text = plan.name_of(*node)},
                              {.text = days, .unknown = days.empty()},
                              {.text = page.t(title_of_phase(node->phase))},
                              {.text = node->status_note, .mark = mark_of(status.standing, page.translator())}});
    }
    return table;
}

}  // namespace

http::Response public_timeline(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Timeline of the plan");
    page.breadcrumbs = {{page.t("Progress"), page.tenant_url("/progress")},
                        {page.t("What we do, why, and how far it has come"), page.tenant_url("/progress/plan")}};
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto today = today_of(pages, request);
    const auto asked = asked_time(*plan, request, true);
    const auto all = parts_in_time(*plan, asked), placed = folded(all, most_parts_of_page);
    const auto parts = nodes_of(placed, most_parts_of_page);
    const auto whole = window_of(*plan, nodes_of(all, all.size()), today);
    const bool is_folded = parts.size() < all.size();
    const auto below = is_folded ? page.tenant_url("/progress/plan/timeline?part=") : std::string();
    const auto others = ask_others(*pages.kinds, *request.tenant, page.translator());
    TimelineView view{.drawing = lay_out(*plan, parts, asked.window.value_or(whole), today, below, page.translator()),
                      .legend = legend_of(page),
                      .name = page.t("Timeline of the plan"),
                      .table = open_table(*plan, table_in_time(*plan, asked, placed), today, others, page),
                      .zooms = zooms_of(whole, asked, "/progress/plan/timeline", page)};
    if (asked.part) view.about = plan->name_of(*asked.part);
    if (is_folded)
        view.left_out = page.tn("{n} part is not drawn here. Choose a part in the drawing to see what is below it.",
                                "{n} parts are not drawn here. Choose a part in the drawing to see what is below it.",
                                static_cast<std::int64_t>(all.size() - parts.size()));
    return html::render_page(page, templates::timeline_page(view, page));
}

}  // namespace digilots::plan
