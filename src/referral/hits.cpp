#include "referral/hits.h"

#include <algorithm>

#include "referral/why.h"

namespace digilots::referral {
namespace {

std::string place_url(const http::Tenant& tenant, const directory::Place& place) {
    return "/" + tenant.slug + "/places/" + place.slug;
}

/// A service has no page of its own where it stands at a place.
std::string service_url(const http::Tenant& tenant, const directory::Service& service, const directory::Snapshot& snapshot) {
    if (const auto* place = service.place.empty() ? nullptr : snapshot.place(service.place)) return place_url(tenant, *place);
    return "/" + tenant.slug + "/services/" + service.slug;
}

std::string contact_phone(const directory::Snapshot& snapshot, std::string_view contact_id) {
    const auto* contact = contact_id.empty() ? nullptr : snapshot.contact(contact_id);
    return contact ? contact->phone : "";
}

bool is_municipal(const directory::Place& place) {
    return place.operator_type.empty() || place.operator_type == "municipality";
}

void add_limitations(ReferralHit& hit, const directory::Place& place, const i18n::Translator& translator) {
    for (const auto& note : place.limitations) {
        auto& list = taxonomy::is_refusal(note.code) ? hit.refusals : hit.good_to_know;
        list.push_back(taxonomy::label(taxonomy::List::limitation, note.code, translator));
        hit.limitations.push_back(list.back());
    }
}

void add_to_know(ReferralHit& hit, std::string text) {
    hit.limitations.push_back(text);
    hit.good_to_know.push_back(std::move(text));
}

void fill(ReferralHit& hit, const directory::Place& place, const http::Tenant& tenant, const i18n::Translator& translator) {
    hit.title = place.name;
    hit.url = place_url(tenant, place);
    add_limitations(hit, place, translator);
    hit.verified_on = place.verified_on;
    hit.phone = place.phone;
    if (hit.phone.empty() && is_municipal(place)) hit.phone = tenant.phone;
}

void fill(ReferralHit& hit, const directory::Service& service, const http::Tenant& tenant,
          const directory::Snapshot& snapshot, const i18n::Translator& translator) {
    hit.title = service.title;
    hit.url = service_url(tenant, service, snapshot);
    hit.verified_on = service.verified_on;
    hit.phone = tenant.phone;
    if (const auto* place = service.place.empty() ? nullptr : snapshot.place(service.place)) {
        add_limitations(hit, *place, translator);
        hit.phone = place->phone.empty() ? tenant.phone : place->phone;
    }
}

void fill(ReferralHit& hit, const directory::EService& service, const http::Tenant& tenant,
          const directory::Snapshot& snapshot, const i18n::Translator& translator) {
    hit.title = service.name;
    hit.url = "/" + tenant.slug + "/e-services/" + service.slug;
    hit.verified_on = service.verified_on;
    hit.phone = contact_phone(snapshot, service.contact);
    if (hit.phone.empty()) hit.phone = tenant.phone;
    if (service.e_id_required == directory::Answer::yes) {
        add_to_know(hit, translator.t("Needs e-identification (such as BankID)"));
    }
    if (service.digital_only) add_to_know(hit, translator.t("Only digital, no paper form"));
}

void fill(ReferralHit& hit, const directory::Contact& contact, const http::Tenant& tenant) {
    hit.title = contact.title;
    hit.url = "/" + tenant.slug + "/contacts/" + contact.slug;
    hit.phone = contact.phone.empty() ? tenant.phone : contact.phone;
    hit.verified_on = contact.verified_on;
}

}  // namespace

ReferralHit make_hit(const Ranked& ranked, const http::Tenant& tenant, const directory::Snapshot& snapshot,
                     const i18n::Translator& translator) {
    const auto& entry = *ranked.entry;
    ReferralHit hit;
    hit.kind = entry.kind;
    hit.id = entry.id;
    hit.open = ranked.open;
    hit.why = why_text(ranked, translator);
    if (entry.place) fill(hit, *entry.place, tenant, translator);
    if (entry.service) fill(hit, *entry.service, tenant, snapshot, translator);
    if (entry.e_service) fill(hit, *entry.e_service, tenant, snapshot, translator);
    if (entry.contact) fill(hit, *entry.contact, tenant);
    if (entry.topic) {
        hit.title = entry.own_topic ? entry.own_topic->label : translator.t(entry.topic->label);
        hit.url = "/" + tenant.slug + "/places?topic=" + entry.topic->key;
        hit.why = translator.t("All places that help with this");
    }
    return hit;
}

Fallback make_fallback(const http::Tenant& tenant, const directory::Snapshot& snapshot, const i18n::Translator& translator,
                       const OpenStates& open_state) {
    const auto* desk = snapshot.fallback_place.empty() ? nullptr : snapshot.place(snapshot.fallback_place);
    if (desk && !desk->listed()) desk = nullptr;
    if (!desk) {
        const auto fits = [](const directory::Place& place) {
            return place.listed() && is_municipal(place) && serves_everyone(place) && !place.collective;
        };
        const auto found = std::ranges::find_if(snapshot.places, fits);
        if (found != snapshot.places.end()) desk = &*found;
    }
    Fallback fallback;
    if (desk) {
        Entry entry;
        entry.place = desk;
        fallback = {desk->name, desk->phone, place_url(tenant, *desk), desk->id, open_state(entry)};
    } else {
        fallback.title = translator.t("{municipality} municipality", {{"municipality", tenant.name}});
        fallback.url = "/" + tenant.slug + "/";
    }
    if (fallback.phone.empty()) fallback.phone = tenant.phone;
    for (const auto& contact : snapshot.contacts) {
        if (fallback.phone.empty() && !contact.staff_only) fallback.phone = contact.phone;
    }
    return fallback;
}

}  // namespace digilots::referral
