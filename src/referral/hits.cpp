#include "referral/hits.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/slice/own_page.h"
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

void add_limitations(ReferralHit& hit, const directory::Place& place, const i18n::Translator& translator) {
    for (const auto& note : place.limitations) {
        // Nobody comes to what is not open.
        if (place.status != directory::Status::open && !taxonomy::is_refusal(note.code)) continue;
        auto& list = taxonomy::is_refusal(note.code) ? hit.refusals : hit.good_to_know;
        list.push_back(taxonomy::label(taxonomy::List::limitation, note.code, translator));
        hit.limitations.push_back(list.back());
    }
}

void add_to_know(ReferralHit& hit, std::string text) {
    hit.limitations.push_back(text);
    hit.good_to_know.push_back(std::move(text));
}

directory::PhoneLine line_for(const HitContext& context, const directory::AskedAbout& about) {
    return context.directory.who_answers(context.tenant, context.snapshot, about, context.now, context.audience).first;
}

void set_phone(ReferralHit& hit, const directory::PhoneLine& line) {
    hit.phone = line.number;
    hit.phone_open = line.open;
    hit.phone_is_municipal = !line.number.empty() && line.title.empty();
}

template <class Record>
void set_checked(ReferralHit& hit, directory::RecordKind kind, const Record& record, const HitContext& context) {
    hit.verified_on = record.verified_on;
    hit.checked_every = context.directory.rhythm(kind, context.tenant.id).months;
}

std::string where_is(const directory::Place& place) {
    const bool is_said = place.locality.empty() || place.address.find(place.locality) != std::string::npos;
    return is_said ? place.address : place.address + (place.address.empty() ? "" : ", ") + place.locality;
}

/// "62.39081": some metre.
std::string degrees(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 5).ptr;
    return {text.data(), end};
}

/// By its position; where that is not known, or not to the house, by its address. "" of what moves around or is many.
std::string way_on_a_map(const directory::Place& place) {
    if (place.collective || place.mobile) return "";
    const std::string map = "https://www.openstreetmap.org/";
    if (place.latitude && place.longitude && !place.approximate_position) {
        const auto north = degrees(*place.latitude), east = degrees(*place.longitude);
        return map + "?mlat=" + north + "&mlon=" + east + "#map=17/" + north + "/" + east;
    }
    return place.address.empty() ? "" : map + "search?query=" + html::url_encode(where_is(place));
}

/// ". Open now, closes at 16.00"; "" where its hours are not known.
std::string open_words(const directory::OpenState& state, const std::string& next, const HitContext& context) {
    if (state.now == directory::Openness::unknown) return "";
    const bool is_open = state.now == directory::Openness::open;
    const auto words = is_open ? context.translator.t("Open now") : context.translator.t("Closed now");
    return ". " + words + (next.empty() ? "" : ", " + next);
}

std::string desk_in_words(const directory::Place& desk, const directory::OpenState& state, const HitContext& context) {
    const auto next = directory::next_change_text(desk, state, context.now, context.tenant.zone, context.translator);
    return desk.name + (desk.phone.empty() ? "" : ", " + desk.phone) + open_words(state, next, context);
}

std::string line_in_words(const directory::PhoneLine& line, const HitContext& context) {
    const auto next = directory::next_change_text(line.open, context.now, context.tenant.zone, context.translator);
    const auto whose = context.translator.t("{municipality} municipality", {{"municipality", context.tenant.name}});
    return whose + ", " + line.number + open_words(line.open, next, context);
}

/// Whom to turn to when nobody answers there, one after the other, before anybody speaks to a machine: what the contact names,
/// the municipality's number, the desk where every search ends.
void set_chain(ReferralHit& hit, const directory::AskedAbout& about, const HitContext& context) {
    const auto answer =
        context.directory.who_answers(context.tenant, context.snapshot, about, context.now, context.audience);
    const auto* desk = answer.desk && answer.desk->listed() ? answer.desk : nullptr;
    const bool is_own = desk && answer.contact && answer.contact->fallback_place == desk->id;
    std::vector<std::string> chain;
    if (is_own) chain.push_back(desk_in_words(*desk, answer.desk_open, context));
    if (!answer.otherwise.number.empty()) chain.push_back(line_in_words(answer.otherwise, context));
    if (desk && !is_own) chain.push_back(desk_in_words(*desk, answer.desk_open, context));
    for (const auto& step : chain)
        hit.otherwise = hit.otherwise.empty() ? step
                                              : context.translator.t(TEXT("{first}. Then: {next}"),
                                                                     {{"first", hit.otherwise}, {"next", step}});
}

void fill(ReferralHit& hit, const directory::Place& place, const HitContext& context) {
    hit.title = place.name;
    hit.url = place_url(context.tenant, place);
    add_limitations(hit, place, context.translator);
    set_checked(hit, directory::RecordKind::place, place, context);
    hit.staff_note = place.notes;
    hit.where = where_is(place);
    hit.bring = place.bring;
    hit.map_url = way_on_a_map(place);
    set_phone(hit, context.directory.phone_of(context.tenant, context.snapshot, place, context.now));
    if (!hit.phone.empty()) set_chain(hit, &place, context);
}

void fill(ReferralHit& hit, const directory::Service& service, const HitContext& context) {
    hit.title = service.title;
    hit.url = service_url(context.tenant, service, context.snapshot);
    set_checked(hit, directory::RecordKind::service, service, context);
    hit.staff_note = service.notes;
    set_phone(hit, line_for(context, &service));
    set_chain(hit, &service, context);
    if (const auto* place = service.place.empty() ? nullptr : context.snapshot.place(service.place)) {
        add_limitations(hit, *place, context.translator);
        hit.where = where_is(*place);
        hit.bring = place->bring;
        hit.map_url = way_on_a_map(*place);
    }
}

