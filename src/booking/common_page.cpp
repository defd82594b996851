// What several pages of bookings say in the same way.
#include <algorithm>

#include "booking/opening.h"
#include "booking/pages.h"
#include "platform/audit/reading.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/html/gone_page.h"
#include "platform/slice/how_reached.h"

namespace digilots::booking {

html::Page page_named(const http::Request& request, std::string title) {
    html::Page page(request);
    page.title = std::move(title);
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.title, "", true}};
    return page;
}

html::Page inner_page(const http::Request& request, std::string title) {
    auto page = page_named(request, std::move(title));
    page.staff = true;
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1,
                            {page.t("Bookings"), page.tenant_url("/staff/bookings")});
    return page;
}

void note_reading(const Pages& pages, const http::Request& request, const std::string& booking_id) {
    const auto& self = Inside::of(pages.bookings);
    if (request.identity)
        audit::note_reading(self.database, {request.tenant->id, request.identity->account_id, "booking contact read",
                                            "booking:" + booking_id, ""}, self.clock.now());
}

std::vector<register_::MissedLetter> letters_missed(const Pages& pages, const Booking& booking, const html::Page& page) {
    const auto& self = Inside::of(pages.bookings);
    auto missed = register_::missed_letters_about(self.database, "/staff/bookings/" + booking.id, self.clock.now(),
                                                  self.neighbours.others.name_of, page);
    if (!missed.empty()) note_reading(pages, page.request(), booking.id);
    return missed;
}

register_::AskedUnit unit_asked_for(const Pages& pages, const html::Page& page) {
    return register_::asked_unit(Inside::of(pages.bookings).neighbours.others.links, "directory.unit_of_place", page);
}

std::string thing_in_words(const Resource& thing, const html::Page& page) {
    auto words = thing.title;
    if (thing.persons > 0) {
        words.append(page.translator().comma()).append(page.tn("for {n} person", "for {n} people", thing.persons));
    }
    if (!thing.equipment.empty()) words += ": " + thing.equipment;
    return words;
}

std::string numbered(const Resource& thing, const std::string& lane) {
    if (thing.number <= 1) return thing.title;
    return thing.title + " " + std::to_string(base::whole_number(lane.substr(lane.rfind(':') + 1), 0, 1000).value_or(0) + 1);
}

std::optional<Resource> thing_of(const Pages& pages, const http::Tenant& tenant, const std::string& lane) {
    constexpr std::string_view thing = "resource:";
    if (!lane.starts_with(thing)) return std::nullopt;
    const auto id = lane.substr(thing.size(), lane.rfind(':') - thing.size());
    const auto plan = Inside::of(pages.bookings).plan.of(tenant.id);
    const auto* found = base::find_in(plan->resources, id, &Resource::id);
    return found ? std::optional(*found) : std::nullopt;
}

std::string person_of(const Pages& pages, const std::string& lane, const html::Page& page) {
    constexpr std::string_view person = "person:", thing = "resource:";
    const auto& self = Inside::of(pages.bookings);
    if (lane.starts_with(person))
        return self.neighbours.others.name_of(std::string_view(lane).substr(person.size()));
    const auto& tenant = *page.request().tenant;
    if (!lane.starts_with(thing)) {
        const auto plan = self.plan.of(tenant.id);
        const auto function = plan->functions.find(function_of(*plan, lane));
        if (function == plan->functions.end()) return page.t("Whoever holds the function");
        return page.t("Whoever holds the function: {function}", {{"function", function->second}});
    }
    const auto found = thing_of(pages, tenant, lane);
    return found ? numbered(*found, lane) : page.t("Not there any more");
}

std::string function_of(const Plan& plan, std::string_view lane) {
    constexpr std::string_view rota = "rota:";
    if (!lane.starts_with(rota)) return "";
    const auto id = lane.substr(rota.size(), lane.rfind(':') - rota.size());
    if (const auto* line = base::find_in(plan.rota.lines, id, &RotaLine::id)) return line->function;
    const auto* exception = base::find_in(plan.rota.exceptions, id, &RotaException::id);
    return exception ? exception->function : "";
}

