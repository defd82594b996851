#pragma once
#include <string>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::accounts {

struct AuditView {
    html::components::Table entries;
    std::string kept;       // for how long, in words
    std::string older_url;  // "" where these are the oldest
};

}  // namespace digilots::accounts
