#include "platform/base/masked.h"

#include <algorithm>
#include <array>

#include "platform/base/text.h"

namespace digilots::base {

namespace {

/// So many have an address there that it tells nothing of who it is.
constexpr std::array<std::string_view, 22> shared_domains{
    "gmail.com",    "hotmail.com",   "hotmail.se",  "hotmail.no", "outlook.com", "live.se",     "live.no",  "live.com",
    "msn.com",      "icloud.com",    "me.com",      "yahoo.com",  "yahoo.se",    "yahoo.no",    "telia.com", "tele2.se",
    "bredband.net", "comhem.se",     "spray.se",    "online.no",  "broadpark.no", "example.org"};

}  // namespace

std::string masked_email(std::string_view address) {
    const auto at = address.rfind('@'), dot = address.rfind('.');
    if (at == std::string_view::npos || at == 0 || dot == std::string_view::npos || dot < at + 2) return "";
    const auto domain = address.substr(at + 1);
    const bool is_shared = std::ranges::find(shared_domains, lower(domain)) != shared_domains.end();
    const auto shown = is_shared ? std::string(domain) : cut(domain, 1) + "…" + std::string(address.substr(dot));
    return cut(address, 1) + "…@" + shown;
}

std::string end_of_phone(std::string_view number) {
    // An extension is not the end of the number, and short numbers would stand there whole.
    std::string digits;
    for (const char sign : number.substr(0, number.find_first_of(";#,aAxX")))
        if (sign >= '0' && sign <= '9') digits += sign;
    return digits.size() < 6 ? "" : digits.substr(digits.size() - 2);
}

}  // namespace digilots::base
