// Programs arrange activities, and say who came.
#include <algorithm>

#include "activities/api_parts.h"
#include "platform/base/clock_time.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/http/all_faults.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

using base::Json;

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

/// On the night on which clocks go forward.
bool is_in_gap(std::string_view text, std::string_view zone) {
    const auto day = base::parse_date(text.substr(0, 10));
    const auto minute = text.size() >= 16 && text[10] == 'T' ? base::read_clock_time(text.substr(11, 5)) : std::nullopt;
    if (!day || !minute || *minute > 1439) return false;
    const auto wall = calendar::wall_time(*day, *minute);
    return calendar::to_wall(calendar::to_instant(wall, zone), zone) != wall;
}

calendar::WallTime time_of(Reading& read, const Json& value, const std::string& field) {
    const auto& zone = read.request.tenant->zone;
    const auto wall = wall_in(value.text(), zone);
    if (!wall && is_in_gap(value.text(), zone))
        read.fail(field, TEXT("There is no such time that night: the clocks go forward. Give another time."));
    else if (!wall)
        read.fail(field, TEXT("Give a time such as 2026-12-03T14:00, without an offset or with the one that "
                              "holds there then."));
    return wall.value_or(calendar::WallTime{});
}

bool is_wrong(const Reading& read, const std::string& field) {
    return std::ranges::find(read.errors, field, &FieldErrors::value_type::first) != read.errors.end();
}

void check_times(Reading& read, const NewSession& session, const std::string& field, base::Instant now) {
    const bool has_start = !is_wrong(read, field + ".starts"), has_end = !is_wrong(read, field + ".ends");
    if (has_start && has_end && session.ends <= session.starts)
        read.fail(field + ".ends", TEXT("It ends before it begins. Correct the times."));
    else if (has_start && calendar::to_instant(session.starts, read.request.tenant->zone) <= now)
        read.fail(field + ".starts", TEXT("That time is past. Choose a day to come."));
    else if (has_start && is_too_far(session.starts, read.request.tenant->zone, now))
        read.fail(field + ".starts", TEXT("That is more than ten years ahead. Correct the day."));
    if (session.capacity && session.minimum && *session.minimum > *session.capacity)
        read.fail(field + ".minimum",
                  TEXT("There are fewer seats than are needed at least. Correct one of them."));
}

std::string place_of(Reading& read, const Pages& pages, const Json& value, const std::string& field) {
    const auto wanted = read.text(value, field);
    if (wanted.empty()) return "";
    const auto directory = Inside::of(pages.activities).neighbours.directory.snapshot(read.request.tenant->id);
    const auto* place = directory->place(wanted);
    if (!place) read.fail(field, TEXT("There is no place of this id."));
    return place ? place->id : "";
}

std::string line_of_text(Reading& read, const Json& value, const std::string& field) {
    constexpr std::size_t longest = 200;
    auto text = base::clean(read.text(value, field));
    if (base::length(text) > longest) read.fail(field, TEXT("Write at most 200 characters."));
    return text;
}

/// Where one takes part from home.
std::string remote_of(Reading& read, const Json& value, const std::string& field) {
    auto address = line_of_text(read, value, field);
    if (!address.empty() && !address.starts_with("https://") && !address.starts_with("http://"))
        read.fail(field, TEXT("Write the whole address, such as https://example.org/meet."));
    return address;
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
            session.address = line_of_text(read, value, at);
        else if (name == "remote")
            session.remote = remote_of(read, value, at);
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
        else if (name == "address")
            first.address = line_of_text(read, value, at);
        else if (name == "remote")
            first.remote = remote_of(read, value, at);
        else if (name == "capacity")
            first.capacity = read.number(value, at, 1, Activities::most_capacity);
        else if (name == "minimum")
            first.minimum = read.number(value, at, 1, Activities::most_capacity);
        else if (name == "except")
            for (const auto& text : read.texts(value, at)) {
                const auto day = base::parse_date(text);
                if (day) series.except.push_back(*day);
                else read.fail(at, TEXT("Give days such as 2026-12-24."));
            }
        else
            read.unknown(at);
    }
    if (json["starts"].is_null()) read.fail("repeat.starts", TEXT("Say when it begins."));
    if (json["minutes"].is_null()) read.fail("repeat.minutes", TEXT("Say how many minutes it lasts."));
    for (const char* field : {"repeat.starts", "repeat.rule", "repeat.except"})
        if (is_wrong(read, field)) return {};
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
            draft["is_published"] = read.flag(value, name, true);
        else if (name == "sign_up")
            draft["needs_sign_up"] = read.flag(value, name, true);
        else if (name == "all_along")
            draft["all_along"] = read.flag(value, name, false);
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

