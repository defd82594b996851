#include "platform/base/ensure.h"
#include "retention/pages.h"
#include "retention/templates.h"

namespace digilots::retention {

namespace {

/// With the period that runs: of the municipality, or the rule's own.
std::string said_of(const PrivacyNotice& notice, const Retention& retention, const html::Page& page) {
    if (notice.rule.empty()) return page.t(notice.text);
    const auto& tenant = page.request().tenant;
    const auto period = retention.period_of(tenant ? tenant->id : "", notice.rule);
    if (period) return page.t(notice.text, {{"period", words_of(*period, page.translator())}});
    ENSURE(notice.preserved.id[0] != '\0');
    return page.t(notice.preserved);
}

}  // namespace

http::Response privacy_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Personal data");
    page.description = page.t("What is stored when you use these pages or ask for help, and for how long.");
    PrivacyView view;
    for (const auto& one : pages.privacy) {
        const auto said = said_of(one, pages.retention, page);
        if (!one.cookie.empty()) {
            view.cookies.push_back({one.cookie, said});
        } else if (one.of == PrivacyNotice::Of::staff) {
            view.of_staff.push_back(said);
        } else {
            view.of_those_who_ask.push_back(said);
        }
    }
    if (request.tenant) {
        page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.title, "", true}};
    } else {
        for (const auto& one : pages.municipalities.active_real())
            if (request.host_tenant.empty() || request.host_tenant == one.slug)
                view.municipalities.push_back({one.name, page.url("/" + one.slug + "/privacy")});
    }
    return html::render_page(page, templates::privacy_page(view, page));
}

}  // namespace digilots::retention
