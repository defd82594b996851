#include <algorithm>

#include "directory/e_service_view.h"
#include "directory/templates.h"
#include "platform/html/error_page.h"

namespace digilots::directory {
namespace {

constexpr std::size_t most_places_of_e_service = 5;

ContactView contact_view(const EService& service, const Snapshot& snapshot, const Pages& pages,
                         const html::Page& page) {
    ContactView view;
    const auto& tenant = *page.request().tenant;
    view.title = service.contact_role;
    const Contact* contact = snapshot.contact(service.contact);
    std::string desk = snapshot.fallback_place;
    if (contact != nullptr && contact->status == Status::open && !contact->staff_only) {
        view.title = contact->title;
        view.phone.number = contact->phone;
        view.said = said_hours(contact->phone_hours, Answer::unknown, page);
        view.has_hours = contact->phone_hours.complete && !contact->phone_hours.rule.empty();
        view.times = week_text(contact->phone_hours, pages, page);
        view.open = open_badge(pages.directory.open_state(contact->phone_hours, tenant.id, pages.clock.now()),
                               pages, page);
        if (!contact->fallback_place.empty()) desk = contact->fallback_place;
    }
    if (const Place* place = snapshot.place(desk); place != nullptr && place->listed()) {
        view.desk = place->name;
        view.desk_url = page.tenant_url("/places/" + place->slug);
    }
    return view;
}

bool helps_with_e_services(const Place& place) {
    return std::ranges::any_of(place.support, [](const CodedNote& note) {
        return note.code == "guidance_in_e_service" || note.code == "form_filling" ||
               note.code == "case_specific_help" || note.code == "scanning_attaching";
    });
}

/// Those that guide in e-services first, open ones before others, then places for general digital help.
std::vector<PlaceRow> helping_places(const EService& service, const Snapshot& snapshot, const Pages& pages,
                                     const html::Page& page) {
    std::vector<FoundPlace> found;
    for (const auto& item : find_places(pages.directory, snapshot, {}, pages.clock.now())) {
        const bool topic = std::ranges::any_of(
            service.topics, [&](const auto& key) { return covers_topic(item.place->topics, key); });
        if (topic || helps_with_e_services(*item.place)) found.push_back(item);
    }
    std::ranges::stable_sort(found, {}, [](const FoundPlace& item) {
        return std::pair{helps_with_e_services(*item.place) ? 0 : 1, item.state.now == Openness::open ? 0 : 1};
    });
    if (found.size() > most_places_of_e_service) found.resize(most_places_of_e_service);
    std::vector<PlaceRow> rows;
    for (const auto& item : found) rows.push_back(place_row(item, pages, page));
    return rows;
}

std::string paper_text(const EService& service, const html::Page& page) {
    if (service.digital_only) return page.t("There is no paper form. You can get help to do it digitally.");
    if (service.paper_form == Answer::yes)
        return page.t("There is a paper form. Ask for it at the desk or on the phone.");
    if (service.paper_form == Answer::no) return page.t("There is no paper form.");
    return page.t("Whether there is a paper form is not stated. Ask on the phone.");
}

ShowEServiceView e_service_view(const EService& service, const Snapshot& snapshot, const Pages& pages,
                                const html::Page& page) {
    ShowEServiceView view;
    view.department = service.department;
    view.login = login_text(service, page);
    view.status = status_text(service.status, "", page);
    view.url = service.url;
    view.delivered_via = service.delivered_via;
    view.paper = paper_text(service, page);
    view.attachments = service.attachments;
    view.reapply = service.reapply_rule;
    view.languages = labels("language", service.languages, page);
    view.first_line = service.first_line_roles;
    view.contact = contact_view(service, snapshot, pages, page);
    view.places = helping_places(service, snapshot, pages, page);
    view.age = how_old(service.verified_on, service.source_date, pages, page);
    view.help = help_view(pages, page);
    return view;
}

}  // namespace

http::Response show_e_service_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const EService* service = snapshot->e_service(wanted);
    html::Page page(request);
    const Service* errand = service == nullptr ? snapshot->service(wanted) : nullptr;
    if (errand != nullptr && errand->place.empty()) return http::moved(page.tenant_url("/services/" + errand->slug));
    if (service == nullptr) return html::error_page(request, 404);
    if (service->slug != wanted) return http::moved(page.tenant_url("/e-services/" + service->slug));
    page.title = service->name;
    page.description = page.t("{name} in {municipality}: do it yourself, with help, on paper or by phone",
                              {{"name", service->name}, {"municipality", request.tenant->name}});
    page.breadcrumbs = {{page.t("E-services"), page.tenant_url("/e-services")}, {service->name, "", true}};
    const auto view = e_service_view(*service, *snapshot, pages, page);
    return cached(pages, request, html::render_page(page, templates::show_e_service_page(view, page)));
}

}  // namespace digilots::directory
