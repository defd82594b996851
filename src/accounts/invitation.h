#pragma once
// How somebody who has an account made for them gets in. The one place that knows: another way in replaces it
// here.
#include <string>

#include "accounts/service.h"

namespace digilots::accounts {

struct Invited {
    Account account;  // to be stored (Service::add_in)
    std::string told =
        "";  // what is to be handed to the person, said to the administrator this once; never stored
};

/// With a first password that nobody chose; what was in `wanted.password` is not looked at.
Outcome<Invited> invite(Service& service, NewAccount wanted);

}  // namespace digilots::accounts
