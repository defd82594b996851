// Who answers now, until when, and who else. Every page and the API ask here, so that none offers what has ended.
#include <algorithm>

#include "directory/directory.h"

namespace digilots::directory {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_kept = 60s;

/// The municipality's number as set, else that of its switchboard.
PhoneLine municipal_line(const http::Tenant& tenant, const Snapshot& snapshot) {
    PhoneLine line;
    line.number = tenant.phone;
    line.is_example = tenant.phone_is_example;
    line.hours.rule = snapshot.phone_hours;
    const auto is_switchboard = [](const Contact& contact) { return contact.switchboard && is_offered(contact); };
    const auto found = std::ranges::find_if(snapshot.contacts, is_switchboard);
    if (found == snapshot.contacts.end()) return line;
    if (line.number.empty()) line.number = found->phone;
    if (line.hours.rule.empty() && (found->phone.empty() || found->phone == line.number)) line.hours = found->phone_hours;
    return line;
}

const Contact* contact_for(const AskedAbout& about, const Snapshot& snapshot, Audience audience) {
    const Contact* contact = nullptr;
    if (const auto* asked = std::get_if<const Contact*>(&about)) contact = *asked;
    if (const auto* service = std::get_if<const EService*>(&about)) contact = snapshot.contact((*service)->contact);
    return contact != nullptr && is_offered(*contact, audience) ? contact : nullptr;
}

const Place* place_for(const AskedAbout& about, const Snapshot& snapshot) {
    if (const auto* place = std::get_if<const Place*>(&about)) return *place;
    const auto* service = std::get_if<const Service*>(&about);
    return service == nullptr || (*service)->place.empty() ? nullptr : snapshot.place((*service)->place);
}

const Place* open_place(const Snapshot& snapshot, std::string_view id) {
    const Place* place = id.empty() ? nullptr : snapshot.place(id);
    return place != nullptr && place->status == Status::open ? place : nullptr;
}

}  // namespace

bool is_municipal(const Place& place) { return place.operator_type.empty() || place.operator_type == "municipality"; }

bool is_offered(const Contact& contact, Audience audience) {
    return contact.status == Status::open && (!contact.staff_only || audience == Audience::staff);
}

Status status_of(const Service& service, const Place* place) {
    if (place == nullptr || service.status == Status::closed || place->status == Status::open) return service.status;
    if (place->status == Status::closed || service.status == Status::open) return place->status;
    return service.status;
}

bool is_offered(const Service& service, const Place* place) { return status_of(service, place) == Status::open; }

WhoAnswers Directory::who_answers(const http::Tenant& tenant, const Snapshot& snapshot, AskedAbout about, base::Instant at,
                                  Audience audience) const {
    WhoAnswers answer;
    PhoneLine municipal = municipal_line(tenant, snapshot);
    municipal.open = open_state(municipal.hours, tenant.id, at);
    const Place* place = place_for(about, snapshot);
    answer.contact = contact_for(about, snapshot, audience);
    if (answer.contact != nullptr && !answer.contact->phone.empty()) {
        const auto& hours = answer.contact->phone_hours;
        answer.first = {answer.contact->title, answer.contact->phone, false, hours, open_state(hours, tenant.id, at)};
    } else if (answer.contact != nullptr && answer.contact->switchboard && !answer.contact->phone_hours.rule.empty()) {
        municipal.hours = answer.contact->phone_hours;
        municipal.open = open_state(municipal.hours, tenant.id, at);
    } else if (place != nullptr && place->status == Status::open && !place->phone.empty()) {
        answer.first = {place->name, place->phone, false, place->hours, open_state(*place, tenant.id, at)};
    }
    if (answer.first.number.empty()) answer.first = municipal;
    if (answer.first.number != municipal.number) answer.otherwise = municipal;
    if (answer.contact != nullptr) answer.desk = open_place(snapshot, answer.contact->fallback_place);
    if (answer.desk == nullptr) answer.desk = open_place(snapshot, snapshot.fallback_place);
    if (answer.desk == place) answer.desk = nullptr;
    if (answer.desk != nullptr) answer.desk_open = open_state(*answer.desk, tenant.id, at);
    return answer;
}

PhoneLine Directory::phone_of(const http::Tenant& tenant, const Snapshot& snapshot, const Place& place,
                              base::Instant at) const {
    const bool has_own = place.status == Status::open && !place.phone.empty();
    if (!has_own && !is_municipal(place)) return {};
    return who_answers(tenant, snapshot, &place, at).first;
}

http::Tenant Directory::with_phone_now(http::Tenant tenant, base::Instant at) const {
    const auto line = who_answers(tenant, *snapshot(tenant.id), {}, at).first;
    if (line.number.empty()) return tenant;
    // A switchboard can end at any moment, and not every page is made anew with the directory.
    if (tenant.phone.empty()) tenant.keep_until = at + longest_kept;
    tenant.phone = line.number;
    if (line.open.now == Openness::unknown) return tenant;
    tenant.phone_answers = line.open.now == Openness::open;
    tenant.phone_changes = line.open.next_change;
    if (!tenant.keep_until) tenant.keep_until = line.open.next_change;
    return tenant;
}

}  // namespace digilots::directory
