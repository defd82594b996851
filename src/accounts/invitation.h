#pragma once
// How somebody who has an account made for them gets in. The one place that knows: another way in replaces it
// here.
#include <string>

#include "accounts/service.h"

namespace digilots::accounts {

struct Invited {
    Account account;         // to be stored by store_in()
};

/// Without a password: the link brings one. What was in `wanted.password` is not looked at.
Outcome<Invited> invite(Service& service, NewAccount wanted);
/// The account and its link, in the caller's transaction: "" where a letter brings it, else what is to be handed to the person,
/// below the address of the site.
Outcome<std::string> store_in(db::Connection& connection, Service& service, const Invited& invited, std::string_view actor,
                              const Invitation& invitation);

}  // namespace digilots::accounts
