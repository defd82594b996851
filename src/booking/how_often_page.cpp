// Whoever has the code chooses anew how often they are told.
#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/html/error_page.h"
#include "platform/http/address.h"

namespace digilots::booking {

namespace {

http::Response show_how_often(const Pages& pages, const http::Request& request, std::string_view typed,
                              html::FormErrors errors) {
    auto& self = Inside::of(pages.bookings);
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking) {
        if (const auto wait = self.guessing.take(http::limit_key(request.client_address), self.clock.now()))
            return wait_page(request, *wait);
        return never_kept(html::error_page(request, 404));
    }
    auto page = page_named(request, html::Page(request).t("How often do we tell you?"));
    page.indexable = false;
    const auto url = page.tenant_url("/bookings/" + std::string(request.parameter("code")));
    const auto kept = pages.bookings.reached(request.tenant->id, booking->id);
    if (kept.value.empty() || !booking->is_to_come()) return never_kept(http::see_other(url));
    HowOftenView view{.url = url + "/how-often", .back_url = url};
    view.how_often = how_often_field(typed.empty() ? word_of(kept.how_often) : typed, page).with(errors);
    view.errors = std::move(errors);
    const int status = view.errors.empty() ? 200 : 422;
    return never_kept(html::render_page(page, templates::how_often_page(view, page), status));
}

}  // namespace

http::Response how_often_page(const Pages& pages, const http::Request& request) {
    return show_how_often(pages, request, "", {});
}

http::Response choose_how_often(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = request.form.get(how_often_name);
    const auto often = how_often_called(typed);
    if (!often) {
        html::FormErrors errors;
        errors.add(how_often_name, how_often_fault(page.translator()));
        return show_how_often(pages, request, typed, std::move(errors));
    }
    const std::string code(request.parameter("code"));
    pages.bookings.choose_how_often(*request.tenant, code, *often);
    return never_kept(http::see_other(page.tenant_url("/bookings/" + code + "?chosen=1")));
}

}  // namespace digilots::booking
