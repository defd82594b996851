#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::accounts {

struct ShownToken {
    std::string id, name, scopes, created, last_used, revoke_label;
    bool revoked = false;
};

struct TokensView {
    html::FormErrors errors;
    std::string name;  // of the form
    std::vector<html::components::Option> scopes;
    std::vector<ShownToken> tokens;
    std::string new_token;  // shown once
    bool revoked = false;
    std::string form_key;   // the form once more, by loading anew: no second key
    bool made_already = false;
};

}  // namespace digilots::accounts
