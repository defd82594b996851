// Residents book in four pages: what, where, when, how we reach them. No account, no e-ID, no scripts.
#include <algorithm>

#include "booking/opening.h"
#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/html/gone_page.h"
#include "platform/http/offered.h"

namespace digilots::booking {

namespace {

using html::components::Field;

constexpr int days_shown = 14, least_minutes = 1, most_minutes = 24 * 60;
constexpr std::size_t most_next = 12;
constexpr const char* trap = "website";  // people do not see it: machines fill it in

/// What the address or the form says, as far as it is known.
struct Chosen {
    std::string place = {};
    int minutes = 0;
    std::optional<base::Instant> at = {};
};

Chosen chosen_in(const http::Fields& fields) {
    return {.place = base::cut(fields.get("place"), 200),
            .minutes = base::whole_number(fields.get("minutes"), least_minutes, most_minutes).value_or(0),
            .at = base::parse_utc(fields.get("at"))};
}

/// Where we come to somebody's home it is not asked from which of our places.
std::string query_of(const Chosen& chosen, const Offer& offer) {
    const auto minutes = "minutes=" + std::to_string(length_of(offer, chosen.minutes));
    return chosen.place.empty() ? "?" + minutes : "?place=" + html::url_encode(chosen.place) + "&" + minutes;
}

std::string where_it_is(const Pages& pages, const http::Tenant& tenant, const Offer& offer, const Chosen& chosen,
                        const html::Page& page) {
    if (offer.is_at_home()) return page.t("We come to you");
    if (chosen.at)
        if (auto then = address_then(pages, tenant, chosen.place, *chosen.at); !then.empty()) return then;
    const auto name = place_name(*Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id), chosen.place);
    return name.empty() ? chosen.place : name;
}

/// The first of each moment: whoever comes from wherever, it is one time.
std::vector<Time> once_each(std::vector<Time> times) {
    const auto rest = std::ranges::unique(times, {}, &Time::starts);
    times.erase(rest.begin(), rest.end());
    return times;
}

std::string note_of(const Offer& offer, const html::Page& page) {
    return offer.is_after_introduction ? page.t("For those who have had an introduction. Ask us for one.")
                                       : "";
}

std::string lengths_in_words(const Offer& offer, const html::Page& page) {
    if (offer.lengths.size() == 1) return minutes_in_words(offer.lengths.front(), page);
    return page.t("{least} to {most} minutes", {{"least", std::to_string(offer.lengths.front())},
                                                {"most", std::to_string(offer.lengths.back())}});
}

std::optional<Offer> offer_of(const Pages& pages, const http::Request& request) {
    const auto offer = pages.bookings.offer(request.tenant->id, request.parameter("offer"));
    return offer && offer->is_published ? offer : std::nullopt;
}

/// What was once offered leads those who come by an old link to what there is.
http::Response no_such_offer(const Pages& pages, const http::Request& request) {
    if (!pages.bookings.offer(request.tenant->id, request.parameter("offer"))) return html::error_page(request, 404);
    const html::Page page(request);
    return html::gone_page(request, {.title = page.t("This cannot be booked now"),
                                     .text = page.t("It may be offered again later. Look at what there is now instead."),
                                     .ways = {{page.t("What can be booked"), page.tenant_url("/book")},
                                              {page.t("Places"), page.tenant_url("/places")}},
                                     .status = 404});
}

html::Page step_page(const http::Request& request, const Offer& offer) {
    auto page = page_named(request, offer.title);
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1, {page.t("Book a time"), page.tenant_url("/book")});
    page.indexable = false;
    return page;
}

/// Somebody who helps without a time: the simple question needs none.
void add_drop_in(const Pages& pages, const html::Page& page, WhatView& view) {
    const auto& tenant = *page.request().tenant;
    const auto& self = Inside::of(pages.bookings);
    view.drop_in_list_url = page.tenant_url("/drop-in");
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    const auto now = self.clock.now();
    for (const auto& one : pages.bookings.drop_ins(tenant.id, now)) {
        const auto* place = snapshot->place(one.place);
        if (!place || one.begin > now || !helps_with(one.topics, *place, page.request().query.get("topic"))) continue;
        const auto until = base::to_civil(one.end, tenant.zone);
        view.drop_in =
            page.t("For a simple question you need no time: {place} helps until {time}.",
                   {{"place", place_then(pages, tenant, one.place, now)},
                    {"time", page.translator().time(until.hour, until.minute)}});
        view.drop_in_url = page.tenant_url("/places/" + place->slug);
        return;
    }
}

