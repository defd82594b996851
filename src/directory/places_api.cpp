#include <algorithm>

#include "directory/api_json.h"
#include "directory/show_place_page.h"
#include "platform/html/error_page.h"

namespace digilots::directory {
namespace {

constexpr std::string_view geo_type = "application/geo+json";

/// Nothing where neither hours nor what was stated say it, nor on which days.
std::optional<bool> this_evening(const Pages& pages, const Place& place, const http::Tenant& tenant, base::Instant now) {
    const auto evening = pages.directory.this_evening(place, tenant.id, now);
    if (evening == ThisEvening::yes) return true;
    if (evening == ThisEvening::maybe || place.status == Status::to_verify) return std::nullopt;
    const bool is_known = place.status != Status::open || place.evening != Answer::unknown ||
                          pages.directory.open_state(place.hours, tenant.id, now).now != Openness::unknown;
    return is_known ? std::optional(false) : std::nullopt;
}

PlaceNow place_now(const Pages& pages, const Snapshot& snapshot, const FoundPlace& found, const http::Tenant& tenant) {
    const auto now = pages.clock.now();
    // Where nobody can come, nobody is met.
    const bool may_come = found.place->status == Status::open;
    return {*found.place, found.state, this_evening(pages, *found.place, tenant, now),
            pages.directory.phone_of(tenant, snapshot, *found.place, now), found.metres,
            may_come ? pages.directory.beside(tenant.id, *found.place) : BesidePlace{}};
}

/// The answer holds until the first of these changes.
void keep_until(std::optional<base::Instant>& until, const PlaceNow& now) {
    if (now.beside.changes_at) until = std::min(until.value_or(*now.beside.changes_at), *now.beside.changes_at);
}

std::string feature_collection(const Pages& pages, const Snapshot& snapshot, const std::vector<FoundPlace>& found,
                               const http::Tenant& tenant, std::optional<base::Instant>& until) {
    base::JsonWriter json;
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    for (const auto& item : found) {
        const auto now = place_now(pages, snapshot, item, tenant);
        keep_until(until, now);
        write_feature(json, now, tenant);
    }
    return std::move(json.end_array().end_object()).take();
}

/// When it is applied for again: by the rules that are kept for it, a line each; by its own text where there are none.
std::string rule_of(const Pages& pages, const EService& service, const http::Request& request) {
    std::string all;
    if (pages.renewals_of)
        for (const auto& rule : pages.renewals_of(service.id, html::Page(request)))
            all += (all.empty() ? "" : "\n") + (rule.title.empty() ? "" : rule.title + ". ") + rule.when;
    return all.empty() ? service.reapply_rule : all;
}

http::Response answer(std::string body, std::string_view type, std::optional<base::Instant> until = {}) {
    auto response = http::json(std::move(body));
    response.content_type = type;
    response.until = until;
    return response;
}

}  // namespace

http::Response list_places(const Pages& pages, const http::Request& request) {
    FilterErrors errors;
    const auto& tenant = *request.tenant;
    const auto filter = read_place_filter(request.query, errors);
    const auto snapshot = pages.directory.snapshot(tenant.id);
    const auto found = find_places(pages.directory, *snapshot, filter, pages.clock.now());
    const auto slice = slice_of(request.query, found.size(), errors);
    if (!errors.empty()) return bad_parameters(errors);
    std::optional<base::Instant> until;
    if (request.accepts(geo_type)) {
        auto features = feature_collection(pages, *snapshot, found, tenant, until);
        return answer(std::move(features), geo_type, until);
    }
    base::JsonWriter json;
    json.begin_object().member("count", found.size()).key("places").begin_array();
    for (std::size_t at = slice.begin; at < slice.end; ++at) {
        const auto now = place_now(pages, *snapshot, found[at], tenant);
        keep_until(until, now);
        write_place(json, now, tenant, Detail::summary);
    }
    json.end_array().key("next");
    if (slice.next.empty()) {
        json.null();
    } else {
        json.value(slice.next);
    }
    return answer(std::move(json.end_object()).take(), "application/json", until);
}

http::Response show_place(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto snapshot = pages.directory.snapshot(tenant.id);
    const Place* place = snapshot->place(request.parameter("slug"));
    if (place == nullptr) return html::error_page(request, 404);
    const FoundPlace found{place, pages.directory.open_state(*place, tenant.id, pages.clock.now()), {}};
    auto now = place_now(pages, *snapshot, found, tenant);
    base::JsonWriter json;
    if (request.accepts(geo_type)) {
        write_feature(json, now, tenant);
        return answer(std::move(json).take(), geo_type, now.beside.changes_at);
    }
    now.eligibility = who_may_come(*place, i18n::translator(request.language));
    write_place(json, now, tenant, Detail::whole);
    return answer(std::move(json).take(), "application/json", now.beside.changes_at);
}

http::Response list_e_services(const Pages& pages, const http::Request& request) {
    FilterErrors errors;
    const auto& tenant = *request.tenant;
    const auto filter = read_e_service_filter(request.query, errors);
    const auto snapshot = pages.directory.snapshot(tenant.id);
    const auto found = find_e_services(*snapshot, filter);
    const auto slice = slice_of(request.query, found.size(), errors);
    if (!errors.empty()) return bad_parameters(errors);
    base::JsonWriter json;
    json.begin_object().member("count", found.size()).key("e_services").begin_array();
    for (std::size_t at = slice.begin; at < slice.end; ++at) {
        write_e_service(json, *found[at], {}, tenant, Detail::summary);
    }
    json.end_array().key("next");
    if (slice.next.empty()) {
        json.null();
    } else {
        json.value(slice.next);
    }
    return answer(std::move(json.end_object()).take(), "application/json");
}

http::Response show_e_service(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto snapshot = pages.directory.snapshot(tenant.id);
    const EService* service = snapshot->e_service(request.parameter("slug"));
    if (service == nullptr) return html::error_page(request, 404);
    base::JsonWriter json;
    const auto answers = pages.directory.who_answers(tenant, *snapshot, service, pages.clock.now());
    auto said = *service;
    said.reapply_rule = rule_of(pages, *service, request);
    write_e_service(json, said, answers, tenant, Detail::whole);
    return answer(std::move(json).take(), "application/json");
}

}  // namespace digilots::directory
