#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/register/checked.h"
#include "platform/register/page_parts.h"
#include "platform/register/templates.h"

namespace digilots::register_ {

namespace {

constexpr int most_history = 50;

std::string happened_text(std::string_view action, const html::Page& page) {
    if (action.ends_with(" file added")) return page.t("A file was added");
    if (action.ends_with(" file changed")) return page.t("A file was changed");
    if (action.ends_with(" file removed")) return page.t("A file was removed");
    if (action.ends_with(" added")) return page.t("Came in");
    if (action.ends_with(" contact changed")) return page.t("Another way to reach the person");
    if (action.ends_with(" changed")) return page.t("Changed");
    if (action.ends_with(" ended")) return page.t("Ended");
    if (action.ends_with(" verified")) return page.t("Checked");
    if (action.ends_with(" used again")) return page.t("Used again");
    if (action.ends_with(" handed over")) return page.t("Handed over");
    if (action.ends_with(" done")) return page.t("Done");
    if (action.ends_with(" opened again")) return page.t("Opened again");
    if (action.ends_with(" code replaced")) return page.t("A new code was given");
    // Of what belongs to the record, such as the sessions of an activity.
    if (action.ends_with(" cancelled")) return page.t("Something of it was cancelled");
    if (action.ends_with(" counted")) return page.t("Something of it was counted");
    if (action.ends_with(" seen to")) return page.t("Something of it was seen to");
    if (action == "letter sent again") return page.t("A letter was sent again");
    if (action == "letter taken on") return page.t("Somebody tells them in another way");
    if (action == "letter given back") return page.t("Does not tell them in another way");
    if (action == "told in another way") return page.t("They were told in another way");
    if (action.ends_with(" read")) return page.t("Looked at how the person is reached");
    return page.t("Something else");
}

/// What was written into the trail may be a field's name or a column's.
const Field* field_called(const Register& declaration, std::string_view name) {
    const auto* field = declaration.find(name);
    return field ? field : declaration.owner_of(name);
}

/// The questions that were changed, never what stood there.
std::string titles_of(const Register& declaration, std::string_view names, const html::Page& page) {
    std::string titles;
    const Field* last = nullptr;
    for (const auto name : base::split(names, ',')) {
        const auto* field = field_called(declaration, base::trim(name));
        if (field && field != last && field->title.id[0]) titles += (titles.empty() ? "" : ", ") + page.t(field->title);
        if (field) last = field;
    }
    return titles;
}

/// Who has none, or none any more.
std::string without_account(std::string_view actor, const html::Page& page) {
    if (actor.empty()) return page.t("a resident or a program");
    if (actor == "import") return page.t("import");
    if (actor == "operator") return page.t("operator of the installation");
    if (actor.starts_with("token:")) return page.t("a key");
    return page.t("Not known");
}

/// What a step was about: the fields that changed, or what its slice says.
std::string detail_text(const Records& records, const std::string& detail, const Surroundings& around, const html::Page& page) {
    const auto& others = records.others();
    const auto said = others.detail_of ? others.detail_of(around.municipality_id, detail, page) : "";
    return said.empty() ? titles_of(records.declaration(), detail, page) : said;
}

html::components::Table history_of(const Records& records, const Record& record, const Surroundings& around,
                                   const html::Page& page) {
    const auto& declaration = records.declaration();
    html::components::Table table;
    table.caption = page.t("What has happened, latest first");
    table.columns = {{page.t("When")}, {page.t("Who")}, {page.t("What")}, {page.t("Fields")}};
    table.empty = page.t("Nothing is noted.");
    const auto entries = records.database().read([&](db::Connection& connection) {
        return audit::entries_of(connection, around.municipality_id,
                                 std::string(declaration.key) + ":" + record.id, most_history);
    });
    std::map<std::string, std::string> names;
    for (const auto& [id, entry, at] : entries) {
        auto& who = names[entry.actor];
        if (who.empty() && records.others().name_of) who = records.others().name_of(entry.actor);
        if (who.empty()) who = without_account(entry.actor, page);
        table.rows.push_back({{page.translator().date_time(at, around.zone)},
                              {who},
                              {happened_text(entry.action, page)},
                              {detail_text(records, entry.detail, around, page)}});
    }
    return table;
}

void add_ways(const Records& records, const http::Request& request, const Record& record,
              const html::Page& page, RecordView& view) {
    const auto& declaration = records.declaration();
    view.back_url = list_url(page, records);
    view.seen = records.mark_of(record);
    if (!records.may_change(around_of(records, request), record)) return;
    if (may(request, declaration.change)) {
        view.change_url = record_url(page, records, record.id, "/change");
        if (declaration.ends() && !record.has_ended())
            view.end_url = record_url(page, records, record.id, "/end");
        if (record.has_ended()) view.use_url = record_url(page, records, record.id, "/use");
    }
    if (declaration.is_deleted && may(request, declaration.remove))
        view.delete_url = record_url(page, records, record.id, "/delete");
}

}  // namespace

BesideForm beside_of(const Records& records, const http::Request& request, const Record& record,
                     const Surroundings& around, const html::Page& page) {
    const auto& declaration = records.declaration();
    BesideForm beside{.done = done_text(request, declaration, page)};
    if (records.others().more) beside.more = records.others().more(record, page);
    if (declaration.attachments) beside.attached = attached_of(records, request, record, page);
    beside.history = history_of(records, record, around, page);
    if (declaration.verified.empty()) return beside;
    beside.freshness = {.verified_on = record.date(declaration.verified), .today = around.today};
    if (records.others().checked_every) beside.freshness->months = records.others().checked_every(around.municipality_id);
    const auto checked = records.database().read([&](db::Connection& connection) {
        return checked_fields(connection, {around.municipality_id, declaration.key, record.id});
    });
    beside.checked_since = checked_since(declaration, checked, record.id, *around.words);
    if (may(request, declaration.change) && records.may_change(around, record))
        beside.verified_url = list_url(page, records, "/verified");
    beside.id = record.id;
    return beside;
}

http::Response record_page(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto record = records.find(around, request.parameter("id"));
    if (!record) return html::error_page(request, 404);
    const auto page = register_page(records, request, name_of(records, *record, around));
    RecordView view;
    if (record->has_ended())
        view.ended = page.t("It has ended and is offered nowhere. What was noted about it stays.");
    const auto& declaration = records.declaration();
    if (may(request, declaration.change) && !records.may_change(around, *record))
        view.not_theirs =
            declaration.is_theirs && !declaration.is_theirs(around, *record)
                ? page.t("This is somebody else’s own: you can read it, and not change it.")
                : page.t("This does not belong to your unit: you can read it, and not change it.");
    view.beside = beside_of(records, request, *record, around, page);
    for (const auto& field : records.declaration().fields) {
        if (field.title.id[0] == '\0' || !field.is_seen(around)) continue;
        auto shown = field.type->show(field, *record, around);
        if (shown.lines.empty() && field.none_text.id[0]) shown.lines.push_back(page.t(field.none_text));
        // What is known stands first.
        if (!shown.lines.empty()) view.fields.push_back({page.t(field.title), std::move(shown)});
    }
    for (const auto& field : records.declaration().fields)
        if (field.is_seen(around) && !field.type->inputs(field).empty() && !field.none_text.id[0] &&
            field.type->show(field, *record, around).lines.empty())
            view.fields.push_back({page.t(field.title), {}});
    add_ways(records, request, *record, page, view);
    return html::render_page(page, templates::register_record(view, page));
}

}  // namespace digilots::register_
