// A session is cancelled, put back until it begins, or gets another reason: each time a sentence that everybody reads.
#include "activities/session_fields.h"
#include "activities/templates.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/free_text.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

constexpr std::size_t longest_reason = 200;

/// One of the three: of which session, and what its page says.
struct ReasonStep {
    const char* path;  // behind the session's
    const char* done;  // as its page is told
    Status of;
    i18n::Text title, label, button, about, missing;
    bool is_danger = false;
    Arranged (Activities::*take)(const register_::Surroundings&, std::string_view, const std::string&, std::string_view,
                                 const base::Seen&);
};

constexpr ReasonStep cancelling{.path = "/cancel",
                                .done = "cancelled",
                                .of = Status::planned,
                                .title = TEXT("Cancel the session"),
                                .label = TEXT("Reason, as those who are signed up read it"),
                                .button = TEXT("Cancel the session"),
                                .about = TEXT("It can be put back until it begins."),
                                .missing = TEXT("Write why it is cancelled: those who are signed up read it."),
                                .is_danger = true,
                                .take = &Activities::cancel_session};
constexpr ReasonStep putting_back{.path = "/put-back",
                                  .done = "put-back",
                                  .of = Status::cancelled,
                                  .title = TEXT("Put the session back"),
                                  .label = TEXT("Why it is held after all, as those who are signed up read it"),
                                  .button = TEXT("Put the session back"),
                                  .about = TEXT("Who is signed up keeps seat and code, and calendars show it again."),
                                  .missing = TEXT("Write why it is held after all: those who are signed up read it."),
                                  .take = &Activities::put_back};
constexpr ReasonStep giving_reason{.path = "/reason",
                                   .done = "reason",
                                   .of = Status::cancelled,
                                   .title = TEXT("Change the reason"),
                                   .label = TEXT("Reason, as those who are signed up read it"),
                                   .button = TEXT("Save"),
                                   .about = TEXT("Nobody is told again: the programme, the pages of codes and whoever is still "
                                                 "to be rung get the new reason."),
                                   .missing = TEXT("Write why it is cancelled: those who are signed up read it."),
                                   .take = &Activities::give_other_reason};

/// Whoever comes too late sees how it stands now.
bool is_possible(const Pages& pages, const ReasonStep& step, const Session& session) {
    const bool is_late = step.path == putting_back.path && session.starts <= Inside::of(pages.activities).clock.now();
    return session.status == step.of && !is_late;
}

http::Response as_it_stands(const http::Request& request, const Session& session) {
    const char* done = session.status == Status::cancelled ? "?done=cancelled-before" : "";
    return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + session.id + done));
}

/// Whom it concerns, and how each of them gets to know it.
std::string concerns_text(const Pages& pages, const Session& session, const html::Page& page) {
    const auto& municipality = page.request().tenant->id;
    auto text = page.tn("{n} person is signed up or waits. Whoever left an e-mail address is written to, whoever left a number "
                        "stands under “Ring these”.",
                        "{n} persons are signed up or wait. Whoever left an e-mail address is written to, whoever left a number "
                        "stands under “Ring these”.",
                        session.taken + session.waiting);
    const auto codes = codes_alone_text(pages.activities.signed_up(municipality, session.id), page);
    return codes.empty() ? text : text + " " + codes;
}

http::Response show_reason(const Pages& pages, const http::Request& request, const ReasonStep& step,
                           const Programme::Found& found, const http::Fields& typed, html::FormErrors errors,
                           int status, const std::vector<std::string>& doubts = {}) {
    const auto page = session_step_page(request, found, html::Page(request).t(step.title));
    const auto url = page.tenant_url("/staff/sessions/" + found.session->id);
    CancelSessionView view{.url = url + step.path,
                           .back_url = url,
                           .seen = seen_session(pages, request, typed, *found.session),
                           .when = when_text(*found.session, request.tenant->zone, page.translator()),
                           .about = page.t(step.about),
                           .button = page.t(step.button),
                           .is_danger = step.is_danger};
    if (step.path != giving_reason.path)
        view.concerns = concerns_text(pages, *found.session, page);
    const bool is_first = !typed.has("reason") && step.path == giving_reason.path;
    view.reason = html::components::Field{.name = "reason",
                                          .label = page.t(step.label),
                                          .value = is_first ? found.session->reason : std::string(typed.get("reason")),
                                          .hint = page.t("Everybody reads it in the programme: never who is ill.")}
                      .with(errors);
    view.doubts = doubts;
    view.asked_about = doubts.empty() ? "" : base::mark_of(doubts);
    view.errors = std::move(errors);
    return html::render_page(page, templates::cancel_session_page(view, page), status);
}

http::Response page_of_step(const Pages& pages, const http::Request& request, const ReasonStep& step) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session) return html::error_page(request, 404);
    if (!may_change(pages, request, found.activity->id)) return html::not_theirs_page(request, whose_activity);
    if (!is_possible(pages, step, *found.session)) return as_it_stands(request, *found.session);
    return show_reason(pages, request, step, found, {}, {}, 200);
}

http::Response take_step(const Pages& pages, const http::Request& request, const ReasonStep& step) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session) return html::error_page(request, 404);
    html::FormErrors errors;
    if (!may_change(pages, request, found.activity->id)) {
        errors.add("", html::Page(request).t(whose_activity));
        return show_reason(pages, request, step, found, request.form, std::move(errors), 403);
    }
    if (!is_possible(pages, step, *found.session)) return as_it_stands(request, *found.session);
    const auto reason = base::clean(request.form.get("reason").substr(0, 8 * longest_reason));
    const auto fault = fault_of_reason(reason);
    if (reason.empty())
        errors.add("reason", html::Page(request).t(step.missing));
    else if (fault.id[0])
        errors.add("reason", html::Page(request).t(fault));
    if (!errors.empty()) return show_reason(pages, request, step, found, request.form, std::move(errors), 422);
    const auto around = register_::around_of(pages.activities.activities(), request);
    // Asked about once, and again where it is another doubt.
    const auto doubts = register_::doubts_of_text(reason, around);
    if (!doubts.empty() && request.form.get("asked_about") != base::mark_of(doubts))
        return show_reason(pages, request, step, found, request.form, {}, 422, doubts);
    const auto arranged = (pages.activities.*step.take)(around, found.session->id, reason, request.identity->account_id,
                                                        base::Seen::mark(request.form.get("seen")));
    if (arranged == Arranged::not_theirs) {
        errors.add("", html::Page(request).t(whose_activity));
        return show_reason(pages, request, step, found, request.form, std::move(errors), 403);
    }
    return answer_of(request, found, arranged, step.done);
}

}  // namespace

i18n::Text fault_of_reason(std::string_view reason) {
    if (base::length(reason) > longest_reason) return TEXT("Write at most 200 characters.");
    return fault_of_note(reason);
}

http::Response cancel_session_page(const Pages& pages, const http::Request& request) {
    return page_of_step(pages, request, cancelling);
}

http::Response cancel_session(const Pages& pages, const http::Request& request) {
    return take_step(pages, request, cancelling);
}

http::Response put_back_page(const Pages& pages, const http::Request& request) {
    return page_of_step(pages, request, putting_back);
}

http::Response put_session_back(const Pages& pages, const http::Request& request) {
    return take_step(pages, request, putting_back);
}

http::Response reason_page(const Pages& pages, const http::Request& request) {
    return page_of_step(pages, request, giving_reason);
}

http::Response change_reason(const Pages& pages, const http::Request& request) {
    return take_step(pages, request, giving_reason);
}

}  // namespace digilots::activities
