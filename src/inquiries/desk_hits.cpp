#include "inquiries/desk_hits.h"

#include <algorithm>
#include <array>

#include "inquiries/onward.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/calendar/usual_week.h"
#include "platform/html/markdown.h"
#include "platform/html/writer.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using html::components::OpenState;

std::string date_text(const std::string& date, const i18n::Translator& translator) {
    const auto parsed = base::parse_date(date);
    return parsed ? translator.short_date(*parsed) : "";
}

/// "Boka tid", "bestille time", "drop-in": a way to come is what was asked for.
bool asks_to_book(std::string_view query) {
    constexpr std::array<std::string_view, 7> beginnings{"boka", "boke", "bokn", "booking", "bestill", "time", "drop"};
    const auto folded = base::fold(query);
    return std::ranges::any_of(base::split(folded, ' '), [&](std::string_view word) {
        return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return word.starts_with(beginning); });
    });
}

/// "kommunhusets reception", "IT STOD": capitals, marks and what stands between the words make no other name.
bool bears_name(std::string_view name, std::string_view typed) {
    const auto words = base::words(base::fold(typed));
    return !words.empty() && base::words(base::fold(name)) == words;
}

/// Every word that was typed stands in the name: "medborgarservice ängsta" for "Medborgarservice i Ängsta".
bool is_meant(std::string_view name, std::string_view typed) {
    const auto words = base::words(base::fold(typed)), of_name = base::words(base::fold(name));
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) { return base::holds(of_name, word); });
}

/// Who asks for somebody by name has said nothing of what it is about, unless the topic is called so as well.
bool is_name_alone(std::string_view name, std::string_view typed, const std::string& topic, const i18n::Translator& words) {
    const bool is_shared = taxonomy::find(taxonomy::List::topic, topic) != nullptr;
    return is_shared && is_meant(name, typed) && !is_meant(typed, taxonomy::label(taxonomy::List::topic, topic, words));
}

/// The form asks for the topic; nothing is chosen by itself.
void suggest(DeskHit& hit, const std::string& topic, const html::Page& page) {
    hit.suggested = topic;
    hit.suggests = page.t(TEXT("What was it about? Enter takes “{topic}”. A digit or the search takes another topic."),
                          {{"topic", taxonomy::label(taxonomy::List::topic, topic, page.translator())}});
}

DeskHit view_of(const referral::ReferralHit& hit, const std::string& topic, const html::Page& page, base::Instant now) {
    DeskHit view;
    view.title = hit.title;
    view.url = page.url(hit.url);
    if (hit.kind == "booking") view.url = page.tenant_url("/staff/bookings/new?offer=" + html::url_encode(hit.id));
    view.why = hit.why;
    view.when = hit.now.text;
    if (hit.kind == "activity" && hit.now.starts)
        view.sessions_url = page.tenant_url("/staff/sessions?activity=" + html::url_encode(hit.id));
    view.limits = {hit.refusals, hit.good_to_know};
    view.verified = date_text(hit.verified_on, page.translator());
    view.phone = hit.phone;
    view.phone_is_municipal = hit.phone_is_municipal;
    view.phone_note = referral::phone_note(hit, now, page.request().tenant->zone, page.translator());
    view.staff_note = hit.staff_note;
    view.where = hit.where;
    view.map_url = hit.map_url;
    view.bring = hit.bring;
    view.otherwise = hit.otherwise;
    if (hit.kind == "answer") view.told_url = page.tenant_url("/staff/answers/" + html::url_encode(hit.id) + "/told");
    view.has_open = hit.open.now != directory::Openness::unknown;
    view.open = open_badge_of(hit.open, page, now);
    view.open.next_change = hit.next_change;
    const bool is_somebody = hit.kind != "answer" && hit.kind != "booking";
    if (is_somebody && hit.offered) {
        view.target = hit.kind + ":" + hit.id;
        view.refers = page.t(TEXT("Refers to {target}"), {{"target", hit.title}});
    }
    // A slip is made of what residents may see; a contact for staff only stands under another address.
    const bool is_public = hit.url.find("/staff/") == std::string::npos;
    if (is_somebody && hit.offered && is_public)
        view.slip_url = page.tenant_url("/staff/slips/" + hit.kind + "/" + html::url_encode(hit.id));
    view.topic = topic;
    if (hit.offered && is_somebody) view.refer = page.t(TEXT("Refer here"));
    return view;
}

/// In the directory's order, the municipality's own first, and before all the one where every search ends.
std::vector<std::string> places_in_order(const directory::Snapshot& directory, const std::string& first) {
    std::vector<std::string> places;
    for (const auto& place : directory.places)
        if (place.status == directory::Status::open && place.listed()) places.push_back(place.id);
    std::ranges::stable_partition(
        places, [&](const std::string& place) { return directory::is_municipal(*directory.place(place)); });
    std::ranges::stable_partition(places, [&](const std::string& place) { return place == first; });
    return places;
}

