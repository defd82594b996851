// A session, for staff: who is signed up, what can be done.
#include "activities/session_fields.h"

#include <algorithm>

#include "activities/outcomes.h"
#include "activities/templates.h"
#include "platform/audit/reading.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/asked_unit.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr i18n::Text whose_session = TEXT(
    "The activity belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

bool may_change(const Pages& pages, const http::Request& request, const std::string& activity_id) {
    const auto& records = pages.activities.activities();
    const auto record = records.find(request.tenant->id, activity_id);
    return record && records.may_change(register_::around_of(records, request), *record);
}

std::string status_word(const Session& session, const html::Page& page) {
    switch (session.status) {
        case Status::held:
            return page.t("Held");
        case Status::cancelled:
            return page.t("Cancelled");
        case Status::planned:
            break;
    }
    return session.reason.empty() ? page.t("Planned") : page.t("Held after all");
}

/// What was done just now; "" nothing.
std::string said_done(std::string_view done, const html::Page& page) {
    if (done == "changed") return page.t("The change is saved.");
    if (done == "cancelled")
        return page.t("The session is cancelled. Those with an e-mail address are written to; ring the others.");
    if (done == "cancelled-before") return page.t("The session is cancelled already. Nothing was changed.");
    if (done == "put-back")
        return page.t("The session is put back. Those with an e-mail address are written to; ring the others.");
    if (done == "begun") return page.t("The session has begun: it cannot be put back any more. Nothing was changed.");
    if (done == "reason") return page.t("The reason is changed. Nobody is told again.");
    if (done == "mended") return page.t("How they are reached is put right. Their place stays.");
    return done == "counted" ? page.t("What was counted is saved.") : "";
}

SessionView::Person person_of(const Listed& listed, bool may, bool is_cancelled, const http::Request& request,
                              const html::Page& page) {
    SessionView::Person person{.id = listed.id, .name = listed.name.empty() ? page.t("Without a name") : listed.name};
    if (listed.persons > 1) person.persons = page.tn("For {n} person", "For {n} persons", listed.persons);
    if (listed.to_tell == "seat") person.tell = page.t("Has a seat now, and does not know it.");
    if (listed.to_tell == "cancelled") person.tell = page.t("Does not know that it is cancelled.");
    if (listed.to_tell == "put_back") person.tell = page.t("Does not know that it is held after all.");
    if (listed.to_tell == "moved") person.tell = page.t("Does not know that day, time or place is another.");
    if (listed.to_tell == "letter") person.tell = page.t("A letter did not reach them.");
    if (listed.to_tell == "letter_tried") person.tell = page.t("A letter has not reached them yet. It is tried again.");
    if (listed.to_tell == "reminder") person.tell = page.t("Wants to be reminded: it is tomorrow.");
    if (!may) return person;
    person.reach = listed.value;
    if (listed.by == ContactBy::email) person.reach_url = "mailto:" + listed.value;
    const auto number = listed.by == ContactBy::phone
                            ? base::read_phone(listed.value, request.tenant->country)
                            : std::nullopt;
    if (number) person.reach_url = "tel:" + number->dialled;
    const auto url = page.tenant_url("/staff/sign-ups/" + listed.id);
    if (!is_cancelled) person.leave_url = url + "/cancel";
    person.mend_url = url + "/contact";
    if (!person.tell.empty()) person.told_url = url + "/told";
    return person;
}

/// Whoever is to be told stands first, with the way to say that they are; below, where they stand among the others.
void show_people(SessionView& view, const std::vector<Listed>& people, bool is_cancelled, const html::Page& page) {
    for (const auto& listed : people) {
        auto person = person_of(listed, view.may_change, is_cancelled, page.request(), page);
        if (!person.tell.empty()) view.to_tell.push_back(person);
        person.told_url.clear();
        (listed.is_confirmed ? view.confirmed : view.waiting).push_back(std::move(person));
    }
}

