#include "inquiries/follow_ups.h"

#include <algorithm>
#include <map>

#include "inquiries/entry_view.h"
#include "inquiries/further.h"
#include "inquiries/hand_overs.h"
#include "inquiries/units.h"
#include "inquiries/way_back.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/http/target.h"

namespace digilots::inquiries {

namespace {

constexpr int most_followed = 500, most_looked_at = 5000;

/// By when somebody is to have looked: the municipality's own promise, from when it was asked.
base::Instant to_be_told_by(const Service& service, const http::Tenant& tenant, const Inquiry& entry) {
    const auto settings = service.municipalities.settings(tenant.id);
    return municipality::promised_by(municipality::usual_promise(settings), settings.zone, tenant.country, entry.at);
}

std::vector<StoredInquiry> open_ones(const Service& service, const http::Tenant& tenant, store::Filter filter, int most) {
    filter.from = service.clock.now() - days_of_waiting;
    filter.until = service.clock.now() + std::chrono::days(1);
    filter.follow_up = still_open;
    return service.database.read(
        [&](db::Connection& connection) { return store::list_filtered(connection, tenant.id, filter, most, 0); });
}

/// What whoever asks may open.
store::Filter within_reach(const Service& service, const http::Request& request) {
    store::Filter filter;
    if (sees_to_follow_ups(service, request)) return filter;
    if (sees_all(request)) filter.places = places_within_limit(service, request);
    else filter.created_by = actor_of(*request.identity);
    return filter;
}

OngoingMatter matter_of(const StoredInquiry& stored, const Service& service, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& entry = stored.inquiry;
    OngoingMatter matter{.what = view_of(stored, service, page).topics, .since = entry.at};
    const auto directory = service.directory.snapshot(tenant.id);
    const auto* place = entry.place.empty() ? nullptr : directory->place(entry.place);
    if (place) matter.unit = place->unit;
    matter.until = to_be_told_by(service, tenant, entry);
    matter.is_late = *matter.until < service.clock.now();
    matter.path = "/staff/inquiries/" + entry.id;
    return matter;
}

struct FollowUpsOfPlace {
    std::int64_t late = 0;
    base::Instant first = base::Instant::max();
};

std::vector<Duty> to_follow_up(const Pages& pages, std::string_view municipality_id) {
    const auto& service = Inside::service(pages.inquiries);
    const auto about = service.municipalities.about(municipality_id);
    const auto tenant = about ? service.municipalities.find_tenant(about->slug) : std::nullopt;
    if (!tenant) return {};
    std::map<std::string, FollowUpsOfPlace> places;
    for (const auto& [entry, date, hour, created_at, created_by] : open_ones(service, *tenant, {}, most_looked_at)) {
        if (service.clock.now() <= to_be_told_by(service, *tenant, entry)) continue;
        auto& place = places[entry.place];
        ++place.late;
        place.first = std::min(place.first, entry.at);
    }
    const auto directory = service.directory.snapshot(municipality_id);
    std::vector<Duty> duties;
    for (const auto& [id, late] : places) {
        const auto* place = id.empty() ? nullptr : directory->place(id);
        const auto since = base::format_date(base::to_civil(late.first, tenant->zone).date);
        duties.push_back({.id = id.empty() ? "-" : id,
                          .name = place ? place->name : tenant->name,
                          .why = {{TEXT("Nobody has told how it went after what was to be followed up. How many: {n}. "
                                        "The first on {date}."),
                                   {{"n", std::to_string(late.late)}, {"date", since}}}},
                          .responsible = std::string(follow_up_owner),
                          .unit = place ? place->unit : "",
                          .path = "/staff/inquiries?follow_up=open&from=" + since +
                                  "&place=" + http::percent_encode(id.empty() ? nothing_stated : std::string_view(id))});
    }
    return duties;
}

}  // namespace

OngoingKind follow_ups_under_way(const Pages& pages) {
    return {.key = "follow_up",
            .title = TEXT("Follow-ups"),
            .one = TEXT("To be followed up"),
            .of = std::string(follow_up_owner),
            .now = [pages](const html::Page& page) {
                const auto& service = Inside::service(pages.inquiries);
                const auto& request = page.request();
                std::vector<OngoingMatter> matters;
                const bool is_holder = sees_to_follow_ups(service, request);
                for (const auto& stored :
                     open_ones(service, *request.tenant, within_reach(service, request), most_followed))
                    if (is_holder || may_change(service, request, stored)) matters.push_back(matter_of(stored, service, page));
                return matters;
            }};
}

DutyKind duty_to_follow_up(const Pages& pages) {
    return {.key = "inquiries.follow_up",
            .title = TEXT("Entries to be followed up"),
            .task = TEXT("Find out how it went after what was to be followed up: {name}"),
            .gone = TEXT("Somebody has told how they went."),
            .of = {{std::string(follow_up_owner), TEXT("Entries to be followed up")}},
            .now = [pages](std::string_view id) { return to_follow_up(pages, id); },
            .from = {{kept_follow_ups}, {"directory"}, {"municipality"}},
            .days = 5,
            .rests = 7};
}

bool sees_to_follow_ups(const Service& service, const http::Request& request) {
    if (!request.identity || request.identity->account_id.empty()) return false;
    const auto& municipality = request.tenant->id;
    const auto function = organisation::rhythm_of(*service.organisation.rhythms(municipality), follow_up_owner).function;
    if (function.empty()) return false;
    const auto held = service.organisation.held_by(municipality, request.identity->account_id);
    return base::find_in(held, function, &organisation::HeldFunction::id) != nullptr;
}

bool may_follow_up(const Service& service, const http::Request& request, const StoredInquiry& stored) {
    return stored.inquiry.follow_up && sees_to_follow_ups(service, request);
}

std::optional<FollowUpView> follow_up_of(const Service& service, const StoredInquiry& stored, const html::Page& page) {
    const auto& entry = stored.inquiry;
    if (!entry.follow_up) return std::nullopt;
    const auto& tenant = *page.request().tenant;
    const auto& how = entry.further.followed_up;
    FollowUpView view;
    view.url = page.tenant_url("/staff/inquiries/" + entry.id + "/followed-up") + from_list(page.request());
    view.seen = mark_of(entry);
    if (how.empty())
        view.standing = page.t(TEXT("To be told by {time}."),
                               {{"time", page.translator().date_time(to_be_told_by(service, tenant, entry), tenant.zone)}});
    else view.standing = taxonomy::label(taxonomy::List::followed_up, how, page.translator());
    for (const auto& term : taxonomy::terms(taxonomy::List::followed_up))
        view.outcomes.push_back({term.key, page.t(term.label), term.key == how});
    if (!how.empty()) view.outcomes.push_back({std::string(still_open), page.t(TEXT("It is still to be followed up")), false});
    return view;
}

http::Response tell_follow_up(const Pages& pages, const http::Request& request) {
    auto entry = pages.inquiries.find_for(request, request.parameter("id"));
    if (!entry && sees_to_follow_ups(Inside::service(pages.inquiries), request))
        entry = pages.inquiries.find(*request.tenant, request.parameter("id"));
    if (!entry || !entry->follow_up) return html::error_page(request, 404);
    const auto told = request.form.get("outcome");
    if (told != still_open && !taxonomy::find(taxonomy::List::followed_up, told)) return html::error_page(request, 422);
    entry->further.followed_up = told == still_open ? "" : std::string(told);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!pages.inquiries.correct(*request.tenant, *entry, actor_of(*request.identity), seen))
        return http::changed_meanwhile("inquiry:" + entry->id);
    const auto list = from_list(request);
    return http::see_other(html::Page(request).tenant_url("/staff/inquiries/" + entry->id) +
                           (list.empty() ? "?" : list + "&") + "told=1");
}

}  // namespace digilots::inquiries
