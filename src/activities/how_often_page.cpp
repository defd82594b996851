// Whoever has the code chooses anew how often they are told.
#include "activities/pages.h"

namespace digilots::activities {

namespace {

html::Page page_of_code(const http::Request& request) {
    html::Page page(request);
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")}};
    return page;
}

}  // namespace

http::Response how_often_page(const Pages& pages, const http::Request& request) {
    const auto followed = pages.activities.follow(*request.tenant, request.parameter("code"));
    auto page = page_of_code(request);
    const auto own = page.tenant_url("/sign-ups/" + std::string(request.parameter("code")));
    // A code that is none is told so, and counted as a guess, by the page of the code.
    if (!followed || followed->by == ContactBy::none) return never_kept(http::see_other(own));
    return digilots::how_often_page(std::move(page), followed->how_often, own);
}

http::Response choose_how_often(const Pages& pages, const http::Request& request) {
    auto page = page_of_code(request);
    const auto own = page.tenant_url("/sign-ups/" + std::string(request.parameter("code")));
    const auto often = how_often_in(request);
    if (!often) return how_often_again(std::move(page), request, own, WaitsFor::time);
    pages.activities.choose_how_often(*request.tenant, request.parameter("code"), *often);
    return never_kept(http::see_other(own + "?chosen=1"));
}

}  // namespace digilots::activities