html::components::Table came_table(const Attendance& attendance, const html::Page& page) {
    html::components::Table table{.caption = page.t("Who came"),
                                  .columns = {{page.t("Gender")}, {page.t("Number"), true}}};
    const std::pair<i18n::Text, std::optional<std::int64_t>> rows[] = {
        {TEXT("Women"), attendance.women},
        {TEXT("Men"), attendance.men},
        {TEXT("Girls"), attendance.girls},
        {TEXT("Boys"), attendance.boys},
        {TEXT("Not stated"), attendance.not_stated},
        {TEXT("Signed up and did not come"), attendance.did_not_come}};
    for (const auto& [title, number] : rows)
        if (number)
            table.rows.push_back({{page.t(title)}, {page.translator().number(static_cast<double>(*number))}});
    return table;
}

void tell_outcome(SessionView& view, const Pages& pages, const Attendance& attendance, const Activity& activity,
                  const Session& session, const html::Page& page) {
    const auto& tenant = page.request().tenant->id;
    view.came = came_table(attendance, page);
    const auto tell = [&](std::string title, std::vector<std::string> lines) {
        std::erase_if(lines, [](const std::string& line) { return line.empty(); });
        if (!lines.empty()) view.outcome.push_back({.title = std::move(title), .lines = std::move(lines)});
    };
    const auto numbers = [&](taxonomy::List list, const std::map<std::string, std::int64_t>& parts) {
        std::vector<std::string> lines;
        for (const auto& [term, number] : parts)
            lines.push_back(taxonomy::label(list, term, page.translator()) + ": " + std::to_string(number));
        return lines;
    };
    tell(page.t("Target groups"), numbers(taxonomy::List::target_group, attendance.groups));
    tell(page.t("How they heard of it"), numbers(taxonomy::List::found_us, attendance.found_us));
    tell(page.t("What came of it"), {attendance.note});
    tell(page.t("Questions that came up"), {attendance.asked});
    tell(page.t("Needs that were found"), {attendance.needs});
    if (!attendance.needs.empty())
        for (const auto& need : open_needs(pages.activities, tenant))
            if (need.session == session.id) {
                view.outcome.back().url = page.tenant_url("/staff/needs-found#" + session.id);
                view.outcome.back().link = page.t("Nobody has seen to them yet");
            }
    tell(page.t("Next step"), {attendance.next_step});
    std::vector<std::string> took_part;
    for (const auto& partner : partners_of(pages.activities, tenant, activity.id))
        if (base::holds(attendance.partners, partner.id)) took_part.push_back(partner.title);
    tell(page.t("Who took part of those who arrange it with us"), std::move(took_part));
    std::vector<std::string> costs;
    const std::pair<const char*, std::optional<std::int64_t>> paid[] = {{"fee", attendance.fee},
                                                                        {"premises", attendance.premises},
                                                                        {"material", attendance.material},
                                                                        {"travel", attendance.travel}};
    for (const auto& [key, cost] : paid)
        if (cost) costs.push_back(page.t(cost_title(key)) + ": " + amount_text(*cost, page.translator()));
    tell(page.t("What it cost"), std::move(costs));
}

/// As residents are asked, but of another person.
void ask_for_somebody(SessionView& view, const http::Fields& typed, const html::FormErrors& errors,
                      const html::Page& page) {
    SignUpView fields;
    fill_sign_up_fields(fields, typed, errors, page);
    view.persons = fields.persons;
    view.persons.label = page.t("How many come");
    view.name = fields.name;
    view.name.hint = page.t("So that we can say hello. Without a name it goes as well.");
    view.by = fields.by;
    view.by.label = page.t("If something changes, how do we reach them?");
    view.by.options.front().label = page.t("Not at all: they look with their code");
    view.contact = fields.contact;
    view.how_often = fields.how_often;
    view.how_often.label = page.t("How often do we tell them?");
    view.found_us = fields.found_us;
    view.found_us.label = page.t("How they heard of it");
}

