#include "app/demo.h"

#include <algorithm>

#include "app/command.h"
#include "app/demo_tables.h"
#include "app/installation.h"
#include "platform/base/embedded.h"

namespace digilots::app {

namespace {

bool holds_anything(Application& application) {
    return !application.municipalities.active().empty() || !application.accounts.accounts_of("").empty();
}

void import_places(const Slices& slices) {
    const auto mapping = base::embedded_file("data/demo/mapping.json");
    if (!mapping) throw CommandError("This program was built without the demo data.");
    for (const auto& slice : slices) {
        if (!slice.plan_mapping) continue;
        const auto plan = slice.plan_mapping(*mapping, "mapping.json");
        if (!plan.is_usable) throw CommandError("The demo data cannot be read: " + plan.description);
        plan.apply();
    }
}

constexpr const char* programme = "digihjelpen";

/// A real programme of the mapping, under a key of its own: it is no municipality, so nothing of it is made up.
void add_programme(Application& application) {
    municipality::Municipality own;
    own.id = own.slug = programme;
    own.name = "Digihjelpen";
    own.country = "NO";
    own.is_own = true;
    own.is_on_map = false;
    if (!application.municipalities.about(own.id)) application.municipalities.save_own(own);
    if (!application.municipalities.is_active(own.id))
        application.municipalities.activate(own.id, municipality::default_settings(own));
}

/// The first by name of its address: "editor@…" stands before "library@…".
std::string account_of(const Application& application, std::string_view municipality, http::Role role) {
    for (const auto& account : application.accounts.accounts_of(municipality))
        if (account.role == role && !account.disabled) return account.id;
    return "";
}

std::string unit_of(const Application& application, std::string_view municipality, std::string_view name) {
    const auto units = application.organisation.units(municipality);
    const auto found = std::ranges::find(*units, name, &organisation::Unit::name);
    return found == units->end() ? "" : found->id;
}

/// A key that nobody has ever seen, so that the list of keys has one.
void add_key(Application& application, const Demo& demo) {
    for (const auto& id : demo.complete) {
        if (!application.accounts.tokens_of(id).empty()) continue;
        const auto* name = id == "losvik" ? "Køskjerm på innbyggertorget" : "Köskärm på medborgarkontoret";
        const auto added = application.accounts.add_token(id, name, {&inquiries::write_inquiries});
        if (!added) throw CommandError("The demo's key could not be made: " + added.error());
    }
}

}  // namespace

Demo demo_of(const Application& application, const DemoWishes& wishes) {
    Demo demo{.complete = {"lotsby", "losvik"}, .years = wishes.years, .inquiries = wishes.inquiries, .seed = wishes.seed,
              .tell = wishes.tell};
    for (const auto& one : municipality::made_up()) {
        const bool is_measured = one.country == "SE" && one.id != "lotsby";
        if (is_measured && std::ssize(demo.measured) < wishes.municipalities) demo.measured.push_back(one.id);
    }
    if (wishes.with_programme) demo.programmes.emplace_back(programme);
    demo.account = [&application](std::string_view municipality, http::Role role) {
        return account_of(application, municipality, role);
    };
    demo.unit = [&application](std::string_view municipality, std::string_view name) {
        return unit_of(application, municipality, name);
    };
    return demo;
}

DemoLoaded load_demo(Application& application, const DemoWishes& wishes) {
    auto loaded = DemoLoaded::before;
    if (installation_fact(application.database, "demo") != "yes") {
        if (holds_anything(application)) {
            throw CommandError("This database is in use: demo accounts are never made beside real data. Name another data "
                               "folder (--data, DIGILOTS_DATA) or an empty database.");
        }
        save_installation_fact(application.database, "demo", "yes");
        loaded = DemoLoaded::now;
    }
    const auto demo = demo_of(application, wishes);
    if (wishes.with_programme) add_programme(application);
    import_places(application.slices);
    DemoTables tables(application, demo);
    for (const auto& slice : application.slices) {
        if (slice.load_demo) slice.load_demo(demo);
        tables.take_in();
    }
    tables.check_all_taken();
    add_key(application, demo);
    application.count_not_searchable();
    return loaded;
}

}  // namespace digilots::app
