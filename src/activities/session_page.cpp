// A session, for staff: who is signed up, what can be done.
#include "activities/session_fields.h"

#include <algorithm>
#include <set>
#include <utility>

#include "activities/outcomes.h"
#include "activities/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

std::string status_word(const Session& session, bool is_over, const html::Page& page) {
    switch (session.status) {
        case Status::held:
            return page.t("Held");
        case Status::cancelled:
            return page.t("Cancelled");
        case Status::planned:
            break;
    }
    if (is_over) return page.t("Over, and not counted yet");
    return session.reason.empty() ? page.t("Planned") : page.t("Held after all");
}

/// How many sessions and people it was about, where it was about more than this one.
std::string changed_text(const html::Page& page) {
    const auto number = [&](const char* name) {
        return base::whole_number(page.request().query.get(name), 0, 1'000'000).value_or(0);
    };
    auto text = page.t("The change is saved.");
    const auto sessions = number("sessions"), people = number("people"), codes = number("codes");
    if (sessions > 1) text += " " + page.tn("{n} session is changed.", "{n} sessions are changed.", sessions);
    if (people > 0) text += " " + page.tn("It concerns {n} person.", "It concerns {n} persons.", people);
    if (codes > 0)
        text += " " + page.tn("{n} of them has a code alone: nobody can tell them, and they may come to what it was before.",
                              "{n} of them have a code alone: nobody can tell them, and they may come to what it was before.",
                              codes);
    return text;
}

}  // namespace

std::string codes_alone_text(const std::vector<Listed>& people, const html::Page& page) {
    std::int64_t persons = 0;
    for (const auto& one : people)
        if (one.by == ContactBy::none) persons += one.persons;
    return persons == 0 ? ""
                        : page.tn("{n} of them has a code alone: nobody can tell them. The page of the code says it.",
                                  "{n} of them have a code alone: nobody can tell them. The page of their code says it.",
                                  persons);
}

