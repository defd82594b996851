#include "accounts/pages.h"
#include "accounts/people_form.h"
#include "accounts/people_view.h"
#include "accounts/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/page.h"

namespace digilots::accounts {

namespace {

http::Response no_such_person() {
    http::Response response;
    response.status = 404;
    return response;
}

std::string person_path(const http::Request& request) {
    return "/staff/people/" + std::string(request.parameter("id"));
}

std::string done_text(std::string_view saved, const html::Page& page) {
    if (saved == "access") return page.t("What the person may do is saved.");
    if (saved == "closed-unheld")
        return page.t("The account is closed. The person is signed out everywhere. Nobody holds their functions now: the list of "
                      "functions shows them.");
    if (saved == "closed") return page.t("The account is closed. The person is signed out everywhere.");
    if (saved == "opened")
        return page.t("The account is open again. Functions that the person held stay with whoever has them now.");
    if (saved == "link") return page.t("A letter with a link is on its way to the person.");
    if (saved == "password") return page.t("The password is replaced. The person is signed out everywhere.");
    return "";
}

std::string title_of(const organisation::HeldFunction& function, const html::Page& page) {
    return function.is_stand_in ? page.t("{function} (stands in)", {{"function", function.title}}) : function.title;
}

/// The unit they work in, the functions they hold, and who can take those over.
void show_unit(PersonView& view, const Account& account, const Service& service, const html::Page& page) {
    const auto& typed = page.request().form;
    const bool is_typed = typed.has("role") || typed.has("unit") || typed.has("only_unit");
    const auto& municipality = account.municipality_id;
    view.units = unit_options(*service.units(municipality), is_typed ? typed.get("unit") : account.unit, page.t("No unit"),
                              page.t("A unit that is no longer here"));
    view.only_unit = is_typed ? typed.has("only_unit") : account.only_unit;
    view.sees_privacy = is_typed ? typed.has("sees_privacy") : account.sees_privacy;
    for (const auto& function : service.functions_of(municipality, account.id)) {
        view.functions.push_back({title_of(function, page), page.tenant_url("/staff/functions/" + function.id)});
    }
    view.tasks = service.tasks_of(municipality, account.id);
    if (view.functions.empty() && view.tasks == 0) return;
    const auto chosen = typed.get("successor");
    view.successors.push_back({"", page.t("Nobody yet"), chosen.empty()});
    for (const auto& colleague : service.list(municipality)) {
        if (!colleague.disabled && colleague.id != account.id)
            view.successors.push_back({colleague.id, colleague.shown_name(), colleague.id == chosen});
    }
}

http::Response show_person(const http::Request& request, Service& service, html::FormErrors errors) {
    const auto account = service.find(request.tenant->id, request.parameter("id"));
    if (!account) return no_such_person();
    html::Page page(request);
    page.title = account->shown_name();
    page.staff = true;
    page.breadcrumbs = {{page.t("Settings"), page.tenant_url("/staff/settings")},
                        {page.t("People"), page.tenant_url("/staff/people")},
                        {page.title, ""}};
    PersonView view;
    view.url = page.tenant_url(person_path(request));
    view.email = account->email;
    view.seen = mark_of(*account);
    view.closed = account->disabled;
    view.sends_letters = service.sends_letters();
    if (const auto date = base::parse_date(account->delete_on))
        view.deleted_on = page.translator().date(*date);
    if (const auto kept = service.kept_for(account->municipality_id, account_rule))
        view.kept = words_of(*kept, page.translator());
    view.second_step = !account->totp_secret.empty();
    view.is_self = account->id == request.identity->account_id;
    view.roles = role_options(account->role ? role_key(*account->role) : "", page);
    show_unit(view, *account, service, page);
    view.done = done_text(request.query.get("saved"), page);
    view.errors = std::move(errors);
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::person_page(view, page), status);
}

http::Response finish(const http::Request& request, Service& service, const Outcome<void>& outcome,
                      const char* field, const char* saved) {
    const html::Page page(request);
    if (outcome) return http::see_other(page.tenant_url(person_path(request) + "?saved=" + saved));
    html::FormErrors errors;
    errors.add(field, page.t(outcome.error()));
    return show_person(request, service, std::move(errors));
}

}  // namespace

http::Response person_page(const Pages& pages, const http::Request& request) {
    return show_person(request, pages.service, {});
}

http::Response change_access(const Pages& pages, const http::Request& request) {
    const auto role = read_role(request.form.get("role"));
    const std::string unit(request.form.get("unit"));
    const bool only_unit = request.form.has("only_unit");
    if (!role) {
        const html::Page page(request);
        html::FormErrors errors;
        errors.add("role", page.t("Choose a role."));
        for (const auto& fault : pages.service.faults_of(request.tenant->id, unit, only_unit))
            errors.add(fault.field, page.t(fault.text));
        return show_person(request, pages.service, std::move(errors));
    }
    const StaffAccess access{*role, unit, only_unit, request.form.has("sees_privacy")};
    const auto outcome = pages.service.change_access(request.tenant->id, request.parameter("id"), access,
                                                     request.identity->account_id,
                                                     base::Seen::mark(request.form.get("seen")));
    if (!outcome && outcome.error() == account_changed)
        return http::changed_meanwhile("account:" + std::string(request.parameter("id")));
    return finish(request, pages.service, outcome, outcome || !is_about_unit(outcome.error()) ? "role" : "unit", "access");
}