/// Neither where the entry was made nor where it refers to.
void add_elsewhere(DeskHits& view, const referral::Referral& referral, const Service& service, const Inquiry& entry,
                   const html::Page& page) {
    constexpr std::size_t most_elsewhere = 3;
    const auto& tenant = *page.request().tenant;
    const auto directory = service.directory.snapshot(tenant.id);
    const auto last = referral.fallback(tenant, page.translator()).place;
    for (const auto& place : places_in_order(*directory, last)) {
        if (view.elsewhere.size() == most_elsewhere) break;
        const auto target = "place:" + place;
        if (place == entry.place || target == entry.referred_to) continue;
        const auto found = referral.find(tenant, target, page.translator(), directory::Audience::staff);
        if (found && found->offered) view.elsewhere.push_back(view_of(*found, "", page, service.clock.now()));
    }
    // Said once.
    if (!view.elsewhere.empty() && view.elsewhere.front().target == "place:" + last) view.fallback = {};
}

}  // namespace

html::components::OpenBadge open_badge_of(const directory::OpenState& state, const html::Page& page, base::Instant now) {
    html::components::OpenBadge badge;
    badge.state = state.now == directory::Openness::open     ? OpenState::open
                  : state.now == directory::Openness::closed ? OpenState::closed
                                                             : OpenState::unknown;
    badge.next_change = directory::next_change_text(state, now, page.request().tenant->zone, page.translator());
    return badge;
}

DeskHits make_hits(const referral::SearchAnswer& answer, const std::string& own_place, const html::Page& page,
                   base::Instant now) {
    DeskHits view;
    // What the question is about goes into the form along with where to: rather nothing than what was not meant.
    const bool is_clear = !answer.topics.empty() && !answer.half_typed;
    const std::string topic = is_clear ? answer.topics.front() : "";
    for (const referral::ReferralHit& hit : answer.hits) {
        // Topics are chosen above the hits (desk_topics.h); pages of the site are for residents.
        if (hit.kind == "topic" || hit.kind == "page") continue;
        const bool is_guess = !topic.empty() && is_name_alone(hit.title, answer.query, topic, page.translator());
        view.hits.push_back(view_of(hit, is_guess ? "" : topic, page, now));
        if (is_guess) suggest(view.hits.back(), topic, page);
        view.hits.back().is_named = bears_name(hit.title, answer.query);
        view.hits.back().is_here = hit.kind == "place" && hit.id == own_place;
    }
    view.query = answer.query;
    view.own_place = own_place;
    view.corrected = answer.corrected;
    view.notes = answer.notes;
    view.asks_to_book = asks_to_book(answer.query);
    if (answer.ways)
        for (const auto& way : answer.ways->ways) view.ways.push_back({way.text, page.tenant_url(way.path)});
    if (answer.danger) {
        view.danger = html::components::DangerCard{answer.danger->title, answer.danger->advice, {}};
        for (const auto& [number, name, about] : answer.danger->numbers) view.danger->numbers.push_back({number, name, about});
    }
    if (!answer.query.empty()) view.status = page.tn("{n} hit", "{n} hits", static_cast<std::int64_t>(view.hits.size()));
    return view;
}

std::vector<StuckView> stuck_in(const FormHelp& help, std::string_view e_service, const html::Page& page) {
    std::vector<StuckView> stuck;
    if (!help.notes) return stuck;
    for (auto& note : help.notes(page.request().tenant->id, e_service))
        stuck.push_back({note.step, note.help, note.language, page.tenant_url(note.path), html::markdown(note.help, 4),
                         note.trouble == i18n::Text{} ? std::string() : page.t(note.trouble)});
    return stuck;
}

void add_phone_hours(DeskHit& hit, const directory::Snapshot& directory, const html::Page& page) {
    constexpr std::string_view kind = "contact:";
    if (!hit.target.starts_with(kind)) return;
    const auto* contact = directory.contact(hit.target.substr(kind.size()));
    if (!contact) return;
    const auto& hours = contact->phone_hours;
    const auto& tenant = *page.request().tenant;
    const auto today = base::to_civil(page.request().received, tenant.zone).date;
    if (hours.complete) hit.phone_hours = calendar::usual_week_text(hours.rule, tenant.country, today, page.translator());
    if (hit.phone_hours.empty()) hit.phone_hours = hours.note;
}

void add_form_help(DeskHit& hit, const FormHelp& help, const html::Page& page) {
    constexpr std::string_view kind = "e_service:";
    if (!help.notes || !hit.target.starts_with(kind)) return;
    const auto id = hit.target.substr(kind.size());
    hit.stuck = stuck_in(help, id, page);
    hit.stuck_url = page.tenant_url("/staff/e-service-questions?e_service=" + html::url_encode(id));
}

