#pragma once
// Pages for what went wrong: what happened, in plain words, and always a way on.
#include <chrono>
#include <string>

#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::html {

struct ErrorView {
    std::string explanation;
    bool retry = false;   // trying again later may help
    bool fault = false;   // ours: the page names the request id
    bool is_staff = false;  // signed in: what this person can open is elsewhere
};

/// The answer to whoever is to wait so long before the next: 429, kept nowhere.
http::Response wait_page(const http::Request& request, std::chrono::seconds wait);

/// 404, 403, 405, 413, 422, 429, 500, 503, 507 …; JSON (RFC 9457) below /api/. Fits http::ErrorPage. 404 to a form in which
/// somebody without a session wrote something is the page of what is gone instead (gone_page.h): 409, with what they wrote.
http::Response error_page(const http::Request& request, int status);

}  // namespace digilots::html
