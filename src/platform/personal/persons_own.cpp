#include "platform/personal/persons_own.h"

#include <algorithm>
#include <array>
#include <string>

#include "platform/base/digits.h"
#include "platform/base/lists.h"
#include "platform/base/person_name.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"

namespace digilots::personal {

namespace {

constexpr std::size_t most_of_phone = 15, most_signs_between = 3, longest_written = 40;
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

bool is_of_address(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0 ||
           std::string_view("._-+@").contains(c);
}

/// The first characters that may be a phone number: digits in groups, of which the first, without a country code, says that it
/// is no clock time.
std::string_view number_at(std::string_view text) {
    std::size_t end = 0, figures = 0, between = 0;
    for (std::size_t at = 0; at < text.size() && figures <= most_of_phone; ++at) {
        if (base::is_digit(text[at])) {
            ++figures;
            between = 0;
            end = at + 1;
        } else if (std::string_view(" -/()").contains(text[at]) || (text[at] == '+' && at == 0)) {
            if (++between > most_signs_between) break;
        } else {
            break;
        }
    }
    return text.substr(0, end);
}

/// "070-174 06 44" of "070-174 06 44 2": the longest beginning, by whole groups, that is a mobile phone.
std::string_view mobile_at(std::string_view text, std::string_view country) {
    auto number = number_at(text);
    while (!number.empty()) {
        const auto first_group = number.find_first_not_of("0123456789");
        const bool is_clock_time = number[0] == '0' && number[1] != '0' && first_group < 3;
        if (is_clock_time) return {};
        if (is_mobile(number, country)) return number;
        const auto gap = number.find_last_not_of("0123456789");
        const auto end = gap == number.npos ? gap : number.find_last_of("0123456789", gap);
        if (end == number.npos) return {};
        number = number.substr(0, end + 1);
    }
    return {};
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
    return (begins_with("+467", "02369") && dialled.size() == 12) || (begins_with("+47", "49") && dialled.size() == 11);
}

std::vector<std::string> emails_of_persons_in(std::string_view text) {
    std::vector<std::string> found;
    for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
        auto from = at, to = at + 1;
        while (from > 0 && is_of_address(text[from - 1]) && text[from - 1] != '@') --from;
        while (to < text.size() && is_of_address(text[to]) && text[to] != '@') ++to;
        while (to > at + 1 && std::string_view("._-+").contains(text[to - 1])) --to;
        while (from < at && std::string_view("._-+").contains(text[from])) ++from;
        std::string address(text.substr(from, to - from));
        if (from < at && to > at + 1 && is_of_person(address)) base::add_once(found, address);
    }
    return found;
}

std::vector<std::string> mobiles_in(std::string_view text, std::string_view country) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = base::is_digit(text[at]) || text[at] == '+';
        if (!begins || (at > 0 && (base::is_digit(text[at - 1]) || text[at - 1] == '+' || text[at - 1] == '-'))) continue;
        const auto number = mobile_at(text.substr(at, longest_written), country);
        if (number.empty()) continue;
        base::add_once(found, std::string(number));
        at += number.size() - 1;
    }
    return found;
}

}  // namespace digilots::personal
