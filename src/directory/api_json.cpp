#include "directory/api_json.h"

#include <algorithm>
#include <cmath>

#include "directory/record.h"
#include "platform/base/whole_number.h"

namespace digilots::directory {
namespace {

constexpr std::size_t items_per_answer = 50;

void write_list(base::JsonWriter& json, std::string_view name, const std::vector<std::string>& items) {
    json.key(name).begin_array();
    for (const auto& item : items) json.value(item);
    json.end_array();
}

void write_codes(base::JsonWriter& json, std::string_view name, const std::vector<CodedNote>& notes) {
    json.key(name).begin_array();
    for (const auto& note : notes) json.value(note.code);
    json.end_array();
}

/// true, false or null: unknown stays unknown.
void write_answer(base::JsonWriter& json, std::string_view name, Answer answer) {
    json.key(name);
    if (answer == Answer::unknown) {
        json.null();
    } else {
        json.value(answer == Answer::yes);
    }
}

void write_text(base::JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    if (text.empty()) {
        json.null();
    } else {
        json.value(text);
    }
}

/// `open_now` and `next_change`, or the same of the phone.
void write_open(base::JsonWriter& json, const std::string& prefix, const OpenState& state) {
    const auto is_open = state.now == Openness::unknown ? std::nullopt : std::optional(state.now == Openness::open);
    const auto change = state.next_change ? std::optional(base::format_utc(*state.next_change)) : std::nullopt;
    json.member(prefix + "open_now", is_open).member(prefix + "next_change", change);
}

void write_phone(base::JsonWriter& json, const PhoneLine& line) {
    write_text(json, "phone", line.number);
    write_open(json, "phone_", line.open);
    json.member("phone_is_municipal", !line.number.empty() && line.title.empty());
}

void write_hours(base::JsonWriter& json, std::string_view name, const Hours& hours) {
    json.key(name).begin_object();
    write_text(json, "rule", hours.rule);
    json.member("complete", hours.complete);
    json.key("days_per_week");
    if (hours.days_per_week > 0) {
        json.value(hours.days_per_week);
    } else {
        json.null();
    }
    write_text(json, "opens", hours.opens);
    write_text(json, "closes", hours.closes);
    write_text(json, "note", hours.note);
    json.end_object();
}

void write_service(base::JsonWriter& json, const Service& service, const PlaceNow& now) {
    const Place& place = now.place;
    // Who is at the place gives what is always there; an activity has sessions of its own.
    const bool is_given = service.kind == ServiceKind::service && status_of(service, &place) == Status::open;
    json.begin_object();
    json.member("id", service.id).member("slug", service.slug).member("title", service.title);
    json.member("kind", service.kind == ServiceKind::activity ? "activity" : "service");
    json.member("status", text_of(status_of(service, &place)));
    json.member("staffed_now", is_given ? now.beside.staffed_now : std::nullopt);
    write_text(json, "activity_kind", service.activity_kind);
    write_list(json, "topics", service.topics);
    write_hours(json, "hours", service.hours);
    write_text(json, "verified_on", service.verified_on);
    json.end_object();
}

void write_aids(base::JsonWriter& json, const Place& place) {
    json.key("aids").begin_array();
    for (const auto& aid : place.aids) {
        json.begin_object().member("type", aid.type);
        write_text(json, "name", aid.name);
        json.member("count", aid.count).member("approximate", aid.approximate);
        write_answer(json, "bookable", aid.bookable);
        write_text(json, "mode", aid.mode);
        json.end_object();
    }
    json.end_array();
}

void write_whole_place(base::JsonWriter& json, const PlaceNow& now) {
    const Place& place = now.place;
    write_list(json, "alternative_names", place.alternative_names);
    write_text(json, "operator", place.operator_name);
    write_text(json, "operator_type", place.operator_type);
    write_hours(json, "hours", place.hours);
    write_aids(json, place);
    write_answer(json, "wifi", place.wifi);
    write_answer(json, "printing", place.printing);
    write_answer(json, "copying", place.copying);
    write_answer(json, "scanning", place.scanning);
    write_answer(json, "drop_in", place.drop_in);
    write_answer(json, "step_free", place.step_free);
    write_answer(json, "evening", place.evening);
    write_answer(json, "weekend", place.weekend);
    write_text(json, "eligibility", now.eligibility);
    write_text(json, "bring", place.bring);
    write_list(json, "channels", place.channels);
    write_list(json, "member_agencies", place.member_agencies);
    write_list(json, "shares_premises_with", place.shares_premises_with);
    json.key("services").begin_array();
    for (const auto& service : place.services) {
        if (status_of(service, &place) != Status::closed) write_service(json, service, now);
    }
    json.end_array();
    write_text(json, "certainty", place.certainty);
    write_text(json, "source_date", place.source_date);
}

void write_place_members(base::JsonWriter& json, const PlaceNow& now, const http::Tenant& tenant) {
    const Place& place = now.place;
    json.member("id", place.id).member("slug", place.slug).member("title", place.name);
    if (tenant.is_made_up) json.member("made_up", true);
    json.member("url", "/" + tenant.slug + "/places/" + place.slug);
    json.member("kind", place.kind).member("status", text_of(place.status));
    write_open(json, "", now.state);
    json.member("open_this_evening", now.this_evening).member("staffed_now", now.beside.staffed_now);
    write_text(json, "locality", place.locality);
    write_text(json, "address", place.address);
    json.member("latitude", place.latitude).member("longitude", place.longitude);
    json.member("approximate_position", place.approximate_position).member("collective", place.collective);
    json.member("mobile", place.mobile);
    if (now.metres) json.member("distance_m", static_cast<std::int64_t>(std::llround(*now.metres)));
    write_phone(json, now.phone);
    write_list(json, "topics", place.topics);
    write_codes(json, "support", place.support);
    write_codes(json, "limitations", place.limitations);
    write_list(json, "languages", place.languages);
    write_text(json, "verified_on", place.verified_on);
}

}  // namespace

void write_place(base::JsonWriter& json, const PlaceNow& now, const http::Tenant& tenant, Detail detail) {
    json.begin_object();
    write_place_members(json, now, tenant);
    if (detail == Detail::whole) write_whole_place(json, now);
    json.end_object();
}

void write_feature(base::JsonWriter& json, const PlaceNow& now, const http::Tenant& tenant) {
    const Place& place = now.place;
    json.begin_object().member("type", "Feature").member("id", place.id).key("geometry");
    if (place.latitude && place.longitude) {
        json.begin_object().member("type", "Point").key("coordinates").begin_array();
        json.value(*place.longitude).value(*place.latitude).end_array().end_object();
    } else {
        json.null();
    }
    json.key("properties").begin_object();
    write_place_members(json, now, tenant);
    json.end_object().end_object();
}

void write_e_service(base::JsonWriter& json, const EService& service, const WhoAnswers& answer, const http::Tenant& tenant,
                     Detail detail) {
    json.begin_object();
    json.member("id", service.id).member("slug", service.slug).member("title", service.name);
    if (tenant.is_made_up) json.member("made_up", true);
    json.member("url", "/" + tenant.slug + "/e-services/" + service.slug);
    write_text(json, "department", service.department);
    // As on the page: what cannot be used leads nowhere.
    write_text(json, "link", service.status == Status::open ? service.url : "");
    write_answer(json, "e_id_required", service.e_id_required);
    write_answer(json, "e_id_possible", service.e_id_possible);
    write_answer(json, "paper_form", service.paper_form);
    json.member("digital_only", service.digital_only).member("status", text_of(service.status));
    write_list(json, "topics", service.topics);
    write_list(json, "languages", service.languages);
    write_text(json, "verified_on", service.verified_on);
    if (detail == Detail::whole) {
        write_text(json, "delivered_via", service.delivered_via);
        write_text(json, "contact_role", service.contact_role);
        write_list(json, "first_line_roles", service.first_line_roles);
        write_text(json, "attachments", service.attachments);
        write_text(json, "reapply_rule", service.reapply_rule);
        write_text(json, "source_date", service.source_date);
        json.key("contact");
        if (answer.contact == nullptr) {
            json.null();
        } else {
            const bool is_own = !answer.contact->phone.empty() || answer.contact->switchboard;
            json.begin_object().member("id", answer.contact->id).member("title", answer.contact->title);
            write_text(json, "phone", is_own ? answer.first.number : "");
            write_hours(json, "phone_hours", answer.contact->phone_hours);
            write_open(json, "", is_own ? answer.first.open : OpenState{});
            json.end_object();
        }
        write_phone(json, answer.first);
        write_text(json, "fallback_place", answer.desk == nullptr ? "" : answer.desk->id);
    }
    json.end_object();
}

http::Response bad_parameters(const FilterErrors& errors) {
    std::string detail;
    for (const auto& [field, message] : errors) detail += (detail.empty() ? "" : "; ") + field + " " + message;
    return http::problem(400, "A parameter is wrong", detail, errors);
}

Slice slice_of(const http::Fields& query, std::size_t items, FilterErrors& errors) {
    Slice slice;
    const auto cursor = query.get("cursor");
    if (!cursor.empty()) {
        const auto begin = base::whole_number_up_to(cursor, 0, static_cast<int>(items));
        if (!begin) errors.emplace_back("cursor", "must be the \"next\" of an earlier answer");
        slice.begin = static_cast<std::size_t>(begin.value_or(0));
    }
    std::size_t limit = items_per_answer;
    if (const auto text = query.find("limit")) {
        const auto asked = base::whole_number_up_to(*text, 1, static_cast<int>(items_per_answer));
        const auto most = std::to_string(items_per_answer);
        if (!asked) errors.emplace_back("limit", "must be a whole number from 1; more than " + most + " count as " + most);
        limit = static_cast<std::size_t>(asked.value_or(1));
    }
    slice.end = std::min(items, slice.begin + limit);
    if (slice.end < items) slice.next = std::to_string(slice.end);
    return slice;
}

}  // namespace digilots::directory
