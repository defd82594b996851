// Somebody signs up, without an account, looks at it by the code, and gives the seat back.
#include <algorithm>

#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/html/gone_page.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

/// Of the address; both nullptr where residents find no such session.
Programme::Found asked_session(const Programme& programme, const http::Request& request) {
    const auto found = programme.session(request.parameter("session"));
    if (!found.session || !found.activity->is_published || found.activity->slug != request.parameter("slug"))
        return {};
    return found;
}

/// Whether the session is, or was, one of this municipality.
bool was_there(const Pages& pages, const Programme& programme, const http::Request& request) {
    const auto id = request.parameter("session");
    return programme.session(id).session || !pages.activities.activity_of_session(request.tenant->id, id).empty();
}

/// It ended, or was hidden, deleted or renamed, while somebody wrote.
http::Response not_held(const Pages& pages, const Programme& programme, const http::Request& request) {
    if (!was_there(pages, programme, request)) return html::error_page(request, 404);
    const html::Page page(request);
    html::Gone gone{.title = page.t("It is not held any more"),
                    .text = page.t("It was ended, hidden or moved to another page while you wrote, so you are not signed up. "
                                   "What you had written stands below."),
                    .ways = {{page.t("Activities that are held"), page.tenant_url("/activities")}},
                    .typed = written_in(request.form, page)};
    const auto found = programme.session(request.parameter("session"));
    if (found.activity && found.activity->is_published)
        gone.ways.insert(gone.ways.begin(), {found.activity->title, page.tenant_url(found.activity->path())});
    return html::gone_page(request, std::move(gone));
}

http::Response show_sign_up(const Pages& pages, const http::Request& request, const http::Fields& typed,
                            html::FormErrors errors, int status) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = asked_session(*programme, request);
    if (!session) return status == 200 ? html::error_page(request, 404) : not_held(pages, *programme, request);
    const auto& self = Inside::of(pages.activities);
    html::Page page(request);
    page.title = page.t("Sign up: {activity}", {{"activity", activity->title}});
    page.indexable = false;
    const auto back = page.tenant_url(activity->path());
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")},
                        {activity->title, back},
                        {page.t("Sign up"), "", true}};
    SignUpView view{.url = back + "/sessions/" + session->id + "/sign-up",
                    .form_key = base::form_key_for(typed.get("form_key"), self.clock.now()),
                    .seats = seats_text(*session, page.translator()),
                    .when = when_text(*session, request.tenant->zone, page.translator()),
                    .where = where_with_street(pages.activities, request.tenant->id, *session),
                    .back_url = back,
                    .is_waiting_list = session->free() == 0,
                    .asks_name = !activity->discreet,
                    .is_discreet = activity->discreet};
    if (activity->all_along) {
        view.days = days_along(pages, *activity, page);
        const auto free = free_along(*activity, self.clock.now());
        view.is_waiting_list = free == 0;
        view.seats = free && *free > 0 ? page.tn("{n} seat left", "{n} seats left", *free) : "";
    }
    fill_sign_up_fields(view, typed, errors, page);
    offer_no_letters(view.by, view.contact, pages, page);
    view.errors = std::move(errors);
    auto response = html::render_page(page, templates::sign_up_page(view, page), status);
    response.for_once = true;
    return activity->discreet ? never_kept(std::move(response)) : response;
}

http::Response show_code_form(const http::Request& request, std::string typed, html::FormErrors errors,
                              int status) {
    html::Page page(request);
    page.title = page.t("You are signed up: look or cancel");
    page.indexable = status == 200;
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")}, {page.title, "", true}};
    CodeView view{.url = page.tenant_url("/sign-ups")};
    view.code =
        html::components::Field{
            .name = "code",
            .label = page.t("Code"),
            .value = std::move(typed),
            .hint = page.t("12 letters and digits, such as k7m2-9xqd-4tfh. Capital or small letters "
                           "and spaces do not matter."),
            .autocomplete = "off"}
            .with(errors);
    view.errors = std::move(errors);
    return never_kept(html::render_page(page, templates::code_page(view, page), status));
}