bool is_same(const NewSession& one, const NewSession& other) {
    return one.starts == other.starts && one.ends == other.ends && one.place == other.place && one.address == other.address;
}

/// Where none of its own is given, it is at the usual place of the activity.
void place_sessions(Reading& read, const register_::Draft& draft, bool is_repeat, std::vector<NewSession>& sessions) {
    const auto usual = draft.find("place");
    const bool has_usual = usual != draft.end() && !usual->second.empty() && !usual->second.front().empty();
    for (std::size_t at = 0; at < sessions.size(); ++at) {
        auto& session = sessions[at];
        const auto field = is_repeat ? std::string("repeat") : "sessions[" + std::to_string(at) + "]";
        if (!is_nowhere(session) || is_wrong(read, field + ".place") || is_wrong(read, field + ".remote")) continue;
        if (has_usual)
            session.place = usual->second.front();
        else
            read.fail(field + ".place", where_it_is_missing);
    }
}

/// The same session twice in one body is one too many.
void refuse_twice(Reading& read, const std::vector<NewSession>& sessions) {
    if (!read.errors.empty() || sessions.size() > most_sessions) return;
    for (std::size_t at = 0; at < sessions.size(); ++at)
        for (std::size_t before = 0; before < at; ++before)
            if (is_same(sessions[at], sessions[before])) {
                read.errors.emplace_back(
                    "sessions", read.words.t("The same session stands in it twice, as number {one} and {other}. Leave one out.",
                                             {{"one", std::to_string(before + 1)}, {"other", std::to_string(at + 1)}}));
                return;
            }
}

/// The form's part of a field has a name of its own: "topics-choices".
std::string without_form(std::string_view input) { return std::string(input.substr(0, input.find("-choices"))); }

FieldErrors by_names_of_body(const register_::Problems& problems, const i18n::Translator& words) {
    FieldErrors errors;
    for (const auto& problem : problems)
        errors.emplace_back(problem.input == "about"          ? "text"
                            : problem.input == "is_published"  ? "published"
                            : problem.input == "needs_sign_up" ? "sign_up"
                                                               : without_form(problem.input),
                            problem.words(words));
    return errors;
}

}  // namespace

http::Response post_activity(const Pages& pages, const http::Request& request) {
    const auto key = base::random_key_of(request.header("Idempotency-Key"));
    if (!key) return register_::unusable_key(request);
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    const auto& records = pages.activities.activities();
    const auto now = Inside::of(pages.activities).clock.now();
    Reading read{request};
    std::vector<NewSession> sessions;
    auto draft = draft_from(read, pages, *json, sessions, now);
    const bool has_repeat = !(*json)["repeat"].is_null();
    if (has_repeat && !(*json)["sessions"].is_null())
        read.fail("repeat", TEXT("Give sessions or repeat, not both."));
    else
        place_sessions(read, draft, has_repeat, sessions);
    refuse_twice(read, sessions);
    if (sessions.size() > most_sessions) read.fail("sessions", TEXT("Give a list of at most 400 sessions."));
    const auto around = register_::around_of(records, request);
    register_::Problems problems;
    records.read(around, draft, register_::blank_record(records.declaration(), around), problems);
    http::add_faults(read.errors, by_names_of_body(problems, read.words));
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    const std::string actor = "token:" + request.identity->token_id;
    const auto added = pages.activities.add(around, std::move(draft), sessions, actor, *key);
    if (!added && added.error().is_key_reused) return register_::key_reused(request);
    if (!added) return refused(request, by_names_of_body(added.error().refusal.problems, read.words));
    auto programme = pages.activities.programme(request.tenant->id);
    if (!programme->with_id(added->record.id)) {
        // Another request or server has added it a moment ago.
        Inside::of(pages.activities).versions.refresh();
        programme = pages.activities.programme(request.tenant->id);
    }
    const auto* activity = programme->with_id(added->record.id);
    if (!activity) return not_found(request);
    std::vector<const Session*> own;
    for (const auto& session : activity->sessions) own.push_back(&session);
    base::JsonWriter out;
    // Of what is not yet there nothing is there already.
    const auto foreseen = foreseen_of(pages, *request.tenant, "", sessions, read.words);
    write_activity(out, pages, *activity, own, request, WayIn::told, foreseen);
    auto response = http::json(std::move(out).take(), 201);
    response.headers.emplace_back("Location",
                                  "/api/v1/" + request.tenant->slug + "/activities/" + activity->slug);
    if (added->is_repeated) register_::mark_replayed(response);
    return response;
}

