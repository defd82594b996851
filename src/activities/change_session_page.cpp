// A session is moved or changed, alone or with those that follow.
#include <algorithm>
#include <map>

#include "activities/foreseen.h"
#include "activities/session_fields.h"
#include "activities/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

using html::components::Field;

Reach reach_in(const http::Fields& typed) {
    const auto word = typed.get("reach");
    return word == "all" ? Reach::all : word == "following" ? Reach::following : Reach::this_one;
}

/// What is asked before it is saved, and what the page says of whom it concerns.
struct Asking {
    bool asks_sure = false;
    std::vector<std::string> concerns = {}, doubts = {};
    std::string asked_about = {};
    std::vector<Concerned> sessions = {};
    std::map<std::string, std::string> differ = {};  // of the sessions, with what they are now
    std::vector<std::string> stays = {};
};

struct ConcernedInAll {
    std::int64_t persons = 0, codes = 0, sessions = 0;
};

/// Without those that stay as they are. Who is with it all the way is one and the same on every day.
ConcernedInAll sum_of(const std::vector<Concerned>& concerned, const std::vector<std::string>& stays, bool is_all_along) {
    ConcernedInAll all;
    for (const auto& one : concerned) {
        if (base::holds(stays, one.session)) continue;
        all.persons = is_all_along ? std::max(all.persons, one.persons) : all.persons + one.persons;
        all.codes = is_all_along ? std::max(all.codes, one.codes) : all.codes + one.codes;
        ++all.sessions;
    }
    return all;
}

/// "27 persons are signed up or wait …": of those alone whom the change concerns.
std::vector<std::string> people_lines(const std::vector<Concerned>& concerned, const std::vector<std::string>& stays,
                                      bool is_all_along, const html::Page& page) {
    const auto [persons, codes, sessions] = sum_of(concerned, stays, is_all_along);
    std::vector<std::string> lines;
    if (concerned.size() > 1) {
        lines.push_back(page.tn("This changes {n} session.", "This changes {n} sessions.", sessions));
        lines.push_back(page.t("The first is on {day}.", {{"day", page.translator().date(concerned.front().day)}}));
    }
    if (persons > 0)
        lines.push_back(page.tn("{n} person is signed up or waits. Where the time or the place is another, whoever left an "
                                "e-mail address is written to; the others stand under “Ring these”.",
                                "{n} persons are signed up or wait. Where the time or the place is another, whoever left an "
                                "e-mail address is written to; the others stand under “Ring these”.",
                                persons));
    if (codes > 0)
        lines.push_back(page.tn("{n} of them has a code alone: nobody can tell them, and they may come to what it was before.",
                                "{n} of them have a code alone: nobody can tell them, and they may come to what it was before.",
                                codes));
    return lines;
}

std::vector<std::string> stays_in(const http::Fields& typed) {
    std::vector<std::string> stays;
    for (const auto id : typed.all("stays")) stays.emplace_back(id);
    return stays;
}

http::Response show_change(const Pages& pages, const http::Request& request, const http::Fields& typed,
                           html::FormErrors errors, const Asking& asking, int status) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session || found.session->status != Status::planned) return html::error_page(request, 404);
    const auto page = session_step_page(request, found, html::Page(request).t("Move or change a session"));
    const auto url = page.tenant_url("/staff/sessions/" + found.session->id);
    ChangeSessionView view{.url = url + "/change",
                           .back_url = url,
                           .seen = seen_session(pages, request, typed, *found.session)};
    for (auto* fields : {&view.fields}) {
        for (auto& field : when_fields(typed, errors, page)) fields->push_back(std::move(field));
        for (auto& field : where_fields(pages, typed, errors, page)) fields->push_back(std::move(field));
        for (auto& field : seat_fields(typed, errors, page)) fields->push_back(std::move(field));
    }
    const auto reach = reach_in(typed);
    view.reach = Field{
        .name = "reach",
        .label = page.t("Which sessions"),
        .options = {{"this", page.t("This one alone"), reach == Reach::this_one},
                    {"following",
                     page.t("This and the following ones: times, place and seats; each moves by as many days as this one"),
                     reach == Reach::following},
                    {"all", page.t("All that are to come: times, place and seats; each moves by as many days as this one"),
                     reach == Reach::all}}};
    view.sure = Field{
        .name = "sure",
        .label = page.t("All who are signed up keep their seats. Fewer seats for those who come later.")};
    view.asks_sure = asking.asks_sure;
    view.concerns = asking.concerns;
    view.doubts = asking.doubts;
    view.asked_about = asking.asked_about;
    if (asking.sessions.size() > 1) {
        view.proposed = typed.get("reach");
        view.stays = Field{.name = "stays", .label = page.t("These stay as they are"), .optional = true};
        if (!asking.differ.empty())
            view.stays.hint = page.t("Those that are at another time or another place now are marked: take the mark away where "
                                     "they are to change, too. Only what you changed is changed.");
        for (const auto& one : asking.sessions) {
            const auto& words = page.translator();
            view.stays.options.push_back({one.session,
                                          words.weekday(base::weekday_of(one.day)) + " " + words.date(one.day) + ", " +
                                              page.tn("{n} person is signed up", "{n} persons are signed up", one.persons) +
                                              (asking.differ.contains(one.session) ? ", " + asking.differ.at(one.session) : ""),
                                          base::holds(asking.stays, one.session)});
        }
    }
    view.errors = std::move(errors);
    return html::render_page(page, templates::change_session_page(view, page), status);
}

