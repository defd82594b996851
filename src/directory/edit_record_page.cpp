#include "directory/edit_record_page.h"

#include <algorithm>

#include "directory/change_record.h"
#include "directory/checked_fields.h"
#include "directory/pages.h"
#include "directory/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"

namespace digilots::directory {
namespace {

std::string folder_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::place: return "places";
        case RecordKind::service: return "services";
        case RecordKind::e_service: return "e-services";
        case RecordKind::contact: return "contacts";
    }
    return "";
}

std::string new_title(RecordKind kind, const html::Page& page) {
    switch (kind) {
        case RecordKind::place: return page.t("New place");
        case RecordKind::service: return page.t("New service");
        case RecordKind::e_service: return page.t("New e-service");
        case RecordKind::contact: return page.t("New contact");
    }
    return "";
}

std::string title_of(const Record& record) {
    const auto name = fact(record, "name");
    return std::string(name.empty() ? fact(record, "title") : name);
}

std::vector<std::string> used_by(const Snapshot& snapshot, const Record& record) {
    std::vector<std::string> names;
    if (record.id.empty()) return names;        // "" is what points nowhere
    for (const auto& service : snapshot.e_services) {
        if (record.kind == RecordKind::contact && service.contact == record.id) names.push_back(service.name);
    }
    for (const auto& contact : snapshot.contacts) {
        if (record.kind == RecordKind::place && contact.fallback_place == record.id) names.push_back(contact.title);
    }
    return names;
}

/// Where it is seen: a contact for staff only among staff.
std::string public_url(const Record& record, const html::Page& page) {
    const bool is_contact = record.kind == RecordKind::contact;
    const bool has_ended = fact(record, "status") == text_of(Status::closed);
    if (has_ended && (is_contact || record.kind == RecordKind::service)) return "";
    const bool among_staff = is_contact && fact(record, "staff_only") == "1";
    return page.tenant_url((among_staff ? "/staff/" : "/") + folder_of(record.kind) + "/" + record.slug);
}

struct LoadedRecord {
    Record record;
    bool is_new = false;
    Record saved = {};              // whatever the form says
    std::vector<FactEdit> edits = {};
    std::vector<Organization> organizations = {};
};

std::optional<LoadedRecord> load(const Pages& pages, const http::Request& request, RecordKind kind) {
    const auto id = request.parameter("id");
    if (id.empty()) {
        Record fresh{kind, "", "", {}};
        for (const auto& column : columns_of(kind)) fresh.facts.emplace(column.name, column.initial);
        if (kind == RecordKind::service) {
            fresh.facts["kind"] = "service";
            fresh.facts["place_id"] = request.query.get("place");
        }
        if (kind == RecordKind::contact) fresh.facts["kind"] = "function";
        return LoadedRecord{std::move(fresh), true};
    }
    return pages.database.read([&](db::Connection& connection) -> std::optional<LoadedRecord> {
        auto record = find_record(connection, kind, request.tenant->id, id);
        if (!record) return std::nullopt;
        return LoadedRecord{*record, false, *record, load_fact_edits(connection, request.tenant->id),
                            load_organizations(connection, request.tenant->id)};
    });
}

http::Response show(const Pages& pages, const http::Request& request, const LoadedRecord& loaded, EditRecordView view) {
    html::Page page(request);
    const auto& record = loaded.record;
    const std::string folder = "/staff/directory/" + folder_of(record.kind) + "/";
    page.staff = true;
    page.indexable = false;
    page.title = loaded.is_new ? new_title(record.kind, page) : title_of(loaded.saved);
    page.breadcrumbs = {{page.t("Directory"), page.tenant_url("/staff/directory")}, {page.title, "", true}};
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    view.is_new = loaded.is_new;
    view.url = page.tenant_url(folder + (loaded.is_new ? "new" : record.id));
    view.back_url = page.tenant_url("/staff/directory");
    view.version = std::to_string(record.version);
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.clock.now());
    const FormContext context{pages, *snapshot, page, view.errors};
    view.items = form_items(record, context);
    view.edits = kept_edits(loaded.edits, loaded.saved, loaded.organizations, context);
    const auto today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    view.freshness = {base::parse_date(fact(record, "verified_on")), today};
    view.checked_since = checked_since(*snapshot, record.kind, record.id, Audience::staff, page);
    view.all_checked = request.form.has("all_checked");
    view.kind = name_of(record.kind);
    view.id = record.id;
    view.used_by = used_by(*snapshot, record);
    if (!loaded.is_new) view.public_url = public_url(record, page);
    if (!loaded.is_new && record.kind == RecordKind::contact && fact(record, "status") != "closed") {
        view.end_url = page.tenant_url(folder + record.id + "/end");
    }
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::edit_record_page(view, page), status);
}

std::optional<std::int64_t> version_seen(const http::Request& request) {
    std::int64_t version = 0;
    for (const char digit : request.form.get("seen").substr(0, 15)) {
        if (digit < '0' || digit > '9') return 0;
        version = version * 10 + (digit - '0');
    }
    return version;
}

