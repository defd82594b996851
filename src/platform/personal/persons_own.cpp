#include "directory/persons_own.h"

#include <algorithm>
#include <array>
#include <string>

#include "platform/base/person_name.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"

namespace digilots::directory {

namespace {

constexpr std::array<std::string_view, 24> private_hosts{
    "gmail.com",  "googlemail.com", "hotmail.com", "hotmail.se", "hotmail.no",   "outlook.com", "live.com",      "live.se",
    "live.no",    "msn.com",        "icloud.com",  "me.com",     "mac.com",      "yahoo.com",   "yahoo.se",      "yahoo.no",
    "telia.com",  "comhem.se",      "bredband.net", "online.no", "protonmail.com", "proton.me", "broadpark.no",  "home.se"};

/// "anna.andersson2" is read as "Anna Andersson".
std::string as_name(std::string_view local) {
    std::string name;
    bool begins = true;
    for (const char c : local) {
        if (std::string_view("._-+0123456789").contains(c)) {
            begins = true;
            continue;
        }
        if (begins && !name.empty()) name += ' ';
        name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = false;
    }
    return name;
}

}  // namespace

bool is_of_person(std::string_view email) {
    const auto at = email.rfind('@');
    if (at == email.npos) return false;
    const auto host = base::lower(email.substr(at + 1));
    if (std::ranges::find(private_hosts, host) != private_hosts.end()) return true;
    return base::holds_person_name(as_name(base::lower(email.substr(0, at))));
}

bool is_mobile(std::string_view phone, std::string_view country) {
    const auto number = base::read_phone(phone, country);
    if (!number) return false;
    const std::string_view dialled = number->dialled;
    const auto begins_with = [&](std::string_view code, std::string_view next) {
        return dialled.starts_with(code) && dialled.size() > code.size() && next.contains(dialled[code.size()]);
    };
    return begins_with("+467", "02369") || (begins_with("+47", "49") && dialled.size() == 11);
}

}  // namespace digilots::directory
