#pragma once
#include <string>

#include "platform/html/page.h"

namespace digilots::accounts {

struct SignInView {
    html::FormErrors errors;
    std::string email, next;
    std::string ticket;  // set: the second step
    bool signed_out = false;
};

}  // namespace digilots::accounts