/// Each of them as it would be.
std::vector<NewSession> moved_with(const NewSession& to, const Programme& programme, const Session& chosen,
                                   const std::vector<Concerned>& concerned, std::string_view zone) {
    const auto before = as_new(chosen, zone);
    std::vector<NewSession> sessions;
    for (const auto& one : concerned) {
        const auto* stands = programme.session(one.session).session;
        sessions.push_back(stands && one.session != chosen.id ? changed_alike(as_new(*stands, zone), before, to) : to);
    }
    return sessions;
}

/// Of those that are at another time of the day or another place than the one that is changed: where and when they are now.
std::map<std::string, std::string> that_differ(const Pages& pages, const Programme& programme, const Session& chosen,
                                               const std::vector<Concerned>& concerned, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto before = as_new(chosen, tenant.zone);
    std::map<std::string, std::string> differ;
    for (const auto& one : concerned) {
        const auto* stands = programme.session(one.session).session;
        if (!stands || !differ_in_time_or_place(as_new(*stands, tenant.zone), before)) continue;
        const auto where = where_text(pages.activities, tenant.id, *stands);
        differ[one.session] = page.t("now {what}", {{"what", hours_text(*stands, tenant.zone, page.translator()) +
                                                                 (where.empty() ? "" : ", " + where)}});
    }
    return differ;
}

/// None of them begins in the past, or at a time that there is not that night.
void check_moved(const Pages& pages, const html::Page& page, const std::vector<NewSession>& moved,
                 const std::vector<Concerned>& concerned, const std::vector<std::string>& stays, html::FormErrors& errors) {
    const auto& zone = page.request().tenant->zone;
    for (std::size_t at = 0; at < moved.size() && errors.empty(); ++at) {
        if (base::holds(stays, concerned[at].session)) continue;
        const auto starts = calendar::to_instant(moved[at].starts, zone);
        if (starts <= Inside::of(pages.activities).clock.now())
            errors.add("day", page.t("The session of {day} would begin in the past. Choose another day.",
                                     {{"day", page.translator().date(concerned[at].day)}}));
        else if (calendar::to_wall(starts, zone) != moved[at].starts)
            errors.add("starts", words_of(Dates{.fault = SeriesFault::no_time, .day = calendar::date_of(moved[at].starts)},
                                          page.translator()));
    }
}

/// As the page of the session tells it afterwards.
std::string done_with(const std::vector<Concerned>& concerned, const std::vector<std::string>& stays, bool is_all_along) {
    const auto [persons, codes, sessions] = sum_of(concerned, stays, is_all_along);
    const auto number = [](std::int64_t n) { return std::to_string(n); };
    return "changed&sessions=" + number(sessions) + "&people=" + number(persons) + "&codes=" + number(codes);
}

}  // namespace

bool may_change(const Pages& pages, const http::Request& request, std::string_view activity) {
    const auto& records = pages.activities.activities();
    const auto record = records.find(request.tenant->id, activity);
    return record && records.may_change(register_::around_of(records, request), *record);
}

bool may_count(const Pages& pages, const http::Request& request, const Activity& activity) {
    return activity.unit.empty() || may_change(pages, request, activity.id);
}

std::string seen_session(const Pages& pages, const http::Request& request, const http::Fields& typed,
                         const Session& session) {
    return typed.has("seen") ? std::string(typed.get("seen"))
                             : pages.activities.mark_of(request.tenant->id, session.id);
}

