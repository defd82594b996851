#include "inquiries/units.h"

#include <algorithm>
#include <map>

#include "inquiries/asked_fields.h"
#include "inquiries/figures.h"
#include "inquiries/further.h"
#include "platform/base/lists.h"
#include "platform/http/target.h"
#include "platform/register/asked_unit.h"

namespace digilots::inquiries {

namespace {

constexpr std::int64_t most_with_units = 2000;

bool contains(const std::vector<std::string>& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

std::vector<std::string> places_of(const Service& service, std::string_view municipality_id,
                                   const std::vector<std::string>& units) {
    std::vector<std::string> places;
    for (const auto held = service.directory.snapshot(municipality_id); const auto& place : held->places)
        if (!place.unit.empty() && contains(units, place.unit)) places.push_back(place.id);
    return places;
}

/// None where what belongs to none alone is asked for.
std::vector<std::string> units_within(const Service& service, std::string_view municipality_id,
                                      const register_::UnitWanted& wanted) {
    if (wanted.unit.empty()) return {};
    return organisation::within(*service.organisation.units(municipality_id), wanted.unit);
}

/// Of an e-service or a contact; "" where none is said or it is gone.
std::string unit_of_record(const Service& service, std::string_view municipality_id, directory::RecordKind kind,
                           std::string_view id) {
    const auto record = service.directory.records(kind).find(municipality_id, id);
    return record ? record->text("unit") : "";
}

/// "contact:switchboard", "e_service:apply": the unit of whoever that is; "" where it is not said.
std::string unit_of_target(const Service& service, const http::Tenant& tenant, std::string_view target) {
    const auto snapshot = service.directory.snapshot(tenant.id);
    const auto colon = std::min(target.find(':'), target.size());
    const auto kind = target.substr(0, colon), id = colon < target.size() ? target.substr(colon + 1) : std::string_view{};
    if (const auto* contact = kind == "contact" ? snapshot->contact(id) : nullptr)
        return unit_of_record(service, tenant.id, directory::RecordKind::contact, contact->id);
    if (const auto* e_service = kind == "e_service" ? snapshot->e_service(id) : nullptr)
        return unit_of_record(service, tenant.id, directory::RecordKind::e_service, e_service->id);
    return "";
}

void add_units_of(std::vector<std::string>& pairs, const Service& service, const http::Tenant& tenant,
                  directory::RecordKind kind, std::string_view word) {
    const auto& records = service.directory.records(kind);
    for (const auto& record : records.list(records.around(tenant.id), {}, most_with_units, 0).records)
        if (const auto unit = record.text("unit"); !unit.empty())
            pairs.push_back(std::string(word) + ":" + record.id + "=" + unit);
}

}  // namespace

PlacesWanted places_of_unit(const Service& service, std::string_view municipality_id, const register_::UnitWanted& unit) {
    if (unit.is_all()) return {};
    const auto within = units_within(service, municipality_id, unit);
    if (!unit.is_of_none) return {.places = places_of(service, municipality_id, within)};
    // What is at no place, or at one that is gone, is of no unit either.
    PlacesWanted wanted{.places = std::vector<std::string>{}, .is_elsewhere = true};
    for (const auto held = service.directory.snapshot(municipality_id); const auto& place : held->places)
        if (!place.unit.empty() && !contains(within, place.unit)) wanted.places->push_back(place.id);
    return wanted;
}

std::optional<std::vector<std::string>> places_within_limit(const Service& service, const http::Request& request) {
    if (!request.identity) return std::nullopt;
    const auto& municipality = request.tenant->id;
    const auto units = organisation::limit_of(*service.organisation.units(municipality), *request.identity);
    if (!units) return std::nullopt;
    return places_of(service, municipality, *units);
}

register_::UnitWanted unit_wanted(const Service& service, const http::Request& request) {
    const auto units = service.organisation.units(request.tenant->id);
    if (units->empty()) return {};
    std::vector<register_::Choice> choices;
    for (const auto& unit : *units) choices.push_back({.key = unit.id, .label = unit.name});
    return register_::unit_wanted(request, choices);
}

std::string unit_in_address(const Service& service, const http::Request& request) {
    const auto unit = unit_wanted(service, request);
    return unit.is_all() ? "" : "&unit=" + http::percent_encode(unit.text);
}

std::optional<std::vector<std::string>> places_asked_for(const Service& service, const http::Request& request) {
    auto limit = places_within_limit(service, request);
    const auto unit = unit_wanted(service, request);
    if (unit.is_all()) return limit;
    std::vector<std::string> places;
    const auto within = units_within(service, request.tenant->id, unit);
    for (const auto held = service.directory.snapshot(request.tenant->id); const auto& place : held->places)
        if (place.unit.empty() ? unit.is_of_none : contains(within, place.unit)) places.push_back(place.id);
    if (unit.is_of_none) places.emplace_back();
    if (limit) std::erase_if(places, [&](const std::string& id) { return !contains(*limit, id); });
    return places;
}

html::components::Field unit_asked_for(const Service& service, const html::Page& page) {
    return register_::asked_unit(service.organisation.link_sources(), "organisation.unit", page).field;
}

html::components::Field unit_concerned_field(const Service& service, const html::Page& page, const FormInput& input) {
    const auto units = service.organisation.units(page.request().tenant->id);
    const auto& chosen = input.inquiry.further.body_unit;
    if (units->empty() && chosen.empty()) return {};
    html::components::Field field{.name = std::string(unit_concerned), .label = page.t(TEXT("Unit that it concerns")),
                                  .optional = true, .options = {{"", page.t(TEXT("Not stated")), chosen.empty()}}};
    for (const auto& one : *units)
        field.options.push_back({one.id, organisation::full_name(*units, one.id), one.id == chosen});
    if (!chosen.empty() && !organisation::find_unit(*units, chosen))
        field.options.push_back({chosen, page.t(TEXT("A unit that is no longer here")), true});
    return field.with(input.errors);
}

std::string units_of_targets(const Service& service, const http::Tenant& tenant) {
    std::vector<std::string> pairs;
    add_units_of(pairs, service, tenant, directory::RecordKind::contact, "contact");
    add_units_of(pairs, service, tenant, directory::RecordKind::e_service, "e_service");
    return base::joined(pairs, " ");
}

void fill_unit(Inquiry& inquiry, const Service& service, const http::Tenant& tenant) {
    auto& unit = inquiry.further.body_unit;
    const bool may_be = inquiry.body.empty() || inquiry.body == "municipality";
    if (!unit.empty() || !may_be || (inquiry.e_service.empty() && inquiry.referred_to.empty())) return;
    const auto units = service.organisation.units(tenant.id);
    if (units->empty() || base::holds(fields_not_asked(service, tenant.id, inquiry.place), unit_concerned)) return;
    if (!inquiry.e_service.empty()) unit = unit_of_target(service, tenant, "e_service:" + inquiry.e_service);
    if (unit.empty()) unit = unit_of_target(service, tenant, inquiry.referred_to);
    if (!organisation::find_unit(*units, unit)) unit.clear();
    if (!unit.empty()) inquiry.body = "municipality";
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
        const auto directory = service.directory.snapshot(municipality);
        const auto* place = directory->place(key["place"]);
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
