#include <algorithm>

#include "activities/campaigns.h"
#include "activities/attendance_table.h"
#include "activities/ongoing.h"
#include "activities/request_pages.h"
#include "platform/base/time.h"
#include "platform/html/codes_alike.h"
#include "platform/print/format.h"

namespace digilots::activities {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Routes routes_of_staff(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string here = "/{municipality}", session = here + "/staff/sessions/{session}";
    return {
        // Where those stood that have moved here from the directory.
        {Method::get, here + "/staff/directory/activities", Access::guide, page(moved_from_directory)},
        {Method::get, here + "/staff/directory/activities/{id}", Access::guide, page(moved_from_directory)},
        {Method::get, here + "/staff/activities/{id}/series", Access::guide, page(series_page)},
        {Method::post, here + "/staff/activities/{id}/series", Access::guide, page(add_series)},
        {Method::get, here + "/staff/sessions", Access::guide, page(sessions_page)},
        {Method::get, here + "/staff/recruiting", Access::guide, page(recruiting_page), {"from", "to", "activity", "session"}},
        {Method::get, session, Access::guide, page(session_page)},
        {Method::post, session + "/sign-ups", Access::guide, page(sign_up_for_somebody)},
        {Method::get, session + "/change", Access::guide, page(change_session_page)},
        {Method::post, session + "/change", Access::guide, page(change_session)},
        {Method::get, session + "/cancel", Access::guide, page(cancel_session_page)},
        {Method::post, session + "/cancel", Access::guide, page(cancel_session)},
        {Method::get, session + "/put-back", Access::guide, page(put_back_page)},
        {Method::post, session + "/put-back", Access::guide, page(put_session_back)},
        {Method::get, session + "/reason", Access::guide, page(reason_page)},
        {Method::post, session + "/reason", Access::guide, page(change_reason)},
        {Method::get, session + "/attendance", Access::guide, page(attendance_page)},
        {Method::post, session + "/attendance", Access::guide, page(count_attendance)},
        {Method::get, session + "/sheet.pdf", Access::guide, page(sheet_file), {}, {}, http::Effort::drawing},
        {Method::post, here + "/staff/sign-ups/{id}/cancel", Access::guide, page(leave_for_somebody)},
        {Method::post, here + "/staff/sign-ups/{id}/undo", Access::guide, page(put_back_for_somebody)},
        {Method::get, here + "/staff/sign-ups/{id}/letter.pdf", Access::guide, page(sign_up_letter), {}, {}, http::Effort::drawing},
        {Method::post, here + "/staff/sign-ups/{id}/told", Access::guide, page(note_told)},
        {Method::post, here + "/staff/sign-ups/find", Access::guide, page(find_sign_up)},
        {Method::get, here + "/staff/sign-ups/{id}/contact", Access::guide, page(contact_page)},
        {Method::post, here + "/staff/sign-ups/{id}/contact", Access::guide, page(mend_contact)}};
}

http::Routes routes_of_activities(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string here = "/{municipality}", list = here + "/activities", one = list + "/{slug}",
                      codes = here + "/sign-ups", api = "/api/v1/{municipality}";
    kept::Dependences from{{kept_activities}};
    from.insert(from.end(), directory::made_from.begin(), directory::made_from.end());
    auto with_seats = from;
    with_seats.push_back({kept_seats});
    const std::vector<std::string> api_query{"topic", "kind", "place",  "language", "group",
                                             "from",  "to",   "remote", "free",     "cursor",
                                             "role_group", "campaign"};
    auto list_query = filter_query();
    list_query.emplace_back("page");
    return {
        {Method::get, list, Access::anyone, page(programme_page), list_query, with_seats},
        {Method::get, here + "/activities.ics", Access::anyone, page(programme_calendar), filter_query(), from},
        {Method::get, list + "/programme.pdf", Access::anyone, page(programme_file), programme_file_query(), {},
         http::Effort::drawing},
        {Method::get, one, Access::anyone, page(activity_page), {"over"}},
        {Method::get, one + ".ics", Access::anyone, page(activity_calendar), {}, from},
        {Method::get, one + "/sessions/{session}/sign-up", Access::anyone, page(sign_up_page)},
        {Method::post, one + "/sessions/{session}/sign-up", Access::anyone, page(sign_up)},
        {Method::get, codes, Access::anyone, page(code_page)},
        {Method::post, codes, Access::anyone, page(find_code)},
        {Method::get, codes + "/{code}", Access::anyone, page(followed_page), {"new", "chosen"}},
        {Method::get, codes + "/{code}.ics", Access::anyone, page(sign_up_calendar)},
        {Method::get, codes + "/{code}/slip.pdf", Access::anyone, page(sign_up_file), print::format_query(), {},
         http::Effort::drawing},
        {Method::get, codes + "/{code}/how-often", Access::anyone, page(how_often_page)},
        {Method::post, codes + "/{code}/how-often", Access::anyone, page(choose_how_often)},
        {Method::get, codes + "/{code}/cancel", Access::anyone, page(cancel_page)},
        {Method::post, codes + "/{code}/cancel", Access::anyone, page(cancel_sign_up)},
        {Method::get, here + "/campaigns/{slug}", Access::anyone, page(campaign_page)},
        {Method::get, here + "/places/{slug}/screen", Access::anyone, page(screen_page), {"still"}},
        {Method::get, api + "/activities", Access::anyone, page(list_activities), api_query},
        {Method::get, api + "/activities/{slug}", Access::anyone, page(get_activity)},
        {Method::post, api + "/activities", Access::token(write_activities), page(post_activity)},
        {Method::post, api + "/sessions/{session}/sign-ups", Access::anyone, page(post_sign_up)},
        {Method::get, api + "/sign-ups/{code}", Access::anyone, page(get_sign_up)},
        {Method::delete_, api + "/sign-ups/{code}", Access::anyone, page(delete_sign_up)},
        {Method::put, api + "/sessions/{session}/status", Access::token(write_activities), page(put_status)},
        {Method::put, api + "/sessions/{session}/attendance", Access::token(write_activities),
         page(put_attendance)}};
}

http::Menu menu_of_activities(const Activities& activities) {
    const auto new_requests = [&activities](const http::Tenant& tenant, const http::Identity&) {
        return std::ssize(*Inside::of(activities).new_requests.of(tenant.id));
    };
    const auto is_any = [&activities](const http::Tenant& tenant, const http::Identity&) {
        return Inside::of(activities).any_shown.in(tenant.id) ? 0 : -1;
    };
    return {
    {MenuPlace::residents, 440, TEXT("Activities"), "/activities", Role::guide,
     {"/sign-ups", "/activity-requests", "/campaigns"}, is_any},
    {MenuPlace::staff, 230, TEXT("Sessions"), "/staff/sessions"},
    {MenuPlace::staff, 232, TEXT("Activities"), "/staff/activities"},
    {MenuPlace::staff, 233, TEXT("Campaign weeks"), "/staff/campaigns", Role::guide, {"/staff/campaign-messages"}},
    {MenuPlace::staff, 234, TEXT("Who arranges with us"), "/staff/activity-partners"},
    {MenuPlace::staff, 235, TEXT("Invited, signed up, came"), "/staff/recruiting", Role::guide, {"/staff/invitations"}},
    {MenuPlace::staff, 236, TEXT("Requests for activities"), "/staff/activity-requests/board", Role::guide,
     {"/staff/activity-requests", "/staff/activity-plan"}, new_requests},
    {MenuPlace::staff, 237, TEXT("What we try"), "/staff/experiments"}};
}

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("How many were invited, and how, is kept for {period} as numbers alone."),
     .rule = std::string(invitation_rule),
     .preserved = TEXT("How many were invited, and how, is kept as numbers alone.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("What was tried to reach more people is told without anyone in it and kept for {period} after its last day."),
     .rule = std::string(experiment_rule),
     .preserved = TEXT("What was tried to reach more people is told without anyone in it and kept.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("What was said of a campaign week is told without anyone in it and kept for {period}."),
     .rule = std::string(campaign_message_rule),
     .preserved = TEXT("What was said of a campaign week is told without anyone in it and kept.")},
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("If you sign up for an activity, your first name and how you are reached, where you give "
                  "them, are used for that "
                  "session alone and deleted {period} after it. Who cancels is deleted at once, and for whom staff "
                  "cancel the night after. Of who came only numbers are kept."),
     .rule = std::string(sign_up_rule),
     .preserved =
         TEXT("If you sign up for an activity, your first name and how you are reached, where you give them, "
              "are used for "
              "that session alone. Who cancels is deleted at once, and for whom staff cancel the night after. Of who "
              "came only numbers are kept.")},
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("If you ask for an activity, your e-mail address or phone number, where you give it, is kept apart from "
                  "the request, used for the answer alone, and deleted at the latest after {period}."),
     .rule = std::string(request_contact_rule),
     .preserved = TEXT("If you ask for an activity, your e-mail address or phone number, where you give it, is kept apart from "
                       "the request and used for the answer alone.")},
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("If you say how you heard of an activity, it is counted. The number is kept, without anything of you.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Colleagues see who added, changed or cancelled sessions, and who counted who came.")}};

