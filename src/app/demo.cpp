#include "app/demo.h"

#include "app/command.h"
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

}  // namespace

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
    import_places(application.slices);
    for (const auto& slice : application.slices) {
        if (slice.load_demo) slice.load_demo();
    }
    application.count_not_searchable();
    return loaded;
}

}  // namespace digilots::app