std::vector<OwnersSay::Said> said_by_owner(const OwnersSay& say, std::string_view e_service, const html::Page& page) {
    return say.of ? say.of(e_service, page) : std::vector<OwnersSay::Said>{};
}

void add_owner_says(DeskHit& hit, const OwnersSay& say, const html::Page& page) {
    constexpr std::string_view kind = "e_service:";
    if (!hit.target.starts_with(kind)) return;
    for (auto& said : said_by_owner(say, hit.target.substr(kind.size()), page))
        hit.owner_says.push_back(std::move(said.sentence));
}

void add_renewals(DeskHit& hit, const FormHelp& help, const directory::Snapshot& directory, const html::Page& page) {
    constexpr std::string_view kind = "e_service:";
    if (!hit.target.starts_with(kind)) return;
    const auto* service = directory.e_service(hit.target.substr(kind.size()));
    if (!service) return;
    if (help.renewals) hit.renewals = help.renewals(service->id, page);
    if (hit.renewals.empty()) hit.reapply = service->reapply_rule;
}

void say_nothing_found(DeskHits& view, const referral::Referral& referral, const Service& service, const Inquiry& entry,
                       const html::Page& page) {
    const bool is_nothing = view.hits.empty() && view.topics.empty() && view.rules.empty() && !view.danger;
    if (view.query.empty() || !is_nothing) return;
    view.nobody = page.t(TEXT("Nothing was found for “{text}”."), {{"text", view.query}});
    add_elsewhere(view, referral, service, entry, page);
    view.status = view.nobody;
}

void say_nobody_else(DeskHits& view, const referral::Referral& referral, const Service& service, const Inquiry& entry,
                     const html::Page& page) {
    const bool is_somebody = std::ranges::any_of(view.hits, [&](const DeskHit& hit) {
        return !hit.refer.empty() && !hit.is_here && hit.target != entry.referred_to;
    });
    if (view.query.empty() || is_somebody) return;
    view.nobody = page.t(TEXT("Nobody else was found for “{text}”."), {{"text", view.query}});
    add_elsewhere(view, referral, service, entry, page);
}

void add_topics(DeskHits& view, std::vector<DeskTopic> topics, const html::Page& page) {
    view.topics = std::move(topics);
    if (view.topics.empty()) return;
    for (auto& topic : view.topics) topic.is_named = bears_name(topic.label, view.query);
    std::ranges::stable_partition(view.topics, &DeskTopic::is_named);
    view.topics_last = !view.topics.front().is_named && std::ranges::any_of(view.hits, &DeskHit::is_named);
    view.status = page.tn("{n} topic", "{n} topics", static_cast<std::int64_t>(view.topics.size())) + ", " + view.status;
}

DeskFallback make_fallback(const referral::Fallback& fallback, const html::Page& page, base::Instant now) {
    const auto& tenant = *page.request().tenant;
    DeskFallback view;
    view.title = fallback.title;
    view.url = page.url(fallback.url);
    view.phone = fallback.phone;
    view.phone_is_example = tenant.phone_is_example && fallback.phone == tenant.phone;
    view.open = open_badge_of(fallback.open, page, now);
    view.open_known = fallback.open.now != directory::Openness::unknown;
    view.phone_open = open_badge_of(fallback.phone_open, page, now);
    view.phone_known = !fallback.phone_is_own && fallback.phone_open.now != directory::Openness::unknown;
    return view;
}

std::optional<ReferralCard> referral_card(const referral::Referral& referral, const Service& service, const Inquiry& entry,
                                          const html::Page& page) {
    if (entry.referred_to.empty()) return std::nullopt;
    const auto& tenant = *page.request().tenant;
    const auto now = service.clock.now();
    const auto whom = referred_now(referral, tenant, entry).target;
    const auto target = referral.find(tenant, whom, page.translator(), directory::Audience::staff);
    if (!target) return std::nullopt;
    ReferralCard card{view_of(*target, "", page, now), make_fallback(referral.fallback(tenant, page.translator()), page, now)};
    card.target.refer.clear();
    card.target.slip_url.clear();   // the slip of the entry says it, and what was done
    add_form_help(card.target, service.form_help, page);
    add_owner_says(card.target, service.owners_say, page);
    add_renewals(card.target, service.form_help, *service.directory.snapshot(tenant.id), page);
    add_phone_hours(card.target, *service.directory.snapshot(tenant.id), page);
    const bool is_the_same = whom == "place:" + referral.fallback(tenant, page.translator()).place;
    if (is_the_same) card.otherwise = {};
    return card;
}

}  // namespace digilots::inquiries