/// "Digital salong, Thursday 3 December 2026, 14.00–15.30"; "" where it is gone.
std::string name_in_trail(const Activities& activities, std::string_view municipality, std::string_view id,
                          const i18n::Translator& words) {
    const auto programme = activities.programme(municipality);
    const auto [activity, session] = programme->session(id);
    if (!session) return "";
    return activity->title + ", " + when_text(*session, Inside::of(activities).around(municipality).zone, words);
}

audit::Words trail_of(const Activities& activities) {
    return {
        .actions = {{"sessions added", TEXT("sessions added")},
                    {"session changed", TEXT("session changed")},
                    {"sessions changed", TEXT("sessions changed")},
                    {"session cancelled", TEXT("session cancelled")},
                    {"session put back", TEXT("session put back")},
                    {"reason changed", TEXT("reason of a cancelled session changed")},
                    {"sign-up cancelled", TEXT("sign-up cancelled")},
                    {"sign-up put back", TEXT("sign-up that was cancelled by mistake put back")},
                    {"sign-up contact changed", TEXT("how somebody who is signed up is reached was put right")},
                    {"told of a change", TEXT("somebody told of a change")},
                    {"told of a request", TEXT("somebody told of what became of a request")},
                    {"request contact read", TEXT("looked at how who asked for an activity is reached")},
                    {"sign-up contact read", TEXT("looked at who is signed up, or how they are reached")},
                    {"activities imported", TEXT("activities imported from a mapping")},
                    {"attendance counted", TEXT("attendance counted")},
                    {"needs seen to", TEXT("needs found at a session seen to")}},
        .records = {{"session", TEXT("Session"), "/staff/sessions/",
                     [&activities](std::string_view municipality, std::string_view id, const i18n::Translator& words) {
                         return name_in_trail(activities, municipality, id, words);
                     }}}};
}

