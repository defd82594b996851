// Activities, sessions, sign-ups and attendance for programs.
#include <algorithm>

#include "activities/code.h"
#include "activities/pages.h"
#include "platform/base/clock_time.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using base::Json;

constexpr std::size_t longest_body = 256 * 1024, most_activities = 200;

const i18n::Translator& words_for(const http::Request& request) {
    return i18n::translator(request.language);
}

http::Response refused(const http::Request& request, FieldErrors errors) {
    return with_code(
        http::problem(422, words_for(request).t("It cannot be taken in like this"), "", std::move(errors)));
}

http::Response not_found(const http::Request& request) {
    return with_code(http::problem(404, words_for(request).t("There is no such thing here")));
}

/// "2026-12-03T14:00:00+01:00": as the zone has it then.
std::string with_offset(base::Instant instant, std::string_view zone) {
    const auto wall = calendar::to_wall(instant, zone);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(
            wall.time_since_epoch() - std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()))
            .count();
    const auto civil = base::to_civil(instant, zone);
    const auto away = static_cast<int>(std::abs(minutes));
    return base::format_date(civil.date) + "T" + base::clock_time(civil.hour, civil.minute) + ":" +
           base::two_digits(civil.second) + (minutes < 0 ? "-" : "+") +
           base::clock_time(away / 60, away % 60);
}

/// A time of the wall clock: without an offset, or with the one that the zone has then. Nothing else.
std::optional<calendar::WallTime> wall_in(std::string_view text, std::string_view zone) {
    const auto day = base::parse_date(text.substr(0, 10));
    if (!day || text.size() < 16 || text[10] != 'T') return std::nullopt;
    const auto minute = text[13] == ':' ? base::read_clock_time(text.substr(11, 5)) : std::nullopt;
    if (!minute || *minute > 1439) return std::nullopt;
    auto rest = text.substr(16);
    if (rest.starts_with(":00")) rest.remove_prefix(3);
    const auto wall = calendar::wall_time(*day, *minute);
    const auto instant = calendar::to_instant(wall, zone);
    if (calendar::to_wall(instant, zone) != wall) return std::nullopt;
    if (rest.empty()) return wall;
    const auto stated = base::parse_utc(std::string(text.substr(0, 16)) + ":00" + std::string(rest));
    // In the hour that comes twice both are said by their offset; the wall clock shows the same.
    return stated && calendar::to_wall(*stated, zone) == wall ? std::optional(wall) : std::nullopt;
}

void write_list(base::JsonWriter& json, const char* name, const std::vector<std::string>& items) {
    json.key(name).begin_array();
    for (const auto& item : items) json.value(item);
    json.end_array();
}

void text_or_null(base::JsonWriter& json, const char* name, const std::string& text) {
    json.key(name);
    if (text.empty())
        json.null();
    else
        json.value(text);
}

void write_session(base::JsonWriter& json, const Session& session, std::string_view zone) {
    json.begin_object().member("id", session.id);
    json.member("starts", with_offset(session.starts, zone)).member("ends", with_offset(session.ends, zone));
    text_or_null(json, "place", session.place);
    text_or_null(json, "address", session.address);
    json.member("remote", !session.remote.empty()).member("status", word_of(session.status));
    json.member("capacity", session.capacity)
        .member("taken", session.taken)
        .member("waiting", session.waiting);
    text_or_null(json, "reason", session.reason);
    json.end_object();
}

void write_activity(base::JsonWriter& json, const Activity& activity,
                    const std::vector<const Session*>& sessions, const http::Request& request) {
    const auto& words = words_for(request);
    json.begin_object()
        .member("id", activity.id)
        .member("slug", activity.slug)
        .member("title", activity.title);
    json.member("kind", activity.kind).member("text", activity.about);
    write_list(json, "topics", activity.topics);
    write_list(json, "target_groups", activity.target_groups);
    write_list(json, "languages", activity.languages);
    json.key("price");
    if (activity.price)
        json.value(static_cast<double>(*activity.price) / 100);
    else
        json.value(0);
    text_or_null(json, "frequency", how_often_text(activity, words));
    json.member("purpose", activity.purpose).member("sign_up", activity.needs_sign_up);
    json.member("url", "/" + request.tenant->slug + activity.path()).key("sessions").begin_array();
    for (const auto* session : sessions) write_session(json, *session, request.tenant->zone);
    json.end_array().end_object();
}