http::Response show_session(const Pages& pages, const http::Request& request, const http::Fields& typed,
                            html::FormErrors errors, std::string code, int status) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(request.parameter("session"));
    if (!session) return html::error_page(request, 404);
    const auto& self = Inside::of(pages.activities);
    auto page = staff_page(request, activity->title);
    const auto url = page.tenant_url("/staff/sessions/" + session->id);
    SessionView view{.when = when_text(*session, request.tenant->zone, page.translator()),
                     .where = where_text(pages.activities, request.tenant->id, *session),
                     .seats = session->capacity ? page.t("{taken} of {seats} seats are taken, {waiting} wait",
                                                         {{"taken", std::to_string(session->taken)},
                                                          {"seats", std::to_string(*session->capacity)},
                                                          {"waiting", std::to_string(session->waiting)}})
                                                : page.tn("{n} person is signed up",
                                                          "{n} persons are signed up", session->taken),
                     .status = status_word(*session, page),
                     .reason = session->reason,
                     .activity_url = page.tenant_url("/staff/activities/" + activity->id),
                     .change_url = url + "/change",
                     .cancel_url = url + "/cancel",
                     .attendance_url = session->status == Status::cancelled ? "" : url + "/attendance",
                     .sheet_url = url + "/sheet.pdf",
                     .form_key = base::form_key_for(typed.get("form_key"), self.clock.now()),
                     .may_change = may_change(pages, request, activity->id),
                     .is_planned = session->status == Status::planned,
                     .is_over = session->ends <= self.clock.now()};
    view.recruiting_url = page.tenant_url("/staff/recruiting?session=" + session->id);
    if (activity->needs_sign_up && view.may_change)
        view.sign_up_url = url + "/sign-ups";
    view.done = said_done(request.query.get("done"), page);
    if (session->status == Status::cancelled) {
        view.reason_url = url + "/reason";
        if (session->starts > self.clock.now()) view.put_back_url = url + "/put-back";
    }
    if (view.is_planned)
        view.warnings = warnings_about(pages, *activity, session->place, !session->remote.empty(), page);
    const auto people = pages.activities.signed_up(request.tenant->id, session->id);
    const auto is_shown = [&](const Listed& listed) {
        return !listed.name.empty() || (view.may_change && listed.by != ContactBy::none);
    };
    if (std::ranges::any_of(people, is_shown)) note_reading(pages, request, session->id);
    show_people(view, people, session->status == Status::cancelled, page);
    if (const auto attendance = pages.activities.attendance(request.tenant->id, session->id))
        tell_outcome(view, pages, *attendance, *activity, *session, page);
    ask_for_somebody(view, typed, errors, page);
    offer_no_letters(view.by, pages);
    view.errors = std::move(errors);
    if (!code.empty()) view.slip_url = page.tenant_url("/sign-ups/" + code + "/slip.pdf");
    view.code = std::move(code);
    return never_kept(html::render_page(page, templates::session_page(view, page), status));
}

http::Response after_step(const Pages& pages, const http::Request& request, bool is_done,
                          const std::string& session) {
    if (!is_done || session.empty()) return html::error_page(request, 404);
    static_cast<void>(pages);
    return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + session + "?done=changed"));
}

/// Of a sign-up in the address; "" where there is none, or somebody may not change it.
std::string session_of_sign_up(const Pages& pages, const http::Request& request, bool& is_theirs) {
    const auto session = pages.activities.session_of(request.tenant->id, request.parameter("id"));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(session);
    is_theirs = found.session && may_change(pages, request, found.activity->id);
    return found.session ? session : "";
}

}  // namespace

void note_reading(const Pages& pages, const http::Request& request, const std::string& session_id) {
    const auto& self = Inside::of(pages.activities);
    if (request.identity)
        audit::note_reading(self.database,
                            {request.tenant->id, request.identity->account_id, "sign-up contact read",
                             "session:" + session_id, ""},
                            self.clock.now());
}