/// What follows for tasks that are theirs alone.
std::string tasks_text(std::int64_t tasks, const std::optional<Account>& successor, const html::Page& page) {
    if (tasks == 0) return "";
    if (successor)
        return page.tn("{n} open task goes to {name}.", "{n} open tasks go to {name}.", tasks,
                       {{"name", successor->shown_name()}});
    return page.tn("{n} open task is nobody’s then.", "{n} open tasks are nobody’s then.", tasks);
}

/// Who holds functions leaves them to somebody, or to nobody yet: asked once more before that is done.
http::Response ask_to_close(const Pages& pages, const http::Request& request, const Account& account,
                            const std::vector<organisation::HeldFunction>& held) {
    html::Page page(request);
    page.title = page.t("Close the account");
    page.staff = true;
    std::vector<std::string> titles;
    for (const auto& function : held) titles.push_back(title_of(function, page));
    const std::string successor(request.form.get("successor"));
    const auto takes_over = pages.service.find(account.municipality_id, successor);
    const auto booked = pages.service.booked_with(account.municipality_id, account.id);
    const auto tasks = tasks_text(pages.service.tasks_of(account.municipality_id, account.id), takes_over, page);
    auto text = held.empty() ? page.t("Close the account of {name}?", {{"name", account.shown_name()}})
                : takes_over
                          ? page.t("Close the account of {name}? {successor} takes over: {functions}.",
                                   {{"name", account.shown_name()}, {"successor", takes_over->shown_name()},
                                    {"functions", base::joined(titles, ", ")}})
                          : page.t("Close the account of {name}? Then nobody holds: {functions}.",
                                   {{"name", account.shown_name()}, {"functions", base::joined(titles, ", ")}});
    // Who takes over what they stood in for stands in for it no more.
    std::vector<std::string> left;
    for (const auto& function : pages.service.functions_of(account.municipality_id, successor)) {
        const auto* other = base::find_in(held, function.id, &organisation::HeldFunction::id);
        if (other && function.is_stand_in != other->is_stand_in) left.push_back(function.title);
    }
    if (!left.empty())
        text += " " + page.t("Nobody stands in any more for: {functions}.", {{"functions", base::joined(left, ", ")}});
    if (!tasks.empty()) text += " " + tasks;
    if (booked > 0)
        text += " " + page.tn("{n} time is booked with them after today. It stays booked and becomes a task: somebody else is to "
                              "be there, or whoever booked is told.",
                              "{n} times are booked with them after today. They stay booked and become tasks: somebody else is "
                              "to be there, or whoever booked is told.",
                              booked);
    text += " " + page.t("Questions and call-backs that they have taken go the same way; their times in the rota end today.");
    return html::ask_first(page, {.url = page.tenant_url(person_path(request) + "/close"),
                                  .text = text,
                                  .confirm = page.title,
                                  .cancel_url = page.tenant_url(person_path(request)),
                                  .hidden = {{"successor", successor}}});
}

http::Response close_account(const Pages& pages, const http::Request& request) {
    const auto account = pages.service.find(request.tenant->id, request.parameter("id"));
    if (!account) return no_such_person();
    const auto held = pages.service.functions_of(request.tenant->id, account->id);
    const bool leaves_something = !held.empty() || pages.service.tasks_of(request.tenant->id, account->id) > 0 ||
                                  pages.service.booked_with(request.tenant->id, account->id) > 0;
    if (leaves_something && !html::is_sure(request)) return ask_to_close(pages, request, *account, held);
    const auto outcome = pages.service.disable(request.tenant->id, request.parameter("id"), request.identity->account_id,
                                               LastAdministrator::stays, request.form.get("successor"));
    const bool is_unheld = !held.empty() && request.form.get("successor").empty();
    return finish(request, pages.service, outcome, "successor", is_unheld ? "closed-unheld" : "closed");
}

http::Response open_account(const Pages& pages, const http::Request& request) {
    const auto outcome =
        pages.service.enable(request.tenant->id, request.parameter("id"), request.identity->account_id);
    return finish(request, pages.service, outcome, "", "opened");
}

http::Response replace_password(const Pages& pages, const http::Request& request) {
    const auto outcome = pages.service.set_password(request.tenant->id, request.parameter("id"),
                                              request.form.get("password"), request.identity->account_id);
    return finish(request, pages.service, outcome, "password", "password");
}

}  // namespace digilots::accounts