void fill(ReferralHit& hit, const directory::EService& service, const HitContext& context) {
    const auto& translator = context.translator;
    hit.title = service.name;
    hit.url = "/" + context.tenant.slug + "/e-services/" + service.slug;
    set_checked(hit, directory::RecordKind::e_service, service, context);
    hit.staff_note = service.notes;
    hit.bring = service.attachments;
    set_phone(hit, line_for(context, &service));
    set_chain(hit, &service, context);
    if (service.e_id_required == directory::Answer::yes) {
        add_to_know(hit, translator.t("Needs e-identification (such as BankID)"));
    }
    if (service.digital_only) add_to_know(hit, translator.t("Only digital, no paper form"));
}

void fill(ReferralHit& hit, const directory::Contact& contact, const HitContext& context) {
    hit.title = contact.title;
    hit.url = "/" + context.tenant.slug + (contact.staff_only ? "/staff/contacts/" : "/contacts/") + contact.slug;
    set_phone(hit, line_for(context, &contact));
    set_checked(hit, directory::RecordKind::contact, contact, context);
    hit.staff_note = contact.notes;
    set_chain(hit, &contact, context);
}

void fill(ReferralHit& hit, const FoundElsewhere& found, const HitContext& context) {
    hit.title = found.kind == own_page_kind ? context.translator.t(i18n::Text{found.title.c_str()}) : found.title;
    hit.url = "/" + context.tenant.slug + found.path;
    hit.verified_on = found.verified_on;
    if (found.path.starts_with("/staff/")) add_to_know(hit, context.translator.t("Only for staff"));
    if (found.of->now) hit.now = found.of->now(context.tenant, found.id, context.translator);
    const auto* place = found.place.empty() ? nullptr : context.snapshot.place(found.place);
    if (!place || !place->listed()) return;
    add_limitations(hit, *place, context.translator);
    hit.where = place->name + ", " + where_is(*place);
    hit.map_url = way_on_a_map(*place);
    set_phone(hit, context.directory.phone_of(context.tenant, context.snapshot, *place, context.now));
}

/// Of a bus that was found by where it stops: there, and when next. "" of all else.
std::string stop_text(const Ranked& ranked, const HitContext& context) {
    const auto reason = std::ranges::find(ranked.reasons, ReasonKind::stop, &Reason::kind);
    if (reason == ranked.reasons.end()) return "";
    const auto& place = *ranked.entry->place;
    const auto stop = std::ranges::find(place.stops, reason->key, &directory::Stop::id);
    if (stop == place.stops.end()) return "";
    const auto visit = std::ranges::find_if(place.visits, [&](const directory::Visit& one) {
        return place.stops[one.stop].id == stop->id && one.time.end > context.now;
    });
    const auto& words = context.translator;
    if (visit == place.visits.end()) return words.t("Stops at {stop}", {{"stop", stop->name}});
    const auto today = base::to_civil(context.now, context.tenant.zone).date;
    return words.t("Stops at {stop}: {when}",
                   {{"stop", stop->name}, {"when", directory::visit_text(*visit, today, context.tenant.zone, words)}});
}

}  // namespace

ReferralHit make_hit(const Ranked& ranked, const HitContext& context) {
    const auto& entry = *ranked.entry;
    ReferralHit hit;
    hit.kind = entry.kind;
    hit.id = entry.id;
    hit.open = ranked.open;
    hit.next_change =
        entry.place ? directory::next_change_text(*entry.place, hit.open, context.now, context.tenant.zone, context.translator)
                    : directory::next_change_text(hit.open, context.now, context.tenant.zone, context.translator);
    hit.why = why_text(ranked, context.translator, stop_text(ranked, context));
    hit.offered = entry.listed;
    if (entry.place) fill(hit, *entry.place, context);
    if (entry.service) fill(hit, *entry.service, context);
    if (entry.e_service) fill(hit, *entry.e_service, context);
    if (entry.contact) fill(hit, *entry.contact, context);
    if (entry.elsewhere) fill(hit, *entry.elsewhere, context);
    if (context.audience == directory::Audience::residents) hit.staff_note.clear();
    if (entry.topic) {
        hit.title = entry.own_topic ? entry.own_topic->label : context.translator.t(entry.topic->label);
        hit.url = "/" + context.tenant.slug + "/places?topic=" + entry.topic->key;
        hit.why = context.translator.t("All places that help with this");
    }
    return hit;
}

std::string phone_note(const ReferralHit& hit, base::Instant now, std::string_view zone, const i18n::Translator& translator) {
    const bool is_said = hit.kind == "contact" || (hit.kind == "place" && !hit.phone_is_municipal);
    return hit.phone.empty() || is_said ? "" : directory::phone_answers_text(hit.phone_open, now, zone, translator);
}

Fallback make_fallback(const HitContext& context) {
    const auto& tenant = context.tenant;
    const auto answer = context.directory.who_answers(tenant, context.snapshot, {}, context.now);
    Fallback fallback;
    fallback.phone = answer.first.number;
    fallback.phone_open = answer.first.open;
    if (const auto* desk = answer.desk) {
        fallback.title = desk->name;
        fallback.url = place_url(tenant, *desk);
        fallback.place = desk->id;
        fallback.open = answer.desk_open;
        fallback.phone_is_own = !desk->phone.empty();
        if (fallback.phone_is_own) fallback.phone = desk->phone;
    } else {
        fallback.title = context.translator.t("{municipality} municipality", {{"municipality", tenant.name}});
        fallback.url = "/" + tenant.slug + "/";
    }
    return fallback;
}

}  // namespace digilots::referral
