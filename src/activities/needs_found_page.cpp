// Needs that were found at sessions, until somebody makes requests for activities of them or has seen to them otherwise.
#include "activities/outcomes.h"
#include "activities/request_pages.h"
#include "activities/session_fields.h"
#include "activities/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/asked_unit.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr i18n::Text whose_need =
    TEXT("The activity belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");
constexpr std::size_t longest_title_of_need = 80;

std::optional<directory::Place> place_of_need(const Pages& pages, const OpenNeed& need, std::string_view municipality_id) {
    if (need.place.empty()) return std::nullopt;
    const auto directory = Inside::of(pages.activities).neighbours.directory.snapshot(municipality_id);
    const auto* place = directory->place(need.place);
    return place ? std::optional(*place) : std::nullopt;
}

/// As the register's form would send it.
register_::Draft request_draft_of(const Pages& pages, const OpenNeed& need, const http::Tenant& tenant) {
    const auto place = place_of_need(pages, need, tenant.id);
    auto locality = place ? (place->locality.empty() ? place->name : place->locality) : need.address;
    if (locality.empty()) locality = tenant.name;
    const auto first_line = need.needs.substr(0, need.needs.find('\n'));
    register_::Draft draft{{"title", {base::cut(first_line, longest_title_of_need)}},
                           {"wish", {need.needs}},
                           {"locality", {base::cut(locality, longest_title_of_need)}},
                           {"languages", {tenant.languages.front()}},
                           {"asker_kind", {"own"}},
                           {"source", {"session"}},
                           {"state", {"wished"}},
                           {"unit", {need.unit}}};
    for (const auto& topic : need.topics)
        if (!draft.contains("topic") && taxonomy::find(taxonomy::List::topic, topic)) draft["topic"] = {topic};
    return draft;
}

}  // namespace

http::Response needs_found_page(const Pages& pages, const http::Request& request) {
    auto page = staff_page(request, html::Page(request).t("Needs that were found"));
    const auto& records = pages.activities.activities();
    const auto url = page.tenant_url("/staff/needs-found");
    NeedsFoundView view{.notice = request.query.has("done") ? page.t("It is off the list.") : "",
                        .board_url = page.tenant_url("/staff/activity-requests/board")};
    const auto unit = register_::asked_unit(records.others().links, "organisation.unit", page);
    view.unit = unit.form(url);
    const auto around = register_::around_of(records, request);
    for (const auto& need : open_needs(pages.activities, request.tenant->id)) {
        if (!unit.holds(need.unit)) continue;
        const auto place = place_of_need(pages, need, request.tenant->id);
        const auto where = place ? place->name : need.address;
        NeedsFoundView::Need one{.needs = need.needs,
                                 .title = need.title,
                                 .id = need.session,
                                 .url = page.tenant_url("/staff/sessions/" + need.session),
                                 .when_and_where = page.translator().date(need.day) + (where.empty() ? "" : ", " + where)};
        const auto record = records.find(request.tenant->id, need.activity);
        if (record && records.may_change(around, *record)) {
            one.seen_to_url = one.url + "/needs";
            one.seen = need.seen;
        }
        view.open.push_back(std::move(one));
    }
    return html::render_page(page, templates::needs_found_page(view, page));
}

http::Response see_to_needs_found(const Pages& pages, const http::Request& request) {
    const auto session = request.parameter("session");
    const html::Page page(request);
    const auto needs = open_needs(pages.activities, request.tenant->id);
    const auto* need = base::find_in(needs, session, &OpenNeed::session);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto of = programme->session(session);
    if (of.activity && !may_change(pages, request, of.activity->id)) return html::not_theirs_page(request, whose_need);
    // Seen to already: the list says what is left. What is no session here is not there.
    if (!need && !of.session) return html::error_page(request, 404);
    if (!need) return http::see_other(page.tenant_url("/staff/needs-found"));
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto as = request.form.get("as");
    if (as != "request" && as != "done") return html::error_page(request, 422);
    std::optional<register_::Draft> wanted;
    if (as == "request") wanted = request_draft_of(pages, *need, *request.tenant);
    const auto [arranged, made] = see_to_needs(pages.activities, around, session, wanted, request.identity->account_id,
                                               base::Seen::mark(request.form.get("seen")));
    if (arranged == Arranged::not_there) return html::error_page(request, 404);
    if (arranged == Arranged::not_theirs) return html::not_theirs_page(request, whose_need);
    if (arranged != Arranged::done) {
        // Pressed twice, or by two at once: it is off the list.
        const auto left = open_needs(pages.activities, request.tenant->id);
        if (!base::find_in(left, session, &OpenNeed::session))
            return http::see_other(page.tenant_url("/staff/needs-found?done=1"));
        return http::changed_meanwhile("activity:" + need->activity);
    }
    if (!made.empty()) return http::see_other(page.tenant_url("/staff/activity-requests/" + made + "/change"));
    return http::see_other(page.tenant_url("/staff/needs-found?done=1"));
}

}  // namespace digilots::activities
