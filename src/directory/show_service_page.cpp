#include <algorithm>

#include "directory/registers.h"
#include "directory/place_filter.h"
#include "directory/service_view.h"
#include "directory/templates.h"
#include "platform/html/error_page.h"

namespace digilots::directory {
namespace {

constexpr std::size_t most_places_of_service = 5;

/// Open ones first. Where no place names the topic the desk is shown, not a list of guesses.
std::vector<DeskView> helping_places(const Service& service, const Snapshot& snapshot, const Pages& pages,
                                     const html::Page& page) {
    std::vector<FoundPlace> found;
    for (const auto& item : find_places(pages.directory, snapshot, {}, pages.clock.now())) {
        const bool is_the_desk = item.place->id == snapshot.fallback_place;     // named above anyway
        const auto answers = [&](const auto& key) { return answers_topic(*item.place, key); };
        const bool is_open = item.place->status == Status::open;
        if (is_open && !is_the_desk && std::ranges::any_of(service.topics, answers)) found.push_back(item);
    }
    std::ranges::stable_sort(found, {}, [](const FoundPlace& item) { return item.state.now == Openness::open ? 0 : 1; });
    if (found.size() > most_places_of_service) found.resize(most_places_of_service);
    std::vector<DeskView> rows;
    for (const auto& item : found) rows.push_back(desk_view(item.place, item.state, pages, page));
    return rows;
}

std::string kind_text(const Service& service, const ServiceRow& row, const html::Page& page) {
    if (!row.kind.empty()) return row.kind;
    switch (service.kind) {
        case ServiceKind::activity: return page.t("Activity");
        case ServiceKind::errand: return page.t("An errand without an e-service");
        case ServiceKind::service: break;
    }
    return page.t("Service");
}

std::string unknown_of(const Service& service, const ServiceRow& row, const html::Page& page) {
    std::vector<std::string> things;
    const bool has_times = row.has_hours || !row.hours_summary.empty() || !row.note.empty();
    if (service.kind != ServiceKind::errand && service.status == Status::open && !has_times) {
        things.push_back(page.t("days and times"));
    }
    return unknown_text(things, page);
}

ShowServiceView service_view(const Service& service, const Snapshot& snapshot, const Pages& pages, const html::Page& page) {
    ShowServiceView view;
    view.is_errand = service.kind == ServiceKind::errand;
    view.service = service_row_with_times(service, pages, page);
    view.kind = kind_text(service, view.service, page);
    view.unknown = unknown_of(service, view.service, page);
    view.places = helping_places(service, snapshot, pages, page);
    view.age = how_old(RecordKind::service, service, pages, page);
    view.age.since = checked_since(snapshot, RecordKind::service, service.id, page);
    view.help = help_view(pages, page);
    return view;
}

}  // namespace

http::Response show_service_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const Service* service = snapshot->service(wanted);
    if (service == nullptr || service->status == Status::closed) return html::error_page(request, 404);
    html::Page page(request);
    if (service->is_arranged()) return http::moved(page.tenant_url(service->path));
    // What stands at a place is told on the place's page.
    const Place* place = service->place.empty() ? nullptr : snapshot->place(service->place);
    if (place != nullptr) return http::moved(page.tenant_url("/places/" + place->slug));
    if (service->slug != wanted) return http::moved(page.tenant_url("/services/" + service->slug));
    page.title = service->title;
    page.description = page.t("{name} in {municipality}: how it works and who can help",
                              {{"name", service->title}, {"municipality", request.tenant->name}});
    page.breadcrumbs = {{page.t("E-services"), page.tenant_url("/e-services")}, {service->title, "", true}};
    if (service->kind != ServiceKind::errand) page.breadcrumbs.front() = {page.t("Places that help"), page.tenant_url("/places")};
    const auto view = service_view(*service, *snapshot, pages, page);
    return html::render_page(page, templates::show_service_page(view, page));
}

}  // namespace digilots::directory
