// Requests side by side, by how they stand: moved by a button; made an activity; told to who asked.
#include <algorithm>

#include "activities/request_pages.h"
#include "activities/sql.h"
#include "activities/templates.h"
#include "platform/audit/reading.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/asked_unit.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

constexpr std::int64_t most_on_board = 60, most_over_on_board = 15;
constexpr i18n::Text whose_request =
    TEXT("The request belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

/// The way that a request goes by the buttons; declining asks for an answer first.
const std::vector<std::string>& way_of_request() {
    static const std::vector<std::string> way{"wished", "found", "planned", "held"};
    return way;
}

BoardCard card_of(const Pages& pages, const register_::Record& asked, const register_::Surroundings& around,
                  const html::Page& page) {
    const auto& records = Inside::of(pages.activities).requests;
    const auto day = asked.date("asked_on");
    BoardCard card{.title = asked.text("title"),
                   .url = page.tenant_url("/staff/activity-requests/" + asked.id),
                   .locality = asked.text("locality"),
                   .asker = asked.text("asker"),
                   .asked_on = day ? page.translator().date(*day) : "",
                   .planned_for = planned_for_text(asked, page.translator())};
    if (!records.may_change(around, asked)) return card;
    card.move_url = card.url + "/state";
    card.seen = records.mark_of(asked);
    const auto& way = way_of_request();
    const auto at = std::ranges::find(way, asked.text("state"));
    const auto label = [&](const std::string& key) { return page.t(request_state_of(key).label); };
    if (at == way.end()) {
        card.back = "wished";
    } else {
        if (at != way.begin()) card.back = *(at - 1);
        if (at + 1 != way.end()) card.next = *(at + 1);
        if (card.back.empty() || !card.next.empty()) card.decline_url = card.url + "/change#state";
    }
    if (!card.back.empty()) card.back_label = label(card.back);
    if (!card.next.empty()) card.next_label = label(card.next);
    return card;
}

html::components::Table table_by_locality(const Activities::Implementation& self, const register_::AskedUnit& unit,
                                          const html::Page& page) {
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::requests_by_locality, page.request().tenant->id);
    });
    html::components::Table table{.caption = page.t("Requests by village or place"),
                                  .empty = page.t("Nobody has asked for an activity.")};
    table.columns = {{page.t("Village or place")}};
    for (const auto& state : request_states()) table.columns.push_back({page.t(state.label), true});
    std::map<std::string, std::map<std::string, std::int64_t>> numbers;
    for (const auto row : rows) 
        if (unit.holds(row.text("unit"))) numbers[row.text("locality")][row.text("state")] += row.integer("number");
    const auto list = page.tenant_url("/staff/activity-requests");
    for (auto& [locality, of_state] : numbers) {
        const auto asked = list + "?q=" + html::url_encode(locality) + "&unit=" + html::url_encode(unit.chosen);
        std::vector<html::components::Cell> cells{{.text = locality, .url = asked}};
        for (const auto& state : request_states())
            cells.push_back({.text = std::to_string(of_state[std::string(state.key)])});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// One that stands, of a unit that whoever asks may change; else what to answer.
struct TheirRequest {
    std::optional<register_::Record> record = {};
    http::Response refused = {};
};
TheirRequest their_request(const Pages& pages, const http::Request& request) {
    const auto& records = Inside::of(pages.activities).requests;
    auto asked = records.find(request.tenant->id, request.parameter("id"));
    if (!asked || asked->has_ended()) return {{}, html::error_page(request, 404)};
    if (!records.may_change(register_::around_of(records, request), *asked))
        return {{}, html::not_theirs_page(request, whose_request)};
    return {std::move(asked), {}};
}

register_::Draft activity_draft_of(const register_::Record& asked, const http::Tenant& tenant) {
    auto languages = asked.list("languages");
    if (languages.empty()) languages = {tenant.languages.front()};
    register_::Draft draft{{"title", {asked.text("title")}},
                           {"kind", {asked.text("kind")}},
                           {"purpose", {"support"}},
                           {"about", {asked.text("wish")}},
                           {"languages", languages},
                           {"host", {asked.text("asker")}},
                           {"needs_sign_up", {"1"}},
                           {"unit", {asked.text("unit")}}};
    if (!asked.text("topic").empty()) draft["topics"] = {asked.text("topic")};
    return draft;
}

}  // namespace

std::string planned_for_text(const register_::Record& request, const i18n::Translator& words) {
    const auto year = request.whole("plan_year");
    if (!year) return "";
    for (const auto& month : months_of_year())
        if (month.key == request.text("plan_month")) return words.t(month.label) + " " + std::to_string(*year);
    return std::to_string(*year);
}

