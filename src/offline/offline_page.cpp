// Making a device ready, and the devices that one has.
#include "offline/implementation.h"
#include "offline/pages.h"
#include "offline/templates.h"
#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"

namespace digilots::offline {

namespace {

std::string shown_name(const Device& device, const html::Page& page) {
    return device.label.empty() ? page.t(TEXT("A device without a name")) : device.label;
}

}  // namespace

http::Response offline_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("Work without a network"));
    page.staff = true;
    page.indexable = false;
    page.scripts = {"offline_setup.js"};
    OfflineView view;
    const auto& zone = request.tenant->zone;
    for (const auto& device : pages.offline.devices_of(request.tenant->id, request.identity->account_id)) {
        view.devices.push_back({device.id, shown_name(device, page),
                                page.t(TEXT("Added {added}, used last {seen}"),
                                       {{"added", page.translator().date_time(device.added_at, zone)},
                                        {"seen", page.translator().date_time(device.seen_at, zone)}}),
                                page.tenant_url("/staff/offline/devices/" + device.id + "/end")});
    }
    if (request.query.has("ended")) view.done = page.t(TEXT("The device is ended. Nothing more comes in from it in your name."));
    view.is_full = std::ssize(view.devices) >= Offline::most_devices;
    view.devices_url = page.tenant_url("/staff/offline/devices");
    view.worker_url = page.tenant_url("/staff/offline/worker.js");
    view.reach = page.tenant_url("/staff/");
    view.scope = page.tenant_url("/staff/offline/");
    view.desk_url = page.tenant_url("/staff/offline/desk");
    view.manifest_url = page.tenant_url("/staff/offline/app.webmanifest");
    view.account = request.identity->account_id;
    view.municipality = request.tenant->slug;
    return html::render_page(page, templates::offline_page(view, page));
}

http::Response add_device(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto added = pages.offline.add_device(request.tenant->id, request.identity->account_id, request.form.get("label"));
    if (!added)
        return never_kept(http::problem(409, page.t(TEXT("You have as many devices as one may have")),
                                        page.t(TEXT("End one that you no longer use, then add this one."))));
    base::JsonWriter json;
    json.begin_object().member("device", added->id).member("secret", added->secret);
    json.member("key_id", added->key_id).member("public_key", added->public_key);
    json.member("municipality_id", request.tenant->id);
    json.member("place", Inside::of(pages.offline).neighbours.inquiries.usual_place(request)).end_object();
    return never_kept(http::json(std::move(json).take(), 201));
}

http::Response end_device(const Pages& pages, const http::Request& request) {
    if (!pages.offline.end_device(request.tenant->id, request.identity->account_id, request.parameter("id")))
        return html::error_page(request, 404);
    return http::see_other(html::Page(request).tenant_url("/staff/offline?ended=1"));
}

}  // namespace digilots::offline
