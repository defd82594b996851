// One activity, as residents read it.
#include <algorithm>

#include "activities/outcomes.h"
#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/markdown.h"
#include "platform/http/site_address.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_shown = 60;

std::vector<std::string> labels_of(const std::vector<std::string>& keys, taxonomy::List list,
                                   const html::Page& page) {
    std::vector<std::string> labels;
    for (const auto& key : keys)
        if (taxonomy::find(list, key)) labels.push_back(taxonomy::label(list, key, page.translator()));
    return labels;
}

/// As the register of activities names them; {} of what it does not know.
i18n::Text leader_text(std::string_view leader) {
    constexpr std::pair<std::string_view, i18n::Text> leaders[] = {{"guide", TEXT("A guide")},
                                                                   {"peer", TEXT("Somebody in the same situation")},
                                                                   {"newcomer", TEXT("Somebody new in the country")},
                                                                   {"senior", TEXT("A senior")},
                                                                   {"mother_tongue", TEXT("A mother-tongue teacher")},
                                                                   {"participant", TEXT("A participant who teaches")}};
    for (const auto& [key, text] : leaders)
        if (key == leader) return text;
    return {};
}

/// In words where they say it, else its usual place; whoever finds neither is told whom to ask.
std::string usually_at(const Pages& pages, const Activity& activity, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    if (!activity.held_at.empty()) return activity.held_at;
    Session usual;
    usual.place = activity.place;
    if (auto where = where_with_street(pages.activities, tenant.id, usual); !where.empty()) return where;
    return tenant.phone.empty() ? page.t("Ask us where it is.")
                                : page.t("Ring us and ask where it is: {phone}", {{"phone", tenant.phone}});
}

/// One sign-up for all of them, at whichever it is possible.
void offer_all_along(ActivityView& view, const Activity& activity, base::Instant now, const html::Page& page) {
    if (!activity.all_along || !activity.needs_sign_up) return;
    for (auto& line : view.sessions) {
        if (view.sign_up_url.empty()) view.sign_up_url = line.sign_up_url;
        line.sign_up_url.clear();
        line.seats.clear();
    }
    view.all_along = page.t("One is with it all the way: you sign up once, for all days that stand here.");
    const auto free = free_along(activity, now);
    view.is_full = free == 0;
    if (view.is_full) view.seats = page.t("Full: you can wait for a seat");
    if (free && *free > 0) view.seats = page.tn("{n} seat left", "{n} seats left", *free);
}

/// schema.org, for search engines and others who read it by machine.
std::string structured(const Pages& pages, const Activity& activity,
                       const std::vector<const Session*>& sessions, const html::Page& page) {
    const auto& request = page.request();
    const auto& tenant = *request.tenant;
    const auto site = http::site_address(request);
    base::JsonWriter json;
    json.begin_array();
    for (const auto* session : sessions) {
        const bool is_cancelled = session->status == Status::cancelled;
        const bool is_nowhere_now = !closed_place_text(pages.activities, tenant.id, *session, page.translator()).empty();
        json.begin_object()
            .member("@context", "https://schema.org")
            .member("@type", "Event")
            .member("name", activity.title);
        json.member("startDate", base::format_utc(session->starts))
            .member("endDate", base::format_utc(session->ends));
        json.member("url", site + page.tenant_url(activity.path()));
        json.member("eventStatus",
                    is_cancelled  ? "https://schema.org/EventCancelled"
                    : is_nowhere_now ? "https://schema.org/EventPostponed"
                                     : "https://schema.org/EventScheduled");
        const auto where = where_text(pages.activities, tenant.id, *session);
        json.member("eventAttendanceMode", session->remote.empty()
                                               ? "https://schema.org/OfflineEventAttendanceMode"
                                           : where.empty() ? "https://schema.org/OnlineEventAttendanceMode"
                                                           : "https://schema.org/MixedEventAttendanceMode");
        json.key("location").begin_object();
        if (where.empty() && !session->remote.empty())
            json.member("@type", "VirtualLocation")
                .member("url", activity.needs_sign_up ? site + page.tenant_url(activity.path()) : session->remote);
        else
            json.member("@type", "Place")
                .member("name", where.empty() ? tenant.name : where)
                .member("address", where.empty() ? tenant.name : address_text(pages.activities, tenant.id, *session));
        json.end_object();
        json.member("isAccessibleForFree", !activity.price || *activity.price == 0);
        json.key("organizer").begin_object().member("@type", "Organization");
        json.member("name", activity.host.empty() ? tenant.name : activity.host).end_object();
        json.end_object();
    }
    json.end_array();
    return std::move(json).take();
}

}  // namespace

