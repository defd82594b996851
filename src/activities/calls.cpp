// Whom staff tell by phone or letter, for the one list of calls; and who waits at a place.
#include <algorithm>

#include "activities/calls.h"
#include "activities/implementation.h"
#include "activities/pages.h"
#include "platform/audit/reading.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"

namespace digilots::activities {

std::string told_to(const Activities& activities, const http::Tenant& tenant, const Programme::Found& at, const Listed& listed) {
    const auto& [activity, session] = at;
    const auto& words = i18n::translator(listed.language);
    const auto what = activity->discreet ? words.t(TEXT("A booked time")) : activity->title;
    const auto when = when_text(*session, tenant.zone, words);
    const auto where = activity->discreet ? std::string() : where_with_street(activities, tenant.id, *session);
    if (session->status == Status::cancelled)
        return words.t(TEXT("We have to cancel what you signed up for: {what}, {when}."), {{"what", what}, {"when", when}});
    if (!listed.is_confirmed)
        return words.t(TEXT("You wait for a seat: {what}, {when}."), {{"what", what}, {"when", when}});
    if (where.empty()) return words.t(TEXT("You have a seat: {what}, {when}."), {{"what", what}, {"when", when}});
    return words.t(TEXT("You have a seat: {what}, {when}, {place}."), {{"what", what}, {"when", when}, {"place", where}});
}

std::vector<std::string> told_of_days(const Activities& activities, const http::Tenant& tenant, const Programme& programme,
                                      const std::vector<ToTell::Day>& days, const Listed& listed) {
    std::vector<std::string> told;
    for (const auto& day : days) {
        const auto at = programme.session(day.session);
        if (at.session) told.push_back(told_to(activities, tenant, at, listed));
    }
    return told;
}

std::string untold_in_words(std::string_view to_tell, const std::string& before, const i18n::Translator& words) {
    const auto text = [&]() -> std::string {
        if (to_tell == "seat") return words.t("Has a seat now, and does not know it.");
        if (to_tell == "cancelled") return words.t("Does not know that it is cancelled.");
        if (to_tell == "put_back") return words.t("Does not know that it is held after all.");
        if (to_tell == "moved") return words.t("Does not know that day, time or place is another.");
        if (to_tell == "added") return words.t("Does not know that there is one more day.");
        if (to_tell == "letter") return words.t("A letter did not reach them.");
        if (to_tell == "letter_tried") return words.t("A letter has not reached them yet. It is tried again.");
        if (to_tell == "reminder") return words.t("Wants to be reminded: it is tomorrow.");
        if (to_tell == "reminder_letter") return words.t("Wants to be reminded by letter.");
        return "";
    }();
    if (before.empty() || to_tell == "added") return text;
    if (to_tell == "moved") return text + " " + words.t("They know of {before}.", {{"before", before}});
    if (!is_told_with_time(to_tell)) return text;
    return text + " " + words.t("Nor do they know that it is moved: they know of {before}.", {{"before", before}});
}

namespace {

/// What they do not know, then how it is: of several days what they do not know is said once.
std::string text_to_tell(const Activities& activities, const Programme& programme, const ToTell& one, const Listed& listed,
                         const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    std::vector<std::string> sentences;
    if (one.days.size() == 1) {
        const auto before = known_before(activities, listed, *programme.session(one.session).session, page);
        sentences.push_back(untold_in_words(one.what, before, page.translator()));
    } else {
        for (const auto& day : one.days) base::add_once(sentences, untold_in_words(day.what, "", page.translator()));
    }
    for (auto& said : told_of_days(activities, tenant, programme, one.days, listed)) sentences.push_back(std::move(said));
    return base::joined(sentences, " ");
}

}  // namespace

std::vector<ToRing> Activities::to_ring(const html::Page& page) const {
    const auto& self = *implementation_;
    const auto& tenant = *page.request().tenant;
    const auto around = register_::around_of(self.activities, page.request());
    const auto all = programme(tenant.id);
    std::map<std::string, std::vector<Listed>> people;
    std::map<std::string, bool> is_theirs;
    std::vector<ToRing> rows;
    for (const auto& one : to_tell(tenant.id)) {
        const auto found = all->session(one.session);
        if (!found.session) continue;
        const auto [theirs, is_new] = is_theirs.try_emplace(found.activity->id, false);
        if (is_new) {
            const auto record = self.activities.find(tenant.id, found.activity->id);
            theirs->second = record && self.activities.may_change(around, *record);
        }
        if (!theirs->second) continue;
        auto& listed = people[one.session];
        if (listed.empty()) listed = signed_up(tenant.id, one.session);
        const auto* who = base::find_in(listed, one.id, &Listed::id);
        if (!who || who->value.empty()) continue;
        const auto own = page.tenant_url("/staff/sign-ups/" + who->id);
        rows.push_back({.place = found.session->place,
                        .about = page.t(TEXT("{what}, {when}"),
                                        {{"what", found.activity->title},
                                         {"when", when_text(*found.session, tenant.zone, page.translator())}}),
                        .url = page.tenant_url("/staff/sessions/" + one.session),
                        .reach = who->name.empty() ? who->value : who->name + ", " + who->value,
                        .text = text_to_tell(*this, *all, one, *who, page),
                        .told_url = own + "/told?from=calls",
                        .letter_url = who->by == ContactBy::letter ? own + "/letter.pdf" : "",
                        .is_cancelled = std::ranges::all_of(one.days, [&](const ToTell::Day& day) {
                            const auto at = all->session(day.session);
                            return at.session && at.session->status == Status::cancelled;
                        })});
    }
    if (page.request().identity)
        for (const auto& [session, listed] : people)
            audit::note_reading(self.database,
                                {tenant.id, page.request().identity->account_id, "sign-up contact read",
                                 "session:" + session, ""},
                                self.clock.now());
    return rows;
}

std::string Activities::waiting_at(const register_::Surroundings& around, std::string_view place) const {
    const auto now = implementation_->clock.now();
    const auto all = programme(around.municipality_id);
    std::int64_t sessions = 0, people = 0;
    for (const auto& activity : all->activities)
        for (const auto& session : activity.sessions) {
            if (session.place != place || session.status != Status::planned || session.ends <= now) continue;
            ++sessions;
            people += session.taken + session.waiting;
        }
    if (sessions == 0) return "";
    return around.words->tn("{n} session to come is there, with {people} signed up or waiting. It becomes a task: move it, or "
                            "cancel it with a reason, so that they are told. Nobody signs up until then.",
                            "{n} sessions to come are there, with {people} signed up or waiting. They become tasks: move them, "
                            "or cancel them with a reason, so that they are told. Nobody signs up until then.",
                            sessions, {{"people", std::to_string(people)}});
}

}  // namespace digilots::activities
