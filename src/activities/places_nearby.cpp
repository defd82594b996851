// Where what a village wishes for could be held: places of the directory there or near, with what they have.
#include <algorithm>
#include <cmath>
#include <limits>

#include "activities/request_pages.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_near = 4, most_aids = 6;

bool can_hold(const directory::Place& place) {
    return place.status == directory::Status::open && !place.collective && !place.mobile;
}

bool is_named(const directory::Place& place, const std::string& folded) {
    return base::fold(place.locality) == folded || base::fold(place.name) == folded;
}

/// Only what is known to be there.
std::string what_is_there(const directory::Place& place, const i18n::Translator& words) {
    std::vector<std::string> there;
    if (place.step_free == directory::Answer::yes) there.push_back(words.t("a step-free entrance"));
    if (place.wifi == directory::Answer::yes)
        there.push_back(taxonomy::label(taxonomy::List::aid, "wifi", words));
    for (const auto& aid : place.aids)
        if (there.size() < most_aids) base::add_once(there, taxonomy::label(taxonomy::List::aid, aid.type, words));
    return base::joined(there, ", ");
}

/// Square of degrees, those of longitude as short as they are so far north: enough to put places in order.
double apart(const directory::Place& one, const directory::Place& other) {
    constexpr double of_longitude = 0.45;
    if (!one.latitude || !one.longitude || !other.latitude || !other.longitude)
        return std::numeric_limits<double>::infinity();
    const double north = *one.latitude - *other.latitude, east = (*one.longitude - *other.longitude) * of_longitude;
    return north * north + east * east;
}

}  // namespace

std::vector<PlaceNearby> places_nearby(const directory::Snapshot& directory, std::string_view locality,
                                       const html::Page& page) {
    const auto folded = base::fold(base::trim(locality));
    std::vector<const directory::Place*> near;
    for (const auto& place : directory.places)
        if (can_hold(place)) near.push_back(&place);
    const auto named = std::ranges::find_if(near, [&](const auto* place) { return is_named(*place, folded); });
    if (named == near.end()) return {};
    const auto& middle = **named;
    const auto distance = [&](const directory::Place* place) { return is_named(*place, folded) ? -1 : apart(middle, *place); };
    std::ranges::stable_sort(near, {}, distance);
    std::erase_if(near, [&](const auto* place) { return std::isinf(distance(place)); });
    if (near.size() > most_near) near.resize(most_near);
    std::vector<PlaceNearby> places;
    for (const auto* place : near)
        places.push_back({.name = place->name,
                          .url = page.tenant_url("/places/" + place->slug),
                          .locality = place->locality,
                          .there = what_is_there(*place, page.translator())});
    return places;
}

std::vector<std::string> names_of_localities(const directory::Snapshot& directory) {
    std::vector<std::string> names;
    for (const auto& place : directory.places)
        if (place.listed() && !place.locality.empty()) base::add_once(names, place.locality);
    for (const auto& place : directory.places)
        if (can_hold(place)) base::add_once(names, place.name);
    return names;
}

}  // namespace digilots::activities
