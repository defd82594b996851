// The plan for everyone: what is done, why, how far it has come, what comes next.
#include <algorithm>

#include "plan/pages.h"
#include "plan/pyramid.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/base/text.h"
#include "platform/print/format.h"
#include "platform/print/pdf.h"

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

/// Of a table on paper, which is short: said once by the part above that says the same.
void say_aims_once(html::components::Table& table, const std::vector<Placed>& parts, const Plan& plan, const html::Page& page) {
    constexpr std::size_t aims = 2, longest_aims = 160;
    for (std::size_t at = 0; at < parts.size() && at < table.rows.size(); ++at) {
        const auto* above = plan.find(parts[at].node->parent);
        auto& cell = table.rows[at][aims];
        if (above && !cell.text.empty() && aims_of(plan, *above) == cell.text) cell.text = page.t("as the part above it");
        const bool is_as_before = at > 0 && aims_of(plan, *parts[at - 1].node) == cell.text;
        if (is_as_before && !cell.text.empty()) cell.text = page.t("as the line before");
        if (base::length(cell.text) > longest_aims) cell.text = base::cut(cell.text, longest_aims - 1) + "…";
    }
}

/// "The latest edition that was approved: 2, on 30 November 2026."; "" where none is.
std::string told_edition(const Kinds& kinds, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    return kinds.database.read([&](db::Connection& connection) -> std::string {
        const auto rows = connection.query(sql::latest_approved, tenant.id);
        const auto row = rows.only();
        if (!row) return "";
        auto day = base::parse_date(row->text("steering_group_on"));
        if (const auto noted = base::parse_utc(row->text("steering_group_at")); !day && noted)
            day = base::to_civil(*noted, tenant.zone).date;
        return page.t("The latest edition that was approved: {n}, on {date}.",
                      {{"n", std::to_string(row->integer("number"))}, {"date", day ? page.translator().date(*day) : ""}});
    });
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

/// Those of a kind or a higher one.
std::vector<Placed> down_to(const Plan& plan, Kind kind) {
    auto parts = public_parts(plan);
    std::erase_if(parts, [&](const Placed& one) { return one.node->kind > kind; });
    return parts;
}

/// What comes next, at most so many.
html::components::Table milestones_to_come(const Plan& plan, base::Date today, const html::Page& page, std::size_t most) {
    auto table = next_milestones(plan, today, page);
    std::erase_if(table.rows, [&](const auto& row) { return row.back().text != page.t("Not reached yet"); });
    if (table.rows.size() > most) table.rows.resize(most);
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
        view.edition = told_edition(*pages.kinds, page);
        view.pyramid = pyramid_of(*plan, true, page.translator());
        view.levels = table_of_levels(*plan, true, page);
        view.contributes = contributions(*pages.kinds, *plan, page);
        view.links = {{page.t("One page to print (PDF)"), page.tenant_url("/progress/plan.pdf")},
                      {page.t("The milestones in your calendar"), page.tenant_url("/progress/plan/calendar.ics")}};
    }
    return html::render_page(page, templates::public_page(view, page));
}

http::Response public_pdf(const Pages& pages, const http::Request& request) {
    constexpr std::size_t most_milestones = 6;
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto others = ask_others(*pages.kinds, *request.tenant, page.translator());
    const auto today = today_of(pages, request);
    const auto edition = told_edition(*pages.kinds, page);
    const auto as_of = page.t("As it stands on {date}.", {{"date", page.translator().date(today)}}) +
                       (edition.empty() ? "" : " " + edition);
    print::Document document;
    // One page: areas where there is room for them, else projects, else what these belong to.
    for (const auto kind : {Kind::area, Kind::project, Kind::plan, Kind::strategy}) {
        document = paper_of(page.t("What we do, why, and how far it has come"), page);
        document.lies = true;
        document.blocks.push_back({print::Paragraph{{as_of}}});
        const auto parts = down_to(*plan, kind);
        auto table = public_table(*plan, parts, today, others, page);
        say_aims_once(table, parts, *plan, page);
        document.blocks.push_back({on_paper(table, page)});
        const auto to_come = milestones_to_come(*plan, today, page, most_milestones);
        if (!to_come.rows.empty()) document.blocks.push_back({on_paper(to_come, page)});
        if (print::number_of_pages(document) == 1) break;
    }
    return print::pdf_answer(document, "plan.pdf");
}

}  // namespace digilots::plan
