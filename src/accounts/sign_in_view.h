#pragma once
#include <string>

#include "platform/html/page.h"

namespace digilots::accounts {

struct SignInView {
    html::FormErrors errors;
    std::string email, next;
    std::string ticket;  // set: the second step
    bool signed_out = false;
    bool password_set = false;   // by a link
    bool sends_letters = false;  // a forgotten password can be replaced by one
    std::string typed;           // what was typed before the session ended, sealed
    bool session_ended = false;  // a form came without its session
    bool not_carried = false;    // … and what was typed cannot be carried
};

}  // namespace digilots::accounts
