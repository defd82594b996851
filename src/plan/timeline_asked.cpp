#include "plan/timeline_asked.h"

#include "plan/pages.h"
#include "plan/phases.h"

namespace digilots::plan {

namespace {

std::vector<Placed> asked_about(const Plan& plan, const AskedTime& asked) {
    std::vector<Placed> parts = asked.part ? std::vector<Placed>{} : plan.placed();
    if (asked.part)
        for (const auto* node : plan.all_below(*asked.part)) parts.push_back({node, node == asked.part ? 0 : 1});
    if (asked.is_for_everyone) std::erase_if(parts, [&](const Placed& one) { return !is_public(plan, *one.node); });
    return parts;
}

bool is_in_time(const Node& node, const AskedTime& asked) {
    const auto& window = asked.window;
    return !window || ((!node.starts || *node.starts <= window->to) && (!node.ends || *node.ends >= window->from));
}

}  // namespace

AskedTime asked_time(const Plan& plan, const http::Request& request, bool is_for_everyone) {
    AskedTime asked{.window = window_called(request.query.get("time")),
                    .part = plan.find(request.query.get("part")),
                    .is_for_everyone = is_for_everyone};
    if (asked.window) asked.name_of_window = request.query.get("time");
    if (is_for_everyone && asked.part && !is_public(plan, *asked.part)) asked.part = nullptr;
    return asked;
}

std::vector<Placed> parts_in_time(const Plan& plan, const AskedTime& asked) {
    const bool is_told = asked.window || asked.part;
    std::vector<Placed> parts;
    for (const auto& one : asked_about(plan, asked))
        if (one.node->kind < Kind::activity || one.depth == 0 || (is_told && is_in_time(*one.node, asked))) parts.push_back(one);
    return parts;
}

std::vector<Placed> table_in_time(const Plan& plan, const AskedTime& asked, const std::vector<Placed>& drawn) {
    std::vector<Placed> parts;
    for (const auto& one : asked_about(plan, asked))
        if (one.node->kind < Kind::activity || is_in_time(*one.node, asked)) parts.push_back(one);
    return parts.size() > most_parts_of_page ? drawn : parts;
}

std::vector<const Node*> nodes_of(const std::vector<Placed>& parts, std::size_t most) {
    std::vector<const Node*> nodes;
    for (const auto& one : parts)
        if (nodes.size() < most) nodes.push_back(one.node);
    return nodes;
}

std::string address_of_time(const AskedTime& asked, std::string_view time) {
    std::string query = asked.part ? "?part=" + asked.part->id : "";
    if (!time.empty()) query += (query.empty() ? "?time=" : "&time=") + std::string(time);
    return query;
}

std::vector<LegendItem> legend_of(const html::Page& page) {
    std::vector<LegendItem> legend;
    for (const auto phase : phases)
        legend.push_back({std::string(colour_of_phase(phase)), std::string(phase) + ". " + page.t(title_of_phase(phase))});
    legend.push_back({std::string(colour_of_phase("")), page.t(title_of_phase(""))});
    return legend;
}

std::vector<html::Link> zooms_of(const Window& all, const AskedTime& asked, const std::string& path, const html::Page& page) {
    const auto url = page.tenant_url(path);
    const std::string_view chosen = asked.name_of_window;
    std::vector<html::Link> links{{page.t("All of it"), url + address_of_time(asked, ""), chosen.empty()}};
    for (int year = static_cast<int>(all.from.year()); year <= static_cast<int>(all.to.year()); ++year) {
        const auto name = std::to_string(year);
        links.push_back({name, url + address_of_time(asked, name), chosen == name});
        if (!chosen.starts_with(name)) continue;
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const auto key = name + "-Q" + std::to_string(quarter);
            links.push_back({page.t("Quarter {n}, {year}", {{"n", std::to_string(quarter)}, {"year", name}}),
                             url + address_of_time(asked, key),
                             chosen == key});
        }
    }
    return links;
}

}  // namespace digilots::plan
