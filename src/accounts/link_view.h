#pragma once
#include <string>

#include "platform/html/page.h"

namespace digilots::accounts {

struct ForgottenView {
    html::FormErrors errors = {};
    std::string email = "";
    bool is_asked = false;
    bool sends_letters = true;
};

struct LinkView {
    html::FormErrors errors;
    std::string url;             // of this page
    std::string email;           // "" where the link is over
    bool sends_letters = false;  // so that a new one can be asked for
};

/// Shown once, to the administrator.
struct LinkMadeView {
    std::string email, link, back;
};

}  // namespace digilots::accounts
