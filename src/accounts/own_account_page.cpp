#include "accounts/own_account_view.h"
#include "accounts/pages.h"
#include "accounts/templates.h"
#include "platform/base/ensure.h"
#include "platform/html/page.h"
#include "platform/print/qr.h"

namespace digilots::accounts {

namespace {

http::Response show(const http::Request& request, Service& service, OwnAccountView view) {
    html::Page page(request);
    page.title = page.t("Your account");
    page.staff = true;
    const auto account = service.find(request.identity->account_id);
    ENSURE(account.has_value());
    view.email = account->email;
    if (account->role) view.role = page.t(role_name(*account->role));
    view.second_step = !account->totp_secret.empty();
    if (!account->totp_pending.empty()) {
        view.pending_secret = account->totp_pending;
        view.pending_address = totp_address(account->totp_pending, account->email);
        view.pending_code = print::qr_code(view.pending_address);
    }
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::own_account_page(view, page), status);
}

http::Response show_fault(const http::Request& request, Service& service, const char* field,
                          i18n::Text fault) {
    OwnAccountView view;
    view.errors.add(field, html::Page(request).t(fault));
    return show(request, service, std::move(view));
}

}  // namespace

http::Response own_account_page(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    OwnAccountView view;
    const auto saved = request.query.get("saved");
    if (saved == "password")
        view.done = page.t("The password is changed. You are signed out everywhere else.");
    if (saved == "removed") view.done = page.t("The second step is turned off.");
    return show(request, pages.service, std::move(view));
}

http::Response change_password(const Pages& pages, const http::Request& request) {
    const auto token = pages.service.change_password(request.identity->account_id, request.form.get("old_password"),
                                               request.form.get("new_password"), request.client_address);
    if (!token) {
        const bool old_is_wrong = token.error() == wrong_password || token.error() == too_many_attempts;
        return show_fault(request, pages.service, old_is_wrong ? "old_password" : "new_password", token.error());
    }
    auto response = http::see_other(html::Page(request).url("/staff/account?saved=password"));
    response.cookies = {session_cookie(*token)};
    return response;
}

http::Response start_second_step(const Pages& pages, const http::Request& request) {
    pages.service.start_second_step(request.identity->account_id);
    return http::see_other(html::Page(request).url("/staff/account"));
}

// The spare codes are in this answer and nowhere else.
http::Response confirm_second_step(const Pages& pages, const http::Request& request) {
    auto codes = pages.service.confirm_second_step(request.identity->account_id, request.form.get("code"));
    if (!codes) return show_fault(request, pages.service, "code", codes.error());
    OwnAccountView view;
    view.recovery_codes = std::move(*codes);
    view.done = html::Page(request).t("The second step is turned on.");
    return show(request, pages.service, std::move(view));
}

http::Response remove_second_step(const Pages& pages, const http::Request& request) {
    const auto removed = pages.service.remove_second_step(request.identity->account_id,
                                                    request.form.get("password"), request.client_address);
    if (!removed) return show_fault(request, pages.service, "password", removed.error());
    return http::see_other(html::Page(request).url("/staff/account?saved=removed"));
}

}  // namespace digilots::accounts
