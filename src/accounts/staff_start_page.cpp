#include <algorithm>

#include "accounts/pages.h"
#include "accounts/staff_start_view.h"
#include "accounts/templates.h"
#include "platform/html/page.h"

namespace digilots::accounts {

http::Response staff_start_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("What you can open");
    page.staff = true;
    const auto& identity = *request.identity;
    StaffStartView view;
    for (const auto& one : pages.municipalities.active()) {
        if (one.id == identity.municipality_id)
            view.work.push_back({one.name, page.url("/" + one.slug + "/staff/")});
        const auto made_up = one.is_made_up ? " (" + page.t("made up") + ")" : "";
        if (identity.is_operator) view.municipalities.push_back({one.name + made_up, page.url("/" + one.slug + "/")});
    }
    for (const auto& network : pages.municipalities.networks()) {
        const bool sees = identity.is_operator ||
                          std::ranges::find(identity.networks, network.key) != identity.networks.end();
        const auto made_up = is_made_up(network) ? " (" + page.t("made up") + ")" : "";
        if (sees)
            view.networks.push_back(
                {network.name + made_up, page.url("/staff/network/" + network.key + "/statistics")});
    }
    return html::render_page(page, templates::staff_start_page(view, page));
}

}  // namespace digilots::accounts
