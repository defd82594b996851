// Days of the plan in other calendars: of what everyone may see, and of one part by a secret link for its partners.
#include <algorithm>
#include <functional>
#include <iterator>

#include "plan/pages.h"
#include "plan/sql.h"
#include "platform/base/lists.h"
#include "platform/base/uuid.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/wall_time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_token = 100;

/// A whole day on which nobody is busy.
calendar::Event day_event(const std::string& uid, std::string summary, base::Date day) {
    calendar::Event event;
    event.uid = uid + "@digilots";
    event.summary = std::move(summary);
    event.whole_days = true;
    event.when = {.first = calendar::wall_time(day, 0), .length = std::chrono::hours(24)};
    event.takes_time = false;
    return event;
}

/// A day that moves is a new sequence of the same event.
calendar::Event changed_event(calendar::Event event, std::int64_t version, const std::string& changed_at) {
    event.sequence = version;
    event.changed = base::parse_utc(changed_at).value_or(base::Instant{});
    return event;
}

calendar::Event milestone_event(const Milestone& one, const std::string& part) {
    auto event = changed_event(day_event("milestone-" + one.id, one.title, *one.deadline), one.version, one.changed_at);
    event.description = part;
    return event;
}

calendar::Event end_event(const Node& node, const std::string& name, const i18n::Translator& words) {
    const auto summary = words.t(TEXT("Ends: {name}"), {{"name", name}});
    return changed_event(day_event("plan-end-" + node.id, summary, *node.ends), node.version, node.changed_at);
}

void add_days_of(calendar::Calendar& days, const Plan& plan, const Node& node, const html::Page& page) {
    const auto name = plan.name_of(node);
    for (const auto* one : plan.milestones_of(node.id))
        if (one->deadline) days.events.push_back(milestone_event(*one, name));
    if (node.ends) days.events.push_back(end_event(node, name, page.translator()));
}

http::Response as_calendar(const calendar::Calendar& days) {
    return http::text(calendar::to_icalendar(days), "text/calendar; charset=utf-8");
}

std::string name_of_calendar(const std::string& what, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    return what + ", " + tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : "");
}

}  // namespace

std::vector<calendar::Event> days_of_owners(const Kinds& kinds, const DaysAsked& asked) {
    const auto plan = kinds.kept.of(asked.tenant.id);
    std::vector<calendar::Event> days;
    for (const auto& [node, depth] : plan->placed()) {
        if (node->is_over() || !base::holds(asked.functions, plan->answers_for(*node))) continue;
        const auto name = plan->name_of(*node);
        for (const auto* one : plan->milestones_of(node->id)) {
            if (one->done || !one->deadline) continue;
            days.push_back(milestone_event(*one, name));
            days.back().url = "/staff/plan/milestones/" + one->id;
        }
        if (!node->ends) continue;
        days.push_back(end_event(*node, name, asked.words));
        days.back().url = "/staff/plan/" + node->id;
    }
    std::ranges::stable_sort(days, std::greater{}, [](const calendar::Event& one) { return one.when.first; });
    return days;
}

http::Response public_calendar(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    calendar::Calendar days{name_of_calendar(page.t("Milestones"), page), request.tenant->zone};
    for (const auto& [node, depth] : plan->placed())
        if (is_public(*plan, *node)) add_days_of(days, *plan, *node, page);
    return as_calendar(days);
}

http::Response partner_calendar(const Pages& pages, const http::Request& request) {
    const auto token = request.parameter("token");
    const auto& municipality = request.tenant->id;
    std::string id;
    if (!token.empty() && token.size() <= longest_token)
        id = pages.kinds->database.read([&](db::Connection& connection) {
            const auto rows = connection.query(sql::find_calendar, base::sha256_hex(token), municipality);
            return rows.empty() ? std::string() : rows[0].text("node");
        });
    const auto plan = pages.kinds->kept.of(municipality);
    const auto* node = plan->find(id);
    if (!node) return html::error_page(request, 404);
    const html::Page page(request);
    calendar::Calendar days{name_of_calendar(plan->name_of(*node), page), request.tenant->zone};
    std::vector<std::string> parts;
    for (const auto* part : plan->all_below(*node)) {
        add_days_of(days, *plan, *part, page);
        parts.push_back(part->id);
    }
    if (const auto& meetings = pages.kinds->neighbours.meetings)
        std::ranges::move(meetings(*request.tenant, parts), std::back_inserter(days.events));
    auto response = as_calendar(days);
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return never_kept(std::move(response));
}

}  // namespace digilots::plan
