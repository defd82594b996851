#include "network/network.h"

#include <algorithm>

#include "network/pages.h"
#include "platform/base/lists.h"
#include "platform/slice/way_to_wish.h"

namespace digilots::network {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Menu menu_of_networks(const municipality::Municipalities& municipalities) {
    const auto is_any = [&municipalities](const http::Tenant& tenant, const http::Identity&) {
        return municipalities.is_in_a_network(tenant.id) ? 0 : -1;
    };
    return {{MenuPlace::help, 150, TEXT("Together with others"), "/together", Role::guide, {}, is_any},
            {MenuPlace::staff, 306, TEXT("Networks"), "/staff/networks"},
            {MenuPlace::settings, 347, TEXT("Who sees what we share"), "/staff/network/sharing", Role::coordinator}};
}

const audit::Words trail{
    .actions = {TEXT("figures taken in"), TEXT("figures approved"), TEXT("period locked")},
};

http::Routes routes_of_network(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string at = "/networks/{network}", api = "/api/v1/networks/{network}";
    const std::string own = "/{municipality}/staff/networks", one = own + "/{network}";
    const std::string file_below = "/files/{owner}/{note}/{file}/{name}";
    return {{Method::get, at, Access::anyone, page(network_page)},
            {Method::get, at + "/figures", Access::anyone, page(figures_page), {"period"}},
            {Method::get, at + "/comparison", Access::anyone, page(comparison_page)},
            {Method::get, at + "/offers", Access::anyone, page(offers_page)},
            {Method::get, at + file_below, Access::anyone, page(open_public_file)},
            {Method::get, "/{municipality}/together", Access::anyone, page(together_page)},
            {Method::get, at + "/feedback", Access::anyone, page(feedback_page), {"done"}},
            {Method::post, at + "/feedback", Access::anyone, page(say_feedback)},
            {Method::get, "/staff/network/{network}", Access::network_viewer, page(viewed_page)},
            {Method::get, own, Access::guide, page(networks_page)},
            {Method::get, one, Access::guide, page(shared_page)},
            {Method::get, one + file_below, Access::guide, page(open_member_file)},
            {Method::post, one + "/copies", Access::editor, page(copy_material)},
            {Method::get, one + "/figures", Access::guide, page(own_figures_page)},
            {Method::post, one + "/figures", Access::coordinator, page(approve_figures)},
            {Method::post, one + "/figures/lock", Access::coordinator, page(lock_figures)},
            {Method::get, api, Access::anyone, page(get_network)},
            {Method::get, api + "/completeness", Access::anyone, page(get_completeness), {"period"}},
            {Method::get, api + "/aggregates", Access::anyone, page(get_aggregate), {"member", "period"}},
            {Method::post, api + "/aggregates", Access::anyone, page(post_aggregate)}};
}

register_::LinkSource networks_of(const municipality::Municipalities& municipalities) {
    return {.choices =
                [&municipalities](const register_::Surroundings& around) {
                    std::vector<register_::Choice> choices;
                    for (const auto& network : municipalities.networks())
                        if (base::holds(network.members, around.municipality_id))
                            choices.push_back({.key = network.key, .label = network.name});
                    return choices;
                },
            .path = "/staff/networks/"};
}

register_::LinkSource groups_by_name(const register_::Records& groups) {
    return {.choices =
                [&groups](const register_::Surroundings& around) {
                    std::vector<register_::Choice> choices;
                    for (const auto& one : groups.list(around, {}, register_::Records::most_counted, 0).records)
                        choices.push_back({.key = one.id, .label = one.text("title")});
                    return choices;
                },
            .path = "/staff/network/groups/"};
}

register_::Others with_networks(const Neighbours& neighbours) {
    auto others = neighbours.others;
    others.links["network.mine"] = networks_of(neighbours.municipalities);
    return others;
}

/// What a meeting of a network finds, or an idea from it, is one step from the plan of activities.
register_::Others with_wish(register_::Others others) {
    others.more = [](const register_::Record& note, const html::Page& page) {
        register_::More more;
        const auto kind = note.text("kind");
        if (!note.has_ended() && (kind == "meeting" || kind == "idea"))
            more.links.push_back(way_to_wish(note.text("title"), "network_meeting", note.text("title"), page));
        return more;
    };
    return others;
}

/// … of a kind that may be kept to a unit, by its column among what the municipality chose.
register_::Others kept_to_units(const Neighbours& neighbours, db::Database& database, const char* column) {
    auto others = with_networks(neighbours);
    others.kept_to_unit = [&database, column](std::string_view municipality) {
        return levels_of_a_unit(database, municipality, column);
    };
    return others;
}

register_::Others with_groups(const Neighbours& neighbours, const register_::Records& groups) {
    auto others = with_networks(neighbours);
    others.links["network.group"] = groups_by_name(groups);
    return others;
}

}  // namespace

Kinds::Kinds(db::Database& database, const base::Clock& clock, const Neighbours& all)
    : profiles(profile_register(), database, clock, with_networks(all)),
      notes(note_register(), database, clock, with_wish(kept_to_units(all, database, "notes"))),
      roles(role_register(), database, clock, kept_to_units(all, database, "roles")),
      mandates(mandate_register(all.municipalities), database, clock, kept_to_units(all, database, "mandates")),
      groups(group_register(), database, clock, with_networks(all)),
      actions(action_register(), database, clock, with_groups(all, groups)),
      systems(system_register(all.municipalities), database, clock, kept_to_units(all, database, "systems")),
      visits(visit_register(), database, clock, kept_to_units(all, database, "visits")),
      starts(start_register(all.municipalities), database, clock, with_networks(all)),
      examples(example_register(), database, clock, kept_to_units(all, database, "examples")),
      sharing(sharing_register(), database, clock, with_networks(all)),
      keys(key_register(all.municipalities), database, clock, with_networks(all)),
      feedback(feedback_register(), database, clock, with_networks(all)) {}

std::vector<register_::Records*> Kinds::all() {
    return {&profiles, &notes,  &roles,  &mandates, &groups,  &actions,
            &systems,  &visits, &starts, &examples, &sharing, &keys, &feedback};
}

Slice slice(db::Database& database, const base::Clock& clock, const Neighbours& neighbours) {
    const auto kinds = std::make_shared<Kinds>(database, clock, neighbours);
    const auto aggregates =
        std::make_shared<Aggregates>(database, clock, neighbours.municipalities, neighbours.releases);
    const Pages pages{kinds,
                      aggregates,
                      database,
                      clock,
                      neighbours.municipalities,
                      neighbours.releases,
                      neighbours.directory,
                      neighbours.organisation};
    return {
        .name = "network",
        .routes = [pages](const Slices&) { return routes_of_network(pages); },
        .registers = kinds->all(),
        .menu = menu_of_networks(pages.municipalities),
        .trail = trail,
        .privacy = privacy_notices(),
        .retention = retention_rules(),
        .plan_mapping = [kinds, pages](std::string_view json,
                                       const std::string&) { return plan_mapping(*kinds, pages.municipalities, json); },
        .load_demo =
            [kinds, pages](const Demo& demo) { load_demo(*kinds, pages.municipalities, demo); },
        .owns = kinds,
    };
}

}  // namespace digilots::network
