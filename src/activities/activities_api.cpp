// The programme and sign-ups for programs.
#include <algorithm>
#include <limits>

#include "activities/api_parts.h"
#include "activities/sign_up_faults.h"
#include "platform/base/form_key.h"
#include "platform/base/time.h"
#include "platform/http/all_faults.h"
#include "platform/http/coded_problem.h"

namespace digilots::activities {

namespace {

using base::Json;

constexpr std::size_t most_activities = 200;

/// A day in the address; an error where it is none.
std::optional<base::Date> day_in(const http::Request& request, const char* name, FieldErrors& errors) {
    const auto text = request.query.get(name);
    const auto day = base::parse_date(text);
    if (!text.empty() && !day)
        errors.emplace_back(name, words_for(request).t("Write the day as 2026-11-22."));
    return day;
}

/// What is unknown is said, not left out: whoever asks would take everything for what they asked for.
void check_filter(const Pages& pages, const http::Request& request, Filter& filter, FieldErrors& errors) {
    const auto& words = words_for(request);
    const std::pair<const char*, const std::string*> named[] = {
        {"topic", &filter.topic}, {"kind", &filter.kind}, {"language", &filter.language}, {"group", &filter.group}};
    for (const auto& [name, known] : named)
        if (!request.query.get(name).empty() && known->empty())
            errors.emplace_back(name, words.t("There is nothing of this name in the list."));
    const auto directory = Inside::of(pages.activities).neighbours.directory.snapshot(request.tenant->id);
    const auto* place = filter.place.empty() ? nullptr : directory->place(filter.place);
    if (place)
        filter.place = place->id;
    else if (!filter.place.empty())
        errors.emplace_back("place", words.t("There is no place of this id."));
    if (filter.from && filter.to && *filter.to < *filter.from)
        errors.emplace_back("to", words.t("The last day is before the first. Correct one of them."));
}

SignUp sign_up_from(Reading& read, const Json& json) {
    SignUp wanted;
    for (const auto& [name, value] : json.members()) {
        if (name == "persons")
            wanted.persons = read.number(value, name, 1, Activities::most_persons).value_or(1);
        else if (name == "name")
            wanted.name = read.text(value, name);
        else if (name == "found_us")
            wanted.found_us = read.text(value, name);
        else if (name == "contact") {
            const auto by = contact_by_called(value["by"].is_null() ? "none" : value["by"].text());
            if (!by || (!value.is_null() && !value.is_object()))
                read.fail("contact.by", TEXT("Give none, email, phone or letter."));
            wanted.by = by.value_or(ContactBy::none);
            wanted.contact = read.text(value["value"], "contact.value");
            const auto& often = value["how_often"];
            const auto chosen = how_often_called(often.is_null() ? word_of(HowOften::only) : often.text());
            if (!chosen) read.fail("contact.how_often", TEXT("Give only or each."));
            wanted.how_often = chosen.value_or(HowOften::only);
        } else
            read.unknown(name);
    }
    return wanted;
}

FieldErrors by_names_of_body(FieldErrors errors) {
    for (auto& [field, message] : errors)
        if (field == "contact") field = "contact.value";
    return errors;
}

/// The same for a code that is none, has ended, or was cancelled.
http::Response no_such_code(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    if (const auto wait = wait_after_guess(self.guessing, request, self.clock.now()))
        return html::wait_page(request, *wait);
    return not_found(request);
}

http::Response key_reused(const http::Request& request) {
    const auto& words = words_for(request);
    return told_nobody(http::coded_problem(409, words_of(NotSignedUp::Why::key_reused, words),
                                           words.t("Send a new key for a new sign-up."), "key_reused"));
}

void write_signed_up(base::JsonWriter& json, bool is_confirmed, std::int64_t position) {
    json.member("state", is_confirmed ? "confirmed" : "waiting");
    if (!is_confirmed) json.member("position", position);
}

/// Of whoever is with it all the way: what the code stands for.
void write_all_sessions(base::JsonWriter& json, const std::vector<std::string>& sessions) {
    if (sessions.empty()) return;
    json.key("sessions").begin_array();
    for (const auto& session : sessions) json.value(session);
    json.end_array();
}

}  // namespace

http::Response list_activities(const Pages& pages, const http::Request& request) {
    FieldErrors errors;
    auto filter = filter_of(request);
    filter.from = day_in(request, "from", errors);
    filter.to = day_in(request, "to", errors);
    filter.with_cancelled = true;
    check_filter(pages, request, filter, errors);
    if (!errors.empty()) return refused(request, std::move(errors));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = sessions_of(*programme, filter, filter.from ? base::Instant{} : Inside::of(pages.activities).clock.now(),
                                   std::numeric_limits<std::size_t>::max());
    std::map<std::string, std::vector<const Session*>> sessions;
    for (const auto& [activity, session] : found) sessions[activity->id].push_back(session);
    const auto after = request.query.get("cursor");
    if (!after.empty() && !programme->with_id(after)) {
        errors.emplace_back("cursor", words_for(request).t("This place in the list is gone. Begin anew."));
        return refused(request, std::move(errors));
    }
    bool is_on = after.empty();
    std::size_t written = 0;
    bool has_more = false;
    std::string next;
    base::JsonWriter json;
    json.begin_object().key("activities").begin_array();
    for (const auto& activity : programme->activities) {
        // Found also where it is shown no more: what comes after it is not lost.
        const bool is_before = !is_on;
        if (is_before && activity.id == after) is_on = true;
        if (is_before) continue;
        const auto& own = sessions[activity.id];
        if (!activity.is_listed() || !fits(activity, filter) || (own.empty() && !activity.is_undated())) continue;
        // Of one without dates nobody knows that it is held there, or from home.
        const bool is_elsewhere = !filter.place.empty() && filter.place != activity.place;
        if (own.empty() && (filter.remote || filter.with_free_seats || is_elsewhere)) continue;
        if (written == most_activities) {
            has_more = true;
            break;
        }
        write_activity(json, pages, activity, own, request);
        ++written;
        next = activity.id;
    }
    json.end_array().key("next");
    if (!has_more)
        json.null();
    else
        json.value(next);
    if (request.tenant->is_made_up) json.member("made_up", true);
    json.end_object();
    return http::json(std::move(json).take());
}

http::Response get_activity(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto* activity = programme->with_slug(request.parameter("slug"));
    if (!activity || !activity->is_published) return not_found(request);
    std::vector<const Session*> sessions;
    for (const auto& session : activity->sessions) sessions.push_back(&session);
    base::JsonWriter json;
    write_activity(json, pages, *activity, sessions, request);
    return http::json(std::move(json).take());
}

http::Response post_sign_up(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    const auto& words = words_for(request);
    if (const auto wait = wait_of(self.signing_up, request, self.clock.now(), request.parameter("session")))
        return html::wait_page(request, *wait);
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    Reading read{request};
    auto wanted = sign_up_from(read, *json);
    const auto key = base::random_key_of(request.header("Idempotency-Key"));
    if (!key)
        return http::problem(400, words.t("The Idempotency-Key cannot be used"),
                             words.t("Give a random UUID, a new one for each sign-up."));
    auto faults = by_names_of_body(faults_of(wanted, *request.tenant, words));
    // What an unknown way is reached by is not known either.
    if (std::ranges::find(read.errors, "contact.by", &FieldErrors::value_type::first) != read.errors.end())
        std::erase_if(faults, [](const auto& fault) { return fault.first == "contact.value"; });
    http::add_faults(read.errors, faults);
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    wanted.form_key = *key;
    wanted.language = request.language;
    const auto signed_up =
        pages.activities.sign_up(*request.tenant, request.parameter("session"), wanted, words);
    if (!signed_up) {
        using Why = NotSignedUp::Why;
        const auto why = signed_up.error().why;
        if (why == Why::wrong) return refused(request, by_names_of_body(signed_up.error().errors));
        if (why == Why::not_there) return not_found(request);
        if (why == Why::key_reused) return key_reused(request);
        return told_nobody(http::problem(409, words_of(why, words)));
    }
    base::JsonWriter out;
    out.begin_object().member("code", signed_up->code);
    write_signed_up(out, signed_up->is_confirmed, signed_up->position);
    write_all_sessions(out, signed_up->all_sessions);
    out.end_object();
    auto response = http::json(std::move(out).take(), 201);
    if (signed_up->repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
    return told_nobody(std::move(response));
}

http::Response get_sign_up(const Pages& pages, const http::Request& request) {
    const auto followed = pages.activities.follow(*request.tenant, request.parameter("code"));
    if (!followed) return no_such_code(pages, request);
    base::JsonWriter out;
    out.begin_object().member("session", followed->session).member("persons", followed->persons);
    write_signed_up(out, followed->is_confirmed, followed->position);
    write_all_sessions(out, followed->all_sessions);
    const auto found = pages.activities.programme(request.tenant->id)->session(followed->session);
    if (found.session) out.member("status", word_of(found.session->status));
    out.end_object();
    return told_nobody(http::json(std::move(out).take()));
}

http::Response delete_sign_up(const Pages& pages, const http::Request& request) {
    if (!pages.activities.leave(*request.tenant, request.parameter("code"))) {
        if (!pages.activities.follow(*request.tenant, request.parameter("code"))) return no_such_code(pages, request);
        return told_nobody(http::problem(409, words_for(request).t("The session is over: there is nothing left to cancel.")));
    }
    http::Response response;
    response.status = 204;
    return told_nobody(std::move(response));
}

}  // namespace digilots::activities
