#include "accounts/accounts.h"
#include "accounts/demo.h"
#include "accounts/pages.h"
#include "accounts/people_table.h"

namespace digilots::accounts {

namespace {

using http::MenuPlace, http::Role;
using Of = PrivacyNotice::Of;

const http::Menu menu{
    {MenuPlace::settings, 100, TEXT("People"), "/staff/people", Role::administrator},
    {MenuPlace::settings, 300, TEXT("Keys for other systems"), "/staff/settings/tokens", Role::administrator},
    {MenuPlace::settings, 400, TEXT("Who did what"), "/staff/settings/audit", Role::administrator},
    {.menu = MenuPlace::staff, .position = 910, .title = TEXT("Who did what"), .path = "/staff/settings/audit",
     .of_privacy = true},
};

const std::vector<PrivacyNotice> privacy{
    {Of::staff,
     TEXT("only for staff who sign in. It ends with the browser, after two hours without use, at the latest after {period}."),
     "session", "accounts.session"},
    {Of::staff,
     TEXT("only for staff who sign in. It remembers for 180 days that this browser has signed in before, so that nobody else’s "
          "wrong guesses can shut them out."),
     "device"},
    {Of::staff,
     TEXT("Your account holds your e-mail address, the name you are shown with, your role and a one-way hash of your password. "
          "When your account is closed, it is deleted after {period}."),
     "", std::string(account_rule)},
    {.of = Of::staff,
     .text = TEXT("What you change is noted with the account’s number for {period}."),
     .rule = std::string(trail_rule),
     .preserved = TEXT("What you change is noted with the account’s number. The municipality keeps these notes for the time "
                       "being.")},
    {Of::staff,
     TEXT("Where the installation sends letters, a link to choose a password goes to your e-mail address. The letter is deleted "
          "when it has been sent; its kind, time and outcome are kept for {period}."),
     "", "mail.letter"},
    {Of::staff, TEXT("Of such a link a one-way hash is kept until it is used, at most {period}."), "", "accounts.link"},
};

const audit::Words trail{
    .actions = {TEXT("signed in"), TEXT("account added"), TEXT("role changed"), TEXT("unit changed"),
                TEXT("privacy changed"), TEXT("account closed"),
                TEXT("account opened again"), TEXT("password replaced"), TEXT("password changed"),
                TEXT("password set by link"), TEXT("link made"),
                TEXT("second step turned on"), TEXT("second step turned off"), TEXT("key added"), TEXT("key revoked")},
    .records = {{"account", TEXT("Account")}, {"token", TEXT("Key")}},
    .fields = {{"role", TEXT("Role")},
               {"unit", TEXT("Unit")},
               {"only_unit", TEXT("Changes only what belongs to this unit")},
               {"sees_privacy", TEXT("Sees to privacy")},
               {"password", TEXT("Password")},
               {"second step", TEXT("Second step")},
               {"scopes", TEXT("What the key may do")}},
};

}  // namespace

Slice slice(Accounts& accounts, municipality::Municipalities& municipalities) {
    const auto people = people_table(Inside::service(accounts), municipalities);
    return {
        .name = "accounts",
        .routes = [&accounts, &municipalities, people](const Slices& all) {
            auto all_routes = routes(accounts, municipalities, all_of(all, &Slice::scopes), trails_of(all));
            for (auto& route : register_::table_routes(people)) all_routes.push_back(std::move(route));
            for (auto& route : register_::import_routes(people)) all_routes.push_back(std::move(route));
            return all_routes;
        },
        .tables = {people},
        .menu = menu,
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
        .load_demo = [&](const Demo& demo) { load_demo(accounts, demo); },
    };
}

}  // namespace digilots::accounts
