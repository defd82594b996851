// Activities as programs read them, and what is read of programs.
#include "activities/api_parts.h"

#include "platform/base/clock_time.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/base/whole_number.h"
#include "platform/register/json_body.h"

namespace digilots::activities {

namespace {

using base::Json;

constexpr std::size_t longest_body = 256 * 1024;

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

}  // namespace

void write_session(base::JsonWriter& json, const Pages& pages, const Session& session, const http::Tenant& tenant,
                   bool tells_way_in) {
    const std::string_view zone = tenant.zone;
    json.begin_object().member("id", session.id);
    json.member("starts", with_offset(session.starts, zone)).member("ends", with_offset(session.ends, zone));
    text_or_null(json, "place", session.place);
    text_or_null(json, "address", session.address);
    json.member("remote", !session.remote.empty());
    text_or_null(json, "remote_url", tells_way_in ? session.remote : "");
    json.member("status", word_of(session.status));
    json.member("place_closed", waits_for_a_place(pages.activities, tenant.id, session));
    json.member("capacity", session.capacity)
        .member("taken", session.taken)
        .member("waiting", session.waiting)
        .member("version", session.version);
    text_or_null(json, "reason", session.reason);
    json.end_object();
}

const i18n::Translator& words_for(const http::Request& request) {
    return i18n::translator(request.language);
}

http::Response refused(const http::Request& request, FieldErrors errors) {
    return told_nobody(
        http::problem(422, words_for(request).t("It cannot be taken in like this"), "", std::move(errors)));
}

http::Response not_found(const http::Request& request) {
    return told_nobody(http::problem(404, words_for(request).t("There is no such thing here")));
}

void write_activity(base::JsonWriter& json, const Pages& pages, const Activity& activity,
                    const std::vector<const Session*>& sessions, const http::Request& request, WayIn way_in,
                    const std::vector<Foreseen>& warnings) {
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
    text_or_null(json, "place", activity.place);
    text_or_null(json, "held_at", activity.held_at);
    json.member("purpose", activity.purpose).member("sign_up", activity.needs_sign_up);
    json.member("all_along", activity.all_along);
    json.member("url", "/" + request.tenant->slug + activity.path()).key("sessions").begin_array();
    const bool tells_way_in = way_in == WayIn::told || !activity.needs_sign_up;
    for (const auto* session : sessions) write_session(json, pages, *session, *request.tenant, tells_way_in);
    json.end_array();
    if (!warnings.empty()) {
        json.key("warnings").begin_array();
        for (const auto& one : warnings) {
            json.begin_object().member("code", code_of_foreseen(one.about)).member("text", one.text);
            text_or_null(json, "day", one.day ? base::format_date(*one.day) : "");
            json.end_object();
        }
        json.end_array();
    }
    json.end_object();
}

std::optional<Json> body_of(const http::Request& request, std::optional<http::Response>& instead) {
    const auto& words = words_for(request);
    if (request.body.size() > longest_body) {
        instead = http::problem(413, words.t("The body is too large"), words.t("Send at most 256 kB."));
        return std::nullopt;
    }
    auto json = base::parse_sent_json(request.body, {.bytes = longest_body});
    if (!json || !json->is_object()) {
        instead = http::problem(400, words.t("The body is not a JSON object"),
                                words.t("Send it as in the example of /api/openapi.json."),
                                register_::fault_of_json_body(request));
        return std::nullopt;
    }
    return *json;
}

Meant version_meant(const http::Request& request, const base::Json& json, Reading& read) {
    auto header = base::trim(request.header("If-Match"));
    if (header.empty()) return {read.number(json["version"], "version", 0, std::int64_t{1} << 52), false};
    if (header.size() > 2 && header.front() == '"' && header.back() == '"') header = header.substr(1, header.size() - 2);
    const auto number = base::whole_number_up_to(header, 0, 1'000'000'000);
    if (!number) read.fail("If-Match", TEXT("Give the version of the session, such as \"3\"."));
    return {number ? std::optional<std::int64_t>(*number) : std::nullopt, true};
}

http::Response is_another_now(const i18n::Translator& words, const Meant& meant, i18n::Text title, i18n::Text what_to_do) {
    return http::problem(meant.is_precondition ? 412 : 409, words.t(title), words.t(what_to_do));
}

}  // namespace digilots::activities
