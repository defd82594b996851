#include <algorithm>

#include "accounts/pages.h"

namespace digilots::accounts {

namespace {

// "//other.example" and "/\other.example" lead elsewhere.
bool is_local_path(std::string_view path) {
    if (!path.starts_with('/') || path.size() > 1000 || path.starts_with("//")) return false;
    return std::ranges::none_of(
        path, [](unsigned char letter) { return letter <= ' ' || letter == 127 || letter == '\\'; });
}

}  // namespace

std::string landing(const http::Identity& identity, std::string_view next) {
    if (is_local_path(next)) return std::string(next);
    if (!identity.municipality_id.empty()) return "/" + Municipalities::slug_of(identity.municipality_id) + "/staff/";
    if (!identity.is_operator && identity.networks.size() == 1)
        return "/staff/network/" + identity.networks[0] + "/statistics";
    return "/staff/";
}

http::Cookie session_cookie(const std::string& token) {
    http::Cookie cookie;
    cookie.name = "session";
    cookie.value = token;
    cookie.max_age_seconds = token.empty() ? -1 : 0;
    return cookie;
}

i18n::Text role_name(http::Role role) {
    switch (role) {
        case http::Role::guide:
            return TEXT("Guide");
        case http::Role::editor:
            return TEXT("Editor");
        case http::Role::coordinator:
            return TEXT("Coordinator");
        case http::Role::administrator:
            break;
    }
    return TEXT("Administrator");
}

}  // namespace digilots::accounts
