#include "platform/base/web_address.h"

#include <algorithm>

namespace digilots::base {

namespace {

/// Between "//" and the path: browsers read "\" as "/".
std::string_view authority_of(std::string_view address) {
    const auto begin = address.find("//");
    if (begin == address.npos) return {};
    const auto rest = address.substr(begin + 2);
    return rest.substr(0, rest.find_first_of("/?#\\"));
}

bool has_web_scheme(std::string_view address) {
    const auto is_same = [](char one, char other) {
        return one == other || (one >= 'A' && one <= 'Z' && (one | 0x20) == other);
    };
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (std::ranges::equal(address.substr(0, scheme.size()), scheme, is_same)) return true;
    }
    return false;
}

}  // namespace

bool names_user_before_host(std::string_view address) {
    return has_web_scheme(address) && authority_of(address).contains('@');
}

bool is_web_address(std::string_view address) {
    const auto is_odd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == 0x7F; };
    return has_web_scheme(address) && !authority_of(address).empty() && std::ranges::none_of(address, is_odd);
}

}  // namespace digilots::base
