// What one member makes, copied by another with whose it is; what its owner changes later is offered, never forced.
#include <map>

#include "network/pages.h"
#include "network/sql.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::network {

namespace {

constexpr i18n::Text whose_note =
    TEXT("It belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

struct CopiedNote {
    std::string id, copied_as;
};

std::map<std::string, CopiedNote> copied_notes(const Pages& pages, const std::string& municipality) {
    return pages.database.read([&](db::Connection& connection) {
        std::map<std::string, CopiedNote> copies;
        for (const auto row : connection.query(sql::copies_of_notes, municipality))
            copies[row.text("copied_from")] = {row.text("id"), row.text("copied_as")};
        return copies;
    });
}

/// What the members share with each other that may be copied.
std::vector<SharedRow> material_of(const Pages& pages, const municipality::Network& network) {
    auto rows = shared_in(pages.database, pages.municipalities, network, Viewer::member);
    std::erase_if(rows, [](const SharedRow& row) { return !is_material(row.kind); });
    return rows;
}

void put_material(register_::Record& record, const SharedRow& from, const std::string& owner) {
    record.columns["title"] = from.title;
    record.columns["kind"] = from.kind;
    record.columns["about"] = from.about;
    record.columns["links"] = from.url;
    record.columns["credit"] = owner;
    record.columns["copied_from"] = from.mark();
    record.columns["copied_as"] = from.version;
}

/// Asked for with a press: one's own text gives way to what the owner says now.
http::Response take_newer_note(const Pages& pages, const http::Request& request, const SharedRow& wanted,
                               const std::string& owner, const std::string& copy) {
    auto& notes = pages.kinds->notes;
    const auto came_of = register_::step(notes, register_::around_of(notes, request), notes.around(request.tenant->id), copy,
                                         request.identity->account_id, base::Seen::mark(request.form.get("seen")),
                                         [&](db::Connection&, register_::Record& record) {
                                             if (record.text("copied_from") != wanted.mark()) return false;
                                             put_material(record, wanted, owner);
                                             return true;
                                         });
    using register_::Stepped;
    if (came_of == Stepped::not_there) return html::error_page(request, 404);
    if (came_of == Stepped::changed) return http::changed_meanwhile("network_note:" + copy);
    if (came_of == Stepped::not_theirs) return html::not_theirs_page(request, whose_note);
    return http::see_other(html::Page(request).tenant_url("/staff/network/notes/" + copy + "?saved=1"));
}

}  // namespace

void offer_copies(SharedView& view, const Pages& pages, const municipality::Network& network, const html::Page& page) {
    const auto& own = page.request().tenant->id;
    view.copy_url = page.tenant_url("/staff/networks/" + network.key + "/copies");
    if (!page.request().query.get("copied").empty()) view.done = page.t("It stands in your own list now, with whose it is.");
    const bool may_copy = http::may(page.request(), http::Role::editor);
    const auto copies = copied_notes(pages, own);
    std::map<std::string, std::string> versions;
    for (const auto& row : material_of(pages, network)) versions[row.mark()] = row.version;
    for (auto& part : view.parts)
        for (auto& line : part.lines) {
            if (line.mark.empty() || line.mark.starts_with(own + "/")) continue;
            const auto copy = copies.find(line.mark);
            if (copy == copies.end()) {
                line.may_copy = may_copy;
                continue;
            }
            line.copied_url = page.tenant_url("/staff/network/notes/" + copy->second.id);
            if (!may_copy || copy->second.copied_as == versions[line.mark]) continue;
            if (const auto record = pages.kinds->notes.find(own, copy->second.id))
                line.seen = pages.kinds->notes.mark_of(*record);
        }
}

http::Response copy_material(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    const auto& own = request.tenant->id;
    if (!network || !base::holds(network->members, own)) return html::error_page(request, 404);
    const auto all = material_of(pages, *network);
    const auto* wanted = base::find_in(all, std::string(request.form.get("note")), &SharedRow::mark);
    if (wanted == nullptr || wanted->municipality == own) return html::error_page(request, 404);
    const auto owner = wanted->credit.empty() ? name_of(pages, wanted->municipality) : wanted->credit;
    const auto here = html::Page(request).tenant_url("/staff/networks/" + network->key + "?copied=1");
    const auto copies = copied_notes(pages, own);
    if (const auto copy = copies.find(wanted->mark()); copy != copies.end())
        return request.form.get("seen").empty() ? http::see_other(here)
                                                : take_newer_note(pages, request, *wanted, owner, copy->second.id);
    auto& notes = pages.kinds->notes;
    const auto around = register_::around_of(notes, request);
    auto record = register_::blank_record(notes.declaration(), around);
    // One copy of each: the id follows from what is copied. It is shared with nobody until somebody says so.
    record.id = "copy-" + wanted->municipality + "-" + wanted->id;
    record.columns["network"] = network->key;
    record.columns["level"] = std::string("municipality");
    record.columns["unit"] = request.identity->unit;
    put_material(record, *wanted, owner);
    pages.database.write(
        [&](db::Connection& connection) {
            if (register_::find_in(connection, notes, own, record.id)) return;
            (void)notes.put_in(connection, around, record, request.identity->account_id, base::Seen::anything());
        },
        db::Isolation::deciding);
    return http::see_other(here);
}

}  // namespace digilots::network
