#include "directory/duties.h"
#include "directory/freshness.h"
#include "directory/renewal.h"
#include "directory/trail.h"

namespace digilots::directory {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::residents, 200, TEXT("Places"), "/places"},
    {MenuPlace::residents, 300, TEXT("E-services"), "/e-services"},
    {MenuPlace::staff, 400, TEXT("Directory"), "/staff/directory", Role::editor},
};

std::vector<std::string> pages_of(const Snapshot& snapshot) {
    std::vector<std::string> paths{"/places", "/e-services"};
    for (const auto& place : snapshot.places) {
        if (place.listed()) paths.push_back("/places/" + place.slug);
    }
    for (const auto& service : snapshot.e_services) {
        if (service.status == Status::open) paths.push_back("/e-services/" + service.slug);
    }
    for (const auto& service : snapshot.services) {
        if (service.status == Status::open && !service.is_arranged()) paths.push_back("/services/" + service.slug);
    }
    return paths;
}

std::vector<Finding> examine(const Directory& directory, const municipality::Municipalities& municipalities) {
    std::vector<Finding> findings;
    for (const auto& one : municipalities.active_real()) {
        const auto all = directory.snapshot(one.id);
        if (all->places.empty() && all->services.empty() && all->e_services.empty() && all->contacts.empty()) {
            findings.push_back({Health::hint, "directory", one.name + " has no places, services, e-services or contacts yet. "
                                "Import a mapping (digilots import mapping FILE), or an editor adds them under /" + one.slug +
                                "/staff/directory."});
            continue;
        }
        if (!all->fallback_place.empty()) continue;
        findings.push_back({Health::hint, "fallback desk", one.name + " has no desk where a search can end. Choose one under /" +
                            one.slug + "/staff/settings."});
    }
    return findings;
}

}  // namespace

Slice slice(Directory& directory, db::Database& database, municipality::Municipalities& municipalities,
            const base::Clock& clock, const MapTiles& tiles) {
    return slice(directory, database, municipalities, clock, tiles, nullptr);
}

Slice slice(Directory& directory, db::Database& database, municipality::Municipalities& municipalities,
            const base::Clock& clock, const MapTiles& tiles, RenewalsOf renewals_of) {
    const auto plan_mapping = [&](std::string_view json, const std::string& file) {
        const auto plan = plan_import(database, json, file, municipalities.own());
        return MappingPlan{describe(plan), plan.errors.empty(),
                           [&, plan] { apply_import(database, municipalities, plan, clock.now()); }};
    };
    std::vector<register_::Records*> registers;
    for (const auto kind : all_kinds) registers.push_back(&directory.records(kind));
    registers.push_back(&directory.stops());
    return {
        .name = "directory",
        .routes = [&, tiles, renewals_of](const Slices&) {
            return routes(directory, database, municipalities, clock, tiles, renewals_of);
        },
        .registers = std::move(registers),
        .menu = menu,
        .measures = {checked_in_time(directory)},
        .trail = trail(),
        .duties = duties(directory, municipalities),
        .site = {.of = [&](const http::Tenant& tenant) { return pages_of(*directory.snapshot(tenant.id)); }},
        .examine = [&] { return examine(directory, municipalities); },
        .plan_mapping = plan_mapping,
    };
}

}  // namespace digilots::directory
