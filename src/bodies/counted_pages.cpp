// What the lists come to: how far the roll-out is, systems by layer with their debt, services by tier.
#include <algorithm>
#include <map>

#include "bodies/pages.h"
#include "bodies/templates.h"
#include "bodies/terms.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/register/pages.h"

namespace digilots::bodies {

namespace {

using html::components::Cell, html::components::Table;
using register_::Record;

std::vector<register_::Choice> choices_of(const register_::Choices& choices, const html::Page& page) {
    return choices({.municipality_id = page.request().tenant->id, .words = &page.translator()});
}

Cell number_cell(const html::Page& page, std::int64_t number, std::string url = "") {
    return {.text = page.translator().number(static_cast<double>(number)),
            .url = number > 0 ? std::move(url) : ""};
}

/// Yes, no, or nobody has said.
Cell said_cell(const Record& record, const char* column, const html::Page& page) {
    const auto said = record.yes_or_no(column);
    if (!said) return {.text = page.t("Not known"), .unknown = true};
    return {.text = *said ? page.t("Yes") : page.t("No")};
}

/// "3 of 5 systems for which it is known": what nobody has said counts nowhere.
std::string sum_of(const std::vector<Record>& systems, const char* column, bool counted, i18n::Text words,
                   const html::Page& page) {
    const auto known =
        std::ranges::count_if(systems, [&](const Record& one) { return one.yes_or_no(column).has_value(); });
    const auto so =
        std::ranges::count_if(systems, [&](const Record& one) { return one.yes_or_no(column) == counted; });
    return page.t(words, {{"part", page.translator().number(static_cast<double>(so))},
                          {"known", page.translator().number(static_cast<double>(known))}});
}

Table table_of_layer(const register_::Choice& layer, const std::vector<Record>& systems,
                     const html::Page& page) {
    Table table{.caption = layer.label,
                .columns = {{page.t("System")},
                            {page.t("Is it used fully?")},
                            {page.t("Has training been given?")},
                            {page.t("Does a shared platform do the same?")},
                            {page.t("Technical debt")}},
                .empty = page.t("{layer}: no system is noted in this layer.", {{"layer", layer.label}})};
    for (const auto& system : systems) {
        if (system.text("layer") != layer.key) continue;
        const auto debt = system.text("debt");
        table.rows.push_back({{.text = system.text("title"),
                               .url = page.tenant_url("/staff/bodies/system-inventory/" + system.id)},
                              said_cell(system, "used_fully", page),
                              said_cell(system, "trained", page),
                              said_cell(system, "duplicates", page),
                              debt.empty() ? Cell{.text = page.t("Not known"), .unknown = true}
                                           : Cell{.text = label_of(risks(), debt, page)}});
    }
    return table;
}

/// How many systems each main process has; what names several is counted in each.
Table table_of_processes(const register_::Records& records, const std::vector<Record>& systems, const html::Page& page) {
    const auto& field = *records.declaration().find("processes");
    const auto processes = field.type->filter_choices(field, register_::around_of(records, page.request()));
    Table table{.caption = page.t("Systems by main process"),
                .columns = {{page.t("Main process")},
                            {page.t("Systems"), true},
                            {page.t("Used fully"), true},
                            {page.t("Technical debt of high risk"), true}}};
    for (const auto& process : processes) {
        std::int64_t all = 0, fully = 0, risky = 0;
        for (const auto& system : systems) {
            if (!base::holds(system.list("processes"), process.key)) continue;
            ++all;
            fully += system.yes_or_no("used_fully") == true ? 1 : 0;
            risky += system.text("debt") == "high" ? 1 : 0;
        }
        table.rows.push_back(
            {{.text = process.label},
             number_cell(page, all, page.tenant_url("/staff/bodies/system-inventory?processes=" + process.key)),
             number_cell(page, fully),
             number_cell(page, risky)});
    }
    return table;
}

/// The highest risk first; what nobody has worked out costs nothing known, not nothing.
Table table_of_debt(const register_::Records& records, const std::vector<Record>& systems,
                    const html::Page& page) {
    const auto* cost_field = records.declaration().find("debt_cost");
    const auto around = register_::around_of(records, page.request());
    const auto cost_of = [&](const Record& one) {
        return cost_field->type->show(*cost_field, one, around).lines.front();
    };
    Table table{.caption = page.t("Technical debt, the highest risk first"),
                .columns = {{page.t("System")},
                            {page.t("Technical debt")},
                            {page.t("What the debt is")},
                            {page.t("What it costs to mend"), true},
                            {page.t("Plan for mending it")}},
                .empty = page.t("No debt is known.")};
    for (const char* risk : {"high", "medium", "low"})
        for (const auto& system : systems) {
            if (system.text("debt") != risk) continue;
            const auto cost = system.money("debt_cost");
            table.rows.push_back(
                {{.text = system.text("title"),
                  .url = page.tenant_url("/staff/bodies/system-inventory/" + system.id)},
                 {.text = label_of(risks(), risk, page)},
                 {.text = system.text("debt_about")},
                 cost ? Cell{.text = cost_of(system)} : Cell{.text = page.t("Not known"), .unknown = true},
                 {.text =
                      system.text("debt_plan").empty() ? page.t("No plan yet") : system.text("debt_plan")}});
        }
    return table;
}

}  // namespace

namespace {

/// Region by region, each municipality with how far it is, for when it is planned and when it began.
Table table_of_rollout(std::vector<Record> all, const html::Page& page) {
    std::ranges::stable_sort(all, {}, [](const Record& one) { return std::pair(one.text("region"), one.text("title_order")); });
    Table table{.caption = page.t("Each municipality, region by region"),
                .columns = {{page.t("Municipality")},
                            {page.t("Which region or county")},
                            {page.t("How far it is")},
                            {page.t("Planned for")},
                            {page.t("Began on")},
                            {page.t("What is agreed")}},
                .empty = page.t("No municipality is in the plan yet.")};
    for (const auto& one : all) {
        const auto day = one.date("day");
        const bool begun = has_begun(one.text("state"));
        const auto told = [&](bool is_of_this) {
            return day && is_of_this ? Cell{.text = page.translator().date(*day)} : Cell{.text = "–"};
        };
        table.rows.push_back({{.text = one.text("title"), .url = page.tenant_url("/staff/bodies/rollout/" + one.id)},
                              {.text = one.text("region")},
                              {.text = label_of(states_of_rollout(), one.text("state"), page)},
                              !day && !begun ? Cell{.text = "", .unknown = true} : told(!begun),
                              !day && begun ? Cell{.text = "", .unknown = true} : told(begun),
                              {.text = one.text("about"), .unknown = one.text("about").empty()}});
    }
    return table;
}

/// Those whose names are municipalities' own, each where it lies; what has no point stands in the tables alone.
html::components::PointMap map_of_rollout(const std::vector<Record>& all, const html::Page& page) {
    html::components::PointMap map{.label = page.t("Where each municipality is, and how far; the tables say the same")};
    for (const auto* list : {&municipality::made_up(), &municipality::Municipalities::all()})
        for (const auto& place : *list) {
            const bool is_of_country = place.is_made_up || place.country == page.request().tenant->country;
            if (!is_of_country || !place.is_on_map) continue;
            const auto found = std::ranges::find_if(
                all, [&](const Record& one) { return base::fold(one.text("title")) == base::fold(place.name); });
            if (found == all.end()) continue;
            map.points.push_back({.label = place.name + ": " + label_of(states_of_rollout(), found->text("state"), page),
                                  .latitude = place.latitude,
                                  .longitude = place.longitude,
                                  .url = page.tenant_url("/staff/bodies/rollout/" + found->id)});
        }
    // One point alone says nothing of where.
    if (map.points.size() < 2) map.points.clear();
    return map;
}

}  // namespace

http::Response rollout_page(const Pages& pages, const http::Request& request) {
    const auto page = page_of_bodies(request, html::Page(request).t("How far the roll-out is"));
    const auto states = choices_of(states_of_rollout(), page);
    std::map<std::string, std::map<std::string, std::int64_t>> by_region;
    std::map<std::string, std::int64_t> total;
    const auto all = in_use(pages.kinds->rollout, request);
    for (const auto& one : all) {
        ++by_region[one.text("region")][one.text("state")];
        ++total[one.text("state")];
    }
    Table table{.caption = page.t("Municipalities by region and how far they are"),
                .columns = {{page.t("Which region or county")}},
                .empty = page.t("No municipality is in the plan yet.")};
    for (const auto& state : states) table.columns.push_back({state.label, true});
    for (auto& [region, counts] : by_region) {
        std::vector<Cell> row{{.text = region}};
        for (const auto& state : states) row.push_back(number_cell(page, counts[state.key]));
        table.rows.push_back(std::move(row));
    }
    table.total.push_back({.text = page.t("Total")});
    for (const auto& state : states)
        table.total.push_back(
            number_cell(page, total[state.key], page.tenant_url("/staff/bodies/rollout?state=" + state.key)));
    if (all.empty()) table.total.clear();
    TablesView view{.tables = {std::move(table), table_of_rollout(all, page)},
                    .map = map_of_rollout(all, page),
                    .ways = {{page.t("Roll-out plan"), page.tenant_url("/staff/bodies/rollout")}}};
    return html::render_page(page, templates::tables_page(view, page));
}

http::Response layers_page(const Pages& pages, const http::Request& request) {
    const auto page = page_of_bodies(request, html::Page(request).t("Systems by layer, and technical debt"));
    const auto systems = in_use(pages.kinds->systems, request);
    TablesView view;
    view.sums = {
        sum_of(systems, "used_fully", true,
               TEXT("{part} of {known} systems for which it is known are used fully."), page),
        sum_of(systems, "trained", true,
               TEXT("Training has been given for {part} of {known} systems for which it is known."), page)};
    auto layers_here = choices_of(layers(), page);
    std::ranges::reverse(layers_here);  // as it is drawn: what carries the others stands lowest
    for (const auto& layer : layers_here) view.tables.push_back(table_of_layer(layer, systems, page));
    view.tables.push_back(table_of_layer({.key = "", .label = page.t("Not placed yet")}, systems, page));
    if (view.tables.back().rows.empty()) view.tables.pop_back();
    view.tables.push_back(table_of_processes(pages.kinds->systems, systems, page));
    view.tables.push_back(table_of_debt(pages.kinds->systems, systems, page));
    view.ways = {{page.t("Inventory of systems"), page.tenant_url("/staff/bodies/system-inventory")},
                 {page.t("Systems that several share"), page.tenant_url("/staff/network/systems")},
                 {page.t("Parts of the plan by main process"), page.tenant_url("/staff/plan/processes")}};
    return html::render_page(page, templates::tables_page(view, page));
}

http::Response spread_page(const Pages& pages, const http::Request& request) {
    const auto page =
        page_of_bodies(request, html::Page(request).t("How services are spread over the tiers"));
    const auto services = in_use(pages.kinds->services, request);
    auto tiers_here = choices_of(tiers(), page);
    tiers_here.push_back({.key = "", .label = page.t("Not classified yet")});
    const auto classified =
        std::ranges::count_if(services, [](const Record& one) { return !one.text("tier").empty(); });
    Table table{
        .caption = page.t("Services by tier"),
        .columns = {
            {page.t("Tier")}, {page.t("Services"), true}, {page.t("Share of those classified"), true}}};
    for (const auto& tier : tiers_here) {
        const auto number =
            std::ranges::count_if(services, [&](const Record& one) { return one.text("tier") == tier.key; });
        constexpr double whole = 100;
        const bool has_share = classified > 0 && !tier.key.empty();
        const auto share = has_share ? page.translator().number(whole * static_cast<double>(number) /
                                                                static_cast<double>(classified)) +
                                           " %"
                                     : "";
        table.rows.push_back(
            {{.text = tier.label},
             number_cell(
                 page, number,
                 tier.key.empty() ? "" : page.tenant_url("/staff/bodies/service-tiers?tier=" + tier.key)),
             {.text = share}});
    }
    TablesView view{
        .sums = {page.t("{part} of {known} services are classified.",
                        {{"part", page.translator().number(static_cast<double>(classified))},
                         {"known", page.translator().number(static_cast<double>(services.size()))}})},
        .tables = {std::move(table)},
        .ways = {{page.t("Services by tier"), page.tenant_url("/staff/bodies/service-tiers")}}};
    return html::render_page(page, templates::tables_page(view, page));
}

}  // namespace digilots::bodies
