#pragma once
// An activity with two sessions: one to which somebody is signed up, and one that is cancelled, which
// somebody is to be told.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/application.h"
#include "platform/base/time.h"

namespace digilots::app {

/// Every page of it in Sundsvall that has a form.
inline std::vector<std::string> pages_of_a_session(Application& all) {
    auto& activities = all.activities;
    const auto around = activities.activities().around("2281");
    const auto tenant = *all.municipalities.find_tenant("sundsvall");
    const auto begins = calendar::wall_time(base::add_days(around.today, 7), 14 * 60);
    const activities::NewSession session{.starts = begins, .ends = begins + std::chrono::hours(1)};
    const auto later = activities::NewSession{.starts = session.starts + std::chrono::days(7),
                                              .ends = session.ends + std::chrono::days(7)};
    const register_::Draft draft{{"title", {"Digitalt kafé"}},
                                 {"kind", {"digital_cafe"}},
                                 {"needs_sign_up", {"1"}},
                                 {"is_published", {"1"}}};
    const auto id = activities.add(around, draft, {session, later}, "a", "");
    EXPECT_TRUE(id);
    if (!id) return {};
    const auto programme = activities.programme("2281");
    const auto* activity = programme->with_id(id->record.id);
    EXPECT_TRUE(activity && activity->sessions.size() == 2);
    if (!activity || activity->sessions.size() != 2) return {};
    const auto first = activity->sessions[0].id, second = activity->sessions[1].id;
    const activities::SignUp wanted{.by = activities::ContactBy::phone, .contact = "060-19 10 11"};
    const auto& words = i18n::translator("sv");
    const auto signed_up = activities.sign_up(tenant, first, wanted, words);
    EXPECT_TRUE(signed_up && activities.sign_up(tenant, second, wanted, words));
    if (!signed_up) return {};
    EXPECT_EQ(activities.cancel_session(around, second, "Sjukdom", "a", base::Seen::anything()),
              activities::Arranged::done);
    // Attendance is counted from when it begins.
    const activities::NewSession yesterday{.starts = begins - std::chrono::days(8),
                                           .ends = begins - std::chrono::days(8) + std::chrono::hours(1)};
    const auto begun = activities.add_sessions(around, id->record.id, {yesterday}, "a");
    EXPECT_TRUE(begun);
    if (!begun) return {};
    const std::string site = "/sundsvall", sessions = site + "/staff/sessions/";
    return {site + activity->path() + "/sessions/" + first + "/sign-up",
            site + "/sign-ups",
            site + "/sign-ups/" + signed_up->code + "/cancel",
            site + "/staff/activities/" + id->record.id + "/series",
            sessions + first,
            sessions + second,
            sessions + second + "/put-back",
            sessions + second + "/reason",
            site + "/staff/sign-ups/" + activities.signed_up("2281", first).front().id + "/contact",
            sessions + first + "/change",
            sessions + first + "/cancel",
            sessions + begun->front() + "/attendance"};
}

/// An hour from 14 of the first activity there is.
inline void add_a_session(activities::Activities& all, std::string_view municipality_id, std::string_view day,
                          std::string address) {
    const auto starts = calendar::wall_time(*base::parse_date(day), 14 * 60);
    const activities::NewSession session{.starts = starts, .ends = starts + std::chrono::hours(1), .address = std::move(address)};
    EXPECT_TRUE(all.add_sessions(all.activities().around(std::string(municipality_id)),
                                 all.programme(municipality_id)->activities.front().id, {session}, "a"));
}

}  // namespace digilots::app
