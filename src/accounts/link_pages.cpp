#include "accounts/link_view.h"
#include "accounts/links.h"
#include "accounts/pages.h"
#include "accounts/templates.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"
#include "platform/http/never_kept.h"
#include "platform/http/site_address.h"

namespace digilots::accounts {

namespace {

http::Response show_forgotten(const http::Request& request, const ForgottenView& view, int status = 200) {
    html::Page page(request);
    page.title = page.t("Forgotten your password?");
    page.indexable = false;
    auto response = html::render_page(page, templates::forgotten_page(view, page), status);
    response.for_once = true;
    return response;
}

http::Response show_link(const http::Request& request, const Pages& pages, html::FormErrors errors) {
    html::Page page(request);
    const std::string token(request.parameter("token"));
    const auto account = pages.service.find_by_link(token);
    page.title = account ? page.t("Choose a password") : page.t("The link is no longer valid");
    page.indexable = false;
    LinkView view{std::move(errors), page.url("/login/link/" + token), account ? account->email : "",
                  pages.service.sends_letters()};
    const int status = !account ? 410 : view.errors.empty() ? 200 : 422;
    auto response = html::render_page(page, templates::link_page(view, page), status);
    return never_kept(std::move(response));
}

}  // namespace

http::Response forgotten_page(const Pages& pages, const http::Request& request) {
    if (!pages.service.sends_letters()) return show_forgotten(request, {.sends_letters = false});
    return show_forgotten(request, {});
}

http::Response ask_for_link(const Pages& pages, const http::Request& request) {
    if (!pages.service.sends_letters()) return show_forgotten(request, {.sends_letters = false});
    const html::Page page(request);
    ForgottenView view;
    view.email = base::cut(base::trim(request.form.get("email")), 300);
    if (view.email.empty()) {
        view.errors.add("email", page.t("Write your e-mail address."));
        return show_forgotten(request, view, 422);
    }
    if (const auto wait = pages.service.ask_for_link(view.email, request.client_address, request.language)) {
        view.errors.add("email",
                        page.tn("That was asked for too often. Wait {n} second and try again.",
                                "That was asked for too often. Wait {n} seconds and try again.", wait->count()));
        auto response = show_forgotten(request, view, 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    view.is_asked = true;
    return show_forgotten(request, view);
}

http::Response link_page(const Pages& pages, const http::Request& request) {
    return show_link(request, pages, {});
}

http::Response set_password_by_link(const Pages& pages, const http::Request& request) {
    const auto done = pages.service.set_password_by_link(request.parameter("token"), request.form.get("password"));
    const html::Page page(request);
    if (done) return http::see_other(page.url("/login?password_set=1"));
    html::FormErrors errors;
    errors.add("password", page.t(done.error()));
    return show_link(request, pages, std::move(errors));
}

http::Response give_link(const Pages& pages, const http::Request& request, std::string_view id,
                         std::string_view sent_to) {
    html::Page page(request);
    const Invitation invitation{http::site_address(request), request.tenant->languages.front(), request.tenant->name};
    const auto given = pages.service.give_link(request.tenant->id, id, request.identity->account_id, invitation);
    if (!given) return html::error_page(request, 404);
    if (given->link.empty()) return http::see_other(page.tenant_url(sent_to));
    page.title = page.t("A link for the person");
    page.staff = true;
    page.breadcrumbs = {{page.t("Settings"), page.tenant_url("/staff/settings")},
                        {page.t("People"), page.tenant_url("/staff/people")},
                        {page.title, ""}};
    const auto account = pages.service.find(request.tenant->id, id);
    const LinkMadeView view{account ? account->email : "", given->link,
                            page.tenant_url("/staff/people/" + std::string(id))};
    return html::render_page(page, templates::link_made_page(view, page));
}

http::Response make_link(const Pages& pages, const http::Request& request) {
    const auto id = request.parameter("id");
    return give_link(pages, request, id, "/staff/people/" + std::string(id) + "?saved=link");
}

}  // namespace digilots::accounts
