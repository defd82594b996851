#include "directory/manage_directory_page.h"

#include <algorithm>

#include "directory/directory_store.h"
#include "directory/place_view.h"
#include "directory/registers.h"
#include "directory/things_to_complete.h"
#include "directory/templates.h"
#include "directory/unit_choice.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/other_units.h"
#include "platform/register/pages.h"

namespace digilots::directory {
namespace {

struct Rows {
    const Pages& pages;
    const html::Page& page;
    UnitChoice units = unit_choice(pages, page);
    Unanswered unanswered = pages.directory.unanswered_contacts(page.request().tenant->id);

    void add(ManagedList& list, const std::string& title, RecordKind kind, const std::string& id, Status status,
             std::string_view verified_on, std::vector<std::string> things, const std::string& note = "") const {
        if (units.holds(kind, id)) list.rows.push_back(row(title, kind, id, status, verified_on, std::move(things)));
        if (units.holds(kind, id) && !note.empty()) list.rows.back().status = note;
    }

private:
    ManagedRow row(const std::string& title, RecordKind kind, const std::string& id, Status status,
                   std::string_view verified_on, std::vector<std::string> things) const {
        return {title, page.tenant_url(std::string(register_of(kind).path) + "/" + id), "",
                status_label(text_of(status), page.translator()), id,
                freshness_of(kind, verified_on, pages, page), std::move(things),
                is_changed_here(kind, id)};
    }