namespace {

http::Response show_sessions(const Pages& pages, const http::Request& request, html::FormErrors errors, int status) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto now = Inside::of(pages.activities).clock.now();
    const auto today = base::to_civil(now, request.tenant->zone).date;
    auto page = staff_page(request, html::Page(request).t("Sessions"));
    const auto of = request.query.get("activity");
    SessionsView view{.url = page.tenant_url("/staff/activities"),
                      .table_url = page.tenant_url("/staff/sessions/table"),
                      .import_url = page.tenant_url("/staff/sessions/import")};
    if (request.query.has("imported")) view.notice = page.t("The table is taken in.");
    view.find_url = page.tenant_url("/staff/sign-ups/find");
    view.code = {.name = "code",
                 .label = page.t("Find a sign-up by its code"),
                 .value = base::cut(base::trim(request.form.get("code")), 30),
                 .hint = page.t("Such as k7m2-9xqd-4tfh, as somebody reads it out."),
                 .autocomplete = "off"};
    view.code = view.code.with(errors);
    view.errors = std::move(errors);
    const auto unit = register_::asked_unit(pages.activities.activities().others().links, "organisation.unit", page);
    view.unit = unit.form(page.tenant_url("/staff/sessions"));
    std::vector<std::pair<const Activity*, const Session*>> sessions;
    for (const auto& activity : programme->activities)
        if (of.empty() ? unit.holds(activity.unit) : activity.id == of)
            for (const auto& session : activity.sessions) sessions.emplace_back(&activity, &session);
    std::ranges::stable_sort(sessions, {}, [](const auto& one) { return one.second->starts; });
    for (const auto& [activity, session] : sessions) {
        auto line = line_of(pages, *activity, *session, page);
        if (session->day == today)
            view.today.push_back(std::move(line));
        else if (session->ends < now && session->status == Status::planned)
            view.uncounted.push_back(std::move(line));
        else if (session->ends >= now)
            view.later.push_back(std::move(line));
        else if (!of.empty())
            view.earlier.push_back(std::move(line));
    }
    return html::render_page(page, templates::sessions_page(view, page), status);
}

}  // namespace

http::Response sessions_page(const Pages& pages, const http::Request& request) {
    return show_sessions(pages, request, {}, 200);
}

http::Response find_sign_up(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto followed = pages.activities.follow(*request.tenant, base::trim(request.form.get("code")));
    if (followed)
        return http::see_other(page.tenant_url("/staff/sessions/" + followed->session + "#sign-up-" + followed->id));
    html::FormErrors errors;
    errors.add("code", page.t("Nobody is signed up with this code. Read each sign again, or look on the page of the session."));
    return show_sessions(pages, request, std::move(errors), 404);
}

http::Response moved_from_directory(const Pages&, const http::Request& request) {
    const std::string id(request.parameter("id"));
    return http::moved(html::Page(request).tenant_url("/staff/activities" + (id.empty() ? "" : "/" + html::url_encode(id))));
}

http::Response session_page(const Pages& pages, const http::Request& request) {
    return show_session(pages, request, {}, {}, "", 200);
}

http::Response sign_up_for_somebody(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(request.parameter("session"));
    if (!session) return html::error_page(request, 404);
    if (!may_change(pages, request, activity->id)) return html::not_theirs_page(request, whose_session);
    html::FormErrors errors;
    auto wanted = sign_up_in(request.form, errors, page);
    wanted.by_staff = true;
    if (!errors.empty()) return show_session(pages, request, request.form, std::move(errors), "", 422);
    const auto signed_up = pages.activities.sign_up(*request.tenant, session->id, wanted, page.translator());
    // The code stands on this answer alone: a redirect would carry it in an address.
    if (signed_up) return show_session(pages, request, {}, {}, signed_up->code, 200);
    for (const auto& [field, message] : signed_up.error().errors) errors.add(field, message);
    if (errors.empty()) errors.add("", words_of(signed_up.error().why, page.translator()));
    return show_session(pages, request, request.form, std::move(errors), "", 422);
}

http::Response leave_for_somebody(const Pages& pages, const http::Request& request) {
    bool is_theirs = false;
    const auto session = session_of_sign_up(pages, request, is_theirs);
    if (!session.empty() && !is_theirs) return html::not_theirs_page(request, whose_session);
    const bool is_done =
        is_theirs && pages.activities.leave_as_staff(*request.tenant, request.parameter("id"),
                                                     request.identity->account_id);
    return after_step(pages, request, is_done, session);
}

http::Response note_told(const Pages& pages, const http::Request& request) {
    bool is_theirs = false;
    const auto session = session_of_sign_up(pages, request, is_theirs);
    if (!session.empty() && !is_theirs) return html::not_theirs_page(request, whose_session);
    if (is_theirs)
        pages.activities.note_told(request.tenant->id, request.parameter("id"), request.identity->account_id);
    return after_step(pages, request, is_theirs, session);
}

}  // namespace digilots::activities
