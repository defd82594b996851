// Public pages that are kept: where, until when, and never an old one as if it were new.
#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/http/application.h"
#include "platform/http/metrics.h"
#include "platform/http/offered.h"

namespace digilots::http {

/// What a public page may depend on beside its version.
std::string Application::cache_key(const Request& request) {
    std::string key = request.language_prefix + request.path + "?" + request.raw_query;
    // The host itself is anybody's to choose; what it stands for is not.
    for (const std::string_view part : {request.language, request.host_tenant}) {
        key += '\n';
        key += part;
    }
    key += '\n';
    key += request.secure ? 's' : '-';
    key += request.accepts("application/json") ? 'j' : '-';
    key += request.accepts("application/geo+json") ? 'g' : '-';
    if (request.tenant && request.menu != nullptr) key += what_is_there(*request.menu, *request.tenant);
    return key;
}

bool Application::find_kept(const std::string& key, Outcome& outcome) {
    if (key.empty()) return false;
    outcome.page = cache_.find(key);
    if (outcome.page && outcome.page->is_right(clock_.now())) return true;
    outcome.page = nullptr;
    return false;
}

/// The handler's answer, kept where it may be: what has changed since the stamp was taken ends it at once.
Response Application::make(const Request& request, const Route& route, PlaceInCache place, Outcome& outcome) {
    Response response = route.handler(request);
    if (response.draw) {
        ENSURE(route.effort == Effort::reading_then_drawing);   // whoever draws already would wait for itself
        Response drawn;
        bool is_kept_now = false;                               // somebody before us may have drawn the same
        const bool is_drawn = drawing_room_.draw([&] {
            is_kept_now = find_kept(place.key, outcome);
            if (!is_kept_now) drawn = response.draw();
        });
        if (!is_drawn) return error(request, 503);
        if (is_kept_now) return {};
        response = std::move(drawn);
    }
    if (request.tenant && request.tenant->is_made_up) mark_made_up(response);
    if (response.resume) return form_again(request, *response.resume, Again::signed_in, response.cookies);
    if (response.changed_meanwhile) return changed_meanwhile(request, *response.changed_meanwhile);
    const bool is_kept = !response.for_once && !response.pieces && response.cookies.empty();
    if (place.key.empty() || !is_kept || response.status != 200) return response;
    count("digilots_page_cache_made_total");
    Request bare;
    bare.method = Method::get;
    bare.path = request.path;
    const auto own_end = response.until;
    const Response finished = finish(bare, std::move(response), policy_of(request, outcome));
    auto page = make_cached_page(finished, route.path, request.tenant ? request.tenant->slug : "");
    page->stamp = std::move(place.stamp);
    page->made_at = request.received;
    page->until = end_of(request);
    if (own_end) page->until = std::min(page->until.value_or(*own_end), *own_end);
    outcome.page = page;
    if (page->stamp.holds()) cache_.put(std::move(place.key), page);
    return {};
}

/// Every page of a municipality says whether its phone is answered now.
std::optional<base::Instant> Application::end_of(const Request& request) const {
    std::optional<base::Instant> until;
    if (gatekeeper_.next_change)
        until = gatekeeper_.next_change(request.tenant ? request.tenant->id : "", request.received);
    if (request.tenant && request.tenant->keep_until)
        until = std::min(until.value_or(*request.tenant->keep_until), *request.tenant->keep_until);
    return until;
}

}  // namespace digilots::http