namespace {

using TextNamed = std::pair<std::string_view, std::string Attendance::*>;
constexpr TextNamed texts_of_body[] = {{"note", &Attendance::note},
                                       {"asked", &Attendance::asked},
                                       {"needs", &Attendance::needs},
                                       {"next_step", &Attendance::next_step}};

http::Response counted_otherwise(const i18n::Translator& words, const Meant& meant) {
    return is_another_now(words, meant, TEXT("Somebody has counted meanwhile, or the session is another"),
                          TEXT("Read the activity again. Then send the numbers with the session's version: in If-Match, or as "
                               "version in the body."));
}

constexpr std::pair<std::string_view, std::optional<std::int64_t> Attendance::*> numbers_of_body[] = {
    {"women", &Attendance::women},           {"men", &Attendance::men},
    {"girls", &Attendance::girls},           {"boys", &Attendance::boys},
    {"not_stated", &Attendance::not_stated}, {"did_not_come", &Attendance::did_not_come}};

/// What stands, with what was sent in its place.
Attendance attendance_from(Reading& read, const Json& json, Attendance attendance) {
    for (const auto& [name, value] : json.members()) {
        const auto known =
            std::ranges::find(numbers_of_body, std::string_view(name),
                              &std::pair<std::string_view, std::optional<std::int64_t> Attendance::*>::first);
        if (known != std::end(numbers_of_body))
            attendance.*(known->second) = read.number(value, name, 0, Attendance::most);
        else if (name == "version")
            continue;
        else if (const auto* text = base::find_in(texts_of_body, std::string_view(name), &TextNamed::first))
            attendance.*(text->second) = base::clean(read.text(value, name).substr(0, 20'000));
        else if (name == "groups") {
            attendance.groups.clear();
            for (const auto& [term, number] : value.members())
                attendance.groups[base::cut(term, 60)] =
                    read.number(number, "groups." + base::cut(term, 60), 0, Attendance::most).value_or(0);
        } else
            read.unknown(name);
    }
    if (std::ranges::none_of(json.members(), [](const auto& one) { return one.first != "version"; }))
        read.fail("women", TEXT("Give at least one number, such as women or not_stated; 0 where nobody came."));
    return attendance;
}

}  // namespace

http::Response put_attendance(const Pages& pages, const http::Request& request) {
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    Reading read{request};
    const auto session = request.parameter("session");
    // Before what was counted is read: nothing that comes between is overwritten.
    const auto mark = pages.activities.mark_of(request.tenant->id, session);
    const auto meant = version_meant(request, *json, read);
    const auto stands = pages.activities.attendance(request.tenant->id, session);
    const auto attendance = attendance_from(read, *json, stands.value_or(Attendance{}));
    // How many came is not known while one of the numbers is wrong: then no part is too many of them.
    auto held = attendance;
    if (std::ranges::any_of(numbers_of_body, [&](const auto& one) { return is_wrong(read, std::string(one.first)); }))
        held.women = Attendance::most;
    http::add_faults(read.errors, pages.activities.faults_of(held, read.words));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(session);
    if (found.session && Inside::of(pages.activities).clock.now() < found.session->starts)
        read.fail("session", TEXT("The session has not begun yet: nobody can have come."));
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    const auto around = register_::around_of(pages.activities.activities(), request);
    if (mark.empty() || !found.session) return not_found(request);
    const auto seen = meant.version ? base::mark_of({std::string(session), std::to_string(*meant.version)}) : mark;
    // Without a version nobody's numbers are replaced by others; the same may be sent again.
    if (!meant.version && stands && !(*stands == attendance)) return counted_otherwise(read.words, meant);
    const auto came_of = pages.activities.count(around, session, attendance, "token:" + request.identity->token_id,
                                                base::Seen::mark(seen));
    if (came_of == Arranged::not_there) return not_found(request);
    if (came_of == Arranged::changed_meanwhile && found.session->status != Status::cancelled)
        return counted_otherwise(read.words, meant);
    if (came_of != Arranged::done)
        return http::problem(409, read.words.t("The session is cancelled: nobody can have come."));
    http::Response response;
    response.status = 204;
    return response;
}

}  // namespace digilots::activities