namespace {

/// What was done just now; "" nothing.
std::string said_done(std::string_view done, const html::Page& page) {
    if (done == "changed") return changed_text(page);
    if (done == "cancelled")
        return page.t("The session is cancelled. Those with an e-mail address are written to; ring those under “Ring these”.");
    if (done == "cancelled-before") return page.t("The session is cancelled already. Nothing was changed.");
    if (done == "put-back")
        return page.t("The session is put back. Those with an e-mail address are written to; ring those under “Ring these”.");
    if (done == "too_many") return page.t(too_many_to_be_held);
    if (done == "begun") return page.t("The session has begun: it cannot be put back any more. Nothing was changed.");
    if (done == "reason") return page.t("The reason is changed. Nobody is told again.");
    if (done == "left")
        return page.t("The sign-up is cancelled. It can be put back below until midnight, while the seat is free.");
    if (done == "left-there")
        return page.t("The sign-up is cancelled. Whoever arranges it can put it back until midnight, while the seat is free.");
    if (done == "given") return page.t("The sign-up is cancelled. Who waited has the seat now.");
    if (done == "back") return page.t("The sign-up is put back, with the same code.");
    if (done == "taken")
        return page.t("The seat is taken by now: nobody was put back. Sign the person up again, or let them wait.");
    if (done == "been") return page.t("The session is over: there is nothing left to cancel.");
    if (done == "over") return page.t("It cannot be put back any more. Sign the person up again.");
    if (done == "mended") return page.t("How they are reached is put right. Their place stays.");
    return done == "counted" ? page.t("What was counted is saved.") : "";
}

/// `before`: when and where it was as they know it, where it is moved since; else "".
SessionView::Person person_of(const Listed& listed, const std::string& before, bool may, bool is_nothing_to_leave,
                              const html::Page& page) {
    const auto& request = page.request();
    SessionView::Person person{.id = listed.id, .name = listed.name.empty() ? page.t("Without a name") : listed.name};
    if (listed.persons > 1) person.persons = page.tn("For {n} person", "For {n} persons", listed.persons);
    person.tell = untold_in_words(listed.to_tell, before, page.translator());
    if (!may) return person;
    person.reach = listed.value;
    if (listed.by == ContactBy::letter) person.reach_url = page.tenant_url("/staff/sign-ups/" + listed.id + "/letter.pdf");
    if (listed.by == ContactBy::email) person.reach_url = "mailto:" + listed.value;
    const auto number = listed.by == ContactBy::phone
                            ? base::read_phone(listed.value, request.tenant->country)
                            : std::nullopt;
    if (number) person.reach_url = "tel:" + number->dialled;
    const auto url = page.tenant_url("/staff/sign-ups/" + listed.id);
    if (!is_nothing_to_leave) person.leave_url = url + "/cancel";
    person.mend_url = url + "/contact";
    if (!person.tell.empty()) person.told_url = url + "/told";
    return person;
}

/// Whoever is to be told stands first, with the way to say that they are; below, where they stand among the others.
void show_people(SessionView& view, const Pages& pages, const Session& session, const std::vector<Listed>& people,
                 const html::Page& page) {
    const bool is_nothing_to_leave = session.status == Status::cancelled || view.is_over;
    for (const auto& listed : people) {
        const auto before = known_before(pages.activities, listed, session, page);
        auto person = person_of(listed, before, view.may_change, is_nothing_to_leave, page);
        person.is_found = listed.id == page.request().query.get("found");
        const std::string proof(page.request().query.get("by"));
        const auto& here = page.request().tenant->id;
        // Whoever has the code may cancel, as on the page of the code: also where the session is another unit's.
        if (person.is_found && !view.may_change && !is_nothing_to_leave && pages.activities.is_proved(here, listed.id, proof)) {
            person.leave_url = page.tenant_url("/staff/sign-ups/" + listed.id + "/cancel");
            person.proof = proof;
        }
        if (person.is_found) view.found.push_back(person);
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

/// Other sessions of the activity with people to ring, such as those that moved with this one.
void show_others_to_tell(SessionView& view, const Pages& pages, const Programme::Found& found, const Programme& programme,
                         const html::Page& page) {
    std::set<std::pair<base::Instant, std::string>> by_day;
    for (const auto& one : pages.activities.to_tell(page.request().tenant->id)) {
        const auto other = programme.session(one.session);
        if (other.activity == found.activity && other.session != found.session)
            by_day.emplace(other.session->starts, one.session);
    }
    for (const auto& [starts, id] : by_day)
        view.others_to_tell.push_back({when_text(*programme.session(id).session, page.request().tenant->zone, page.translator()),
                                       page.tenant_url("/staff/sessions/" + id)});
}

void warn_of_place(SessionView& view, const Pages& pages, const Activity& activity, const Session& session,
                   const html::Page& page) {
    view.warnings = warnings_about(pages, activity, session.place, !session.remote.empty(), page);
    const auto directory = Inside::of(pages.activities).neighbours.directory.snapshot(page.request().tenant->id);
    if (!view.is_over && is_at_closed_place(*directory, session))
        view.warnings.push_back(page.t("The place where it is to be has closed. Move it, or cancel it with a reason."));
}

/// For whom somebody has cancelled today: it may have been the wrong one.
void show_left(SessionView& view, const Pages& pages, const Session& session, const html::Page& page) {
    for (const auto& listed : pages.activities.left_today(*page.request().tenant, session.id)) {
        view.left.push_back({.id = listed.id, .name = listed.name.empty() ? page.t("Without a name") : listed.name});
        if (!listed.is_confirmed || session.free().value_or(listed.persons) >= listed.persons)
            view.left.back().undo_url = page.tenant_url("/staff/sign-ups/" + listed.id + "/undo");
        if (listed.persons > 1) view.left.back().persons = page.tn("For {n} person", "For {n} persons", listed.persons);
    }
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
    if (!typed.pairs.empty()) view.written = written_in(typed, page);
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
                     .status = status_word(*session, session->ends <= self.clock.now(), page),
                     .reason = session->reason,
                     .activity_url = page.tenant_url("/staff/activities/" + activity->id),
                     .change_url = url + "/change",
                     .cancel_url = url + "/cancel",
                     .attendance_url = session->status == Status::cancelled ? "" : url + "/attendance",
                     .sheet_url = url + "/sheet.pdf",
                     .form_key = base::form_key_for(typed.get("form_key"), self.clock.now()),
                     .may_change = may_change(pages, request, activity->id),
                     .may_count = may_count(pages, request, *activity),
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
    if (view.is_planned) warn_of_place(view, pages, *activity, *session, page);
    const auto people = pages.activities.signed_up(request.tenant->id, session->id);
    const auto is_shown = [&](const Listed& listed) {
        return !listed.name.empty() || (view.may_change && listed.by != ContactBy::none);
    };
    if (std::ranges::any_of(people, is_shown)) note_reading(pages, request, session->id);
    show_people(view, pages, *session, people, page);
    view.are_removed = view.is_over && people.empty() && session->taken + session->waiting > 0;
    const bool is_told_of = session->status == Status::cancelled || view.status == page.t("Held after all");
    if (auto codes = codes_alone_text(people, page); is_told_of && !view.is_over && !codes.empty())
        view.warnings.push_back(std::move(codes));
    view.all_url = url;
    view.held_by = held_by_text(pages, *session, page);
    show_others_to_tell(view, pages, {activity, session}, *programme, page);
    if (view.may_change && view.is_planned && !view.is_over) show_left(view, pages, *session, page);
    if (const auto attendance = pages.activities.attendance(request.tenant->id, session->id))
        tell_outcome(view, pages, *attendance, *activity, *session, page);
    ask_for_somebody(view, typed, errors, page);
    if (activity->all_along) view.persons.hint = page.t("One is with it all the way: this signs up for all days to come.");
    offer_no_letters(view.by, view.contact, pages, page);
    view.errors = std::move(errors);
    if (!code.empty()) view.slip_url = page.tenant_url("/sign-ups/" + code + "/slip.pdf");
    view.code = std::move(code);
    return never_kept(html::render_page(page, templates::session_page(view, page), status));
}

}  // namespace

http::Response session_page(const Pages& pages, const http::Request& request) {
    const auto session = request.parameter("session");
    const bool is_known = pages.activities.programme(request.tenant->id)->session(session).session != nullptr;
    // Of what has ended: there its sessions are told.
    const auto ended = is_known ? "" : pages.activities.activity_of_session(request.tenant->id, session);
    if (!ended.empty()) return http::see_other(html::Page(request).tenant_url("/staff/activities/" + ended));
    return show_session(pages, request, {}, {}, "", 200);
}

http::Response sign_up_for_somebody(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(request.parameter("session"));
    if (!session) return html::error_page(request, 404);
    if (!may_change(pages, request, activity->id)) return html::not_theirs_page(request, whose_activity);
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

}  // namespace digilots::activities
