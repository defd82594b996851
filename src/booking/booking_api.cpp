// Free times and bookings for programs. Times are ISO 8601 with the offset that the zone has then.
#include <algorithm>
#include <array>
#include <cstdio>

#include "booking/api_parts.h"
#include "booking/wanted_faults.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"
#include "platform/calendar/wall_time.h"
#include "platform/http/address.h"
#include "platform/http/all_faults.h"
#include "platform/http/coded_problem.h"
#include "platform/register/json_body.h"
#include "platform/register/list_api.h"

namespace digilots::booking {

namespace {

using base::Json, base::JsonWriter;

constexpr std::size_t longest_body = 16'000, most_times = 2000;
constexpr int usual_days = 14, most_days = 92, next_times = 3, days_of_next = 60;
constexpr std::size_t length_of_wall = 16;  // "2026-12-01T10:00"

/// With the offset that the zone has then, or none: then it is local, the first where it comes twice. Nothing
/// for a time that there is not, and for another offset.
std::optional<base::Instant> read_time(std::string_view text, std::string_view zone) {
    if (text.size() < length_of_wall || text[10] != 'T') return std::nullopt;
    const bool has_offset =
        text.ends_with("Z") || text.find_first_of("+-", length_of_wall) != std::string_view::npos;
    const auto as_utc = base::parse_utc(has_offset ? std::string(text) : std::string(text) + "Z");
    if (!as_utc) return std::nullopt;
    const auto said = text.substr(0, length_of_wall);
    const auto at =
        has_offset
            ? *as_utc
            : calendar::to_instant(
                  calendar::WallTime(std::chrono::floor<std::chrono::seconds>(as_utc->time_since_epoch())),
                  zone);
    return with_offset(at, zone).substr(0, length_of_wall) == said ? std::optional(at) : std::nullopt;
}

void write_time(JsonWriter& json, const Time& time, const Offer& offer, const std::string& zone) {
    json.begin_object()
        .member("starts", with_offset(time.starts, zone))
        .member("ends", with_offset(time.ends, zone));
    json.member("place", time.place).member("offer", offer.id).member("left", time.left).end_object();
}

std::string next_as_json(const Pages& pages, const http::Tenant& tenant, const Offer& offer,
                         const Wanted& wanted) {
    const auto from = base::to_civil(wanted.starts, tenant.zone).date;
    JsonWriter json;
    json.begin_array();
    int written = 0;
    for (const auto& time : pages.bookings.times(tenant, offer, wanted.minutes, wanted.place, from,
                                                 base::add_days(from, days_of_next), wanted.channel == "staff",
                                                 wanted.two_people && offer.is_at_home() ? 2 : 1)) {
        if (time.starts < wanted.starts || written == next_times) continue;
        write_time(json, time, offer, tenant.zone);
        ++written;
    }
    json.end_array();
    return std::move(json).take();
}

FieldErrors by_names_of_body(FieldErrors errors) {
    for (auto& [field, message] : errors)
        field = field == "contact"         ? "contact.value"
                : field == "way"           ? "contact.by"
                : field == "has_consented" ? "consented"
                                           : field;
    return errors;
}

void read_contact(const Json& contact, ReadBooking& read, const i18n::Translator& words) {
    if (contact.is_null()) return;
    if (!contact.is_object()) {
        read.errors.emplace_back(
            "contact", words.t("Give an object such as {\"by\":\"email\",\"value\":\"name@example.org\"}."));
        return;
    }
    for (const auto& [name, value] : contact.members()) {
        const bool is_text = value.is_string() || value.is_null();
        if (name == "by" && is_text)
            read.wanted.way = value.is_null() ? "none" : value.text();
        else if (name == "value" && is_text)
            read.wanted.contact = value.text();
        else if (name == how_often_name && !how_often_called(value.text()))
            read.errors.emplace_back("contact.how_often", words.t("Give only or each."));
        else if (name == how_often_name)
            read.wanted.how_often = *how_often_called(value.text());
        else
            read.errors.emplace_back("contact." + base::cut(name, 60),
                                     words.t(is_text ? "There is no field of this name." : "Give a text."));
    }
}

void read_member(const std::string& name, const Json& value, const std::string& zone, ReadBooking& read,
                 const i18n::Translator& words) {
    if (name == "contact") return read_contact(value, read, words);
    if (name == "minutes") {
        const auto minutes = value.as_integer();
        if (!minutes || *minutes < 1 || *minutes > 1440)
            read.errors.emplace_back("minutes", words.t("Give a whole number of minutes."));
        else
            read.wanted.minutes = static_cast<int>(*minutes);
        return;
    }
    if (name == "persons") {
        const auto persons = value.as_integer();
        if (!value.is_null() && (!persons || *persons < 1 || *persons > most_of_a_group))
            read.errors.emplace_back("persons", words.t("Write how many you are: a number from 1 to 50."));
        else if (persons)
            read.wanted.persons = static_cast<int>(*persons);
        return;
    }
    bool* const flag = !read.is_for_somebody  ? nullptr
                       : name == "consented"  ? &read.wanted.has_consented
                       : name == "two_people" ? &read.wanted.two_people
                                              : nullptr;
    if (flag) {
        if (!value.as_bool()) read.errors.emplace_back(name, words.t("Give true or false."));
        *flag = value.as_bool().value_or(false);
        return;
    }
    std::string* const text = name == "offer" ? &read.wanted.offer
                              : name == "place" ? &read.wanted.place
                              : name == "topic" ? &read.wanted.topic
                              : name == "name" ? &read.wanted.name
                              : name == "audience" ? &read.wanted.audience
                              : name == "found_us" ? &read.wanted.found_us
                              : name == "address" ? &read.wanted.address
                              : name == "client_code" && read.is_for_somebody ? &read.wanted.client_code
                                                                              : nullptr;
    const bool is_text =
        value.is_string() || (value.is_null() && name != "offer" && name != "place" && name != "starts");
    if (!text && name != "starts")
        return read.errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name.")),
               void();
    if (!is_text) return read.errors.emplace_back(name, words.t("Give a text.")), void();
    if (text) {
        *text = value.text();
        return;
    }
    if (const auto at = read_time(value.text(), zone))
        read.wanted.starts = *at;
    else
        read.errors.emplace_back("starts", words.t("Write the time as 2026-12-01T10:00:00+01:00, with the "
                                                   "offset that holds there then, or with none."));
}

std::string name_of_place(const Pages& pages, const http::Tenant& tenant, std::string_view asked) {
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id);
    const auto* place = snapshot->place(asked);
    return place ? place->id : std::string(asked);
}

/// Of the directory, or one at which something can be booked.
bool is_place(const Pages& pages, const http::Tenant& tenant, std::string_view place) {
    const auto& self = Inside::of(pages.bookings);
    if (self.neighbours.directory.snapshot(tenant.id)->place(place)) return true;
    const auto plan = self.plan.of(tenant.id);
    return base::find_in(plan->shifts, place, &Shift::place) != nullptr;
}

}  // namespace

