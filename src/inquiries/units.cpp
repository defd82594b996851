#include "inquiries/units.h"

#include <algorithm>
#include <map>

#include "inquiries/figures.h"
#include "platform/register/asked_unit.h"

namespace digilots::inquiries {

namespace {

bool contains(const std::vector<std::string>& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

std::vector<std::string> places_of(const Service& service, std::string_view municipality_id,
                                   const std::vector<std::string>& units) {
    std::vector<std::string> places;
    for (const auto& place : service.directory.snapshot(municipality_id)->places)
        if (!place.unit.empty() && contains(units, place.unit)) places.push_back(place.id);
    return places;
}

}  // namespace

std::vector<std::string> places_of_units(const Service& service, std::string_view municipality_id) {
    std::vector<std::string> all;
    for (const auto& place : service.directory.snapshot(municipality_id)->places)
        if (!place.unit.empty()) all.push_back(place.id);
    return all;
}

std::vector<std::string> places_of_unit(const Service& service, std::string_view municipality_id, std::string_view unit) {
    return places_of(service, municipality_id, organisation::within(*service.organisation.units(municipality_id), unit));
}

std::optional<std::vector<std::string>> places_within_limit(const Service& service, const http::Request& request) {
    if (!request.identity) return std::nullopt;
    const auto& municipality = request.tenant->id;
    const auto units = organisation::limit_of(*service.organisation.units(municipality), *request.identity);
    if (!units) return std::nullopt;
    return places_of(service, municipality, *units);
}

std::optional<std::vector<std::string>> places_asked_for(const Service& service, const http::Request& request) {
    auto limit = places_within_limit(service, request);
    const auto unit = request.query.get("unit");
    if (unit.empty()) return limit;
    auto places = places_of_unit(service, request.tenant->id, unit);
    if (limit) std::erase_if(places, [&](const std::string& id) { return !contains(*limit, id); });
    return places;
}

html::components::Field unit_asked_for(const Service& service, const html::Page& page) {
    return register_::asked_unit(service.organisation.link_sources(), "organisation.unit", page).field;
}

bool asks_for_units(const measures::Query& query) { return contains(query.by, "unit") || query.where.contains("unit"); }

measures::Query about_places(const measures::Query& query) {
    auto places = query;
    std::erase(places.by, "unit");
    places.where.erase("unit");
    // Whose place it is has to be known.
    for (const char* dimension : {"place", "municipality"})
        if (!contains(places.by, dimension)) places.by.emplace_back(dimension);
    return places;
}

std::vector<measures::Row> figures_of_units(Service& service, std::string_view column, const measures::Query& query) {
    const auto wanted = query.where.find("unit");
    std::map<std::map<std::string, std::string>, std::int64_t> sums;
    for (const auto& row : figures(service, column, about_places(query))) {
        auto key = row.dimensions;
        const auto municipality = key["municipality"];
        const auto* place = service.directory.snapshot(municipality)->place(key["place"]);
        const std::string unit = place ? place->unit : "";
        if (wanted != query.where.end() && (wanted->second.empty() || wanted->second == nothing_stated)) {
            if (!unit.empty()) continue;
        } else if (wanted != query.where.end()) {
            const auto units = organisation::within(*service.organisation.units(municipality), wanted->second);
            if (!contains(units, unit)) continue;
        }
        for (const char* dimension : {"place", "municipality"})
            if (!contains(query.by, dimension)) key.erase(dimension);
        if (contains(query.by, "unit")) key["unit"] = unit;
        sums[key] += row.value.amount;
    }
    std::vector<measures::Row> rows;
    for (const auto& [key, sum] : sums)
        if (sum != 0) rows.push_back({key, sum});
    return rows;
}

}  // namespace digilots::inquiries