FollowedView view_of(const Pages& pages, const http::Request& request, const Followed& followed,
                     const html::Page& page) {
    const auto& self = Inside::of(pages.activities);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(followed.session);
    FollowedView view{.is_new = request.query.has("new"),
                      .is_confirmed = followed.is_confirmed,
                      .code = base::tidy_code(code_kind, request.parameter("code")),
                      .persons = page.tn("For {n} person", "For {n} persons", followed.persons)};
    const auto own = page.tenant_url("/sign-ups/" + view.code);
    view.cancel_url = own + "/cancel";
    view.back_url = own;
    view.papers = print::format_links(own + "/slip.pdf", slip_papers(), page);
    if (followed.by != ContactBy::none) view.how_often_url = own + "/how-often";
    view.reached = followed.by == ContactBy::letter
                       ? page.t("By letter")
                       : reached_words(reach_by(followed.by), followed.told_at, page.translator());
    if (request.query.has("chosen")) view.notice = page.t("What you chose holds from now on.");
    if (!followed.is_confirmed)
        view.position = page.t("You are number {n} of those who wait.",
                               {{"n", page.translator().number(static_cast<double>(followed.position))}});
    if (!session) return view;
    view.is_discreet = activity->discreet;
    view.title = activity->title;
    view.days = days_of(pages, *activity, followed.all_sessions, page);
    view.activity_url = page.tenant_url(activity->path());
    view.when = when_text(*session, request.tenant->zone, page.translator());
    view.where = where_with_street(pages.activities, request.tenant->id, *session);
    view.is_cancelled = session->status == Status::cancelled;
    view.reason = view.is_cancelled || session->reason.empty()
                      ? session->reason
                      : page.t("Held after all: {reason}", {{"reason", session->reason}});
    view.is_over = session->ends <= self.clock.now();
    view.moved = moved_text(pages, followed, *session, page);
    const bool is_to_be_held = !view.is_cancelled && !view.is_over;
    if (is_to_be_held && is_at_closed_place(*self.neighbours.directory.snapshot(request.tenant->id), *session))
        view.moved += (view.moved.empty() ? "" : " ") +
                      page.t("The place has closed. We tell you where it is held instead, or that it is cancelled.");
    if (followed.is_confirmed && !view.is_cancelled && !view.is_over) view.remote_url = session->remote;
    if (!activity->discreet && !view.is_cancelled && !view.is_over) view.calendar_url = own + ".ics";
    return view;
}

http::Response show_followed(const Pages& pages, const http::Request& request, bool asks_to_cancel) {
    const auto followed = pages.activities.follow(*request.tenant, request.parameter("code"));
    if (!followed) return not_followed(pages, request);
    html::Page page(request);
    auto view = view_of(pages, request, *followed, page);
    asks_to_cancel = asks_to_cancel && !view.is_cancelled && !view.is_over;
    view.asks_to_cancel = asks_to_cancel;
    page.title = asks_to_cancel ? page.t("Do you want to cancel?") : page.t("Your sign-up");
    page.indexable = false;
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")}, {page.title, "", true}};
    auto response = html::render_page(page, templates::followed_page(view, page));
    return asks_to_cancel ? never_kept(std::move(response)) : told_nobody(std::move(response));
}

}  // namespace

http::Response not_followed(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.activities);
    if (const auto wait = wait_after_guess(Inside::of(pages.activities).guessing, request, self.clock.now()))
        return html::wait_page(request, *wait);
    html::FormErrors errors;
    errors.add("code", html::Page(request).t(
                           "Nobody is signed up with this code. Look at each sign of it. A code ends when "
                           "somebody cancels with it, and some days after the session."));
    return show_code_form(request, base::cut(request.parameter("code"), 30), std::move(errors), 404);
}

