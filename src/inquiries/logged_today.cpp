#include "inquiries/logged_today.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "inquiries/figures.h"
#include "inquiries/implementation.h"
#include "platform/base/time.h"

namespace digilots::inquiries {

namespace {

constexpr int most_entries = 200;
constexpr std::size_t most_shown = 20;   // the others of the day stand in the log

/// Logged today, but of another day: that day stands there first.
std::string when_it_was(const EntryView& entry, const StoredInquiry& stored, base::Date today, const html::Page& page) {
    const auto day = stored.local_date == base::add_days(today, -1) ? page.t(TEXT("yesterday")) : entry.date;
    return stored.inquiry.no_time ? day : day + ", " + entry.time;
}

/// Whom it refers to by now; where they sent back it is not said again, but referred on from its page.
void show_referred_now(EntryView& view, const Inquiry& entry, const Service& service, const referral::Referral& referral,
                       const html::Page& page) {
    const auto now = referred_now(referral, *page.request().tenant, entry);
    if (now.target.empty()) return;
    view.referred_to = title_by_now(now, service, page);
    if (!now.is_sent_back) return;
    view.sent_back = referral::outcome_text(referral::ReferralOutcome::bounced, page.translator());
    view.repeat_url.clear();
}

}  // namespace

std::string title_by_now(const ReferredNow& now, const Service& service, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    return title_of_target(*service.directory.snapshot(tenant.id), *service.own_topics.of(tenant.id), now.target,
                           page.translator());
}

void show_today(DeskView& view, const Service& service, const referral::Referral& referral, const html::Page& page) {
    const http::Request& request = page.request();
    const base::Date today = base::to_civil(service.clock.now(), request.tenant->zone).date;
    store::Filter filter;
    std::tie(filter.from, filter.until) = moments_of({base::add_days(today, -own_days), today}, request.tenant->zone);
    filter.recorded_from = base::from_civil(today, 0, 0, request.tenant->zone);
    filter.created_by = actor_of(*request.identity);
    auto stored = service.database.read([&](db::Connection& connection) {
        view.logged_today = store::count_filtered(connection, request.tenant->id, filter);
        return store::list_filtered(connection, request.tenant->id, filter, most_entries, 0);
    });
    // What was just logged stands first, of whatever day it is.
    std::ranges::stable_sort(stored, std::greater{}, &StoredInquiry::created_at);
    if (stored.size() > most_shown) stored.resize(most_shown);
    if (view.logged_today > std::ssize(stored)) {
        const auto day = base::format_date(today);
        view.all_of_today = page.tenant_url("/staff/inquiries?from=" + day + "&to=" + day);
    }
    std::vector<EntryView>& entries = view.today;
    for (const StoredInquiry& one : stored) {
        entries.push_back(view_of(one, service, page));
        show_referred_now(entries.back(), one.inquiry, service, referral, page);
        for (auto& line : lines_beside(service, page, one.inquiry))
            if (line.is_missing) entries.back().missing.push_back(std::move(line.way));
        if (one.local_date == today) continue;
        entries.back().time = when_it_was(entries.back(), one, today, page);
        view.has_earlier_days = true;
    }
}

}  // namespace digilots::inquiries
