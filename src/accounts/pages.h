#pragma once
// The pages of this slice; routes.cpp says where each is.
#include <string>
#include <string_view>

#include "accounts/accounts.h"
#include "accounts/service.h"
#include "municipality/municipality.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::accounts {

using municipality::Municipalities;

/// The door from the public class to what decides.
struct Pages {
    static Service& service(Accounts& accounts);
};

http::Response sign_in_page(const http::Request& request);
http::Response sign_in(const http::Request& request, Service& service);
/// For who sent a form without a session.
http::Response ask_to_sign_in(const http::Request& request, const http::TypedForm& typed, Service& service);
http::Response sign_out(const http::Request& request, Service& service);

http::Response staff_start_page(const http::Request& request, const Municipalities& municipalities);

http::Response own_account_page(const http::Request& request, Service& service);
http::Response change_password(const http::Request& request, Service& service);
http::Response start_second_step(const http::Request& request, Service& service);
http::Response confirm_second_step(const http::Request& request, Service& service);
http::Response remove_second_step(const http::Request& request, Service& service);

http::Response people_page(const http::Request& request, Service& service);
http::Response add_person(const http::Request& request, Service& service);
http::Response person_page(const http::Request& request, Service& service);
http::Response change_role(const http::Request& request, Service& service);
http::Response close_account(const http::Request& request, Service& service);
http::Response open_account(const http::Request& request, Service& service);
http::Response replace_password(const http::Request& request, Service& service);

http::Response tokens_page(const http::Request& request, Service& service, const http::Scopes& known);
http::Response add_token(const http::Request& request, Service& service, const http::Scopes& known);
http::Response revoke_token(const http::Request& request, Service& service, const http::Scopes& known);

http::Response audit_page(const http::Request& request, Service& service, const std::vector<audit::Words>& trails);

/// The cookie that holds a session; "" takes it away.
http::Cookie session_cookie(const std::string& token);
/// Where a person lands after signing in: `next` where it is a path of this server, else the place of their
/// work.
std::string landing(const http::Identity& identity, std::string_view next);
i18n::Text role_name(http::Role role);

}  // namespace digilots::accounts
