#pragma once
#include <string>
#include <vector>

#include "accounts/totp.h"
#include "platform/html/page.h"
#include "platform/print/document.h"

namespace digilots::accounts {

struct OwnAccountView {
    html::FormErrors errors;
    std::string email, role;
    bool second_step = false;
    std::string pending_secret, pending_address;  // set up, not confirmed
    print::QrCode pending_code;
    std::vector<std::string> recovery_codes;  // shown once
    std::string done;                         // what has just been saved
};

}  // namespace digilots::accounts
