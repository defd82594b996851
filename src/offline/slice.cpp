#include "offline/offline.h"
#include "offline/pages.h"

namespace digilots::offline {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;
using Of = PrivacyNotice::Of;

http::Routes routes(Offline& offline) {
    const auto page = http::handlers_with(Pages{offline});
    const std::string base = "/{municipality}/staff/offline";
    return {{Method::get, base, Access::guide, page(offline_page)},
            {Method::post, base + "/devices", Access::guide, page(add_device)},
            {Method::post, base + "/devices/{id}/end", Access::guide, page(end_device)},
            {Method::get, base + "/desk", Access::guide, page(desk_shell)},
            {Method::get, base + "/worker.js", Access::guide, page(worker_script)},
            {Method::get, base + "/search.json", Access::guide, page(search_data)},
            {Method::get, base + "/app.webmanifest", Access::anyone, page(manifest)},
            // Whoever holds the device may send what waits on it: who logged it stands sealed in it.
            {Method::post, base + "/entries", Access::anyone, page(take_entries)}};
}

const http::Menu menu{{MenuPlace::staff, 860, TEXT("Work without a network"), "/staff/offline", Role::guide}};

const std::vector<PrivacyNotice> privacy{
    {.of = Of::staff,
     .text = TEXT("If you log without a network, we keep which of your devices may do so: what you call it, when it was added "
                  "and last used. That is deleted {period} after something last came in from it."),
     .rule = std::string(device_rule),
     .preserved = TEXT("If you log without a network, we keep which of your devices may do so: what you call it, when it was "
                       "added and last used. The municipality deletes none for the time being.")},
    {Of::staff, TEXT("What you log without a network stands on the device until it is sent, sealed so that only the municipality "
                     "and you can read it: you by your PIN, which never leaves the device.")},
};

const audit::Words trail{
    .actions = {TEXT("offline device added"), TEXT("offline device ended")},
    .records = {{"offline_device", TEXT("Device that logs without a network")}}};

}  // namespace

Slice slice(Offline& offline) {
    return {
        .name = "offline",
        .routes = [&](const Slices&) { return routes(offline); },
        .menu = menu,
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
    };
}

}  // namespace digilots::offline