void fill_sign_up_fields(SignUpView& view, const http::Fields& typed, const html::FormErrors& errors,
                         const html::Page& page) {
    using html::components::Field;
    view.persons = Field{.name = "persons",
                         .label = page.t("How many of you come"),
                         .value = typed.has("persons") ? std::string(typed.get("persons")) : "1",
                         .input_mode = "numeric"}
                       .with(errors);
    view.name = Field{.name = "name",
                      .label = page.t("First name"),
                      .value = std::string(typed.get("name")),
                      .hint = page.t("So that we can say hello. Leave it empty if you like."),
                      .autocomplete = "given-name",
                      .optional = true}
                    .with(errors);
    const auto by = typed.get("by");
    view.by =
        Field{.name = "by",
              .label = page.t("If something changes, how do we reach you?"),
              .options = {{"none", page.t("Not at all: I look with my code"), by.empty() || by == "none"},
                          {"phone", page.t("By phone"), by == "phone"},
                          {"email", page.t("By e-mail"), by == "email"},
                          {"letter", page.t("By letter"), by == "letter"}}}
            .with(errors);
    view.contact = Field{.name = "contact",
                         .label = page.t("Phone number or address"),
                         .value = std::string(typed.get("contact")),
                         .autocomplete = "off",
                         .optional = true}
                       .with(errors);
    const auto often = typed.has(how_often_name) ? typed.get(how_often_name) : word_of(HowOften::only);
    view.how_often = how_often_field(often, page, WaitsFor::time).with(errors);
    const auto heard = typed.get("found_us");
    view.found_us = Field{.name = "found_us",
                          .label = page.t("How did you hear of this?"),
                          .hint = page.t("It is only counted, so that we know how to reach people."),
                          .optional = true,
                          .options = {{"", page.t("I do not say"), heard.empty()}}};
    for (const auto& term : taxonomy::terms(taxonomy::List::found_us))
        view.found_us.options.push_back({term.key, page.t(term.label), heard == term.key});
    view.found_us = view.found_us.with(errors);
}

std::vector<std::pair<std::string, std::string>> written_in(const http::Fields& typed, const html::Page& page) {
    SignUpView fields;
    fill_sign_up_fields(fields, typed, {}, page);
    std::vector<std::pair<std::string, std::string>> written;
    for (const auto* field : {&fields.persons, &fields.name, &fields.contact})
        if (!field->value.empty()) written.emplace_back(field->label, field->value);
    return written;
}

void offer_no_letters(html::components::Field& by, html::components::Field& contact, const Pages& pages, const html::Page& page) {
    if (Inside::of(pages.activities).neighbours.sends_letters) return;
    if (std::ranges::none_of(by.options, [](const auto& option) { return option.value == "email" && option.selected; }))
        contact.label = page.t("Phone number or address");
    std::erase_if(by.options, [](const auto& option) { return option.value == "email" && !option.selected; });
}

std::optional<ContactBy> contact_by_in(const http::Fields& typed, const html::Page& page) {
    const auto by = contact_by_called(typed.get("by").empty() ? "none" : typed.get("by"));
    if (by != ContactBy::none) return by;
    // “Not at all” stands there from the beginning: a number that is written says more, as where one asks.
    switch (reach_meant_by(typed.get("contact"), page.request().tenant->country)) {
        case WayToReach::email: return ContactBy::email;
        case WayToReach::phone: return ContactBy::phone;
        case WayToReach::nothing: break;
    }
    return by;
}

SignUp sign_up_in(const http::Fields& typed, html::FormErrors& errors, const html::Page& page) {
    const auto by = contact_by_in(typed, page);
    if (!by) errors.add("by", page.t("Choose how we reach you."));
    const auto often = how_often_called(typed.has(how_often_name) ? typed.get(how_often_name) : word_of(HowOften::only));
    if (!often) errors.add(how_often_name, how_often_fault(page.translator()));
    const auto persons = base::whole_number_up_to(base::trim(typed.get("persons")), 0, 1000);
    return {.persons = persons.value_or(typed.has("persons") ? 0 : 1),
            .name = std::string(typed.get("name")),
            .by = by.value_or(ContactBy::none),
            .contact = std::string(typed.get("contact")),
            .found_us = std::string(typed.get("found_us").substr(0, 100)),
            .how_often = often.value_or(HowOften::only),
            .form_key = std::string(typed.get("form_key").substr(0, 100)),
            .language = page.request().language};
}

