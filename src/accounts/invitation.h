#pragma once
// How somebody who has an account made for them gets in. The one place that knows: another way in replaces it
// here.
#include <string>

#include "accounts/service.h"

namespace digilots::accounts {

struct Invited {
    Account account;         // to be stored by store_in()
    bool by_letter = false;  // a letter with a link goes out with the account
    std::string told =
        "";  // else what is to be handed to the person, said to the administrator this once; never stored
};

/// By a letter where letters are sent, else with a first password that nobody chose; what was in `wanted.password` is not
/// looked at.
Outcome<Invited> invite(Service& service, NewAccount wanted);
/// The account and its letter, in the caller's transaction.
Outcome<std::string> store_in(db::Connection& connection, Service& service, const Invited& invited, std::string_view actor,
                              const Invitation& invitation);

}  // namespace digilots::accounts
