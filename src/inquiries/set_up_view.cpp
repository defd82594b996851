#include "inquiries/set_up_view.h"

#include "inquiries/asked_fields.h"
#include "inquiries/templates.h"
#include "platform/http/may.h"

namespace digilots::inquiries {

std::optional<SetUpView> what_is_missing(const Service& service, const html::Page& page) {
    const auto& request = page.request();
    if (!service.set_up || !http::may(request, http::Role::coordinator)) return std::nullopt;
    auto steps = service.set_up(*request.tenant);
    steps.push_back({.title = TEXT("What the desk asks, and the order of its buttons"),
                     .path = "/staff/settings/log-questions",
                     .needs = http::Role::administrator,
                     .is_done = has_desk_settings(service, request.tenant->id)});
    SetUpView view;
    for (const auto& step : steps) {
        view.done += step.is_done ? 1 : 0;
        view.steps.push_back({page.t(step.title), http::may(request, step.needs) ? page.tenant_url(step.path) : "", step.is_done});
    }
    return view.done == view.steps.size() ? std::nullopt : std::optional(std::move(view));
}

http::Response set_up_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("What is missing before you begin"));
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t(TEXT("The desk")), page.tenant_url("/staff/")}, {page.title, "", true}};
    const auto view = what_is_missing(Inside::service(pages.inquiries), page).value_or(SetUpView{});
    return html::render_page(page, templates::set_up(view, page));
}

}  // namespace digilots::inquiries