SitePages site_of(const Activities& activities) {
    return {.of = [&activities](const http::Tenant& tenant) {
        std::vector<std::string> paths{"/activities", "/activity-requests"};
        for (const auto held = activities.programme(tenant.id); const auto& activity : held->activities)
            if (activity.is_listed()) paths.push_back(activity.path());
        for (const auto held = activities.programme(tenant.id); const auto& campaign : held->campaigns)
            if (campaign.is_published) paths.push_back(campaign.path());
        return paths;
    }};
}

/// On the day it is decided, in each municipality: nobody has to be there.
jobs::Kind deciding(Activities& activities) {
    return {.name = "activities_decide",
            .title = TEXT("Sessions with too few are cancelled"),
            .work =
                [&activities](jobs::Run&) {
                    const auto& municipalities = Inside::of(activities).neighbours.municipalities;
                    for (const auto& one : municipalities.active()) {
                        activities.decide(one.id);
                        if (const auto tenant = municipalities.find_tenant(municipality::Municipalities::slug_of(one.id)))
                            activities.forget_left(*tenant);
                    }
                },
            .schedule = jobs::Daily{.hour = 5, .minute = 40}};
}

/// Several times in the day: who signs up for tomorrow in the afternoon is reminded, too.
jobs::Kind reminding(Activities& activities) {
    constexpr int from_hour = 9, until_hour = 20;  // nobody is written to in the night
    const auto work = [&activities](jobs::Run& run) {
        const auto& municipalities = Inside::of(activities).neighbours.municipalities;
        for (const auto& one : municipalities.active()) {
            run.go_on();
            const auto tenant = municipalities.find_tenant(municipality::Municipalities::slug_of(one.id));
            if (!tenant) continue;
            const auto hour = base::to_civil(Inside::of(activities).clock.now(), tenant->zone).hour;
            if (hour >= from_hour && hour < until_hour) {
                activities.remind(*tenant);
                Inside::of(activities).give_after_days(one.id);
            }
        }
    };
    return {.name = "activities_remind",
            .title = TEXT("Remind those who are signed up for tomorrow"),
            .work = work,
            .schedule = jobs::Every{std::chrono::minutes(10)}};
}

}  // namespace

Slice slice(Activities& activities) {
    const auto attendance = attendance_table(activities);
    return {
        .name = "activities",
        .routes =
            [&activities, attendance](const Slices& all) {
                auto routes = routes_of_activities({activities});
                const Pages of_staff{activities, all_of(all, &Slice::followed), all_of(all, &Slice::measures)};
                for (const auto& further : {routes_of_staff(of_staff),
                                            request_routes({activities}),
                                            register_::import_routes(attendance),
                                            register_::table_routes(attendance)})
                    routes.insert(routes.end(), further.begin(), further.end());
                return html::codes_alike(std::move(routes), Inside::of(activities).guessing, Inside::of(activities).clock);
            },
        .registers = {&activities.activities(), &activities.partners(), &activities.requests(), &activities.invitations(),
                      &activities.experiments(), &activities.campaigns(), &activities.campaign_messages()},
        .tables = {attendance},
        .menu = menu_of_activities(activities),
        .scopes = {&write_activities},
        .measures = activities.measures(),
        .trail = trail_of(activities),
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = duty_kinds(activities),
        .ongoing = {sign_ups_under_way({activities}), people_to_tell_of({activities})},
        .followed = {followed_sign_ups({activities}), followed_requests(activities)},
        .findable = {findable_activities(activities)},
        .site = site_of(activities),
        .jobs = {deciding(activities), reminding(activities)},
        .plan_mapping = [&](std::string_view json, const std::string& file) { return plan_mapping(activities, json, file); },
        .load_demo = [&](const Demo& demo) { load_demo(activities, demo); },
    };
}

}  // namespace digilots::activities
