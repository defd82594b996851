#include "directory/snapshot.h"

#include <algorithm>
#include <array>

#include "directory/directory_store.h"
#include "directory/record.h"
#include "platform/base/lists.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

template <class Item>
const Item* find_item(const std::vector<Item>& items, std::string_view id_or_slug) {
    const auto* found = base::find_in(items, id_or_slug, &Item::id);
    return found ? found : base::find_in(items, id_or_slug, &Item::slug);
}

template <class Item>
void sort_by_name(std::vector<Item>& items, std::string Item::* name, std::string_view language) {
    base::sort_by_key(items, [&](const Item& item) { return base::collation_key(item.*name, language); });
}

void read_places(Snapshot& snapshot, db::Connection& connection, base::Date today) {
    for (const auto& record : load_records(connection, RecordKind::place, snapshot.municipality_id)) {
        Place place = to_place(record);
        if (place.status == Status::planned && has_begun(place.opens_from, today)) place.status = Status::to_verify;
        const bool opens_first = place.status == Status::planned && !place.opens_from.empty() &&
                                 (snapshot.next_opening.empty() || place.opens_from < snapshot.next_opening);
        if (opens_first) snapshot.next_opening = place.opens_from;
        snapshot.places.push_back(std::move(place));
    }
    for (const auto& edit : load_fact_edits(connection, snapshot.municipality_id)) {
        if (edit.kind != RecordKind::place || edit.field != "eligibility") continue;
        const auto place = std::ranges::find(snapshot.places, edit.record_id, &Place::id);
        if (place != snapshot.places.end()) place->eligibility_edited = true;
    }
}

void read_services(Snapshot& snapshot, db::Connection& connection, const std::vector<Service>& arranged) {
    const auto put = [&](Service service) {
        const auto place = std::ranges::find(snapshot.places, service.place, &Place::id);
        if (place == snapshot.places.end() && service.is_arranged()) service.place.clear();
        (place == snapshot.places.end() ? snapshot.services : place->services).push_back(std::move(service));
    };
    for (const auto& record : load_records(connection, RecordKind::service, snapshot.municipality_id)) put(to_service(record));
    for (const auto& service : arranged) put(service);
}

/// Those in use, each at its place.
void read_stops(Snapshot& snapshot, db::Connection& connection, const SnapshotInput& input) {
    for (const auto& record : load_stops(connection, snapshot.municipality_id)) {
        if (record.has_ended()) continue;
        auto stop = read_stop(record);
        const auto place = std::ranges::find(snapshot.places, record.text("place_id"), &Place::id);
        if (stop && place != snapshot.places.end()) place->stops.push_back(*std::move(stop));
    }
    for (auto& place : snapshot.places) {
        sort_by_name(place.stops, &Stop::name, input.language);
        place.visits = coming_visits(place.stops, input.country, input.zone, input.today);
    }
}

/// The one that was chosen, else the one that it has been, else by kind: the first that is open for visitors.
std::string desk_of(const Snapshot& snapshot, const std::string& chosen, const Desk& kept) {
    for (const auto& id : {chosen, kept.place, kept.stand_in}) {
        const Place* desk = id.empty() ? nullptr : snapshot.place(id);
        if (desk != nullptr && desk->status == Status::open) return desk->id;
    }
    return propose_fallback(snapshot.places);
}

}  // namespace

const Place* Snapshot::place(std::string_view id_or_slug) const { return find_item(places, id_or_slug); }
const EService* Snapshot::e_service(std::string_view id_or_slug) const { return find_item(e_services, id_or_slug); }
const Contact* Snapshot::contact(std::string_view id_or_slug) const { return find_item(contacts, id_or_slug); }

const Service* Snapshot::service(std::string_view id_or_slug) const {
    if (const auto* found = find_item(services, id_or_slug)) return found;
    for (const auto& place : places) {
        if (const auto* found = find_item(place.services, id_or_slug)) return found;
    }
    return nullptr;
}

SnapshotPtr load_snapshot(db::Connection& connection, const SnapshotInput& input) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->municipality_id = input.municipality_id;
    read_places(*snapshot, connection, input.today);
    sort_by_name(snapshot->places, &Place::name, input.language);
    read_services(*snapshot, connection, input.arranged);
    read_stops(*snapshot, connection, input);
    for (const auto& record : load_records(connection, RecordKind::e_service, input.municipality_id)) {
        snapshot->e_services.push_back(to_e_service(record));
    }
    sort_by_name(snapshot->e_services, &EService::name, input.language);
    for (const auto& record : load_records(connection, RecordKind::contact, input.municipality_id)) {
        snapshot->contacts.push_back(to_contact(record));
    }
    sort_by_name(snapshot->contacts, &Contact::title, input.language);
    snapshot->checked = register_::checked_fields(connection, input.municipality_id);
    snapshot->phone_hours = input.phone_hours;
    snapshot->fallback_place = desk_of(*snapshot, input.fallback_place, load_desk(connection, input.municipality_id));
    return snapshot;
}

std::string propose_fallback(const std::vector<Place>& places) {
    static constexpr std::array<std::string_view, 9> kinds{
        "municipal_service_centre", "contact_centre", "citizens_office", "reception", "library",
        "library_digidelcenter",    "digidelcenter",  "library_branch",  "town_hall"};
    for (const bool collective : {false, true}) {
        for (const auto kind : kinds) {
            for (const auto& place : places) {
                if (place.status == Status::open && place.kind == kind && place.collective == collective) return place.id;
            }
        }
    }
    const auto any = std::ranges::find(places, Status::open, &Place::status);
    return any == places.end() ? std::string() : any->id;
}

namespace {

/// Whoever is the desk, or stands in for it, stays while it is open: a new office of a better kind is nobody's choice.
Desk desk_among(const std::vector<Place>& places, const Desk& kept) {
    const auto find = [&](const std::string& id) {
        return id.empty() ? places.end() : std::ranges::find(places, id, &Place::id);
    };
    const auto desk = find(kept.place), stand_in = find(kept.stand_in);
    if (desk != places.end() && desk->status == Status::open) return {kept.place, ""};
    const bool goes_on = stand_in != places.end() && stand_in->status == Status::open;
    const auto instead = goes_on ? kept.stand_in : propose_fallback(places);
    const bool comes_back = desk != places.end() && desk->status == Status::paused;
    return comes_back ? Desk{kept.place, instead} : Desk{instead, ""};
}

}  // namespace

void keep_desk(db::Connection& connection, std::string_view municipality_id) {
    const auto kept = load_desk(connection, municipality_id);
    std::vector<Place> places;
    for (const auto& record : load_records(connection, RecordKind::place, municipality_id)) {
        places.push_back(to_place(record));
    }
    sort_by_name(places, &Place::name, "sv");
    const auto desk = desk_among(places, kept);
    if (desk != kept) save_desk(connection, municipality_id, desk);
}

bool has_begun(std::string_view opens_from, base::Date today) {
    const std::string day = base::format_date(today);
    return !opens_from.empty() && opens_from <= std::string_view(day).substr(0, std::min(opens_from.size(), day.size()));
}

}  // namespace digilots::directory