const i18n::Translator& words_of(const http::Request& request) {
    return i18n::translator(request.language);
}

std::string with_offset(base::Instant at, std::string_view zone) {
    const auto wall = calendar::to_wall(at, zone);
    const auto offset = std::chrono::duration_cast<std::chrono::minutes>(
        wall.time_since_epoch() - std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()));
    const auto civil = base::to_civil(at, zone);
    const int minutes = static_cast<int>(offset.count()), size = minutes < 0 ? -minutes : minutes;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d%c%02d:%02d", civil.hour, civil.minute,
                  civil.second, minutes < 0 ? '-' : '+', size / 60, size % 60);
    return base::format_date(civil.date) + text.data();
}

http::Response coded_problem(int status, const std::string& title, const std::string& detail,
                             const char* code, const std::string& times) {
    return told_nobody(http::coded_problem(status, title, detail, code,
                                           {times.empty() ? std::string_view() : std::string_view("times"), times}));
}

std::optional<Json> body_of(const http::Request& request, std::optional<http::Response>& instead) {
    const auto& words = words_of(request);
    if (request.body.size() > longest_body) {
        instead = http::problem(413, words.t("The body is too large"), words.t("Send at most 16 kB."));
        return std::nullopt;
    }
    auto json = base::parse_sent_json(request.body, {.bytes = longest_body});
    if (!json || !json->is_object()) {
        instead = http::problem(400, words.t("The body is not a JSON object"),
                                words.t("Send one booking as in the example of /api/openapi.json."),
                                register_::fault_of_json_body(request));
        return std::nullopt;
    }
    return *json;
}

