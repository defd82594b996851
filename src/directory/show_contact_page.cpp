#include "directory/service_view.h"
#include "directory/templates.h"
#include "platform/html/error_page.h"

namespace digilots::directory {
namespace {

void add_desk(ShowContactView& view, const Contact& contact, const Snapshot& snapshot, const Pages& pages,
              const html::Page& page) {
    const auto& wanted = contact.fallback_place.empty() ? snapshot.fallback_place : contact.fallback_place;
    const Place* desk = snapshot.place(wanted);
    if (desk == nullptr || !desk->listed()) return;
    view.desk = desk->name;
    view.desk_url = page.tenant_url("/places/" + desk->slug);
    view.desk_open = open_badge(pages.directory.open_state(*desk, page.request().tenant->id, pages.clock.now()), pages, page);
}

ShowContactView contact_view(const Contact& contact, const Snapshot& snapshot, const Pages& pages, const html::Page& page) {
    ShowContactView view;
    const auto& tenant = *page.request().tenant;
    view.phone.number = contact.phone;
    if (contact.phone.empty() && contact.switchboard) view.phone = help_view(pages, page).phone;
    view.email = contact.email;
    view.said = said_hours(contact.phone_hours, Answer::unknown, page);
    view.has_hours = contact.phone_hours.complete && !contact.phone_hours.rule.empty();
    view.times = week_text(contact.phone_hours, pages, page);
    view.open = open_badge(pages.directory.open_state(contact.phone_hours, tenant.id, pages.clock.now()), pages, page);
    add_desk(view, contact, snapshot, pages, page);
    for (const auto& service : snapshot.e_services) {
        if (service.contact != contact.id || service.status != Status::open) continue;
        view.answers_for.push_back({service.name, page.tenant_url("/e-services/" + service.slug)});
    }
    view.age = how_old(contact.verified_on, contact.source_date, pages, page);
    view.help = help_view(pages, page);
    return view;
}

}  // namespace

http::Response show_contact_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const Contact* contact = snapshot->contact(wanted);
    if (contact == nullptr || contact->staff_only || contact->status == Status::closed) return html::error_page(request, 404);
    html::Page page(request);
    if (contact->slug != wanted) return http::moved(page.tenant_url("/contacts/" + contact->slug));
    page.title = contact->title;
    page.description = page.t("How to reach {name} in {municipality}",
                              {{"name", contact->title}, {"municipality", request.tenant->name}});
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {contact->title, "", true}};
    const auto view = contact_view(*contact, *snapshot, pages, page);
    return cached(pages, request, html::render_page(page, templates::show_contact_page(view, page)));
}

}  // namespace digilots::directory
