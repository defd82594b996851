#pragma once
#include <string>

#include "platform/html/page.h"

namespace digilots::accounts {

struct SignInView {
    html::FormErrors errors;
    std::string email, next;
    std::string ticket;  // set: the second step
    bool signed_out = false;
    std::string typed;           // what was typed before the session ended, sealed
    bool session_ended = false;  // a form came without its session
    bool not_carried = false;    // … and what was typed cannot be carried
};

}  // namespace digilots::accounts