/// The same for the same form and what stands in it: sent twice it is added once.
std::string id_of_new(const http::Request& request, const Change& added, base::Instant now) {
    std::string content = std::string(name_of(added.kind)) + "\n" + request.tenant->id + (added.all_checked ? "\nchecked" : "");
    for (const auto& [field, value] : added.facts) content += "\n" + field + "\n" + value;
    return base::id_from_form(request.form.get("form_key"), content, now);
}

Change change_of(const http::Request& request, const LoadedRecord& loaded, Facts facts, base::Instant now) {
    const auto kind = loaded.record.kind;
    Change change{kind, loaded.record.id, version_seen(request), std::move(facts), request.identity->account_id,
                  std::string(name_of(kind)) + (loaded.is_new ? " added" : " changed"),
                  base::format_date(base::to_civil(now, request.tenant->zone).date), request.form.has("all_checked")};
    if (!loaded.is_new) return change;
    for (const auto* field : {"kind", "place_id"}) {
        if (loaded.record.facts.contains(field)) change.facts.emplace(field, loaded.record.facts.at(field));
    }
    change.id = id_of_new(request, change, now);
    return change;
}

/// Activities of several places may share a name.
bool is_same(const Service& service, const std::string& name, const Facts& facts) {
    const auto place = facts.find("place_id");
    return base::fold(service.title) == name && service.place == (place == facts.end() ? "" : place->second);
}

/// Says what is there already under the name of a new record, once: whoever means another one ticks that and saves. What the
/// same form added when it was sent before is no other.
void ask_about_same(const Change& added, const Snapshot& snapshot, const html::Page& page, EditRecordView& view) {
    const std::string field = added.kind == RecordKind::place || added.kind == RecordKind::e_service ? "name" : "title";
    const auto typed = added.facts.find(field);
    const auto name = base::fold(typed == added.facts.end() ? "" : typed->second);
    const auto look = [&](const auto& records, auto title, auto is_it) {
        const auto found = std::ranges::find_if(records, [&](const auto& one) { return one.id != added.id && is_it(one); });
        if (found == records.end()) return;
        view.same_name = (*found).*title;
        view.same_url = page.tenant_url("/staff/directory/" + folder_of(added.kind) + "/" + found->id);
    };
    const auto has_name = [&](auto title) { return [&, title](const auto& one) { return base::fold(one.*title) == name; }; };
    switch (added.kind) {
        case RecordKind::place:
            look(snapshot.places, &Place::name, has_name(&Place::name));
            break;
        case RecordKind::service:
            look(snapshot.services, &Service::title, [&](const Service& one) { return is_same(one, name, added.facts); });
            break;
        case RecordKind::e_service:
            look(snapshot.e_services, &EService::name, has_name(&EService::name));
            break;
        case RecordKind::contact:
            look(snapshot.contacts, &Contact::title, has_name(&Contact::title));
            break;
    }
    if (view.same_name.empty()) return;
    view.errors.add(field, page.t("“{name}” is already here. Is it the same?", {{"name", view.same_name}}));
}

/// Its id; "" where somebody else has saved it since.
std::string save(const Pages& pages, const http::Request& request, const Change& change, bool is_new, base::Instant now) {
    return pages.database.write([&](db::Connection& connection) -> std::string {
        if (is_new) return add_record(connection, request.tenant->id, change, now);
        return change_record(connection, request.tenant->id, change, now) ? change.id : "";
    }, db::Isolation::deciding);
}

}  // namespace

http::Response edit_record_page(const Pages& pages, const http::Request& request, RecordKind kind) {
    const auto loaded = load(pages, request, kind);
    if (!loaded) return html::error_page(request, 404);
    EditRecordView view;
    view.saved = request.query.has("saved");
    return show(pages, request, *loaded, std::move(view));
}

http::Response save_record_page(const Pages& pages, const http::Request& request, RecordKind kind) {
    auto loaded = load(pages, request, kind);
    if (!loaded) return html::error_page(request, 404);
    const html::Page page(request);
    EditRecordView view;
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto now = pages.clock.now();
    const auto today = base::to_civil(now, request.tenant->zone).date;
    Facts facts = read_form(request.form, loaded->record, *snapshot, page, today, view.errors);
    const Change change = change_of(request, *loaded, facts, now);
    const bool is_another = request.form.has("is_another");
    if (view.errors.empty() && loaded->is_new && !is_another) ask_about_same(change, *snapshot, page, view);
    if (view.errors.empty()) {
        const std::string id = save(pages, request, change, loaded->is_new, now);
        if (id.empty()) return http::changed_meanwhile(std::string(name_of(kind)) + ":" + loaded->record.id);
        return http::see_other(page.tenant_url("/staff/directory/" + folder_of(kind) + "/" + id + "?saved=1"));
    }
    for (auto& [field, value] : facts) {
        // What was typed of the hours has fields of its own: the line above them says what residents see, not what was refused.
        if (field != "hours_rule" && field != "hours_complete") loaded->record.facts[field] = value;
    }
    return show(pages, request, *loaded, std::move(view));
}

}  // namespace digilots::directory