http::Response activity_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.activities);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto* activity = programme->with_slug(request.parameter("slug"));
    if (!activity || !activity->is_published) return html::error_page(request, 404);
    html::Page page(request);
    page.title = activity->title;
    page.description = html::without_markdown(activity->about).substr(0, 150);
    page.indexable = !activity->discreet;
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")},
                        {page.t("Activities"), page.tenant_url("/activities")},
                        {activity->title, "", true}};
    ActivityView view;
    // Whoever followed a link to sign up for a session that has been.
    if (request.query.has("over")) view.notice = words_of(NotSignedUp::Why::over, page.translator());
    view.about = html::markdown(activity->about, 2);
    view.how_often = how_often_text(*activity, page.translator());
    view.calendar_url = page.tenant_url(activity->path() + ".ics");
    if (activity->needs_sign_up) view.code_url = page.tenant_url("/sign-ups");
    view.is_discreet = activity->discreet;
    view.material = activity->material;
    std::vector<const Session*> to_come;
    for (const auto& session : activity->sessions)
        if (session.ends > self.clock.now() && to_come.size() < most_shown) to_come.push_back(&session);
    for (const auto* session : to_come) view.sessions.push_back(line_of(pages, *activity, *session, page));
    offer_all_along(view, *activity, self.clock.now(), page);
    using taxonomy::List;
    const auto add = [&](const std::string& term, std::vector<std::string> values) {
        if (!values.empty()) view.facts.push_back({term, std::move(values)});
    };
    add(page.t("Kind"), labels_of({activity->kind}, List::activity_kind, page));
    add(page.t("Price"), {price_text(*activity, page.translator())});
    add(page.t("Topics"), labels_of(activity->topics, List::topic, page));
    auto for_whom = labels_of(activity->target_groups, List::target_group, page);
    if (auto role = role_group_text(activity->role_group, page.translator()); !role.empty())
        for_whom.push_back(std::move(role));
    if (!activity->for_whom.empty()) for_whom.push_back(activity->for_whom);
    add(page.t("For"), std::move(for_whom));
    if (auto where = usually_at(pages, *activity, page); !activity->held_at.empty() || view.sessions.empty())
        add(page.t("Where"), {std::move(where)});
    if (const auto state = state_text(*activity, page.translator()); !state.empty()) add(page.t("How it stands"), {state});
    add(page.t("Languages"), labels_of(activity->languages, List::language, page));
    if (!activity->host.empty()) add(page.t("Who arranges it"), {activity->host});
    if (const auto leader = leader_text(activity->leader); leader.id[0]) add(page.t("Who leads it"), {page.t(leader)});
    std::vector<std::string> partners;
    if (!activity->discreet)
        for (const auto& partner : partners_of(pages.activities, request.tenant->id, activity->id))
            if (!partner.has_ended) partners.push_back(partner.title);
    add(page.t("Who arranges with us"), std::move(partners));
    if (!activity->campaign.empty()) add(page.t("Part of"), {activity->campaign});
    for (const auto& campaign : programme->campaigns)
        if (campaign.is_published && campaign.title == activity->campaign)
            view.campaign = {campaign.title, page.tenant_url(campaign.path())};
    if (!activity->discreet) view.structured = structured(pages, *activity, to_come, page);
    auto response = html::render_page(page, templates::activity_page(view, page));
    return activity->discreet ? never_kept(told_nobody(std::move(response))) : response;
}

}  // namespace digilots::activities
