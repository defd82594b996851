#include "accounts/demo.h"

#include <algorithm>
#include <stdexcept>

namespace digilots::accounts {

namespace {

DemoAccount member(const char* word, http::Role role, const char* municipality) {
    NewAccount account;
    account.municipality_id = municipality::Municipalities::find(municipality)->id;
    account.email = std::string(word) + "@" + municipality + ".example";
    account.role = role;
    return {account, word, municipality};
}

void make(Accounts& accounts, NewAccount account) {
    const auto present = accounts.accounts_of(account.municipality_id);
    if (std::ranges::find(present, account.email, &ListedAccount::email) != present.end()) return;
    account.password = demo_password;
    const auto added = accounts.add(account);
    if (!added) throw std::runtime_error("The demo account " + account.email + " could not be made: " + added.error());
}

}  // namespace

const char* const demo_password = "demo-lots-vinter-2026";

std::vector<DemoAccount> demo_accounts() {
    using http::Role;
    std::vector<DemoAccount> all{member("guide", Role::guide, "sundsvall"), member("editor", Role::editor, "sundsvall"),
                                 member("coordinator", Role::coordinator, "sundsvall"),
                                 member("administrator", Role::administrator, "sundsvall"),
                                 member("guide", Role::guide, "harnosand"),
                                 member("administrator", Role::administrator, "harnosand")};
    DemoAccount viewer{{}, "network-viewer", ""}, runner{{}, "operator", ""};
    viewer.account.email = "network@teo.example";
    viewer.account.networks = {"teo"};
    runner.account.email = "operator@digilots.example";
    runner.account.is_operator = true;
    all.push_back(viewer);
    all.push_back(runner);
    return all;
}

void load_demo(Accounts& accounts) {
    for (const auto& one : demo_accounts()) make(accounts, one.account);
}

}  // namespace digilots::accounts