http::Response sign_up_page(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto asked = asked_session(*programme, request);
    // What hinders it (cancelled, over, paused, the place has closed) stands there: a form would be filled in for nothing.
    if (asked.session && asked.session->ends <= Inside::of(pages.activities).clock.now())
        return http::see_other(html::Page(request).tenant_url("/activities/" + asked.activity->slug + "?over=1"));
    if (asked.session && line_of(pages, *asked.activity, *asked.session, html::Page(request)).sign_up_url.empty())
        return http::see_other(html::Page(request).tenant_url("/activities/" + asked.activity->slug));
    return show_sign_up(pages, request, {}, {}, 200);
}

http::Response sign_up(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto& self = Inside::of(pages.activities);
    const auto& typed = request.form;
    html::FormErrors errors;
    const auto programme = pages.activities.programme(request.tenant->id);
    if (!asked_session(*programme, request).session) return not_held(pages, *programme, request);
    if (const auto wait = wait_of(Inside::of(pages.activities).signing_up, request, self.clock.now(),
                                  request.parameter("session"))) {
        errors.add("",
                   page.t("So much was sent from here that it has to wait a moment. Try again in a minute; "
                          "what you wrote stands here."));
        auto response = show_sign_up(pages, request, typed, std::move(errors), 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    // People do not see this field, machines fill in all of them. Who is caught is asked again.
    if (!typed.get("website").empty()) {
        errors.add("",
                   page.t("Something filled in a field that people do not see. Press the button once more."));
        return show_sign_up(pages, request, typed, std::move(errors), 422);
    }
    const auto wanted = sign_up_in(typed, errors, page);
    if (!errors.empty()) return show_sign_up(pages, request, typed, std::move(errors), 422);
    const auto signed_up =
        pages.activities.sign_up(*request.tenant, request.parameter("session"), wanted, page.translator());
    if (signed_up) return http::see_other(page.tenant_url("/sign-ups/" + signed_up->code + "?new=1"));
    for (const auto& [field, message] : signed_up.error().errors) errors.add(field, message);
    if (errors.empty()) errors.add("", words_of(signed_up.error().why, page.translator()));
    return show_sign_up(pages, request, typed, std::move(errors), 422);
}

http::Response code_page(const Pages&, const http::Request& request) {
    return show_code_form(request, "", {}, 200);
}

http::Response find_code(const Pages&, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::trim(request.form.get("code"));
    const auto code = base::tidy_code(code_kind, typed);
    if (!code.empty()) return http::see_other(page.tenant_url("/sign-ups/" + code));
    html::FormErrors errors;
    errors.add("code",
               page.t("Write the code as you got it: 12 letters and digits, such as k7m2-9xqd-4tfh."));
    return show_code_form(request, base::cut(typed, 30), std::move(errors), 422);
}

http::Response followed_page(const Pages& pages, const http::Request& request) {
    return show_followed(pages, request, false);
}
http::Response cancel_page(const Pages& pages, const http::Request& request) {
    return show_followed(pages, request, true);
}

http::Response cancel_sign_up(const Pages& pages, const http::Request& request) {
    if (!pages.activities.leave(*request.tenant, request.parameter("code"))) {
        if (!pages.activities.follow(*request.tenant, request.parameter("code"))) return not_followed(pages, request);
        auto over = show_followed(pages, request, false);
        over.status = 409;
        return over;
    }
    html::Page page(request);
    page.title = page.t("It is cancelled");
    page.indexable = false;
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")}, {page.title, "", true}};
    return told_nobody(html::render_page(page, templates::cancelled_page(page)));
}

}  // namespace digilots::activities