http::Response show_what(const Pages& pages, const http::Request& request, WhatView view,
                         const std::string& typed, int status) {
    auto page = page_named(request, html::Page(request).t("Book a time"));
    page.description = page.t("Book a time for help, a computer or a room, without an account.");
    const auto topic = request.query.get("topic"), place = request.query.get("place");
    for (const auto& offer : pages.bookings.offers(request.tenant->id)) {
        if (!topic.empty() && !offer.topics.empty() && !base::holds(offer.topics, topic)) continue;
        auto url = page.tenant_url("/book/" + offer.id);
        if (!place.empty()) {
            const auto places = places_of(pages, *request.tenant, offer);
            const auto is_it = [&](const auto& one) { return one.first == place; };
            if (std::ranges::none_of(places, is_it)) continue;
            url += "?place=" + html::url_encode(place);
        }
        view.rows.push_back({offer.title, std::move(url), offer.about, lengths_in_words(offer, page)});
    }
    add_drop_in(pages, page, view);
    view.follow_url = page.tenant_url("/bookings/find");
    view.where_url = page.tenant_url("/where-we-are");
    view.code =
        Field{.name = "code", .label = page.t("Your code"), .value = typed, .autocomplete = "off"}.with(
            view.errors);
    return html::render_page(page, templates::what_page(view, page), status);
}

http::Response show_when(const Pages& pages, const http::Request& request, const Offer& offer,
                         const Chosen& chosen, const std::string& notice, int status) {
    const auto page = step_page(request, offer);
    const auto& tenant = *request.tenant;
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    auto from = base::parse_date(request.query.get("from")).value_or(today);
    from = std::clamp(from, today, base::add_days(today, offer.horizon_days));
    const auto until = base::add_days(from, days_shown - 1);
    auto times = pages.bookings.times(tenant, offer, chosen.minutes, chosen.place, from, until);
    if (offer.is_at_home()) times = once_each(std::move(times));
    const auto query = query_of(chosen, offer), url = page.tenant_url("/book/" + offer.id);
    WhenView view{.notice = notice};
    view.about = page.t(TEXT("{place}, {minutes}"),
                        {{"place", where_it_is(pages, tenant, offer, {.place = chosen.place}, page)},
                         {"minutes", minutes_in_words(length_of(offer, chosen.minutes), page)}});
    view.days = by_day(pages, times, page, [&](const Time& time) {
        return url + "/how" + query_of({time.place, chosen.minutes, {}}, offer) + "&at=" + key_of_time(time.starts);
    });
    view.hint = page.t("No time is free from {first} to {last}.",
                       {{"first", page.translator().date(from)}, {"last", page.translator().date(until)}});
    if (http::is_offered(request.menu, tenant, "/ask?by=phone")) view.ask_url = page.tenant_url("/ask");
    if (from > today)
        view.earlier_url =
            url + "/times" + query + "&from=" + base::format_date(base::add_days(from, -days_shown));
    if (base::days_between(today, until) < offer.horizon_days)
        view.later_url = url + "/times" + query + "&from=" + base::format_date(base::add_days(until, 1));
    view.back_url = url;
    return never_kept(html::render_page(page, templates::when_page(view, page), status));
}

Wanted wanted_in(const Pages& pages, const http::Request& request, const Offer& offer, const Chosen& chosen) {
    const auto& form = request.form;
    const auto one = [&](const char* name) { return std::string(form.get(name).substr(0, 2000)); };
    const auto persons = persons_typed(form.get("persons"));
    return {.offer = offer.id,
            .place = chosen.place,
            .minutes = length_of(offer, chosen.minutes),
            .starts = chosen.at.value_or(Inside::of(pages.bookings).clock.now()),
            .topic = one("topic"),
            .way = way_meant(one("way"), one("contact"), *request.tenant),
            .contact = one("contact"),
            .name = one("name"),
            .address = one("address"),
            .form_key = one("form_key"),
            .how_often = how_often_called(form.get(how_often_name)).value_or(HowOften::each),
            .language = request.language,
            .audience = one("audience"),
            .persons = persons,
            .found_us = one("found_us")};
}

