// Call-backs of entries in the questions log: they come with the entry, and the entry tells how they stand.
#include "callbacks/implementation.h"
#include "callbacks/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using register_::Record;

constexpr const char* wanted_outcome = "call_back";
/// What was asked longer ago than this is in the past: an entry written down late promises nobody anything.
constexpr auto still_to_come = std::chrono::days(14);

/// The unit of the place where it was asked.
std::string unit_of(const directory::Directory& directory, std::string_view municipality_id, const std::string& place) {
    const auto snapshot = directory.snapshot(municipality_id);
    const auto* found = place.empty() ? nullptr : snapshot->place(place);
    return found ? found->unit : "";
}

/// The note says best what it is about, where nothing in it may be a name.
std::string about_of(const inquiries::Inquiry& entry, const std::string& topic) {
    const bool is_note = !entry.note.empty() && !personal_data_in(entry.note) && !doubt_about(entry.note);
    std::string line;
    for (const auto& part : base::separated(is_note ? entry.note : topic, '\n')) line += (line.empty() ? "" : " ") + part;
    return base::cut(line, longest_about);
}

}  // namespace

void Callbacks::Implementation::follow(db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry,
                                       std::string_view actor) {
    if (entry.at < clock.now() - still_to_come || !connection.query(sql::of_entry, tenant.id, entry.id).empty()) return;
    const auto here = around(tenant.id);
    auto call_back = register_::blank_record(records.declaration(), here);
    const auto topic = entry.topics.empty() ? std::string() : entry.topics.front();
    call_back.id = base::new_uuid(clock.now());
    call_back.columns["topic"] = topic;
    call_back.columns["about"] = about_of(entry, topic_label(tenant.id, topic, *here.words));
    call_back.columns["unit"] = unit_of(neighbours.directory, tenant.id, entry.place);
    call_back.columns["entry"] = entry.id;
    call_back.columns["asker"] = entry.asker;
    records.put_in(connection, here, std::move(call_back), actor, base::Seen::anything());
}

void Callbacks::Implementation::forget(db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry,
                                       std::string_view actor) const {
    const auto rows = connection.query(sql::of_entry, tenant.id, entry.id);
    if (rows.empty()) return;
    const auto call_back = register_::find_in(connection, records, tenant.id, rows[0].text("id"));
    // Whoever takes it at this moment is not waited for in vain: the statement itself decides.
    if (!call_back || connection.execute(sql::delete_untouched, tenant.id, call_back->id) == 0) return;
    connection.execute(sql::delete_events, tenant.id, call_back->id);
    const auto opened = base::parse_utc(call_back->text("opened_at")).value_or(clock.now());
    if (call_back->text("asker").empty())
        connection.execute(sql::add_count, tenant.id, day_of(tenant.id, opened), call_back->text("opened_unit"), -1, 0, 0, 0);
    audit::record(connection, {tenant.id, std::string(actor), "call_back deleted", "call_back:" + call_back->id, ""},
                  clock.now());
    kept::raise(connection, kept_call_backs, tenant.id);
}

void Callbacks::Implementation::count_by_asker(db::Connection& connection, const http::Tenant& tenant,
                                               const inquiries::Inquiry& entry) const {
    const auto rows = connection.query(sql::of_other_asker, tenant.id, entry.id, entry.asker);
    for (const auto row : rows) {
        if (row.text("asker").empty() == entry.asker.empty()) continue;
        const int sign = entry.asker.empty() ? 1 : -1;
        const auto count = [&](const char* at, const std::string& unit, const Happened& happened) {
            const auto day = day_of(tenant.id, base::parse_utc(row.text(at)).value_or(clock.now()));
            connection.execute(sql::add_count, tenant.id, day, unit, happened.opened, happened.ended, happened.in_time,
                               happened.not_reached);
        };
        count("opened_at", row.text("opened_unit"), {.opened = sign});
        if (row.text("state") == register_::waiting) continue;
        Record closed;
        for (const char* column : {"outcome", "closed_at", "promised_at"}) closed.columns[column] = row.text(column);
        count("closed_at", row.text("unit"), ending_of(closed, sign));
    }
    if (rows.empty()) return;
    connection.execute(sql::set_asker, tenant.id, entry.id, entry.asker);
    kept::raise(connection, kept_call_backs, tenant.id);
}

