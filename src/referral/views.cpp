#include "platform/base/time.h"
#include "referral/pages.h"

namespace digilots::referral {
namespace {

html::components::OpenBadge badge_of(const directory::OpenState& open, const http::Request& request, const html::Page& page,
                                     base::Instant now) {
    using html::components::OpenState;
    html::components::OpenBadge badge;
    if (open.now == directory::Openness::open) badge.state = OpenState::open;
    if (open.now == directory::Openness::closed) badge.state = OpenState::closed;
    badge.next_change = directory::next_change_text(open, now, request.tenant->zone, page.translator());
    return badge;
}

bool is_example(const std::string& phone, const http::Request& request) {
    return request.tenant->phone_is_example && phone == request.tenant->phone;
}

}  // namespace

html::components::DangerCard card_of(const Danger& danger) {
    html::components::DangerCard card{danger.title, danger.advice, {}};
    for (const auto& [number, name, about] : danger.numbers) card.numbers.push_back({number, name, about});
    return card;
}

Spelling spelling_of(const http::Request& request) {
    return request.query.get("as_written") == "1" ? Spelling::as_written : Spelling::corrected;
}

HitView view_of(const ReferralHit& hit, const http::Request& request, const html::Page& page, base::Instant now) {
    HitView view;
    view.title = hit.title;
    view.url = page.url(hit.url);
    view.why = hit.why;
    view.where = hit.where;
    view.map_url = hit.map_url;
    view.when = hit.now.text;
    view.phone = hit.phone;
    view.phone_is_example = is_example(hit.phone, request);
    view.phone_is_municipal = hit.phone_is_municipal;
    view.phone_note = phone_note(hit, now, request.tenant->zone, page.translator());
    view.limits = {hit.refusals, hit.good_to_know};
    if (hit.open.now != directory::Openness::unknown) {
        view.open = badge_of(hit.open, request, page, now);
        view.open->next_change = hit.next_change;
    }
    if (hit.kind != "topic" && !hit.verified_on.empty()) {
        const auto today = base::to_civil(now, request.tenant->zone).date;
        view.freshness = html::components::Freshness{
            .verified_on = base::parse_date(hit.verified_on), .today = today, .months = hit.checked_every};
    }
    return view;
}

FallbackView view_of(const Fallback& fallback, const http::Request& request, const html::Page& page,
                     const Pages& pages) {
    const auto now = pages.clock.now();
    FallbackView view;
    view.title = fallback.title;
    view.url = page.url(fallback.url);
    view.phone = fallback.phone;
    view.phone_is_example = is_example(fallback.phone, request);
    view.open = badge_of(fallback.open, request, page, now);
    view.open_known = fallback.open.now != directory::Openness::unknown;
    view.has_desk = !fallback.place.empty();
    view.phone_open = badge_of(fallback.phone_open, request, page, now);
    view.phone_known = !fallback.phone_is_own && fallback.phone_open.now != directory::Openness::unknown;
    view.promise = municipality::promise_text(pages.municipalities.settings(request.tenant->id), page.translator());
    return view;
}

}  // namespace digilots::referral