http::Response show_how(const Pages& pages, const http::Request& request, const Offer& offer,
                        const Wanted& wanted, HowView view, int status) {
    const auto page = step_page(request, offer);
    const auto& tenant = *request.tenant;
    const auto& self = Inside::of(pages.bookings);
    view.url = page.tenant_url("/book/" + offer.id);
    view.form_key = base::form_key_for(wanted.form_key, self.clock.now());
    view.facts = {time_in_words(wanted.starts, tenant.zone, page.translator()),
                  minutes_in_words(wanted.minutes, page),
                  where_it_is(pages, tenant, offer, {wanted.place, wanted.minutes, wanted.starts}, page)};
    view.hidden = {{"place", wanted.place}, {"minutes", std::to_string(wanted.minutes)}};
    if (view.asks_time)
        view.facts.erase(view.facts.begin());
    else
        view.hidden.emplace_back("at", key_of_time(wanted.starts));
    // Where the time is chosen here, what is typed goes along: no link leads away from it.
    if (view.time.options.empty())
        view.other_url = view.url + "/times" + query_of({offer.is_at_home() ? "" : wanted.place, wanted.minutes, {}}, offer);
    view.time = view.time.with(view.errors);
    view.topic = topic_field(wanted.topic, page).with(view.errors);
    view.way = way_field(wanted.way, page, self.neighbours.sends_letters).with(view.errors);
    view.contact = contact_field(wanted.contact, page).with(view.errors);
    // Nothing is chosen beforehand: who is reached in no way is reminded in none, who leaves it open is reminded.
    view.how_often = how_often_field(request.form.get(how_often_name), page, WaitsFor::time).with(view.errors);
    view.how_often.optional = true;
    if (!self.neighbours.sends_letters) say_that_reminders_are_rung(view.how_often, page);
    view.name = name_field_of(wanted.name, page).with(view.errors);
    view.address = address_field(wanted.address, page).with(view.errors);
    view.asks_address = offer.kind == "home_visit";
    view.asks_group = offer.is_for_groups();
    view.audience = audience_field(wanted.audience, page).with(view.errors);
    const auto persons = request.form.has("persons") ? base::cut(request.form.get("persons"), 20) : "1";
    view.persons = persons_field(persons, page).with(view.errors);
    view.found_us = found_us_field(wanted.found_us, page).with(view.errors);
    view.asks_topic = !offer.is_thing();
    view.asks_person = !offer.is_code_alone();
    return never_kept(html::render_page(page, templates::how_page(view, page), status));
}

enum class AsksFor { none_chosen, taken, past };

/// Somebody was faster, the time is past, or none was chosen: it is chosen here, and all that was typed stays.
http::Response ask_for_time(const Pages& pages, const http::Request& request, const Offer& offer, const Wanted& wanted,
                            AsksFor why) {
    const html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    const auto from = std::clamp(base::to_civil(wanted.starts, tenant.zone).date, today,
                                 base::add_days(today, offer.horizon_days));
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id);
    HowView view{.asks_time = true};
    view.time = {.name = "at", .label = page.t("Time")};
    auto times = pages.bookings.times(tenant, offer, wanted.minutes, offer.is_at_home() ? "" : wanted.place, from,
                                      base::add_days(today, offer.horizon_days));
    if (offer.is_at_home()) times = once_each(std::move(times));
    for (const auto& time : times) {
        if (view.time.options.size() == most_next) break;
        auto title = time_in_words(time.starts, tenant.zone, page.translator());
        const auto* place = snapshot->place(time.place);
        if (const auto* stop = place ? stop_at(*place, time.starts, {tenant.zone, tenant.country}) : nullptr)
            title.append(page.translator().comma()).append(stop->name);
        view.time.options.push_back({key_of_time(time.starts), std::move(title), false});
    }
    if (view.time.options.empty())
        view.errors.add("at", page.t("No time is free from {first} to {last}.",
                                     {{"first", page.translator().date(from)},
                                      {"last", page.translator().date(base::add_days(today, offer.horizon_days))}}));
    else
        view.errors.add("at", why == AsksFor::taken  ? page.t("Somebody else took that time. Choose another one.")
                              : why == AsksFor::past ? page.t("That time is past. Choose another one.")
                                                     : page.t("Choose a time."));
    return show_how(pages, request, offer, wanted, std::move(view), why == AsksFor::taken ? 409 : 422);
}

/// To somebody's home any of our places will do: whoever is free then comes.
base::Result<Booked, NotBooked> book_from_anywhere(const Pages& pages, const http::Request& request, const Offer& offer,
                                                   Wanted wanted) {
    const auto& words = i18n::translator(request.language);
    auto booked = pages.bookings.book(*request.tenant, wanted, words);
    if (booked || !offer.is_at_home()) return booked;
    for (const auto& [id, name] : places_of(pages, *request.tenant, offer)) {
        if (booked || !booked.error().is_taken) break;
        if (id == wanted.place) continue;
        auto from_there = wanted;
        from_there.place = id;
        booked = pages.bookings.book(*request.tenant, from_there, words);
    }
    return booked;
}

}  // namespace

http::Response what_page(const Pages& pages, const http::Request& request) {
    return show_what(pages, request, {}, "", 200);
}

http::Response find_booking(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::trim(request.form.get("code"));
    const auto code = base::tidy_code(booking_code, typed);
    if (!code.empty()) return http::see_other(page.tenant_url("/bookings/" + code));
    WhatView view;
    view.errors.add("code",
                    page.t("Write the code as you got it: 12 letters and digits, such as k7m2-9xqd-4tfh."));
    return never_kept(show_what(pages, request, std::move(view), base::cut(typed, 40), 422));
}

