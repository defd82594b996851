// What members have to offer and what is missing, from what stands on their own pages: kinds of help and aids, and how many
// settlements have help near. What nobody says is unknown, never none.
#include <algorithm>
#include <map>
#include <set>

#include "needs/needs.h"
#include "network/pages.h"
#include "network/templates.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "taxonomy/taxonomy.h"

namespace digilots::network {

namespace {

using html::components::Cell, html::components::MarkColour;

constexpr double near_kilometres = 10;
constexpr std::size_t most_named = 12;

struct Offered {
    std::string municipality, name;
    std::int64_t places = 0, activities = 0, e_services = 0;
    needs::NearHelp near = {};
    std::set<std::string> help, aids;
};

std::string shown(std::int64_t number, const html::Page& page) { return page.translator().number(number); }

Offered offered_by(const Pages& pages, const std::string& member) {
    Offered one{.municipality = member, .name = name_of(pages, member), .help = {}, .aids = {}};
    const auto snapshot = pages.directory.snapshot(member);
    const auto count_activities = [&](const std::vector<directory::Service>& services) {
        one.activities += std::ranges::count_if(services, [](const directory::Service& service) {
            return service.kind == directory::ServiceKind::activity && service.status == directory::Status::open;
        });
    };
    for (const auto& place : snapshot->places) {
        if (place.status != directory::Status::open) continue;
        ++one.places;
        count_activities(place.services);
        for (const auto& support : place.support) one.help.insert(support.code);
        for (const auto& aid : place.aids) one.aids.insert(aid.type);
    }
    count_activities(snapshot->services);
    one.e_services = std::ranges::count(snapshot->e_services, directory::Status::open, &directory::EService::status);
    one.near = needs::near_help(member, *snapshot, near_kilometres);
    return one;
}

std::string near_in_words(const Offered& one, const html::Page& page) {
    if (one.near.settlements == 0) return "";
    return page.t("{without} of {all}", {{"without", shown(one.near.without, page)}, {"all", shown(one.near.settlements, page)}});
}

html::components::Table members_table(const std::vector<Offered>& members, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("What each member has"),
        .columns = {{page.t("Municipality")},
                    {page.t("Open places"), true},
                    {page.t("E-services"), true},
                    {page.t("Activities"), true},
                    {page.t("Settlements without help within {km} km",
                            {{"km", shown(static_cast<std::int64_t>(near_kilometres), page)}})}}};
    for (const auto& one : members) {
        const auto near = near_in_words(one, page);
        table.rows.push_back({{.text = one.name},
                              {.text = shown(one.places, page)},
                              {.text = shown(one.e_services, page)},
                              {.text = shown(one.activities, page)},
                              near.empty() ? Cell{.text = page.t("Unknown"), .unknown = true} : Cell{.text = near}});
    }
    return table;
}

/// Each kind that any list knows: how many members say they have it, and who; what nobody says goes to `gaps`.
html::components::Table kinds_table(const std::vector<Offered>& members, taxonomy::List list, std::set<std::string> Offered::*of,
                                    std::string caption, std::vector<std::string>& gaps, const html::Page& page) {
    html::components::Table table{.caption = std::move(caption),
                                  .columns = {{page.t("Kind")},
                                              {page.t("Members that say they have it"), true},
                                              {page.t("Which")}}};
    for (const auto& term : taxonomy::terms(list)) {
        std::vector<std::string> who;
        for (const auto& one : members)
            if ((one.*of).contains(term.key)) who.push_back(one.name);
        const auto label = taxonomy::label(list, term.key, page.translator());
        if (who.empty()) {
            gaps.push_back(label);
            continue;
        }
        const auto number = static_cast<std::int64_t>(who.size());
        const auto names = who.size() > most_named ? page.tn("{n} member", "{n} members", number) : base::joined(who, ", ");
        const auto of_all = page.t("{n} of {all}", {{"n", shown(number, page)},
                                                    {"all", shown(static_cast<std::int64_t>(members.size()), page)}});
        table.rows.push_back({{.text = label}, {.text = of_all}, {.text = names}});
    }
    return table;
}

MarkColour colour_of(const needs::NearHelp& near) {
    if (near.settlements == 0) return MarkColour::unknown;
    if (near.without == 0) return MarkColour::green;
    return near.without < near.settlements ? MarkColour::yellow : MarkColour::red;
}

/// Every member whose point is known, also who is served elsewhere: of those nothing is known.
html::components::NationMap map_of(const Pages& pages, const municipality::Network& network, const std::vector<Offered>& members,
                                   const html::Page& page) {
    html::components::NationMap map{.id = "members-on-the-map", .title = page.t("Where help is near")};
    std::map<MarkColour, std::int64_t> numbers;
    for (const auto& id : network.members) {
        const auto about = pages.municipalities.about(id);
        if (!about || !about->is_on_map) continue;
        const auto* one = base::find_in(members, id, &Offered::municipality);
        const auto colour = one == nullptr ? MarkColour::unknown : colour_of(one->near);
        const auto near = one == nullptr ? std::string() : near_in_words(*one, page);
        ++numbers[colour];
        map.points.push_back({.label = about->name,
                              .shown = near.empty() ? page.t("Unknown") : near,
                              .colour = colour,
                              .latitude = about->latitude,
                              .longitude = about->longitude});
    }
    const auto add = [&](MarkColour colour, std::string word) {
        const auto number = numbers[colour];
        if (number > 0) map.legend.push_back({.colour = colour, .word = std::move(word), .detail = shown(number, page)});
    };
    add(MarkColour::green, page.t("All settlements have help near"));
    add(MarkColour::yellow, page.t("Some have none"));
    add(MarkColour::red, page.t("None has"));
    add(MarkColour::unknown, page.t("Unknown"));
    return map;
}

}  // namespace

http::Response offers_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("What there is, and what is missing: {name}", {{"name", network->name}});
    page.breadcrumbs = {{network->name, page.url("/networks/" + network->key)}};
    std::vector<Offered> members;
    OffersView view;
    for (const auto& member : network->members) {
        if (pages.municipalities.is_active(member)) members.push_back(offered_by(pages, member));
        else view.not_here.push_back(name_of(pages, member));
    }
    view.members = members_table(members, page);
    view.help = kinds_table(members, taxonomy::List::support, &Offered::help, page.t("Kinds of help"), view.gaps, page);
    view.aids = kinds_table(members, taxonomy::List::aid, &Offered::aids, page.t("Kinds of aids"), view.gaps, page);
    view.map = map_of(pages, *network, members, page);
    return html::render_page(page, templates::offers_page(view, page));
}

}  // namespace digilots::network
