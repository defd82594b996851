#pragma once
// The demo: the real mapping of nine municipalities, example phone numbers, and made-up accounts with known passwords.
#include <string>
#include <vector>

#include "app/application.h"

namespace digilots::app {

struct DemoAccount {
    const char* role;           // "guide"
    const char* municipality;   // slug, "" for the operator and the network viewer
    std::string email;
};

/// Everybody's password in the demo.
extern const char* const demo_password;
std::vector<DemoAccount> demo_accounts();

enum class DemoLoaded { now, before };

/// Loads what is missing. CommandError on a database that holds anything but a demo.
DemoLoaded load_demo(Application& application);

}  // namespace digilots::app
