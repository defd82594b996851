#include "app/demo.h"

#include <algorithm>

#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"
#include "indicators/figures/sync.h"
#include "platform/base/embedded.h"

namespace digilots::app {

const char* const demo_password = "demo-lots-vinter-2026";

namespace {

constexpr const char* demo_network = "teo";

bool holds_anything(Application& application) {
    return !application.municipalities.active().empty() || !application.accounts.accounts_of("").empty();
}

void import_places(Application& application) {
    const auto mapping = base::embedded_file("data/demo/mapping.json");
    if (!mapping) throw CommandError("This program was built without the demo data.");
    const auto plan = directory::plan_import(application.database, *mapping, "mapping.json");
    if (!plan.errors.empty()) throw CommandError("The demo data cannot be read: " + plan.errors.front());
    directory::apply_import(application.database, application.municipalities, plan, application.clock.now());
}

/// The mapping holds no phone numbers: examples from the series that the numbering authority keeps for fiction.
void set_example_phones(Application& application) {
    int number = 1;
    for (const auto& municipality : application.municipalities.active()) {
        auto settings = application.municipalities.settings(municipality.id);
        if (settings.phone.empty()) {
            settings.phone = "0980-319 20 " + std::string(number < 10 ? "0" : "") + std::to_string(number);
            settings.phone_is_example = true;
            application.municipalities.save_settings(municipality.id, settings);
        }
        ++number;
    }
}

void make_network(Application& application) {
    if (application.municipalities.network(demo_network)) return;
    municipality::Network network{demo_network, "Projekt TEO", {}};
    for (const char* id : {"2280", "2282", "2132", "2283", "2281", "2260", "2284"}) {
        if (application.municipalities.is_active(id)) network.members.emplace_back(id);
    }
    application.municipalities.save_network(network);
}

void make_account(Application& application, const DemoAccount& wanted) {
    accounts::NewAccount account;
    account.email = wanted.email;
    account.password = demo_password;
    const std::string role = wanted.role;
    if (role == "operator") {
        account.is_operator = true;
    } else if (role == "network-viewer") {
        account.networks = {demo_network};
    } else {
        account.role = role_of(role);
        account.municipality_id = municipality_id_of(application.municipalities, wanted.municipality);
    }
    const auto present = application.accounts.accounts_of(account.municipality_id);
    if (std::ranges::find(present, account.email, &accounts::ListedAccount::email) != present.end()) return;
    const auto added = application.accounts.add(account);
    if (!added) refuse("The demo account " + account.email + " could not be made: " + added.error());
}

}  // namespace

std::vector<DemoAccount> demo_accounts() {
    std::vector<DemoAccount> all;
    for (const char* role : {"guide", "editor", "coordinator", "administrator"}) {
        all.push_back({role, "sundsvall", std::string(role) + "@sundsvall.example"});
    }
    all.push_back({"guide", "harnosand", "guide@harnosand.example"});
    all.push_back({"administrator", "harnosand", "administrator@harnosand.example"});
    all.push_back({"network-viewer", "", "network@teo.example"});
    all.push_back({"operator", "", "operator@digilots.example"});
    return all;
}

DemoLoaded load_demo(Application& application) {
    auto loaded = DemoLoaded::before;
    if (installation_fact(application.database, "demo") != "yes") {
        if (holds_anything(application)) {
            throw CommandError("This database is in use: demo accounts are never made beside real data. Name another data "
                               "folder (--data, DIGILOTS_DATA) or an empty database.");
        }
        save_installation_fact(application.database, "demo", "yes");
        loaded = DemoLoaded::now;
    }
    import_places(application);
    set_example_phones(application);
    make_network(application);
    for (const auto& account : demo_accounts()) make_account(application, account);
    indicators::load_shipped_figures(application.database, application.clock);
    indicators::load_made_up_figures(application.database, application.clock);
    application.indicators.catch_up_search();
    progress::load_demo_choices(application.progress, application.municipalities);
    application.reindex();
    return loaded;
}

}  // namespace digilots::app