std::string people_in_words(const Pages& pages, const Booking& booking, const html::Page& page) {
    auto words = person_of(pages, booking.lane, page);
    if (booking.second_lane.empty()) return words;
    // Two of one function are not told apart.
    const auto other = person_of(pages, booking.second_lane, page);
    return other == words ? words : words + ", " + other;
}

std::string key_of_time(base::Instant at) {
    return base::format_utc(at).substr(0, 16) + "Z";
}

std::string minutes_in_words(int minutes, const html::Page& page) {
    return page.tn("{n} minute", "{n} minutes", minutes);
}

std::vector<std::pair<std::string, std::string>> places_of(const Pages& pages, const http::Tenant& tenant,
                                                           const Offer& offer) {
    const auto& self = Inside::of(pages.bookings);
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    std::vector<std::string> ids;
    for (const auto& shift : shifts_for(*self.plan.of(tenant.id), offer)) base::add_once(ids, shift.place);
    std::vector<std::pair<std::string, std::string>> places;
    for (const auto& id : ids) {
        const auto name = place_name(*snapshot, id);
        places.emplace_back(id, name.empty() ? id : name);
    }
    std::ranges::sort(places, {}, [](const auto& place) { return place.second; });
    return places;
}

std::string place_then(const Pages& pages, const http::Tenant& tenant, std::string_view place, base::Instant at) {
    return place_then(*Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id), place, at,
                      {tenant.zone, tenant.country});
}

std::string where_it_is(const Pages& pages, const Booking& booking, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    auto name = place_then(pages, tenant, booking.place, booking.starts);
    if (name.empty()) name = booking.place;
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    return offer && offer->is_at_home() ? page.t("At whoever booked it, from {place}", {{"place", name}}) : name;
}

std::string address_then(const Pages& pages, const http::Tenant& tenant, std::string_view place, base::Instant at) {
    return address_then(*Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id), place, at,
                        {tenant.zone, tenant.country});
}

std::vector<DayOfTimes> by_day(const Pages& pages, const std::vector<Time>& times, const html::Page& page,
                               const std::function<std::string(const Time&)>& url_of) {
    const auto& tenant = *page.request().tenant;
    const auto& zone = tenant.zone;
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id);
    const auto& words = page.translator();
    std::vector<DayOfTimes> days;
    base::Date last{};
    for (const auto& time : times) {
        const auto civil = base::to_civil(time.starts, zone);
        if (days.empty() || civil.date != last)
            days.push_back({page.t(TEXT("{weekday} {date}"), {{"weekday", words.weekday(civil.weekday)},
                                                              {"date", words.date(civil.date)}}),
                            {}});
        last = civil.date;
        auto title = words.time(civil.hour, civil.minute);
        const auto* place = snapshot->place(time.place);
        if (const auto* stop = place ? stop_at(*place, time.starts, {zone, tenant.country}) : nullptr)
            title.append(words.comma()).append(stop->name);
        days.back().times.push_back({std::move(title), url_of(time)});
    }
    return days;
}

html::components::Field topic_field(const std::string& chosen, const html::Page& page) {
    register_::Surroundings around{.municipality_id = page.request().tenant->id, .words = &page.translator()};
    html::components::Field field{.name = "topic", .label = page.t("What it is about"), .optional = true};
    field.options.push_back({"", page.t("No topic"), chosen.empty()});
    for (const auto& choice : taxonomy::topic_choices(around))
        field.options.push_back({choice.key, choice.label, choice.key == chosen, "", choice.group});
    return field;
}

html::components::Field way_field(const std::string& chosen, const html::Page& page, bool sends_letters) {
    html::components::Field field{.name = "way", .label = page.t("How do we reach you?")};
    for (const char* way : {"none", "phone", "email", "letter"})
        if (sends_letters || chosen == "email" || std::string_view(way) != "email")
            field.options.push_back({way, page.t(way_in_words(way)),
                                 chosen == way || (chosen.empty() && std::string_view(way) == "none")});
    return field;
}

