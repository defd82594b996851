// The days of meeting of a group in the calendars of its partners, and of those who sit in it.
#include <algorithm>
#include <map>

#include "bodies/bodies.h"
#include "bodies/pages.h"
#include "bodies/terms.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/icalendar.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/register/pages.h"

namespace digilots::bodies {

namespace {

constexpr std::int64_t usual_minutes = 60;

}  // namespace

calendar::Event event_of_meeting(const register_::Record& meeting, const std::string& group, const std::string& zone) {
    calendar::Event event;
    event.uid = "meeting-" + meeting.id + "@digilots";
    event.summary = group;
    event.location = meeting.text("venue");
    event.is_cancelled = meeting.text("state") == "cancelled";
    event.takes_time = !event.is_cancelled;
    event.changed = base::parse_utc(meeting.changed_at).value_or(base::Instant{});
    event.sequence = meeting.version;
    const auto begins = minute_of_day(meeting.text("begins"));
    event.whole_days = !begins;
    if (begins) {
        event.zone = zone;
        event.when = {calendar::wall_time(*meeting.date("day"), *begins),
                      std::chrono::minutes(meeting.whole("minutes_long").value_or(usual_minutes))};
    } else {
        event.when = {calendar::wall_time(*meeting.date("day"), 0), std::chrono::hours(24)};
    }
    return event;
}

std::vector<calendar::Event> days_of_members(const Kinds& kinds, const DaysAsked& asked) {
    const auto all_of_kind = [&](const register_::Records& records) {
        return records.list(records.around(asked.tenant.id), {}, register_::Records::most_counted, 0).records;
    };
    const auto groups = all_of_kind(kinds.groups), members = all_of_kind(kinds.members);
    std::map<std::string, std::string> names;
    for (const auto& group : groups) {
        const bool sits_in_it = std::ranges::any_of(members, [&](const register_::Record& member) {
            return member.text("body") == group.id && base::holds(asked.functions, member.text("function"));
        });
        if (sits_in_it || base::holds(asked.functions, group.text("function"))) names[group.id] = group.text("title");
    }
    std::vector<calendar::Event> days;
    if (names.empty()) return days;
    const auto meetings = all_of_kind(kinds.meetings);
    for (const auto& meeting : meetings) {
        const auto group = names.find(meeting.text("body"));
        if (group == names.end() || !meeting.date("day")) continue;
        days.push_back(event_of_meeting(meeting, group->second, asked.tenant.zone));
        days.back().url = "/staff/bodies/meetings/" + meeting.id;
    }
    return days;
}

http::Response meetings_calendar(const Pages& pages, const http::Request& request) {
    const auto& kinds = *pages.kinds;
    const auto group = kinds.groups.find(request.tenant->id, request.parameter("id"));
    if (!group || group->has_ended() || !group->flag("shares_days")) return html::error_page(request, 404);
    calendar::Calendar calendar{group->text("title"), request.tenant->zone};
    for (const auto& meeting : in_use(kinds.meetings, request, {.filters = {{"body", group->id}}}))
        if (meeting.date("day"))
            calendar.events.push_back(event_of_meeting(meeting, group->text("title"), request.tenant->zone));
    auto response = http::text(calendar::to_icalendar(calendar), "text/calendar; charset=utf-8");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return never_kept(std::move(response));
}

}  // namespace digilots::bodies
