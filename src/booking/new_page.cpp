// Staff book for somebody on one page, with what is on the visit card already: topic, place and minutes stand
// in the address.
#include <algorithm>

#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/base/whole_number.h"
#include "platform/html/chosen.h"
#include "platform/http/may.h"

namespace digilots::booking {

namespace {

using html::components::Field;

constexpr int days_offered = 7;

struct TypedNew {
    std::string offer = {}, place = {}, at = {}, topic = {}, way = {}, contact = {}, name = {}, address = {},
                client_code = {}, form_key = {}, audience = {}, persons = {}, entry = {}, found_us = {};
    int minutes = 0;
    base::Date day{};
    bool two_people = false, has_consented = false;
};

/// Of this municipality's log; else it is left out.
std::string entry_in(const Pages& pages, const http::Request& request, const http::Fields& fields) {
    const auto id = fields.get("entry");
    if (!base::is_uuid(id)) return "";
    return Inside::of(pages.bookings).neighbours.inquiries.find(*request.tenant, id) ? std::string(id) : "";
}

TypedNew typed_new(const Pages& pages, const http::Request& request, const http::Fields& fields) {
    const auto one = [&](const char* name) { return std::string(fields.get(name).substr(0, 2000)); };
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), request.tenant->zone).date;
    return {.offer = one("offer"),
            .place = one("place"),
            .at = one("at"),
            .topic = one("topic"),
            .way = way_meant(one("way"), one("contact"), *request.tenant),
            .contact = one("contact"),
            .name = one("name"),
            .address = one("address"),
            .client_code = one("client_code"),
            .form_key = one("form_key"),
            .audience = one("audience"),
            .persons = one("persons"),
            .entry = entry_in(pages, request, fields),
            .found_us = one("found_us"),
            .minutes = base::whole_number(fields.get("minutes"), 1, 1440).value_or(0),
            .day = base::parse_date(fields.get("day")).value_or(today),
            .two_people = !fields.get("two_people").empty(),
            .has_consented = !fields.get("has_consented").empty()};
}

/// Without the place where what is to be booked has no times at all: then all that there are stand there.
void choose_place(const Pages& pages, const Offer& offer, const http::Tenant& tenant, TypedNew& typed) {
    const auto places = places_of(pages, tenant, offer);
    const auto is_chosen = [&](const auto& place) { return place.first == typed.place; };
    if (std::ranges::none_of(places, is_chosen)) typed.place.clear();
}

/// The offer chosen, else the first that fits the topic, else the first.
std::optional<Offer> offer_in(const std::vector<Offer>& offers, const TypedNew& typed) {
    if (const auto* chosen = base::find_in(offers, typed.offer, &Offer::id)) return *chosen;
    for (const auto& offer : offers)
        if (!typed.topic.empty() && base::holds(offer.topics, typed.topic)) return offer;
    return offers.empty() ? std::nullopt : std::optional(offers.front());
}

void add_choices(const Pages& pages, const std::vector<Offer>& offers, const Offer& offer,
                 const TypedNew& typed, const html::Page& page, StaffNewView& view) {
    Field what{.name = "offer", .label = page.t("What")},
        minutes{.name = "minutes", .label = page.t("How long")},
        place{.name = "place", .label = page.t("Place")};
    for (const auto& one : offers) what.options.push_back({one.id, one.title, one.id == offer.id});
    for (const int length : offer.lengths)
        minutes.options.push_back({std::to_string(length), minutes_in_words(length, page),
                                   length == length_of(offer, typed.minutes)});
    place.options.push_back({"", page.t("All"), typed.place.empty()});
    for (const auto& [id, name] : places_of(pages, *page.request().tenant, offer))
        place.options.push_back({id, name, id == typed.place});
    view.choices = {what,
                    minutes,
                    place,
                    {.name = "day",
                     .label = page.t("From which day"),
                     .value = base::format_date(typed.day),
                     .type = "date"}};
}

void add_times(const Pages& pages, const Offer& offer, const TypedNew& typed, const html::Page& page,
               StaffNewView& view) {
    const auto& tenant = *page.request().tenant;
    view.time = {.name = "at", .label = page.t("Time")};
    for (const auto& time : pages.bookings.times(tenant, offer, typed.minutes, typed.place, typed.day,
                                                 base::add_days(typed.day, days_offered - 1), true,
                                                 offer.is_at_home() && typed.two_people ? 2 : 1)) {
        const auto name = place_then(pages, tenant, time.place, time.starts),
                   key = key_of_time(time.starts) + " " + time.place;
        view.time.options.push_back(
            {key,
             page.t(TEXT("{time}, {place}"),
                    {{"time", time_in_words(time.starts, tenant.zone, page.translator())},
                     {"place", name.empty() ? time.place : name}}),
             key == typed.at});
    }
    view.time = view.time.with(view.errors);
    if (view.time.options.empty()) {
        view.empty = page.t("Nobody is there in the week from this day. Choose another day or place.");
        view.empty_way = {page.t("Rota"), page.tenant_url("/staff/booking/rota")};
    }
}

void say_nothing_to_book(StaffNewView& view, const html::Page& page) {
    view.empty = page.t("Nothing can be booked here yet.");
    if (http::may(page.request(), http::Role::editor))
        view.empty_way = {page.t("Add something to book"), page.tenant_url("/staff/booking/offers/new")};
    else view.empty += " " + page.t("An editor says what can be booked.");
}

