#include "accounts/pages.h"
#include "accounts/sign_in_view.h"
#include "accounts/signature.h"
#include "accounts/templates.h"
#include "platform/base/text.h"
#include "platform/html/page.h"
#include "platform/http/kiosk.h"

namespace digilots::accounts {

namespace {

http::Response show(const http::Request& request, const SignInView& view, int status = 200) {
    html::Page page(request);
    page.title = view.ticket.empty() ? page.t("Sign in") : page.t("Write your code");
    page.indexable = false;
    page.scripts = {"drafts.js"};   // knows then that a form on its way was not saved
    const auto body =
        view.ticket.empty() ? templates::sign_in_page(view, page) : templates::second_step_page(view, page);
    return html::render_page(page, body, status);
}

http::Response show_wait(const http::Request& request, SignInView view, std::chrono::seconds wait) {
    const html::Page page(request);
    view.errors.add(view.ticket.empty() ? "password" : "code",
                    page.tn("Too many wrong attempts. Wait {n} second and try again.",
                            "Too many wrong attempts. Wait {n} seconds and try again.", wait.count()));
    auto response = show(request, view, 429);
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

/// To where they were going, or to the form that they had filled in when their session ended. Somebody else's form and its
/// address are nothing to whoever has signed in now.
http::Response welcome(const http::Request& request, const SignIn& result, const SignInView& view, Service& service) {
    auto typed = service.unseal(view.typed, result.account->id);
    const std::string next = view.typed.empty() || typed ? view.next : "";
    const html::Page page(request);
    const auto where = landing(identity_of(*result.account, ""), next);
    auto response = http::see_other(next == where ? where : page.url(where));
    if (typed) response.resume = std::make_shared<http::TypedForm>(std::move(*typed));
    http::Cookie device{"device", result.device_cookie,
                        static_cast<int>(std::chrono::seconds(device_lasts).count()), true};
    response.cookies = {session_cookie(result.session_token), device};
    return response;
}

SignInAttempt read_attempt(const http::Request& request) {
    SignInAttempt attempt;
    attempt.email = base::cut(request.form.get("email"), 300);
    attempt.password = request.form.get("password");
    attempt.ticket = request.form.get("ticket");
    attempt.code = request.form.get("code");
    attempt.address = request.client_address;
    attempt.device_cookie = request.cookie("device");
    attempt.old_session = request.cookie("session");
    return attempt;
}

// What was typed is wrong before anything is looked up.
void check_filled(const SignInAttempt& attempt, const html::Page& page, html::FormErrors& errors) {
    if (!attempt.ticket.empty()) return;
    if (base::trim(attempt.email).empty()) errors.add("email", page.t("Write your e-mail address."));
    if (attempt.password.empty()) errors.add("password", page.t("Write your password."));
}

}  // namespace

http::Response sign_in_page(const Pages& pages, const http::Request& request) {
    if (http::is_kiosk(request)) return http::see_other(http::kiosk_start(request));
    SignInView view;
    view.sends_letters = pages.service.sends_letters();
    view.password_set = request.query.has("password_set");
    view.next = request.query.get("next");
    view.signed_out = request.query.has("signed_out");
    return show(request, view);
}

http::Response sign_in(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto attempt = read_attempt(request);
    SignInView view;
    view.sends_letters = pages.service.sends_letters();
    view.email = attempt.email;
    view.next = request.form.get("next");
    view.typed = request.form.get("typed");
    view.session_ended = !view.typed.empty();
    check_filled(attempt, page, view.errors);
    if (!view.errors.empty()) return show(request, view, 422);

    const auto result = pages.service.sign_in(attempt);
    view.ticket = result.ticket;
    switch (result.state) {
        case SignInState::signed_in:
            return welcome(request, result, view, pages.service);
        case SignInState::wait:
            return show_wait(request, view, result.wait);
        case SignInState::code_needed:
            return show(request, view);
        case SignInState::code_wrong:
            view.errors.add("code", page.t("The code is wrong. Write the one that the app shows now."));
            break;
        case SignInState::ticket_over:
            view.ticket.clear();
            view.errors.add("email", page.t("It took too long. Sign in again."));
            break;
        case SignInState::wrong:
            view.errors.add("email", page.t("The e-mail address or the password is wrong."));
            break;
    }
    return show(request, view, 422);
}

http::Response ask_to_sign_in(const http::Request& request, const http::TypedForm& typed, Service& service) {
    // Whoever meant to leave has left.
    if (request.path == "/logout") return http::see_other(html::Page(request).url("/login?signed_out=1"));
    SignInView view;
    view.sends_letters = service.sends_letters();
    view.session_ended = true;
    view.next = typed.page;
    view.typed = service.seal(typed);
    view.not_carried = view.typed.empty();
    return show(request, view, 401);
}

http::Response sign_out(const Pages& pages, const http::Request& request) {
    pages.service.sign_out(request.cookie("session"));
    const html::Page page(request);
    auto response = http::see_other(page.url("/login?signed_out=1"));
    response.cookies = {session_cookie("")};
    return response;
}

}  // namespace digilots::accounts
