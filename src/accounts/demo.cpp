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

/// Roles in the language of the country, for there is nobody.
const char* name_of(std::string_view word, bool is_norwegian) {
    if (word == "guide") return is_norwegian ? "Veileder" : "Vägledare";
    if (word == "editor") return is_norwegian ? "Redaktør" : "Redaktör";
    if (word == "library") return is_norwegian ? "Biblioteksredaktør" : "Biblioteksredaktör";
    if (word == "coordinator") return is_norwegian ? "Koordinator" : "Samordnare";
    if (word == "privacy") return is_norwegian ? "Personvernombud" : "Dataskyddsombud";
    return is_norwegian ? "Administrator" : "Administratör";
}

DemoAccount made_up(const municipality::Municipality& municipality, const char* word, http::Role role) {
    NewAccount account;
    account.municipality_id = municipality.id;
    account.email = std::string(word) + "@" + municipality.slug + ".example";
    account.role = role;
    account.name = std::string(name_of(word, municipality.country == "NO")) + " i " + municipality.name;
    return {account, word, municipality.slug};
}

void add_made_up(std::vector<DemoAccount>& all, const Demo& demo, const municipality::Municipality& municipality) {
    using http::Role;
    const bool is_norwegian = municipality.country == "NO";
    const auto unit = [&](const char* name) { return demo.unit ? demo.unit(municipality.id, name) : std::string(); };
    all.push_back(made_up(municipality, "guide", Role::guide));
    all.back().account.unit = unit(is_norwegian ? "Innbyggerservice" : "Medborgarservice");
    all.push_back(made_up(municipality, "editor", Role::editor));
    all.push_back(made_up(municipality, "library", Role::editor));
    all.back().account.unit = unit(is_norwegian ? "Biblioteket" : "Biblioteken");
    all.back().account.only_unit = !all.back().account.unit.empty();
    all.push_back(made_up(municipality, "coordinator", Role::coordinator));
    all.push_back(made_up(municipality, "administrator", Role::administrator));
    all.push_back(made_up(municipality, "privacy", Role::guide));
    all.back().account.sees_privacy = true;
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

std::vector<DemoAccount> demo_accounts(const Demo& demo) {
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
    for (const auto& id : demo.complete)
        if (const auto* one = municipality::find_made_up(id)) add_made_up(all, demo, *one);
    for (const auto& id : demo.programmes)
        for (const auto role : {Role::coordinator, Role::administrator}) {
            const char* word = role == Role::coordinator ? "coordinator" : "administrator";
            NewAccount account;
            account.municipality_id = id;
            account.email = std::string(word) + "@" + id + ".example";
            account.role = role;
            account.name = name_of(word, true);
            all.push_back({account, word, id});
        }
    return all;
}

void load_demo(Accounts& accounts, const Demo& demo) {
    for (const auto& one : demo_accounts(demo)) make(accounts, one.account);
}

}  // namespace digilots::accounts
