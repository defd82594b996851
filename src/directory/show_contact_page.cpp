#include "directory/registers.h"
#include "directory/service_view.h"
#include "directory/templates.h"
#include "platform/files/shown.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"

namespace digilots::directory {
namespace {

std::string unknown_of(const Contact& contact, const ShowContactView& view, const html::Page& page) {
    if (contact.status != Status::open) return "";
    std::vector<std::string> things;
    const bool has_number = !contact.phone.empty() || contact.switchboard;
    if (!has_number) things.push_back(page.t("a number of its own"));
    if (view.contact.line.times.empty() && view.contact.line.other_times.empty()) things.push_back(page.t("phone hours"));
    return unknown_text(things, page);
}

ShowContactView show_view(const Contact& contact, const Snapshot& snapshot, const Pages& pages, const html::Page& page,
                          Audience audience) {
    ShowContactView view;
    const auto answer = pages.directory.who_answers(*page.request().tenant, snapshot, &contact, pages.clock.now(), audience);
    view.contact = contact_view(answer, pages, page);
    view.status = status_text(contact.status, "", page);
    view.staff_only = contact.staff_only;
    if (audience == Audience::staff) view.notes = contact.notes;
    for (const auto& service : snapshot.e_services) {
        if (service.contact != contact.id || service.status != Status::open) continue;
        view.answers_for.push_back({service.name, page.tenant_url("/e-services/" + service.slug)});
    }
    view.unknown = unknown_of(contact, view, page);
    view.age = how_old(RecordKind::contact, contact, pages, page);
    view.age.since = checked_since(snapshot, RecordKind::contact, contact.id, page);
    return view;
}

/// Staff see all of them, below the record's own address.
html::Safe files_of_contact(const std::string& id, const Pages& pages, const html::Page& page, Audience audience) {
    const auto& records = pages.directory.records(RecordKind::contact);
    const auto& municipality = page.request().tenant->id;
    if (audience == Audience::residents) return files::on_page(register_::shown_files(records, municipality, id), page);
    return files::on_page(records.files_of(municipality, id), page,
                          [&](const files::File& file) { return register_::staff_file_url(records, file, page); });
}

http::Response show(const Pages& pages, const http::Request& request, Audience audience) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const Contact* contact = snapshot->contact(wanted);
    const bool hidden = contact == nullptr || (contact->staff_only && audience == Audience::residents);
    if (hidden || contact->status == Status::closed) return html::error_page(request, 404);
    html::Page page(request);
    page.staff = audience == Audience::staff;
    const std::string folder = page.staff ? "/staff/contacts/" : "/contacts/";
    if (contact->slug != wanted) return http::moved(page.tenant_url(folder + contact->slug));
    page.title = contact->title;
    page.description = page.t("How to reach {name} in {municipality}",
                              {{"name", contact->title}, {"municipality", request.tenant->name}});
    page.breadcrumbs = {{request.tenant->name, page.tenant_url(page.staff ? "/staff/" : "/")}, {contact->title, "", true}};
    page.indexable = !page.staff && contact->status == Status::open;
    auto view = show_view(*contact, *snapshot, pages, page, audience);
    view.files = files_of_contact(contact->id, pages, page, audience);
    return html::render_page(page, templates::show_contact_page(view, page));
}

}  // namespace

http::Response show_contact_page(const Pages& pages, const http::Request& request) {
    return show(pages, request, Audience::residents);
}

http::Response show_contact_to_staff(const Pages& pages, const http::Request& request) {
    return show(pages, request, Audience::staff);
}

}  // namespace digilots::directory
