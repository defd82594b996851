#pragma once
// The demo's people: made up, with a password that everybody knows.
#include <string>
#include <vector>

#include "accounts/accounts.h"

namespace digilots::accounts {

struct DemoAccount {
    NewAccount account;
    const char* role;           // "guide"
    std::string municipality;   // slug, "" for the operator and the network viewer
};

/// Everybody's password in the demo.
extern const char* const demo_password;
/// Of real municipalities and of the installation, then of the made-up ones.
std::vector<DemoAccount> demo_accounts(const Demo& demo);

/// Makes those that are missing. Throws what() to be shown where one cannot be made.
void load_demo(Accounts& accounts, const Demo& demo);

}  // namespace digilots::accounts