void write_booking(JsonWriter& json, const Booking& booking, const http::Tenant& tenant) {
    json.member("state", booking.state).member("offer", booking.offer).member("place", booking.place);
    json.member("starts", with_offset(booking.starts, tenant.zone))
        .member("ends", with_offset(booking.ends, tenant.zone));
    json.key("topic");
    if (booking.topic.empty())
        json.null();
    else
        json.value(booking.topic);
    if (booking.audience.empty()) return;
    json.member("audience", booking.audience).member("persons", booking.persons.value_or(1));
}

Days days_in(const http::Request& request, base::Date today, FieldErrors& errors) {
    const auto& words = words_of(request);
    const auto day = [&](const char* name, base::Date usual) {
        const auto typed = request.query.get(name);
        const auto read = base::parse_date(typed);
        if (!typed.empty() && !read) errors.emplace_back(name, words.t("Write the day as 2026-11-22."));
        return read.value_or(usual);
    };
    const auto from = day("from", today);
    const Days days{from, day("to", base::add_days(from, usual_days - 1))};
    if (!errors.empty()) return days;
    if (days.to < days.from) errors.emplace_back("to", words.t("The last day is before the first. Correct one of them."));
    else if (base::days_between(days.from, days.to) >= most_days)
        errors.emplace_back("to", words.t("Ask for at most 92 days at a time."));
    return days;
}

http::Response refused_address(const http::Request& request, FieldErrors errors) {
    return http::problem(422, words_of(request).t("The address cannot be used like this"), "", std::move(errors));
}

