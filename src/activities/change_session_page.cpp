// A session is moved or changed, alone or with those that follow.
#include "activities/session_fields.h"
#include "activities/templates.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

using html::components::Field;

constexpr i18n::Text whose_it_is = TEXT(
    "The activity belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

Reach reach_in(const http::Fields& typed) {
    const auto word = typed.get("reach");
    return word == "all" ? Reach::all : word == "following" ? Reach::following : Reach::this_one;
}

http::Response show_change(const Pages& pages, const http::Request& request, const http::Fields& typed,
                           html::FormErrors errors, bool asks_sure, int status) {
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
    view.reach =
        Field{.name = "reach",
              .label = page.t("Which sessions"),
              .options = {{"this", page.t("This one alone"), reach == Reach::this_one},
                          {"following",
                           page.t("This and the following ones: times, place and seats, each on its own day"),
                           reach == Reach::following},
                          {"all", page.t("All that are to come: times, place and seats, each on its own day"),
                           reach == Reach::all}}};
    view.sure = Field{
        .name = "sure",
        .label = page.t("All who are signed up keep their seats. Fewer seats for those who come later.")};
    view.asks_sure = asks_sure;
    view.errors = std::move(errors);
    return html::render_page(page, templates::change_session_page(view, page), status);
}

}  // namespace

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
            return html::not_theirs_page(request, whose_it_is);
        case Arranged::concerns_people:
        case Arranged::changed_meanwhile:
            return http::changed_meanwhile("activity:" + found.activity->id);
        case Arranged::over:
            return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + found.session->id + "?done=begun"));
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
    return show_change(pages, request, fields_of(*found.session, request.tenant->zone), {}, false, 200);
}

http::Response change_session(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session) return html::error_page(request, 404);
    const html::Page page(request);
    html::FormErrors errors;
    const auto to = session_in(pages, request.form, errors, page);
    if (!errors.empty()) return show_change(pages, request, request.form, std::move(errors), false, 422);
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto arranged = pages.activities.change_sessions(
        around, found.session->id, to, reach_in(request.form), request.form.get("sure") == "1",
        request.identity->account_id, base::Seen::mark(request.form.get("seen")));
    if (arranged == Arranged::concerns_people) {
        errors.add(
            "capacity",
            page.t("More seats are taken than that. Nobody is taken out; say below whether you mean it."));
        return show_change(pages, request, request.form, std::move(errors), true, 422);
    }
    return answer_of(request, found, arranged, "changed");
}

}  // namespace digilots::activities
