#include <algorithm>

#include "accounts/pages.h"
#include "accounts/templates.h"
#include "accounts/tokens_view.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"

namespace digilots::accounts {

namespace {

/// What this person may give a key.
http::Scopes offered(const http::Request& request, const http::Scopes& known) {
    http::Scopes scopes;
    for (const auto* scope : known) {
        const auto& role = request.identity->role;
        if (role && *role >= scope->given_by) scopes.push_back(scope);
    }
    return scopes;
}

/// Nothing where one is not offered.
http::Scopes chosen_of(const http::Request& request, const http::Scopes& known) {
    const auto scopes = offered(request, known);
    http::Scopes chosen;
    for (const auto key : request.form.all("scope")) {
        const auto* scope = http::find_scope(scopes, key);
        if (scope == nullptr) return {};
        chosen.push_back(scope);
    }
    return chosen;
}

std::string shown_date(std::string_view date, const html::Page& page) {
    const auto parsed = base::parse_date(date);
    return parsed ? page.translator().date(*parsed) : page.t("never");
}

ShownToken shown(const ListedToken& token, const http::Scopes& known, const html::Page& page) {
    ShownToken one;
    one.id = token.id;
    one.name = token.name.empty() ? page.t("without a name") : token.name;
    for (const auto& key : token.scopes) {
        const auto* scope = http::find_scope(known, key);
        if (scope != nullptr) one.scopes += (one.scopes.empty() ? "" : ", ") + page.t(scope->title);
    }
    one.created = shown_date(token.created_on, page);
    one.last_used = shown_date(token.last_used_on, page);
    one.revoked = token.revoked;
    one.revoke_label = page.t("Revoke {name}", {{"name", one.name}});
    return one;
}

http::Response show(const http::Request& request, Service& service, const http::Scopes& known, TokensView view,
                    const http::Scopes& chosen) {
    html::Page page(request);
    page.title = page.t("Keys for other systems");
    page.staff = true;
    page.breadcrumbs = {{page.t("Settings"), page.tenant_url("/staff/settings")}, {page.title, ""}};
    for (const auto* scope : offered(request, known)) {
        const bool selected = std::ranges::find(chosen, scope) != chosen.end();
        view.scopes.push_back({std::string(scope->key), page.t(scope->title), selected});
    }
    for (const auto& token : service.tokens(request.tenant->id)) view.tokens.push_back(shown(token, known, page));
    const auto brought = view.errors.empty() ? std::string_view() : request.form.get("form_key");
    view.form_key = base::form_key_for(brought, service.clock().now());
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::tokens_page(view, page), status);
}

}  // namespace

http::Response tokens_page(const Pages& pages, const http::Request& request) {
    TokensView view;
    view.revoked = request.query.has("revoked");
    return show(request, pages.service, pages.scopes, std::move(view), {});
}

// The key is in this answer and nowhere else.
http::Response add_token(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    TokensView view;
    view.name = base::clean(request.form.get("name"));
    const auto scopes = chosen_of(request, pages.scopes);
    if (view.name.empty()) {
        view.errors.add("name", page.t("Write which system uses the key."));
        return show(request, pages.service, pages.scopes, std::move(view), scopes);
    }
    if (base::length(view.name) > longest_name) {
        view.errors.add("name", page.t("The name may have at most 100 characters."));
        return show(request, pages.service, pages.scopes, std::move(view), scopes);
    }
    const auto token =
        pages.service.add_token(request.tenant->id, "", view.name, scopes, request.identity->account_id,
                          request.form.get("form_key"));
    if (!token) {
        view.errors.add("scope", page.t(token.error()));
        return show(request, pages.service, pages.scopes, std::move(view), scopes);
    }
    view.new_token = *token;
    view.made_already = token->empty();
    view.name.clear();
    return show(request, pages.service, pages.scopes, std::move(view), {});
}

http::Response revoke_token(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto all = pages.service.tokens(request.tenant->id);
    if (std::ranges::find(all, request.parameter("id"), &ListedToken::id) == all.end()) return html::error_page(request, 404);
    if (!html::is_sure(request)) {
        page.title = page.t("Revoke the key");
        page.staff = true;
        const std::string url = page.tenant_url("/staff/settings/tokens");
        return html::ask_first(page, {.url = url + "/" + std::string(request.parameter("id")) + "/revoke",
                                      .text = page.t("Revoke the key? The system that uses it loses its access at once, and the "
                                                     "key cannot be brought back."),
                                      .confirm = page.t("Revoke the key"),
                                      .cancel_url = url});
    }
    const auto revoked =
        pages.service.revoke_token(request.tenant->id, request.parameter("id"), request.identity->account_id);
    if (revoked) return http::see_other(page.tenant_url("/staff/settings/tokens?revoked=1"));
    TokensView view;
    view.errors.add("", page.t(revoked.error()));
    return show(request, pages.service, pages.scopes, std::move(view), {});
}

}  // namespace digilots::accounts
