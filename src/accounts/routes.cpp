#include "accounts/accounts.h"
#include "accounts/pages.h"

namespace digilots::accounts {

http::Routes routes(Accounts& accounts, Municipalities& municipalities, http::Scopes scopes,
                    std::vector<audit::Words> trails) {
    using http::Access, http::Method;
    const auto page = http::handlers_with(Pages{Inside::service(accounts), municipalities, std::move(scopes), std::move(trails)});
    return {
        {Method::get, "/login", Access::anyone, page(sign_in_page), {"next", "signed_out", "password_set"}},
        {Method::post, "/login", Access::anyone, page(sign_in)},
        {Method::get, "/login/forgotten", Access::anyone, page(forgotten_page)},
        {Method::post, "/login/forgotten", Access::anyone, page(ask_for_link)},
        {Method::get, "/login/link/{token}", Access::anyone, page(link_page)},
        {Method::post, "/login/link/{token}", Access::anyone, page(set_password_by_link)},
        {Method::post, "/logout", Access::signed_in, page(sign_out)},
        {Method::get, "/staff/", Access::signed_in,
         page(staff_start_page)},
        {Method::get, "/staff/account", Access::signed_in, page(own_account_page)},
        {Method::post, "/staff/account/password", Access::signed_in, page(change_password)},
        {Method::post, "/staff/account/second-step", Access::signed_in, page(start_second_step)},
        {Method::post, "/staff/account/second-step/confirm", Access::signed_in, page(confirm_second_step)},
        {Method::post, "/staff/account/second-step/remove", Access::signed_in, page(remove_second_step)},
        {Method::get, "/{municipality}/staff/people", Access::administrator, page(people_page)},
        {Method::post, "/{municipality}/staff/people", Access::administrator, page(add_person)},
        {Method::get, "/{municipality}/staff/people/{id}", Access::administrator, page(person_page)},
        {Method::post, "/{municipality}/staff/people/{id}/role", Access::administrator, page(change_access)},
        {Method::post, "/{municipality}/staff/people/{id}/close", Access::administrator, page(close_account)},
        {Method::post, "/{municipality}/staff/people/{id}/open", Access::administrator, page(open_account)},
        {Method::post, "/{municipality}/staff/people/{id}/link", Access::administrator, page(make_link)},
        {Method::post, "/{municipality}/staff/people/{id}/password", Access::administrator,
         page(replace_password)},
        {Method::get, "/{municipality}/staff/settings/tokens", Access::administrator, page(tokens_page)},
        {Method::post, "/{municipality}/staff/settings/tokens", Access::administrator, page(add_token)},
        {Method::post, "/{municipality}/staff/settings/tokens/{id}/revoke", Access::administrator,
         page(revoke_token)},
        {Method::get, "/{municipality}/staff/settings/audit", Access::privacy, page(audit_page)},
    };
}

}  // namespace digilots::accounts