html::Page session_step_page(const http::Request& request, const Programme::Found& found, std::string title) {
    auto page = staff_page(request, std::move(title));
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1,
                            {found.activity->title, page.tenant_url("/staff/sessions/" + found.session->id)});
    return page;
}

http::Response answer_of(const http::Request& request, const Programme::Found& found, Arranged arranged,
                         const std::string& done) {
    switch (arranged) {
        case Arranged::not_there:
            return html::error_page(request, 404);
        case Arranged::not_theirs:
            return html::not_theirs_page(request, whose_activity);
        case Arranged::concerns_people:
        case Arranged::changed_meanwhile:
            return http::changed_meanwhile("activity:" + found.activity->id);
        case Arranged::over:
            return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + found.session->id + "?done=begun"));
        case Arranged::too_many:
            return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + found.session->id + "?done=too_many"));
        case Arranged::done:
            break;
    }
    return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + found.session->id +
                                                          "?done=" + done));
}

http::Response change_session_page(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session) return html::error_page(request, 404);
    if (!may_change(pages, request, found.activity->id)) return html::not_theirs_page(request, whose_activity);
    const auto around = register_::around_of(pages.activities.activities(), request);
    Asking asking;
    asking.concerns =
        people_lines(concerned_by(pages.activities, around, found.session->id, Reach::this_one), {}, false, html::Page(request));
    return show_change(pages, request, fields_of(*found.session, request.tenant->zone), {}, asking, 200);
}

http::Response change_session(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session) return html::error_page(request, 404);
    const html::Page page(request);
    html::FormErrors errors;
    Asking asking;
    if (!may_change(pages, request, found.activity->id)) {
        if (found.session->status != Status::planned) return html::not_theirs_page(request, whose_activity);
        errors.add("", page.t(whose_activity));
        return show_change(pages, request, request.form, std::move(errors), asking, 403);
    }
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto to = session_in(pages, request.form, errors, page);
    const auto reach = reach_in(request.form);
    const auto concerned = concerned_by(pages.activities, around, found.session->id, reach);
    if (reach != Reach::this_one) {
        asking.differ = that_differ(pages, *programme, *found.session, concerned, page);
        asking.stays = stays_in(request.form);
        // Proposed once for these sessions: then it is as whoever changes them says.
        if (request.form.get("proposed") != request.form.get("reach"))
            for (const auto& [session, now] : asking.differ) base::add_once(asking.stays, session);
    }
    const auto& stays = asking.stays;
    asking.concerns = people_lines(concerned, stays, found.activity->all_along, page);
    if (errors.empty()) {
        const auto moved = moved_with(to, *programme, *found.session, concerned, request.tenant->zone);
        check_moved(pages, page, moved, concerned, stays, errors);
        if (reach != Reach::this_one) asking.sessions = concerned;
        asking.doubts = texts_of(foreseen_of(pages, *request.tenant, found.activity->id, moved, page.translator(),
                                             reach == Reach::this_one ? found.session->id : std::string()));
    }
    if (!errors.empty()) return show_change(pages, request, request.form, std::move(errors), asking, 422);
    auto asked = asking.doubts;
    if (reach != Reach::this_one)
        for (const auto& one : concerned)
            asked.push_back(one.session + (asking.differ.contains(one.session) ? " " + asking.differ.at(one.session) : ""));
    asking.asked_about = asked.empty() ? "" : base::mark_of(asked);
    if (!asked.empty() && request.form.get("asked_about") != asking.asked_about)
        return show_change(pages, request, request.form, {}, asking, 422);
    const auto arranged = pages.activities.change_sessions(
        around, found.session->id, to, {reach, stays}, request.form.get("sure") == "1", request.identity->account_id,
        base::Seen::mark(request.form.get("seen")));
    if (arranged == Arranged::concerns_people) {
        errors.add(
            "capacity",
            page.t("More seats are taken than that. Nobody is taken out; say below whether you mean it."));
        asking.asks_sure = true;
        return show_change(pages, request, request.form, std::move(errors), asking, 422);
    }
    if (arranged == Arranged::not_theirs) {
        errors.add("", page.t(whose_activity));
        return show_change(pages, request, request.form, std::move(errors), asking, 403);
    }
    return answer_of(request, found, arranged, done_with(concerned, stays, found.activity->all_along));
}

}  // namespace digilots::activities