    bool is_changed_here(RecordKind kind, const std::string& id) const {
        const auto& records = pages.directory.records(kind);
        const auto around = register_::around_of(records, page.request());
        if (!around.units) return true;
        const auto record = records.find(around.municipality_id, id);
        return record && records.may_change(around, *record);
    }
};

ManagedList list_of(RecordKind kind, std::string add_label, const html::Page& page) {
    const auto& declaration = register_of(kind);
    return {page.t(declaration.names.many), std::string(declaration.key), std::move(add_label),
            page.tenant_url(declaration.path), {}};
}

ManagedList place_list(const Snapshot& snapshot, const Rows& rows) {
    const auto& page = rows.page;
    ManagedList list = list_of(RecordKind::place, page.t("Add a place"), page);
    for (const auto& place : snapshot.places) {
        rows.add(list, place.name, RecordKind::place, place.id, place.status, place.verified_on,
                 texts_of(things_to_complete(place), page));
    }
    const auto& stops = rows.pages.directory.stops().declaration();
    if (std::ranges::any_of(snapshot.places, &Place::mobile))
        list.more.push_back({page.t("Stops of buses"), page.tenant_url(stops.path)});
    return list;
}

/// "" where the place is open, or the service says by itself that it is not.
std::string place_note(const Service& service, const Place* place, const html::Page& page) {
    if (place == nullptr || service.status != Status::open) return "";
    switch (place->status) {
        case Status::open: return "";
        case Status::closed: return page.t("The place is closed");
        case Status::paused: return page.t("The place is closed for the time being");
        case Status::planned:
        case Status::to_verify: return page.t("The place is not open yet");
    }
    return "";
}

ManagedList service_list(const Snapshot& snapshot, const Rows& rows) {
    const auto& page = rows.page;
    ManagedList list = list_of(RecordKind::service, page.t("Add a service"), page);
    const auto add = [&](const Service& service, const Place* place) {
        if (service.is_arranged()) return;
        const std::string title = place == nullptr ? service.title : service.title + " (" + place->name + ")";
        rows.add(list, title, RecordKind::service, service.id, service.status, service.verified_on, {},
                 place_note(service, place, page));
    };
    for (const auto& place : snapshot.places) {
        for (const auto& service : place.services) add(service, &place);
    }
    for (const auto& service : snapshot.services) add(service, nullptr);
    return list;
}

ManagedList e_service_list(const Snapshot& snapshot, const Rows& rows) {
    const auto& page = rows.page;
    ManagedList list = list_of(RecordKind::e_service, page.t("Add an e-service"), page);
    for (const auto& service : snapshot.e_services) {
        rows.add(list, service.name, RecordKind::e_service, service.id, service.status, service.verified_on,
                 texts_of(things_to_complete(service, snapshot, rows.unanswered), page));
    }
    return list;
}

ManagedList contact_list(const Snapshot& snapshot, const Rows& rows) {
    const auto& page = rows.page;
    ManagedList list = list_of(RecordKind::contact, page.t("Add a contact"), page);
    for (const auto& contact : snapshot.contacts) {
        rows.add(list, contact.title, RecordKind::contact, contact.id, contact.status, contact.verified_on,
                 texts_of(things_to_complete(contact, rows.unanswered), page));
    }
    return list;
}

std::string import_note(const Pages& pages, const http::Request& request, const html::Page& page) {
    const auto run = pages.database.read(
        [&](db::Connection& connection) { return latest_import(connection, request.tenant->id); });
    if (!run) return "";
    const auto at = base::parse_utc(run->imported_at);
    return page.t("Last import: {source}, {time}. New: {added}, changed: {changed}, kept as edited here: {kept}.",
                  {{"source", run->source},
                   {"time", at ? page.translator().date_time(*at, request.tenant->zone) : run->imported_at},
                   {"added", std::to_string(run->added)},
                   {"changed", std::to_string(run->changed)},
                   {"kept", std::to_string(run->kept)}});
}

std::string manage_url(const http::Request& request, std::string_view told) {
    return html::Page(request).tenant_url("/staff/directory?" + std::string(told) + "=1");
}

}  // namespace

http::Response manage_directory_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Directory");
    page.staff = true;
    page.indexable = false;
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const Rows rows{pages, page};
    ManageDirectoryView view;
    view.lists = {place_list(*snapshot, rows), service_list(*snapshot, rows), e_service_list(*snapshot, rows),
                  contact_list(*snapshot, rows)};
    auto incomplete = records_to_complete(*snapshot, rows.unanswered);
    std::erase_if(incomplete, [&](const auto& record) { return !rows.units.holds(record.kind, record.id); });
    view.to_complete = to_complete_filters(incomplete, "", rows.units.query, page);
    view.units = rows.units.options;
    view.import_note = import_note(pages, request, page);
    view.verified = request.query.has("verified");
    view.ended = request.query.has("ended");
    view.phone_missing = request.tenant->phone.empty();
    return html::render_page(page, templates::manage_directory_page(view, page));
}

http::Response mark_verified(const Pages& pages, const http::Request& request) {
    const auto kind = kind_named(request.form.get("kind"));
    if (!kind) return html::error_page(request, 404);
    auto& records = pages.directory.records(*kind);
    const auto around = register_::around_of(records, request);
    const auto record = records.find(request.tenant->id, request.form.get("id"));
    if (!record) return html::error_page(request, 404);
    if (!records.may_change(around, *record)) return html::not_theirs_page(request, register_::who_changes_other_units);
    if (!records.verify(around, record->id, request.identity->account_id)) return html::error_page(request, 404);
    return http::see_other(manage_url(request, "verified"));
}

http::Response end_contact(const Pages& pages, const http::Request& request) {
    auto& records = pages.directory.records(RecordKind::contact);
    const auto around = register_::around_of(records, request);
    const auto record = records.find(request.tenant->id, request.parameter("id"));
    if (record && !records.may_change(around, *record)) return html::not_theirs_page(request, register_::who_changes_other_units);
    const register_::Step ended{"ended", {{"status", std::string(text_of(Status::closed))}}};
    if (!records.take_step(around, request.parameter("id"), ended, request.identity->account_id))
        return html::error_page(request, 404);
    return http::see_other(manage_url(request, "ended"));
}

}  // namespace digilots::directory
