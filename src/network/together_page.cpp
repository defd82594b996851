// What a municipality has together with others, beside its own: its networks, and services and material that several share.
#include <algorithm>
#include <iterator>

#include "network/pages.h"
#include "network/templates.h"
#include "platform/base/lists.h"
#include "platform/register/record.h"

namespace digilots::network {

namespace {

/// For residents of that municipality: a service that names who uses it is theirs where it is named.
bool is_for_residents(const SharedRow& row, const std::string& municipality) {
    if (row.kind == "resource" || row.kind == "answer") return true;
    if (row.kind != "system") return false;
    const auto users = register_::list_items(row.detail);
    return users.empty() || base::holds(users, municipality);
}

}  // namespace

http::Response together_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Together with others");
    SharedView view;
    view.lead = page.t("What {municipality} shares with other municipalities, beside its own services.",
                       {{"municipality", request.tenant->name}});
    view.empty = page.t("No service is shared with others yet.");
    std::vector<SharedRow> shared;
    for (const auto& network : pages.municipalities.networks()) {
        if (!base::holds(network.members, request.tenant->id)) continue;
        view.ways.push_back({network.name, page.url("/networks/" + network.key)});
        auto rows = shared_in(pages.database, pages.municipalities, network, Viewer::anyone);
        std::erase_if(rows, [&](const SharedRow& row) { return !is_for_residents(row, request.tenant->id); });
        std::ranges::move(rows, std::back_inserter(shared));
    }
    view.parts = parts_of(pages, shared, page);
    // Residents have no way into the lists of staff.
    for (auto& part : view.parts)
        for (auto& line : part.lines) line.url = "";
    return html::render_page(page, templates::shared_page(view, page));
}

}  // namespace digilots::network
