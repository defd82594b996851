#include "municipality/about_view.h"
#include "municipality/pages.h"
#include "municipality/templates.h"
#include "platform/html/page.h"

namespace digilots::municipality {

namespace {

AboutView view_of(const html::Page& page, const Municipalities& municipalities) {
    AboutView view;
    for (const auto& one : municipalities.active_real()) {
        const auto settings = municipalities.settings(one.id);
        view.providers.push_back(
            {one.name, page.url("/" + one.slug + "/"), settings.phone, settings.phone_is_example, settings.zone});
        if (view.example.empty() || one.slug == "sundsvall") view.example = one.slug;
    }
    if (view.example.empty()) view.example = "sundsvall";
    return view;
}

}  // namespace

http::Response accessibility_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Accessibility");
    page.description = page.t("How accessible these pages are, what does not work and how to tell us.");
    return html::render_page(page, templates::accessibility_page(view_of(page, pages.municipalities), page));
}

http::Response accessibility_statement_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = page.t("Accessibility statement");
    page.description = page.t("How accessible these pages are, what does not work and how to tell us.");
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.title, "", true}};
    const auto reviewed = pages.municipalities.settings(tenant.id).accessibility_reviewed;
    const StatementView view{.provider = {tenant.name, page.tenant_url("/places"), tenant.phone, tenant.phone_is_example,
                                          tenant.zone},
                       .is_norwegian = tenant.country == "NO",
                       .reviewed = reviewed ? page.translator().date(*reviewed) : std::string()};
    return html::render_page(page, templates::accessibility_statement_page(view, page));
}

http::Response open_data_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Open data");
    page.description = page.t("The directory as data for your own programs, and where the facts come from.");
    return html::render_page(page, templates::open_data_page(view_of(page, pages.municipalities), page));
}

}  // namespace digilots::municipality