http::Response get_times(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    FieldErrors errors;
    const auto days = days_in(request, today, errors);
    const auto asked = request.query.get("offer");
    const auto typed = request.query.get("place");
    const auto place = typed.empty() ? std::string() : name_of_place(pages, tenant, typed);
    std::vector<std::pair<Time, const Offer*>> times;
    const auto offers = pages.bookings.offers(tenant.id);
    if (!asked.empty() && !base::find_in(offers, asked, &Offer::id))
        errors.emplace_back("offer", words_of(request).t("That cannot be booked. Choose what you want to book."));
    if (!place.empty() && !is_place(pages, tenant, place))
        errors.emplace_back("place", words_of(request).t("There is no place of this id."));
    if (!errors.empty()) return refused_address(request, std::move(errors));
    for (const auto& offer : offers) {
        if (!asked.empty() && offer.id != asked) continue;
        for (auto& time : pages.bookings.times(tenant, offer, 0, place, days.from, days.to))
            times.emplace_back(std::move(time), &offer);
    }
    std::ranges::stable_sort(times, {}, [](const auto& one) { return one.first.starts; });
    if (times.size() > most_times) times.resize(most_times);
    JsonWriter json;
    json.begin_object().key("times").begin_array();
    for (const auto& [time, offer] : times) write_time(json, time, *offer, tenant.zone);
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

/// Whether it is one of the times that there are, free or not.
bool is_ever_offered(const Plan& plan, const Offer& offer, const Wanted& wanted, base::Instant now) {
    const auto terms = terms_of(offer, wanted.minutes, wanted.channel == "staff");
    return !lanes_for(shifts_for(plan, offer), {}, terms, wanted.place, wanted.starts, now).empty();
}

/// Why nobody was faster: there is no such place for it, or the time is past or none of those that there are.
FieldErrors never_free(const Pages& pages, const http::Tenant& tenant, const Wanted& wanted, const std::optional<Offer>& offer,
                       const i18n::Translator& words) {
    FieldErrors errors;
    const auto& self = Inside::of(pages.bookings);
    const auto places = offer ? places_of(pages, tenant, *offer) : std::vector<std::pair<std::string, std::string>>{};
    const bool is_known = self.neighbours.directory.snapshot(tenant.id)->place(wanted.place) ||
                          std::ranges::any_of(places, [&](const auto& place) { return place.first == wanted.place; });
    if (!is_known) errors.emplace_back("place", words.t("There is no place of this id."));
    if (wanted.starts <= self.clock.now())
        errors.emplace_back("starts", words.t("That time is past. Choose another one."));
    else if (is_known && offer && !is_ever_offered(*self.plan.of(tenant.id), *offer, wanted, self.clock.now()))
        errors.emplace_back("starts", words.t("No time begins then. Choose one of those that are free."));
    return errors;
}

http::Response take_booking(const Pages& pages, const http::Request& request, ReadBooking read,
                            const base::Json& json) {
    const auto& words = words_of(request);
    const auto& tenant = *request.tenant;
    const auto key = base::ascii_lower(request.header("Idempotency-Key"));
    // Nobody has said who sends it: a key that somebody else could think of would give them the code.
    if (!key.empty() && !base::is_uuid(key))
        return http::problem(400, words.t("The Idempotency-Key cannot be used"),
                             words.t("Send a random UUID, or none."));
    read.wanted.language = request.language;
    read.wanted.form_key = key;
    read.wanted.is_key_of_program = !key.empty();
    for (const char* name : {"offer", "place", "starts"})
        if (!json.find(name)) read.errors.emplace_back(name, words.t("Fill this in."));
    for (const auto& [name, value] : json.members()) read_member(name, value, tenant.zone, read, words);
    read.wanted.place = name_of_place(pages, tenant, read.wanted.place);
    auto faults = by_names_of_body(faults_of(pages.bookings, tenant, read.wanted, words));
    // What an unknown way is reached by is not known either.
    const auto is_of_contact = [](const auto& fault) { return fault.first == "contact" || fault.first == "contact.by"; };
    if (std::ranges::any_of(read.errors, is_of_contact))
        std::erase_if(faults, [](const auto& fault) { return fault.first.starts_with("contact."); });
    http::add_faults(read.errors, faults);
    if (!read.errors.empty())
        return told_nobody(http::problem(422, words.t("The booking cannot be taken in like this"), "",
                                        std::move(read.errors)));
    const auto booked = pages.bookings.book(tenant, read.wanted, words);
    if (!booked && booked.error().is_key_reused)
        return coded_problem(409, words.t("This Idempotency-Key was sent with another booking"),
                             words.t("Send a new key for a new booking."), "key_reused", "");
    if (!booked && booked.error().is_taken) {
        const auto offer = pages.bookings.offer(tenant.id, read.wanted.offer);
        if (auto never = never_free(pages, tenant, read.wanted, offer, words); !never.empty())
            return told_nobody(http::problem(422, words.t("The booking cannot be taken in like this"), "", std::move(never)));
        return coded_problem(409, words.t("The time is taken"),
                             words.t("Choose one of the times beside this."), "taken",
                             offer ? next_as_json(pages, tenant, *offer, read.wanted) : "[]");
    }
    if (!booked)
        return told_nobody(http::problem(422, words.t("The booking cannot be taken in like this"), "",
                                        by_names_of_body(booked.error().errors)));
    JsonWriter out;
    out.begin_object().member("code", booked->code);
    write_booking(out, booked->booking, tenant);
    out.end_object();
    auto response = http::json(std::move(out).take(), 201);
    response.headers.emplace_back("Location", "/api/v1/" + tenant.slug + "/bookings/" + booked->code);
    if (booked->repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
    return told_nobody(std::move(response));
}

http::Response post_booking(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.bookings);
    if (const auto wait = wait_of(self.booking, request, self.clock.now()))
        return html::wait_page(request, *wait);
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    ReadBooking read;
    read.wanted.channel = "api";
    return take_booking(pages, request, std::move(read), *json);
}

}  // namespace digilots::booking