http::Response show_new(const Pages& pages, const http::Request& request, TypedNew typed,
                        StaffNewView view, int status) {
    auto page = page_named(request, html::Page(request).t("Book a time for somebody"));
    page.staff = true;
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1,
                            {page.t("Bookings"), page.tenant_url("/staff/bookings")});
    const auto offers = pages.bookings.offers(request.tenant->id, true);
    const auto offer = offer_in(offers, typed);
    view.url = page.tenant_url("/staff/bookings/new");
    view.form_key = base::form_key_for(typed.form_key, Inside::of(pages.bookings).clock.now());
    if (!offer) {
        say_nothing_to_book(view, page);
        return html::render_page(page, templates::new_page(view, page), status);
    }
    choose_place(pages, *offer, *request.tenant, typed);
    add_choices(pages, offers, *offer, typed, page, view);
    add_times(pages, *offer, typed, page, view);
    view.hidden = html::made_for(view.choices);
    if (!typed.entry.empty()) view.hidden.emplace_back("entry", typed.entry);
    if (!typed.topic.empty() && offer->is_thing()) view.hidden.emplace_back("topic", typed.topic);   // along to other offers
    view.topic = topic_field(typed.topic, page).with(view.errors);
    view.way = way_field(typed.way, page, Inside::of(pages.bookings).neighbours.sends_letters).with(view.errors);
    view.way.label = page.t("How do we reach them?");
    view.contact = contact_field(typed.contact, page).with(view.errors);
    view.how_often = how_often_field(request.form.get(how_often_name), page, WaitsFor::time).with(view.errors);
    view.how_often.optional = true;
    if (!Inside::of(pages.bookings).neighbours.sends_letters) say_that_reminders_are_rung(view.how_often, page);
    view.how_often.label = page.t("How often do we tell them?");
    view.name = name_field_of(typed.name, page).with(view.errors);
    view.address = address_field(typed.address, page).with(view.errors);
    view.asks_address = offer->kind == "home_visit";
    view.asks_group = offer->is_for_groups();
    view.audience = audience_field(typed.audience, page).with(view.errors);
    view.persons = persons_field(typed.persons.empty() ? "1" : typed.persons, page).with(view.errors);
    view.persons.label = page.t("How many come");
    view.found_us = found_us_field(typed.found_us, page).with(view.errors);
    view.found_us.label = page.t("How they heard of it");
    view.asks_topic = !offer->is_thing();
    view.asks_person = !offer->is_code_alone();
    view.two_people = {.name = "two_people",
                       .label = page.t("Two go there"),
                       .hint = page.t("Why is not written anywhere."),
                       .checked = typed.two_people};
    view.client_code = Field{.name = "client_code",
                             .label = page.t("Code of home care’s client"),
                             .value = typed.client_code,
                             .hint = page.t("The code that home care has, never a name."),
                             .autocomplete = "off",
                             .optional = true}
                           .with(view.errors);
    view.has_consented = Field{.name = "has_consented",
                               .label = page.t("The client has agreed."),
                               .checked = typed.has_consented}
                             .with(view.errors);
    return html::render_page(page, templates::new_page(view, page), status);
}

}  // namespace

http::Response new_page(const Pages& pages, const http::Request& request) {
    return show_new(pages, request, typed_new(pages, request, request.query), {}, 200);
}

http::Response book_on_behalf(const Pages& pages, const http::Request& request) {
    if (const auto other = html::chosen_otherwise(request, "/staff/bookings/new", {"entry", "topic"}))
        return html::shown_as_chosen(new_page(pages, *other), request, *other);
    const html::Page page(request);
    const auto typed = typed_new(pages, request, request.form);
    StaffNewView view;
    const auto space = typed.at.find(' ');
    const auto starts = base::parse_utc(typed.at.substr(0, space));
    if (!starts || space == std::string::npos) {
        view.errors.add("at", page.t("Choose a time."));
        return show_new(pages, request, typed, std::move(view), 422);
    }
    const auto often = how_often_called(request.form.has(how_often_name) ? request.form.get(how_often_name)
                                                                         : word_of(HowOften::each));
    if (!often) {
        view.errors.add(how_often_name, how_often_fault(page.translator()));
        return show_new(pages, request, typed, std::move(view), 422);
    }
    const auto offers = pages.bookings.offers(request.tenant->id, true);
    const auto* offer = base::find_in(offers, typed.offer, &Offer::id);
    const bool is_thing = offer && offer->is_thing();
    const auto booked = pages.bookings.book(*request.tenant,
                                            {.offer = typed.offer,
                                             .place = typed.at.substr(space + 1),
                                             .minutes = typed.minutes,
                                             .starts = *starts,
                                             .topic = is_thing ? "" : typed.topic,     // what it came with for other offers
                                             .way = typed.way,
                                             .contact = typed.contact,
                                             .name = typed.name,
                                             .address = typed.address,
                                             .form_key = typed.form_key,
                                             .how_often = *often,
                                             .channel = "staff",
                                             .language = request.language,
                                             .by = request.identity->account_id,
                                             .client_code = typed.client_code,
                                             .has_consented = typed.has_consented,
                                             .two_people = typed.two_people,
                                             .audience = typed.audience,
                                             .persons = persons_typed(typed.persons),
                                             .booked_from = typed.entry,
                                             .found_us = typed.found_us},
                                            page.translator());
    if (booked) return booked_for_somebody(pages, request, *booked);
    if (booked.error().is_taken || booked.error().is_key_reused) {
        view.errors.add("at", typed.two_people && !booked.error().is_key_reused
                                  ? page.t("Two are not free at that time. Choose another one, or let one go there.")
                                  : page.t("Somebody else took that time. Choose another one."));
        return show_new(pages, request, typed, std::move(view), 409);
    }
    for (const auto& [field, message] : booked.error().errors) view.errors.add(field, message);
    return show_new(pages, request, typed, std::move(view), 422);
}

}  // namespace digilots::booking
