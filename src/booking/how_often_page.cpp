// Whoever has the code chooses anew how often they are told.
#include "booking/pages.h"

namespace digilots::booking {

namespace {

html::Page page_of_code(const http::Request& request) {
    html::Page page(request);
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}};
    return page;
}

}  // namespace

http::Response how_often_page(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking) return not_followed(pages, request);
    auto page = page_of_code(request);
    const auto own = page.tenant_url("/bookings/" + std::string(request.parameter("code")));
    const auto kept = pages.bookings.reached(request.tenant->id, booking->id);
    if (kept.value.empty() || !booking->is_to_come()) return never_kept(http::see_other(own));
    return digilots::how_often_page(std::move(page), kept.how_often, own);
}

http::Response choose_how_often(const Pages& pages, const http::Request& request) {
    auto page = page_of_code(request);
    const auto own = page.tenant_url("/bookings/" + std::string(request.parameter("code")));
    const auto often = how_often_in(request);
    if (!often) return how_often_again(std::move(page), request, own, WaitsFor::time);
    // A code that is none is told so, and counted as a guess, by the page of the code.
    pages.bookings.choose_how_often(*request.tenant, request.parameter("code"), *often);
    return never_kept(http::see_other(own + "?chosen=1"));
}

}  // namespace digilots::booking