/// A day in the address; an error where it is none.
std::optional<base::Date> day_in(const http::Request& request, const char* name, FieldErrors& errors) {
    const auto text = request.query.get(name);
    const auto day = base::parse_date(text);
    if (!text.empty() && !day)
        errors.emplace_back(name, words_for(request).t("Write the day as 2026-11-22."));
    return day;
}

// ---- In ----

struct Reading {
    const http::Request& request;
    const i18n::Translator& words = words_for(request);
    FieldErrors errors = {};

    void fail(const std::string& field, i18n::Text text) { errors.emplace_back(field, words.t(text)); }
    void unknown(const std::string& name) {
        errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name."));
    }
    std::string text(const Json& value, const std::string& field) {
        if (value.is_null()) return "";
        if (!value.is_string()) fail(field, TEXT("Give a text."));
        return std::string(value.text());
    }
    std::optional<std::int64_t> number(const Json& value, const std::string& field, std::int64_t least,
                                       std::int64_t most) {
        if (value.is_null()) return std::nullopt;
        const auto number = value.as_integer();
        if (number && *number >= least && *number <= most) return number;
        errors.emplace_back(field,
                            words.t("Give a whole number from {least} to {most}.",
                                    {{"least", std::to_string(least)}, {"most", std::to_string(most)}}));
        return std::nullopt;
    }
    std::vector<std::string> texts(const Json& value, const std::string& field) {
        std::vector<std::string> all;
        if (!value.is_null() && !value.is_array()) fail(field, TEXT("Give a list of texts."));
        for (const auto& item : value.items()) all.push_back(text(item, field));
        return all;
    }
};

std::optional<Json> body_of(const http::Request& request, std::optional<http::Response>& instead) {
    const auto& words = words_for(request);
    if (request.body.size() > longest_body) {
        instead = http::problem(413, words.t("The body is too large"), words.t("Send at most 256 kB."));
        return std::nullopt;
    }
    auto json = base::parse_typed_json(request.body, {.bytes = longest_body});
    if (!json || !json->is_object()) {
        instead = http::problem(400, words.t("The body is not a JSON object"),
                                words.t("Send it as in the example of /api/openapi.json."));
        return std::nullopt;
    }
    return *json;
}

calendar::WallTime time_of(Reading& read, const Json& value, const std::string& field) {
    const auto wall = wall_in(value.text(), read.request.tenant->zone);
    if (!wall)
        read.fail(field, TEXT("Give a time such as 2026-12-03T14:00, without an offset or with the one that "
                              "holds there then."));
    return wall.value_or(calendar::WallTime{});
}

void check_times(Reading& read, const NewSession& session, const std::string& field, base::Instant now) {
    if (!read.errors.empty()) return;
    if (session.ends <= session.starts)
        read.fail(field + ".ends", TEXT("It ends before it begins. Correct the times."));
    else if (calendar::to_instant(session.starts, read.request.tenant->zone) <= now)
        read.fail(field + ".starts", TEXT("That time is past. Choose a day to come."));
    if (session.capacity && session.minimum && *session.minimum > *session.capacity)
        read.fail(field + ".minimum",
                  TEXT("There are fewer seats than are needed at least. Correct one of them."));
}

std::string place_of(Reading& read, const Pages& pages, const Json& value, const std::string& field) {
    const auto wanted = read.text(value, field);
    if (wanted.empty()) return "";
    const auto* place =
        Inside::of(pages.activities).neighbours.directory.snapshot(read.request.tenant->id)->place(wanted);
    if (!place) read.fail(field, TEXT("There is no place of this id."));
    return place ? place->id : "";
}

NewSession session_from(Reading& read, const Pages& pages, const Json& json, const std::string& field,
                        base::Instant now) {
    NewSession session;
    bool has_starts = false, has_ends = false;
    for (const auto& [name, value] : json.members()) {
        const auto at = field + "." + name;
        if (name == "starts")
            has_starts = true, session.starts = time_of(read, value, at);
        else if (name == "ends")
            has_ends = true, session.ends = time_of(read, value, at);
        else if (name == "place")
            session.place = place_of(read, pages, value, at);
        else if (name == "address")
            session.address = base::cut(read.text(value, at), 200);
        else if (name == "capacity")
            session.capacity = read.number(value, at, 1, Activities::most_capacity);
        else if (name == "minimum")
            session.minimum = read.number(value, at, 1, Activities::most_capacity);
        else
            read.unknown(at);
    }
    if (!has_starts) read.fail(field + ".starts", TEXT("Say when it begins."));
    if (!has_ends) read.fail(field + ".ends", TEXT("Say when it ends."));
    if (session.minimum) session.decide_on = calendar::date_of(session.starts);
    check_times(read, session, field, now);
    return session;
}