http::Response no_such_booking(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    WhatView view;
    view.errors.add("code", page.t("There is no booking with this code, or not any more. Read each sign again."));
    return show_what(pages, request, std::move(view), base::cut(request.parameter("code"), 40), 404);
}

http::Response where_page(const Pages& pages, const http::Request& request) {
    const auto offer = offer_of(pages, request);
    if (!offer) return no_such_offer(pages, request);
    const auto page = step_page(request, *offer);
    const auto places = places_of(pages, *request.tenant, *offer);
    WhereView view{.url = page.tenant_url("/book/" + offer->id + "/times"),
                   .about = offer->about,
                   .note = note_of(*offer, page)};
    view.place = {.name = "place", .label = page.t("Where?")};
    view.asks_place = !offer->is_at_home();
    const auto asked = request.query.get("place");
    const bool is_known =
        std::ranges::any_of(places, [&](const auto& place) { return place.first == asked; });
    for (const auto& [id, name] : places)
        view.place.options.push_back({id, name, is_known ? id == asked : id == places.front().first});
    if (offer->is_thing())
        for (const auto held = Inside::of(pages.bookings).plan.of(request.tenant->id); const auto& thing : held->resources)
            if (thing.kind == offer->kind && (offer->place.empty() || thing.place == offer->place))
                view.things.push_back(thing_in_words(thing, page));
    view.minutes = {.name = "minutes", .label = page.t("How long?")};
    for (const int minutes : offer->lengths)
        view.minutes.options.push_back(
            {std::to_string(minutes), minutes_in_words(minutes, page), minutes == offer->lengths.front()});
    return html::render_page(page, templates::where_page(view, page));
}

http::Response when_page(const Pages& pages, const http::Request& request) {
    const auto offer = offer_of(pages, request);
    if (!offer) return no_such_offer(pages, request);
    auto chosen = chosen_in(request.query);
    const auto places = places_of(pages, *request.tenant, *offer);
    if (places.empty()) return where_page(pages, request);
    const bool is_known =
        std::ranges::any_of(places, [&](const auto& place) { return place.first == chosen.place; });
    if (offer->is_at_home()) chosen.place.clear();
    else if (!is_known) chosen.place = places.front().first;
    return show_when(pages, request, *offer, chosen, "", 200);
}

http::Response how_page(const Pages& pages, const http::Request& request) {
    const auto offer = offer_of(pages, request);
    if (!offer) return no_such_offer(pages, request);
    const auto chosen = chosen_in(request.query);
    if (!chosen.at) return http::see_other(html::Page(request).tenant_url("/book/" + offer->id));
    const auto wanted = wanted_in(pages, request, *offer, chosen);
    if (wanted.starts <= Inside::of(pages.bookings).clock.now())
        return ask_for_time(pages, request, *offer, wanted, AsksFor::past);
    return show_how(pages, request, *offer, wanted, {}, 200);
}

http::Response book(const Pages& pages, const http::Request& request) {
    const auto offer = offer_of(pages, request);
    const bool is_of_form = request.form.has("minutes");
    if (!offer) return is_of_form ? not_offered(request) : no_such_offer(pages, request);
    const html::Page page(request);
    const auto chosen = chosen_in(request.form);
    const auto wanted = wanted_in(pages, request, *offer, chosen);
    if (!chosen.at) return ask_for_time(pages, request, *offer, wanted, AsksFor::none_chosen);
    auto& self = Inside::of(pages.bookings);
    HowView view;
    if (!request.form.get(trap).empty()) {
        view.errors.add(
            "",
            page.t(
                "Something was filled in that people do not see. Look through the form and send it again."));
        return show_how(pages, request, *offer, wanted, std::move(view), 422);
    }
    if (request.form.has(how_often_name) && !how_often_called(request.form.get(how_often_name))) {
        view.errors.add(how_often_name, how_often_fault(page.translator()));
        return show_how(pages, request, *offer, wanted, std::move(view), 422);
    }
    if (const auto wait = wait_of(self.booking, request, self.clock.now())) {
        view.errors.add(
            "",
            page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you "
                   "wrote stands here."));
        auto response = show_how(pages, request, *offer, wanted, std::move(view), 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    const auto booked = book_from_anywhere(pages, request, *offer, wanted);
    if (booked) return never_kept(http::see_other(page.tenant_url("/bookings/" + booked->code + "?new=1")));
    if (booked.error().is_taken || booked.error().is_key_reused)
        return ask_for_time(pages, request, *offer, wanted,
                            wanted.starts <= self.clock.now() ? AsksFor::past : AsksFor::taken);
    for (const auto& [field, message] : booked.error().errors) view.errors.add(field, message);
    return show_how(pages, request, *offer, wanted, std::move(view), 422);
}

}  // namespace digilots::booking
