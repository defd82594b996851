// What is arranged, for the one search and beside the places of the directory.
#include "activities/pages.h"
#include "platform/base/lists.h"
#include "platform/slice/own_page.h"

namespace digilots::activities {

namespace {

/// The next that begins; else the one that is going on.
const Session* next_of(const Activity& activity, base::Instant now) {
    const Session* going_on = nullptr;
    for (const auto& session : activity.sessions) {
        if (session.status != Status::planned || session.ends <= now) continue;
        if (session.starts > now) return &session;
        if (!going_on) going_on = &session;
    }
    return going_on;
}

std::string text_of(const Activity& activity) {
    std::string text;
    for (const auto* said : {&activity.about, &activity.for_whom, &activity.host, &activity.frequency, &activity.held_at,
                             &activity.campaign})
        if (!said->empty()) text += *said + "\n";
    return text;
}

Findable::Stands standing_of(const Activity& activity) {
    if (activity.state == "planned") return Findable::Stands::planned;
    return activity.state == "paused" ? Findable::Stands::paused : Findable::Stands::in_use;
}

std::vector<Findable> found_of(const Programme& programme) {
    std::vector<Findable> found;
    for (const auto& activity : programme.activities) {
        if (!activity.is_listed()) continue;
        found.push_back({.kind = "activity",
                         .id = activity.id,
                         .title = activity.title,
                         .path = activity.path(),
                         .text = text_of(activity),
                         .topics = activity.topics,
                         .place = activity.place,
                         .stands = standing_of(activity)});
    }
    if (!found.empty())
        found.push_back(own_page(TEXT("Activities"), "/activities",
                                 "aktiviteter|aktivitet|vad händer|evenemang|program|kurs|kurser|träffar|"
                                 "aktivitetar|hva skjer|arrangement|activities|events|courses|what is on|أنشطة|فعاليات|دورات"));
    return found;
}

directory::Status status_of(const Activity& activity) {
    if (activity.state == "planned") return directory::Status::planned;
    return activity.state == "paused" ? directory::Status::paused : directory::Status::open;
}

std::string next_text(const Activity& activity, const Session& next, base::Instant now, std::string_view zone,
                      const i18n::Translator& words) {
    const auto when = when_text(next, zone, words);
    auto text = next.starts > now ? words.t("Next: {when}", {{"when", when}}) : words.t("Going on: {when}", {{"when", when}});
    if (!next.remote.empty())
        text += " · " + (next.place.empty() && next.address.empty() ? words.t("At a distance") : words.t("Also at a distance"));
    const auto seats = activity.needs_sign_up ? seats_text(with_seats_along(activity, next, now), words)
                                              : words.t("You need not sign up: just come");
    return seats.empty() ? text : text + " · " + seats;
}

FoundNow now_of(const Activities& activities, const http::Tenant& tenant, std::string_view id, const i18n::Translator& words) {
    const auto programme = activities.programme(tenant.id);
    const auto* activity = programme->with_id(id);
    if (!activity || !activity->is_listed()) return {};
    const auto now = Inside::of(activities).clock.now();
    const auto* next = next_of(*activity, now);
    if (!next) return {.text = undated_text(activities, tenant.id, *activity, words)};
    return {.text = next_text(*activity, *next, now, tenant.zone, words),
            .starts = next->starts,
            .free_seats = activity->needs_sign_up ? with_seats_along(*activity, *next, now).free() : std::nullopt,
            .until = next->starts > now ? next->starts : next->ends};
}

}  // namespace

FindableKind findable_activities(const Activities& activities) {
    return {.as = FindableKind::As::activity,
            .all = [&activities](std::string_view id) { return found_of(*activities.programme(id)); },
            .from = {{kept_activities}},
            .now = [&activities](const http::Tenant& tenant, std::string_view id,
                                 const i18n::Translator& words) { return now_of(activities, tenant, id, words); },
            .now_from = {{kept_seats}}};
}

std::vector<directory::BesidePlace::Next> Activities::next_at(std::string_view municipality_id, std::string_view place) const {
    std::vector<directory::BesidePlace::Next> next;
    const auto all = programme(municipality_id);
    for (const auto& [activity, session] :
         sessions_of(*all, {.place = std::string(place)}, implementation_->clock.now(), 200)) {
        const bool is_later = base::find_in(next, activity->path(), &directory::BesidePlace::Next::path);
        if (!is_later && session->starts > implementation_->clock.now())
            next.push_back({activity->title, activity->path(), session->starts});
    }
    return next;
}

std::vector<directory::Service> Activities::arranged(std::string_view municipality_id) const {
    std::vector<directory::Service> services;
    for (const auto held = programme(municipality_id); const auto& activity : held->activities) {
        if (!activity.is_listed()) continue;
        directory::Service service;
        service.id = activity.id;
        // Under which the directory had it: old addresses lead on.
        service.slug = activity.moved_from.empty() ? activity.slug : activity.moved_from;
        service.title = activity.title;
        service.kind = directory::ServiceKind::activity;
        service.place = activity.place;
        service.topics = activity.topics;
        service.activity_kind = activity.kind;
        service.frequency = activity.frequency;
        service.target_groups = activity.for_whom;
        service.description = activity.about;
        service.delivered_by = activity.host;
        service.price = activity.price;
        service.status = status_of(activity);
        service.path = activity.path();
        services.push_back(std::move(service));
    }
    return services;
}

}  // namespace digilots::activities