std::vector<NewSession> repeated(Reading& read, const Pages& pages, const Json& json, base::Instant now) {
    Series series;
    NewSession first;
    for (const auto& [name, value] : json.members()) {
        const auto at = "repeat." + name;
        if (name == "rule")
            series.rule = read.text(value, at);
        else if (name == "starts")
            series.starts = time_of(read, value, at);
        else if (name == "minutes")
            series.length = std::chrono::minutes(read.number(value, at, 1, 20'160).value_or(60));
        else if (name == "place")
            first.place = place_of(read, pages, value, at);
        else if (name == "capacity")
            first.capacity = read.number(value, at, 1, Activities::most_capacity);
        else if (name == "minimum")
            first.minimum = read.number(value, at, 1, Activities::most_capacity);
        else if (name == "except")
            for (const auto& text : read.texts(value, at)) {
                const auto day = base::parse_date(text);
                if (day)
                    series.except.push_back(*day);
                else
                    read.fail(at, TEXT("Give days such as 2026-12-24."));
            }
        else
            read.unknown(at);
    }
    if (json["starts"].is_null()) read.fail("repeat.starts", TEXT("Say when it begins."));
    if (json["minutes"].is_null()) read.fail("repeat.minutes", TEXT("Say how many minutes it lasts."));
    if (!read.errors.empty()) return {};
    const auto dates = dates_of(series, read.request.tenant->zone);
    if (dates.fault != SeriesFault::none)
        read.errors.emplace_back("repeat.rule", words_of(dates, read.words));
    std::vector<NewSession> sessions;
    for (const auto starts : dates.starts) {
        auto session = first;
        session.starts = starts;
        session.ends = starts + series.length;
        if (session.minimum) session.decide_on = calendar::date_of(starts);
        check_times(read, session, "repeat", now);
        sessions.push_back(std::move(session));
    }
    return sessions;
}

register_::Draft draft_from(Reading& read, const Pages& pages, const Json& json,
                            std::vector<NewSession>& sessions, base::Instant now) {
    register_::Draft draft{{"is_published", {"1"}}, {"needs_sign_up", {"1"}}};
    for (const auto& [name, value] : json.members()) {
        if (base::holds(std::initializer_list<std::string_view>{"title", "kind", "purpose", "leader", "host",
                                                                "campaign"},
                        name))
            draft[name] = {read.text(value, name)};
        else if (name == "text")
            draft["about"] = {read.text(value, name)};
        else if (base::holds(std::initializer_list<std::string_view>{"topics", "target_groups", "languages"},
                             name))
            draft[name] = read.texts(value, name);
        else if (name == "price") {
            const auto price = value.as_number();
            if (!value.is_null() && (!price || *price < 0 || *price > 1e6))
                read.fail(name, TEXT("Give an amount from 0 to 1,000,000."));
            else if (price && *price > 0)
                draft["price"] = {std::to_string(static_cast<std::int64_t>(*price))};
        } else if (name == "place")
            draft["place"] = {place_of(read, pages, value, name)};
        else if (name == "published")
            draft["is_published"] =
                value.as_bool().value_or(true) ? std::vector<std::string>{"1"} : std::vector<std::string>{};
        else if (name == "sign_up")
            draft["needs_sign_up"] =
                value.as_bool().value_or(true) ? std::vector<std::string>{"1"} : std::vector<std::string>{};
        else if (name == "sessions") {
            if (!value.is_array() || value.items().size() > most_sessions)
                read.fail(name, TEXT("Give a list of at most 400 sessions."));
            for (std::size_t at = 0; at < std::min(value.items().size(), most_sessions); ++at)
                sessions.push_back(session_from(read, pages, value.items()[at],
                                                "sessions[" + std::to_string(at) + "]", now));
        } else if (name == "repeat") {
            for (auto& session : repeated(read, pages, value, now)) sessions.push_back(std::move(session));
        } else
            read.unknown(name);
    }
    return draft;
}

SignUp sign_up_from(Reading& read, const Json& json) {
    SignUp wanted;
    for (const auto& [name, value] : json.members()) {
        if (name == "persons")
            wanted.persons = read.number(value, name, 1, Activities::most_persons).value_or(1);
        else if (name == "name")
            wanted.name = read.text(value, name);
        else if (name == "contact") {
            const auto by = contact_by_called(value["by"].is_null() ? "none" : value["by"].text());
            if (!by || (!value.is_null() && !value.is_object()))
                read.fail("contact.by", TEXT("Give none, email or phone."));
            wanted.by = by.value_or(ContactBy::none);
            wanted.contact = read.text(value["value"], "contact.value");
        } else
            read.unknown(name);
    }
    return wanted;
}

http::Response told_later(const http::Request& request, std::chrono::seconds wait) {
    const auto& words = words_for(request);
    auto response =
        http::problem(429, words.t("Too many requests"), words.t("Wait as long as Retry-After says."));
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return with_code(std::move(response));
}

/// The same for a code that is none, has ended, or was cancelled.
http::Response no_such_code(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    if (const auto wait = wait_of(self.guessing, request, self.clock.now()))
        return told_later(request, *wait);
    return not_found(request);
}

void write_signed_up(base::JsonWriter& json, bool is_confirmed, std::int64_t position) {
    json.member("state", is_confirmed ? "confirmed" : "waiting");
    if (!is_confirmed) json.member("position", position);
}

}  // namespace

http::Response list_activities(const Pages& pages, const http::Request& request) {
    FieldErrors errors;
    auto filter = filter_of(request);
    filter.from = day_in(request, "from", errors);
    filter.to = day_in(request, "to", errors);
    if (!errors.empty()) return refused(request, std::move(errors));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = sessions_of(
        *programme, filter, filter.from ? base::Instant{} : Inside::of(pages.activities).clock.now(), 20'000);
    std::map<std::string, std::vector<const Session*>> sessions;
    for (const auto& [activity, session] : found) sessions[activity->id].push_back(session);
    const auto after = request.query.get("cursor");
    bool is_on = after.empty();
    std::size_t written = 0;
    std::string next;
    base::JsonWriter json;
    json.begin_object().key("activities").begin_array();
    for (const auto& activity : programme->activities) {
        const auto& own = sessions[activity.id];
        if (!activity.is_listed() || !fits(activity, filter) || (own.empty() && !activity.per_term)) continue;
        if (is_on && written == most_activities) {
            next = next.empty() ? "?" : next;
            break;
        }
        if (is_on) {
            write_activity(json, activity, own, request);
            ++written;
        }
        if (!is_on && activity.id == after) is_on = true;
        if (is_on && written == most_activities) next = activity.id;
    }
    json.end_array().key("next");
    if (next.empty() || written < most_activities)
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
    write_activity(json, *activity, sessions, request);
    return http::json(std::move(json).take());
}

http::Response post_activity(const Pages& pages, const http::Request& request) {
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    const auto& records = pages.activities.activities();
    const auto now = Inside::of(pages.activities).clock.now();
    Reading read{request};
    std::vector<NewSession> sessions;
    auto draft = draft_from(read, pages, *json, sessions, now);
    if (sessions.size() > most_sessions) read.fail("sessions", TEXT("Give a list of at most 400 sessions."));
    const auto around = register_::around_of(records, request);
    if (read.errors.empty()) {
        register_::Problems problems;
        records.read(around, draft, register_::blank_record(records.declaration(), around), problems);
        for (const auto& problem : problems)
            read.errors.emplace_back(problem.input == "about" ? "text" : problem.input,
                                     problem.words(read.words));
    }
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    const std::string actor = "token:" + request.identity->token_id;
    const auto key = request.header("Idempotency-Key");
    if (base::is_uuid(key)) draft["form_key"] = {std::string(key)};
    const auto added = pages.activities.add(around, draft, sessions, actor, base::is_uuid(key) ? key : "");
    if (!added) {
        for (const auto& problem : added.error().problems)
            read.errors.emplace_back(problem.input, problem.words(read.words));
        return refused(request, std::move(read.errors));
    }
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto* activity = programme->with_id(*added);
    if (!activity) return not_found(request);
    std::vector<const Session*> own;
    for (const auto& session : activity->sessions) own.push_back(&session);
    base::JsonWriter out;
    write_activity(out, *activity, own, request);
    auto response = http::json(std::move(out).take(), 201);
    response.headers.emplace_back("Location",
                                  "/api/v1/" + request.tenant->slug + "/activities/" + activity->slug);
    return response;
}

http::Response post_sign_up(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    const auto& words = words_for(request);
    if (const auto wait = wait_of(self.signing_up, request, self.clock.now(), request.parameter("session")))
        return told_later(request, *wait);
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    Reading read{request};
    auto wanted = sign_up_from(read, *json);
    const auto key = request.header("Idempotency-Key");
    if (!key.empty() && (!base::is_uuid(key) || key[14] != '4'))
        return http::problem(400, words.t("The Idempotency-Key cannot be used"),
                             words.t("Give a random UUID, a new one for each sign-up."));
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    wanted.form_key = key;
    wanted.language = request.language;
    const auto signed_up =
        pages.activities.sign_up(*request.tenant, request.parameter("session"), wanted, words);
    if (!signed_up) {
        using Why = NotSignedUp::Why;
        auto errors = signed_up.error().errors;
        for (auto& [field, message] : errors)
            if (field == "contact") field = "contact.value";
        const auto why = signed_up.error().why;
        if (why == Why::wrong) return refused(request, std::move(errors));
        if (why == Why::not_there) return not_found(request);
        return with_code(http::problem(409, words_of(why, words)));
    }
    base::JsonWriter out;
    out.begin_object().member("code", signed_up->code);
    write_signed_up(out, signed_up->is_confirmed, signed_up->position);
    out.end_object();
    auto response = http::json(std::move(out).take(), 201);
    if (signed_up->repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
    return with_code(std::move(response));
}

http::Response get_sign_up(const Pages& pages, const http::Request& request) {
    const auto followed = pages.activities.follow(*request.tenant, request.parameter("code"));
    if (!followed) return no_such_code(pages, request);
    base::JsonWriter out;
    out.begin_object().member("session", followed->session).member("persons", followed->persons);
    write_signed_up(out, followed->is_confirmed, followed->position);
    const auto found = pages.activities.programme(request.tenant->id)->session(followed->session);
    if (found.session) out.member("status", word_of(found.session->status));
    out.end_object();
    return with_code(http::json(std::move(out).take()));
}

http::Response delete_sign_up(const Pages& pages, const http::Request& request) {
    if (!pages.activities.leave(*request.tenant, request.parameter("code")))
        return no_such_code(pages, request);
    http::Response response;
    response.status = 204;
    return with_code(std::move(response));
}

http::Response put_attendance(const Pages& pages, const http::Request& request) {
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    Reading read{request};
    const auto session = request.parameter("session");
    auto attendance = pages.activities.attendance(request.tenant->id, session).value_or(Attendance{});
    const std::pair<std::string_view, std::optional<std::int64_t> Attendance::*> numbers[] = {
        {"women", &Attendance::women},           {"men", &Attendance::men},
        {"girls", &Attendance::girls},           {"boys", &Attendance::boys},
        {"not_stated", &Attendance::not_stated}, {"did_not_come", &Attendance::did_not_come}};
    for (const auto& [name, value] : json->members()) {
        const auto known =
            std::ranges::find(numbers, std::string_view(name),
                              &std::pair<std::string_view, std::optional<std::int64_t> Attendance::*>::first);
        if (known != std::end(numbers))
            attendance.*(known->second) = read.number(value, name, 0, Attendance::most);
        else if (name == "note")
            attendance.note = base::clean(read.text(value, name).substr(0, 20'000));
        else if (name == "groups") {
            attendance.groups.clear();
            for (const auto& [term, number] : value.members())
                attendance.groups[base::cut(term, 60)] =
                    read.number(number, "groups." + base::cut(term, 60), 0, Attendance::most).value_or(0);
        } else
            read.unknown(name);
    }
    for (auto& error : pages.activities.faults_of(attendance, read.words))
        read.errors.push_back(std::move(error));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(session);
    if (found.session && Inside::of(pages.activities).clock.now() < found.session->starts)
        read.fail("session", TEXT("The session has not begun yet: nobody can have come."));
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto came_of = pages.activities.count(
        around, session, attendance, "token:" + request.identity->token_id, base::Seen::anything());
    if (came_of == Arranged::not_there) return not_found(request);
    if (came_of != Arranged::done)
        return http::problem(409, read.words.t("The session is cancelled: nobody can have come."));
    http::Response response;
    response.status = 204;
    return response;
}

}  // namespace digilots::activities
