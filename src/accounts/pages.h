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
struct Inside {
    static Service& service(Accounts& accounts);
};

struct Pages {
    Service& service;
    const Municipalities& municipalities;
    http::Scopes scopes;              // those that a token can have
    std::vector<audit::Words> trails;  // what slices write into the trail, in words
};

http::Response sign_in_page(const Pages& pages, const http::Request& request);
http::Response sign_in(const Pages& pages, const http::Request& request);
/// For who sent a form without a session.
http::Response ask_to_sign_in(const http::Request& request, const http::TypedForm& typed, Service& service);
http::Response sign_out(const Pages& pages, const http::Request& request);

http::Response forgotten_page(const Pages& pages, const http::Request& request);
http::Response ask_for_link(const Pages& pages, const http::Request& request);
http::Response link_page(const Pages& pages, const http::Request& request);
http::Response set_password_by_link(const Pages& pages, const http::Request& request);
http::Response make_link(const Pages& pages, const http::Request& request);
/// A link for that account: sent, and then the page `sent_to`, or shown once.
http::Response give_link(const Pages& pages, const http::Request& request, std::string_view id, std::string_view sent_to);

http::Response staff_start_page(const Pages& pages, const http::Request& request);

http::Response own_account_page(const Pages& pages, const http::Request& request);
http::Response change_password(const Pages& pages, const http::Request& request);
http::Response start_second_step(const Pages& pages, const http::Request& request);
http::Response confirm_second_step(const Pages& pages, const http::Request& request);
http::Response remove_second_step(const Pages& pages, const http::Request& request);

http::Response people_page(const Pages& pages, const http::Request& request);
http::Response add_person(const Pages& pages, const http::Request& request);
http::Response person_page(const Pages& pages, const http::Request& request);
http::Response change_access(const Pages& pages, const http::Request& request);
http::Response close_account(const Pages& pages, const http::Request& request);
http::Response open_account(const Pages& pages, const http::Request& request);
http::Response replace_password(const Pages& pages, const http::Request& request);

http::Response tokens_page(const Pages& pages, const http::Request& request);
http::Response add_token(const Pages& pages, const http::Request& request);
http::Response revoke_token(const Pages& pages, const http::Request& request);

http::Response audit_page(const Pages& pages, const http::Request& request);

/// The cookie that holds a session; "" takes it away.
http::Cookie session_cookie(const std::string& token);
/// Where a person lands after signing in: `next` where it is a path of this server, else the place of their
/// work.
std::string landing(const http::Identity& identity, std::string_view next);
i18n::Text role_name(http::Role role);

}  // namespace digilots::accounts