void say_that_reminders_are_rung(html::components::Field& how_often, const html::Page& page) {
    how_often.options.back().label = page.t("Also a reminder before, by phone");
}

std::string way_meant(const std::string& chosen, std::string_view contact, const http::Tenant& tenant) {
    // “Not at all” stands there from the beginning: a number that is written says more, as where one asks.
    if (!chosen.empty() && chosen != "none") return chosen;
    switch (reach_meant_by(contact, tenant.country)) {
        case WayToReach::email: return "email";
        case WayToReach::phone: return "phone";
        case WayToReach::nothing: break;
    }
    return chosen;
}

i18n::Text audience_in_words(std::string_view audience) {
    if (audience == "relative") return TEXT("Relatives");
    if (audience == "staff") return TEXT("A group of staff");
    return TEXT("Residents");
}

html::components::Field audience_field(const std::string& chosen, const html::Page& page) {
    html::components::Field field{.name = "audience", .label = page.t("For whom is it?")};
    for (const char* audience : {"resident", "relative", "staff"})
        field.options.push_back({audience, page.t(audience_in_words(audience)),
                                 chosen == audience || (chosen.empty() && std::string_view(audience) == "resident")});
    return field;
}

html::components::Field found_us_field(std::string_view chosen, const html::Page& page) {
    html::components::Field field{.name = "found_us",
                                  .label = page.t("How did you hear of this?"),
                                  .hint = page.t("It is only counted, so that we know how to reach people."),
                                  .optional = true,
                                  .options = {{"", page.t("I do not say"), chosen.empty()}}};
    for (const auto& term : taxonomy::terms(taxonomy::List::found_us))
        field.options.push_back({std::string(term.key), page.t(term.label), chosen == term.key});
    return field;
}

std::optional<int> persons_typed(std::string_view typed) {
    const auto text = base::trim(typed);
    if (text.empty()) return std::nullopt;
    return base::whole_number(text, 1, most_of_a_group).value_or(0);
}

html::components::Field persons_field(const std::string& typed, const html::Page& page) {
    return {.name = "persons", .label = page.t("How many of you come"), .value = typed, .autocomplete = "off",
            .input_mode = "numeric"};
}

std::string group_in_words(const Booking& booking, const html::Page& page) {
    if (booking.audience.empty()) return "";
    return page.t(TEXT("{who}, {number}"),
                  {{"who", page.t(audience_in_words(booking.audience))},
                   {"number", page.tn("{n} person", "{n} persons", booking.persons.value_or(1))}});
}

html::components::Field contact_field(const std::string& typed, const html::Page& page) {
    return {.name = "contact",
            .label = page.t("Phone number or address"),
            .value = typed,
            .hint = page.t(
                "Only where you chose one. It is used for this time alone and deleted a week after it."),
            .autocomplete = "off",
            .optional = true};
}

html::components::Field name_field_of(const std::string& typed, const html::Page& page) {
    return {.name = "name",
            .label = page.t("First name"),
            .value = typed,
            .autocomplete = "off",
            .optional = true};
}

html::components::Field address_field(const std::string& typed, const html::Page& page) {
    return {.name = "address",
            .label = page.t("Where we come to"),
            .value = typed,
            .hint = page.t("The address is deleted the day after."),
            .autocomplete = "off"};
}

http::Response not_offered(const http::Request& request) {
    const html::Page page(request);
    const auto& form = request.form;
    html::Gone gone{.title = page.t("This cannot be booked any more"),
                    .text = page.t("It was ended or hidden while you wrote, so nothing is booked. What you had written stands "
                                   "below."),
                    .ways = {{page.t("What can be booked"), page.tenant_url("/book")}}};
    const auto add = [&](const html::components::Field& field) {
        if (!field.value.empty()) gone.typed.emplace_back(field.label, field.value);
    };
    add(contact_field(std::string(form.get("contact")), page));
    add(name_field_of(std::string(form.get("name")), page));
    add(address_field(std::string(form.get("address")), page));
    return html::gone_page(request, std::move(gone));
}

}  // namespace digilots::booking
