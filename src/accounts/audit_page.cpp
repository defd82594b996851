#include <map>

#include "accounts/audit_view.h"
#include "accounts/audit_words.h"
#include "accounts/pages.h"
#include "accounts/templates.h"
#include "platform/audit/audit.h"
#include "platform/html/page.h"
#include "platform/http/may.h"

namespace digilots::accounts {

namespace {

constexpr int entries_per_page = 50;

using Names = std::map<std::string, std::string>;

// Names of those who have an account here now, and of keys.
Names names_of(Service& service, std::string_view municipality_id) {
    Names names;
    for (const auto& account : service.list(municipality_id)) names[account.id] = account.shown_name();
    for (const auto& token : service.tokens(municipality_id)) names["token:" + token.id] = token.name;
    return names;
}

std::string shown_actor(const std::string& actor, const Names& names, const html::Page& page) {
    const auto found = names.find(actor);
    if (found != names.end() && !found->second.empty()) return found->second;
    if (actor.empty()) return page.t("a resident or a program");
    if (actor == "import") return page.t("import");
    if (actor == "operator") return page.t("operator of the installation");
    if (actor.starts_with("token:")) return page.t("a key");
    return page.t("a deleted account");
}

html::components::Cell shown_record(const Trails& trails, const audit::Entry& entry, const Names& names,
                                    const html::Page& page) {
    const auto colon = entry.record.find(':');
    const bool is_account = entry.record.starts_with("account:");
    const auto found = names.find(is_account ? entry.record.substr(colon + 1) : entry.record);
    if (found != names.end() && !found->second.empty()) return {found->second};
    const auto words = record_words(trails, entry.record, entry.action, page);
    // Who reads the trail alone is led to no page that is not theirs.
    return {words.text, http::may(page.request(), http::Role::administrator) ? words.url : ""};
}

}  // namespace

http::Response audit_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Who did what");
    page.staff = true;
    page.breadcrumbs = {{page.title, ""}};
    if (http::may(request, http::Role::administrator))
        page.breadcrumbs.insert(page.breadcrumbs.begin(), {page.t("Settings"), page.tenant_url("/staff/settings")});
    const auto& tenant = *request.tenant;
    auto entries = pages.service.database().read([&](db::Connection& connection) {
        return audit::entries(connection, tenant.id, entries_per_page + 1, request.query.get("before"));
    });
    const auto names = names_of(pages.service, tenant.id);
    AuditView view;
    view.entries.caption = page.t("Latest first");
    view.entries.columns = {
        {page.t("When")}, {page.t("Who")}, {page.t("What")}, {page.t("Record")}, {page.t("Fields")}};
    view.entries.empty = page.t("Nothing is noted.");
    const auto kept = pages.service.kept_for(tenant.id, trail_rule);
    view.kept = kept ? page.t("Changes are kept for {period}.", {{"period", words_of(*kept, page.translator())}})
                     : page.t("Changes are kept for the time being: none is deleted.");
    if (entries.size() > entries_per_page) {
        entries.pop_back();
        view.older_url = page.tenant_url("/staff/settings/audit?before=" + entries.back().id);
    }
    for (const auto& [id, entry, at] : entries) {
        view.entries.rows.push_back({{page.translator().date_time(at, tenant.zone)},
                                     {shown_actor(entry.actor, names, page)},
                                     {action_words(pages.trails, entry.action, page)},
                                     shown_record(pages.trails, entry, names, page),
                                     {field_words(pages.trails, entry.record, entry.detail, page)}});
    }
    return html::render_page(page, templates::audit_page(view, page));
}

}  // namespace digilots::accounts
