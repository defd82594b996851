#include "accounts/accounts.h"
#include "accounts/pages.h"

namespace digilots::accounts {

http::Routes routes(Accounts& accounts, Municipalities& municipalities, http::Scopes scopes,
                    std::vector<audit::Words> trails) {
    using http::Access, http::Method, http::Request;
    auto& service = Pages::service(accounts);
    const auto with = [&service](auto page) {
        return [&service, page](const Request& request) { return page(request, service); };
    };
    const auto with_scopes = [&service, scopes](auto page) {
        return [&service, scopes, page](const Request& request) { return page(request, service, scopes); };
    };
    return {
        {Method::get, "/login", Access::anyone, sign_in_page, {"next", "signed_out"}},
        {Method::post, "/login", Access::anyone, with(sign_in)},
        {Method::post, "/logout", Access::signed_in, with(sign_out)},
        {Method::get, "/staff/", Access::signed_in,
         [&municipalities](const Request& request) { return staff_start_page(request, municipalities); }},
        {Method::get, "/staff/account", Access::signed_in, with(own_account_page)},
        {Method::post, "/staff/account/password", Access::signed_in, with(change_password)},
        {Method::post, "/staff/account/second-step", Access::signed_in, with(start_second_step)},
        {Method::post, "/staff/account/second-step/confirm", Access::signed_in, with(confirm_second_step)},
        {Method::post, "/staff/account/second-step/remove", Access::signed_in, with(remove_second_step)},
        {Method::get, "/{municipality}/staff/people", Access::administrator, with(people_page)},
        {Method::post, "/{municipality}/staff/people", Access::administrator, with(add_person)},
        {Method::get, "/{municipality}/staff/people/{id}", Access::administrator, with(person_page)},
        {Method::post, "/{municipality}/staff/people/{id}/role", Access::administrator, with(change_role)},
        {Method::post, "/{municipality}/staff/people/{id}/close", Access::administrator, with(close_account)},
        {Method::post, "/{municipality}/staff/people/{id}/open", Access::administrator, with(open_account)},
        {Method::post, "/{municipality}/staff/people/{id}/password", Access::administrator,
         with(replace_password)},
        {Method::get, "/{municipality}/staff/settings/tokens", Access::administrator, with_scopes(tokens_page)},
        {Method::post, "/{municipality}/staff/settings/tokens", Access::administrator, with_scopes(add_token)},
        {Method::post, "/{municipality}/staff/settings/tokens/{id}/revoke", Access::administrator,
         with_scopes(revoke_token)},
        {Method::get, "/{municipality}/staff/settings/audit", Access::administrator,
         [&service, trails = std::move(trails)](const Request& request) { return audit_page(request, service, trails); }},
    };
}

}  // namespace digilots::accounts
