#pragma once
// What the pages of this slice need; slice.cpp says where each is.
#include <string>
#include <vector>

#include "offline/offline.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::offline {

struct Pages {
    Offline& offline;
};

/// The person's devices, and what a device is told to do (offline_setup.js).
struct DeviceLine {
    std::string id, title, since, end_url;
};
struct OfflineView {
    std::string done, devices_url, worker_url, reach, scope, desk_url, manifest_url, account, municipality;
    bool is_full = false;
    std::vector<DeviceLine> devices;
};
/// The desk that stands on the device: nothing of anybody.
struct DeskShellView {
    html::Safe form, count_form;
    std::string municipality, search_url, entries_url, worker_url, reach, scope, manifest_url, setup_url, staff_url, zone;
};

http::Response offline_page(const Pages& pages, const http::Request& request);
http::Response add_device(const Pages& pages, const http::Request& request);
http::Response end_device(const Pages& pages, const http::Request& request);

http::Response desk_shell(const Pages& pages, const http::Request& request);
http::Response worker_script(const Pages& pages, const http::Request& request);
http::Response manifest(const Pages& pages, const http::Request& request);
http::Response search_data(const Pages& pages, const http::Request& request);
http::Response take_entries(const Pages& pages, const http::Request& request);

/// What the desk searches without a network, as JSON of at most 500 kB: what residents see, and the topics.
std::string write_search_data(const Pages& pages, const html::Page& page);

}  // namespace digilots::offline
