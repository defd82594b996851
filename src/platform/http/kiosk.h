#pragma once
// A browser that people use one after the other, such as a library's: it has a cookie that names the municipality and the turn
// ("lotsby.Xy3…"). Nobody is signed in there, no page of it is kept, and nothing typed outlives the turn.
#include <string>
#include <string_view>

#include "platform/base/text.h"
#include "platform/http/request.h"

namespace digilots::http {

inline constexpr std::string_view kiosk_cookie = "kiosk";

inline bool is_kiosk(const Request& request) { return !request.cookie(kiosk_cookie).empty(); }
/// Where it begins anew: "/lotsby/kiosk"; "" where the cookie says no place.
inline std::string kiosk_start(const Request& request) {
    const auto cookie = request.cookie(kiosk_cookie);
    const std::string slug(cookie.substr(0, cookie.find('.')));
    return slug.empty() || base::slug(slug) != slug ? "" : "/" + slug + "/kiosk";
}

}  // namespace digilots::http
