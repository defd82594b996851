#include "activities/ongoing.h"

#include "activities/code.h"
#include "platform/base/time.h"
#include "platform/html/codes_alike.h"

namespace digilots::activities {

namespace {

std::string how_many(const Session& session, const html::Page& page) {
    const auto taken = page.tn("{n} is signed up", "{n} are signed up", session.taken);
    return session.waiting > 0 ? taken + ", " + page.tn("{n} waits", "{n} wait", session.waiting) : taken;
}

std::string standing_of_sign_up(const Pages& pages, const Followed& followed, const Session& session, const html::Page& page) {
    const auto now = Inside::of(pages.activities).clock.now();
    const auto when = when_text(session, page.request().tenant->zone, page.translator());
    if (session.status == Status::cancelled) return page.t("Cancelled: {reason}", {{"reason", session.reason}}) + " " + when;
    if (session.ends <= now) return page.t("It is over. It was {when}.", {{"when", when}});
    auto after_all = session.reason.empty() ? "" : page.t("Held after all: {reason}", {{"reason", session.reason}}) + " ";
    if (const auto moved = moved_text(pages, followed, session, page); !moved.empty()) after_all += moved + " ";
    if (followed.is_confirmed) return after_all + page.t("You have a seat: {when}.", {{"when", when}});
    const auto number = page.translator().number(static_cast<double>(followed.position));
    return after_all + page.t("You are number {n} of those who wait.", {{"n", number}}) + " " + when;
}

}  // namespace

std::optional<std::string> path_of_code(const Pages& pages, const http::Request& request, std::string_view code) {
    const auto followed = pages.activities.follow(*request.tenant, code);
    if (!followed) return std::nullopt;
    return "/staff/sessions/" + followed->session + "?found=" + followed->id + "&by=" +
           proof_of_code(code, request.identity ? request.identity->account_id : std::string());
}

std::string known_before(const Activities& activities, const Followed& followed, const Session& session,
                         const html::Page& page) {
    const auto now = Inside::of(activities).clock.now();
    if (session.status == Status::cancelled || session.ends <= now || !followed.known_starts) return "";
    const auto& tenant = *page.request().tenant;
    std::string before;
    if (*followed.known_starts != session.starts) before = page.translator().date_time(*followed.known_starts, tenant.zone);
    if (followed.known_place != session.place || followed.known_address != session.address) {
        auto known = session;
        known.place = followed.known_place;
        known.address = followed.known_address;
        const auto where = where_text(activities, tenant.id, known);
        if (!where.empty()) before += (before.empty() ? "" : ", ") + where;
    }
    return before;
}

std::string known_before(const Activities& activities, const Listed& listed, const Session& session, const html::Page& page) {
    Followed known{.id = listed.id, .session = session.id, .activity = ""};
    known.known_starts = listed.known_starts;
    known.known_place = listed.known_place;
    known.known_address = listed.known_address;
    return known_before(activities, known, session, page);
}

std::string moved_text(const Pages& pages, const Followed& followed, const Session& session, const html::Page& page) {
    const auto before = known_before(pages.activities, followed, session, page);
    return before.empty() ? "" : page.t("Moved: it was {before}.", {{"before", before}});
}

OngoingKind sign_ups_under_way(const Pages& pages) {
    return {.key = "sign_up",
            .title = TEXT("Sign-ups"),
            .one = TEXT("Sign-ups for a session"),
            .of = "activity_session",
            .now = [pages](const html::Page& page) {
                const auto now = Inside::of(pages.activities).clock.now();
                const auto programme = pages.activities.programme(page.request().tenant->id);
                std::vector<OngoingMatter> matters;
                for (const auto& activity : programme->activities)
                    for (const auto& session : activity.sessions)
                        if (session.status == Status::planned && session.ends > now && session.taken + session.waiting > 0)
                            matters.push_back({.what = activity.title + ": " + how_many(session, page),
                                               .until = session.starts,
                                               .unit = activity.unit,
                                               .path = "/staff/sessions/" + session.id});
                return matters;
            }};
}

OngoingKind people_to_tell_of(const Pages& pages) {
    return {.key = "to_tell",
            .title = TEXT("People to be rung about a session"),
            .one = TEXT("To be rung"),
            .of = "activity_session",
            .now = [pages](const html::Page& page) {
                const auto& tenant = *page.request().tenant;
                const auto programme = pages.activities.programme(tenant.id);
                std::vector<OngoingMatter> matters;
                for (const auto& [key, number] : numbers_to_tell(pages.activities, tenant.id)) {
                    const auto [activity, session] = programme->session(key.first);
                    if (session)
                        matters.push_back({.what = activity->title + ": " + page.tn("{n} to be told", "{n} to be told", number) +
                                                   ". " + page.t(why_to_tell(key.second)),
                                           .until = session->starts,
                                           .unit = activity->unit,
                                           .path = "/staff/sessions/" + session->id});
                }
                return matters;
            }};
}

FollowedKind followed_sign_ups(const Pages& pages) {
    return {.code = code_kind,
            .find = [pages](const html::Page& page, std::string_view code) -> std::optional<FollowedMatter> {
                const auto& tenant = *page.request().tenant;
                auto& self = Inside::of(pages.activities);
                // While a wrong code waits a right one does, too.
                if (html::wait_of_guess(self.guessing, page.request(), self.clock.now())) return std::nullopt;
                const auto followed = pages.activities.follow(tenant, code);
                if (!followed) return std::nullopt;
                const auto programme = pages.activities.programme(tenant.id);
                const auto [activity, session] = programme->session(followed->session);
                if (!session) return FollowedMatter{.what = page.t("Your sign-up"), .standing = page.t("It is over.")};
                const auto where = where_text(pages.activities, tenant.id, *session);
                return FollowedMatter{
                    .what = where.empty() ? activity->title : activity->title + ", " + where,
                    .standing = standing_of_sign_up(pages, *followed, *session, page),
                    .began = page.tn("For {n} person", "For {n} persons", followed->persons)};
            },
            .wait = [pages](const http::Request& request) {
                auto& self = Inside::of(pages.activities);
                return wait_after_guess(self.guessing, request, self.clock.now());
            },
            .one = TEXT("Sign-ups for a session"),
            .opens = [pages](const html::Page& page, std::string_view code) -> std::optional<std::string> {
                return path_of_code(pages, page.request(), code);
            }};
}

}  // namespace digilots::activities
