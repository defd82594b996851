#include "accounts/pages.h"
#include "accounts/people_form.h"
#include "accounts/people_view.h"
#include "accounts/templates.h"
#include "platform/base/time.h"
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
    if (saved == "role") return page.t("The role is changed.");
    if (saved == "closed") return page.t("The account is closed. The person is signed out everywhere.");
    if (saved == "opened") return page.t("The account is open again.");
    if (saved == "password") return page.t("The password is replaced. The person is signed out everywhere.");
    return "";
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
    if (const auto date = base::parse_date(account->delete_on))
        view.deleted_on = page.translator().date(*date);
    view.second_step = !account->totp_secret.empty();
    view.is_self = account->id == request.identity->account_id;
    view.roles = role_options(account->role ? role_key(*account->role) : "", page);
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

http::Response person_page(const http::Request& request, Service& service) {
    return show_person(request, service, {});
}

http::Response change_role(const http::Request& request, Service& service) {
    const auto role = read_role(request.form.get("role"));
    const auto& actor = request.identity->account_id;
    const auto outcome = role ? service.change_role(request.tenant->id, request.parameter("id"), *role, actor,
                                                    base::Seen::mark(request.form.get("seen")))
                              : Outcome<void>(base::failure(TEXT("Choose a role.")));
    if (!outcome && outcome.error() == account_changed)
        return http::changed_meanwhile("account:" + std::string(request.parameter("id")));
    return finish(request, service, outcome, "role", "role");
}

http::Response close_account(const http::Request& request, Service& service) {
    const auto outcome = service.disable(request.tenant->id, request.parameter("id"),
                                         request.identity->account_id, LastAdministrator::stays);
    return finish(request, service, outcome, "", "closed");
}

http::Response open_account(const http::Request& request, Service& service) {
    const auto outcome =
        service.enable(request.tenant->id, request.parameter("id"), request.identity->account_id);
    return finish(request, service, outcome, "", "opened");
}

http::Response replace_password(const http::Request& request, Service& service) {
    const auto outcome = service.set_password(request.tenant->id, request.parameter("id"),
                                              request.form.get("password"), request.identity->account_id);
    return finish(request, service, outcome, "password", "password");
}

}  // namespace digilots::accounts
