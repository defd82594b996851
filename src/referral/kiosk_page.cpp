// A start for browsers that people use one after the other: library computers, rooms for private errands.
#include "platform/base/uuid.h"
#include "platform/http/kiosk.h"
#include "referral/pages.h"
#include "referral/templates.h"

namespace digilots::referral {

namespace {

constexpr std::size_t bytes_of_turn = 9;
/// In the address of who has just been given the cookie of a turn.
constexpr std::string_view given = "cookie";

http::Cookie new_turn(const http::Tenant& tenant) {
    http::Cookie cookie;
    cookie.name = http::kiosk_cookie;
    cookie.value = tenant.slug + "." + base::random_token(bytes_of_turn);
    cookie.http_only = false;  // its script tells one turn from the next
    return cookie;
}

http::Cookie removed(const char* name) {
    http::Cookie cookie;
    cookie.name = name;
    cookie.max_age_seconds = -1;
    return cookie;
}

bool is_turn_of(const http::Request& request) {
    return http::kiosk_start(request) == "/" + request.tenant->slug + "/kiosk";
}

/// Sent once more it would be sent for ever.
http::Response without_cookies(const http::Request& request) {
    html::Page page(request);
    page.title = page.t("This browser keeps no cookies");
    page.indexable = false;
    auto response = html::render_page(page, templates::kiosk_without_cookies_page(page));
    response.for_once = true;
    return response;
}

}  // namespace

http::Response kiosk_page(const Pages& pages, const http::Request& request) {
    // The page itself belongs to a turn: without one it gets its cookie first.
    if (!is_turn_of(request) && request.identity) {   // nobody at work is shut out by a link
        html::Page page(request);
        page.title = page.t("A browser for many");
        page.indexable = false;
        return html::render_page(page, templates::kiosk_begin_page(page));
    }
    const auto start = html::Page(request).tenant_url("/kiosk");
    const bool has_been_given = request.query.has(given);
    if (!is_turn_of(request) && has_been_given) return without_cookies(request);
    if (!is_turn_of(request)) {
        auto response = http::see_other(start + "?" + std::string(given) + "=1");
        response.cookies = {new_turn(*request.tenant)};
        return response;
    }
    if (has_been_given) return http::see_other(start);
    html::Page page(request);
    page.title = page.t("What do you need help with?");
    page.indexable = false;
    const KioskView view{
        topic_links(page, *request.tenant),
        view_of(pages.referral.fallback(*request.tenant, page.translator()), request, page, pages)};
    auto response = html::render_page(page, templates::kiosk_page(view, page));
    response.for_once = true;
    return response;
}

http::Response end_kiosk_turn(const Pages&, const http::Request& request) {
    auto response = http::see_other("/" + request.tenant->slug + "/kiosk");
    response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
    // Cookies one by one: the header would take the next turn's away, too.
    response.cookies = {new_turn(*request.tenant), removed("language"), removed("session")};
    return response;
}

http::Response end_kiosk(const Pages&, const http::Request& request) {
    auto response = http::see_other("/" + request.tenant->slug + "/");
    response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
    response.cookies = {removed(std::string(http::kiosk_cookie).c_str()), removed("language")};
    return response;
}

}  // namespace digilots::referral
