// The days of an activity that one is with all the way, as they are told.
#include <algorithm>

#include "activities/pages.h"
#include "platform/base/lists.h"

namespace digilots::activities {

namespace {

std::string day_along(const Pages& pages, const Session& session, const std::string& usual_place, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    auto text = when_text(session, tenant.zone, page.translator());
    const auto where = where_text(pages.activities, tenant.id, session);
    if (!where.empty() && where != usual_place) text.append(page.translator().comma()).append(where);
    if (session.status == Status::cancelled) text += ". " + cancelled_text(session, page);
    return text;
}

}  // namespace

std::vector<std::string> days_along(const Pages& pages, const Activity& activity, const html::Page& page) {
    std::vector<std::string> ids;
    if (!activity.all_along) return {};
    const auto now = Inside::of(pages.activities).clock.now();
    for (const auto& session : activity.sessions)
        if (session.ends > now) ids.push_back(session.id);
    return days_of(pages, activity, ids, page);
}

std::vector<std::string> days_of(const Pages& pages, const Activity& activity, const std::vector<std::string>& sessions,
                                 const html::Page& page) {
    std::vector<std::string> days;
    std::string usual;
    for (const auto& id : sessions) {
        const auto* session = base::find_in(activity.sessions, id, &Session::id);
        if (!session) continue;
        days.push_back(day_along(pages, *session, usual, page));
        if (usual.empty()) usual = where_text(pages.activities, page.request().tenant->id, *session);
    }
    return days;
}

Session with_seats_along(const Activity& activity, const Session& session, base::Instant now) {
    auto as_told = session;
    if (!activity.all_along || session.ends <= now || session.status == Status::cancelled) return as_told;
    as_told.capacity = free_along(activity, now);
    as_told.taken = 0;
    for (const auto& one : activity.sessions)
        if (one.ends > now) as_told.waiting = std::max(as_told.waiting, one.waiting);
    return as_told;
}

std::optional<std::int64_t> free_along(const Activity& activity, base::Instant now) {
    std::optional<std::int64_t> fewest;
    for (const auto& session : activity.sessions) {
        if (session.ends <= now || session.status == Status::cancelled) continue;
        if (const auto free = session.free()) fewest = std::min(fewest.value_or(*free), *free);
    }
    return fewest;
}

}  // namespace digilots::activities