std::optional<inquiries::Companion::Line> Callbacks::Implementation::line_beside(const html::Page& page,
                                                                                 const inquiries::Inquiry& entry) const {
    const auto& tenant = *page.request().tenant;
    const auto found = of_entry(tenant.id, entry.id);
    const auto list = page.tenant_url("/staff/callbacks");
    if (!found) {
        const auto topic = entry.topics.empty() ? std::string() : "&topic=" + entry.topics.front();
        return inquiries::Companion::Line{{page.t("We get back to you"), list + "/new?entry=" + entry.id + topic}};
    }
    auto here = around(tenant.id);
    here.words = &page.translator();
    const auto& state = *records.declaration().find("state");
    const auto shown = state.type->show(state, *found, here);
    const auto promised = base::parse_utc(found->text("promised_at")).value_or(clock.now());
    std::string standing = shown.lines.empty() ? "" : shown.lines.front();
    standing += " · " + owner_in_words(*found, here);
    const bool is_waiting = found->text("state") == register_::waiting;
    const auto when = wish_words(office_hours(tenant.id), found->text("wished"), page.translator());
    if (is_waiting)
        standing += " · " + (when.empty() ? page.t("promised by {time}",
                                                   {{"time", register_::promise_words(promised, here.zone, page.translator())}})
                                          : page.t("wants to be rung {when}", {{"when", when}}));
    const bool lacks_contact = is_waiting && found->is_unknown("contact");
    if (lacks_contact)
        return inquiries::Companion::Line{
            {page.t("We get back to you: say how the person is reached"), list + "/" + found->id + "/change"},
            std::move(standing), true};
    return inquiries::Companion::Line{{page.t("The call-back"), list + "/" + found->id}, std::move(standing)};
}

std::vector<std::string> Callbacks::Implementation::promised(const html::Page& page, const inquiries::Inquiry& entry) const {
    const auto& tenant = *page.request().tenant;
    const auto found = of_entry(tenant.id, entry.id);
    const auto by = found ? base::parse_utc(found->text("promised_at")) : std::nullopt;
    if (!by || found->text("state") != register_::waiting) return {};
    const auto when = wish_words(office_hours(tenant.id), found->text("wished"), page.translator());
    if (!when.empty()) return {page.t("We ring you: {when}.", {{"when", when}})};
    return {page.t("We get back to you by {time}.",
                   {{"time", register_::promise_words(*by, around(tenant.id).zone, page.translator())}})};
}

std::optional<html::Link> Callbacks::Implementation::stays(const html::Page& page, const inquiries::Inquiry& entry) const {
    const auto found = of_entry(page.request().tenant->id, entry.id);
    if (!found || found->text("state") != register_::waiting) return std::nullopt;
    const bool is_untouched = found->version == 1 && found->is_unknown("contact");
    if (is_untouched) return std::nullopt;
    return html::Link{page.t("The call-back stays open: {about}", {{"about", found->text("about")}}),
                      page.tenant_url("/staff/callbacks/" + found->id)};
}

std::optional<Record> Callbacks::Implementation::of_entry(std::string_view municipality_id, std::string_view entry) const {
    return database.read([&](db::Connection& connection) -> std::optional<Record> {
        const auto rows = connection.query(sql::of_entry, municipality_id, entry);
        return rows.empty() ? std::nullopt : register_::find_in(connection, records, municipality_id, rows[0].text("id"));
    });
}

inquiries::Companion Callbacks::beside_entries() const {
    auto* self = implementation_.get();
    return {.logged =
                [self](db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry,
                       std::string_view actor) {
                    if (entry.outcome == wanted_outcome) self->follow(connection, tenant, entry, actor);
                },
            .corrected =
                [self](db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry,
                       std::string_view actor) {
                    self->count_by_asker(connection, tenant, entry);
                    if (entry.outcome == wanted_outcome) self->follow(connection, tenant, entry, actor);
                    else self->forget(connection, tenant, entry, actor);
                },
            .deleted = [self](db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry,
                              std::string_view actor) { self->forget(connection, tenant, entry, actor); },
            .line = [self](const html::Page& page, const inquiries::Inquiry& entry) { return self->line_beside(page, entry); },
            .promised = [self](const html::Page& page, const inquiries::Inquiry& entry) { return self->promised(page, entry); },
            .stays = [self](const html::Page& page, const inquiries::Inquiry& entry) { return self->stays(page, entry); },
            .taken_over = [](db::Connection& connection, const http::Tenant& tenant, std::string_view before,
                             std::string_view entry) {
                if (connection.execute(sql::set_entry, tenant.id, before, entry) > 0)
                    kept::raise(connection, kept_call_backs, tenant.id);
            }};
}

}  // namespace digilots::callbacks