http::Response request_board_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.activities);
    auto page = staff_page(request, html::Page(request).t("The requests side by side"));
    const auto around = register_::around_of(self.requests, request);
    const auto list = page.tenant_url("/staff/activity-requests");
    BoardView view{.done = request.query.has("moved") ? page.t("The request is moved.") : "",
                   .list_url = list,
                   .new_url = list + "/new",
                   .plan_url = page.tenant_url("/staff/activity-plan")};
    const auto unit = register_::asked_unit(self.requests.others().links, "organisation.unit", page);
    view.unit = unit.form(list + "/board");
    for (const auto& state : request_states()) {
        const std::string key(state.key);
        const bool is_over = key == "held" || key == "declined";
        register_::ListQuery query{.filters = {{"state", key}}, .is_descending = is_over};
        if (!unit.chosen.empty()) query.filters.emplace_back("unit", unit.chosen);
        const auto found = self.requests.list(around, query, is_over ? most_over_on_board : most_on_board, 0);
        BoardList of_state{.title = page.t(state.label),
                           .id = key,
                           .count = page.translator().number(static_cast<double>(found.found))};
        for (const auto& asked : found.records) of_state.cards.push_back(card_of(pages, asked, around, page));
        if (found.found > std::ssize(found.records)) 
            of_state.more_url = list + "?state=" + key + "&unit=" + html::url_encode(unit.chosen);
        view.lists.push_back(std::move(of_state));
    }
    view.by_locality = table_by_locality(self, unit, page);
    return html::render_page(page, templates::request_board_page(view, page));
}

http::Response move_request(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    const auto& way = way_of_request();
    const auto to = std::string(request.form.get("state"));
    if (std::ranges::find(way, to) == way.end()) return html::error_page(request, 404);
    const auto came_of =
        register_::step(self.requests, register_::around_of(self.requests, request), around_requests(self, request.tenant->id),
                        request.parameter("id"), request.identity->account_id, base::Seen::mark(request.form.get("seen")),
                        [&](db::Connection&, register_::Record& asked) {
                            if (asked.has_ended()) return false;
                            asked.columns["state"] = to;
                            return true;
                        });
    if (came_of != register_::Stepped::done)
        return register_::told_of_step(self.requests, request, came_of, whose_request);
    return http::see_other(html::Page(request).tenant_url("/staff/activity-requests/board?moved=1#" + to));
}

http::Response make_activity_of_request(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    const auto there = their_request(pages, request);
    if (!there.record) return there.refused;
    const html::Page page(request);
    const auto around = register_::around_of(self.activities, request);
    const auto draft = activity_draft_of(*there.record, *request.tenant);
    register_::Problems problems;
    self.activities.read(around, draft, {}, problems);  // what can be chosen is known before the transaction
    std::string activity;
    const auto came_of =
        register_::step(self.requests, register_::around_of(self.requests, request), around_requests(self, request.tenant->id),
                        there.record->id, request.identity->account_id, base::Seen::mark(request.form.get("seen")),
                        [&](db::Connection& connection, register_::Record& asked) {
                            if (asked.has_ended() || !asked.text("activity").empty()) return false;
                            const auto added =
                                self.activities.add_in(connection, around, draft, request.identity->account_id);
                            if (!added) return false;
                            activity = added->id;
                            asked.columns["activity"] = activity;
                            if (asked.text("state") == "wished") asked.columns["state"] = std::string("found");
                            return true;
                        });
    if (came_of != register_::Stepped::done)
        return register_::told_of_step(self.requests, request, came_of, whose_request);
    return http::see_other(page.tenant_url("/staff/activities/" + activity + "/change"));
}

namespace {

/// When it is deleted at the latest.
std::string gone_text(const Activities::Implementation& self, std::string_view municipality_id, const RequestContact& contact,
                      const html::Page& page) {
    const auto of = self.period_of ? self.period_of : own_periods({request_contact_retention()});
    const auto period = of(municipality_id, request_contact_rule);
    if (!period) return page.t("The municipality deletes it when you say that they are told, and otherwise not by itself.");
    const auto zone = page.request().tenant->zone;
    const auto day = gone_on(*period, base::to_civil(contact.counts_from, zone).date);
    return page.t("It is deleted on {day} at the latest.", {{"day", page.translator().date(day)}});
}

}  // namespace

http::Response request_contact_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.activities);
    const auto there = their_request(pages, request);
    if (!there.record) return there.refused;
    const auto contact = request_contact(self, request.tenant->id, there.record->id);
    auto page = staff_page(request, html::Page(request).t("How who asked is reached"));
    RequestContactView view{.title = there.record->text("title"),
                            .request_url = page.tenant_url("/staff/activity-requests/" + there.record->id)};
    if (contact) {
        audit::note_reading(self.database,
                            {request.tenant->id, request.identity->account_id, "request contact read",
                             "activity_request:" + there.record->id, ""},
                            self.clock.now());
        view.gone = gone_text(self, request.tenant->id, *contact, page);
        const bool is_phone = contact->by == ContactBy::phone;
        view.way = is_phone ? page.t("By phone") : page.t("By e-mail");
        view.value = contact->value;
        view.url = (is_phone ? "tel:" : "mailto:") + contact->value;
        if (!contact->to_tell.empty()) {
            view.tell = contact->to_tell == "planned"    ? page.t("Tell them that it is planned.")
                        : contact->to_tell == "declined" ? page.t("Tell them that it is declined.")
                                                         : page.t("Tell them the answer.");
            view.told_url = view.request_url + "/told";
        }
    }
    return never_kept(html::render_page(page, templates::request_contact_page(view, page)));
}

http::Response note_request_told(const Pages& pages, const http::Request& request) {
    const auto there = their_request(pages, request);
    if (!there.record) return there.refused;
    note_asker_told(pages.activities, request.tenant->id, there.record->id, request.identity->account_id);
    return http::see_other(
        html::Page(request).tenant_url("/staff/activity-requests/" + there.record->id + "?saved=1"));
}

}  // namespace digilots::activities
