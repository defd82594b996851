// Phone numbers and e-mail addresses that may stand in answers of the bank: those that the municipality publishes.
#include <algorithm>
#include <cctype>
#include <iterator>

#include "platform/base/digits.h"
#include "platform/base/text.h"
#include "questions/registers.h"

namespace digilots::questions {

namespace {

constexpr std::size_t fewest_digits = 5, most_between = 3;
constexpr std::string_view between_digits = " -()/.";

std::string digits_in(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), base::is_digit);
    return digits;
}

/// As it may be written: with and without its country.
std::vector<std::string> ways_to_write(std::string_view phone) {
    auto digits = digits_in(phone);
    if (digits.starts_with("00")) digits.erase(0, 2);
    const bool is_abroad = phone.find('+') != std::string_view::npos || digits.size() < digits_in(phone).size();
    std::vector<std::string> ways{digits};
    if (is_abroad && digits.size() > 2) {
        ways.push_back("0" + digits.substr(2));
        ways.push_back("00" + digits);
        ways.push_back(digits.substr(2));
    } else {
        const auto national = digits.starts_with('0') ? digits.substr(1) : digits;
        for (const char* country : {"46", "47", "0046", "0047"}) ways.push_back(country + national);
    }
    std::erase_if(ways, [](const std::string& way) { return way.size() < fewest_digits; });
    return ways;
}

/// Where these digits end that begin at `at`, in a text in which nothing but what people write between them stands between;
/// 0 where they do not stand there.
std::size_t end_of_digits(std::string_view text, std::size_t at, std::string_view digits) {
    std::size_t found = 0, between = 0;
    for (; at < text.size() && found < digits.size(); ++at) {
        if (text[at] == digits[found]) {
            ++found;
            between = 0;
        } else if (found == 0 || !between_digits.contains(text[at]) || ++between > most_between) {
            return 0;
        }
    }
    const bool goes_on = at < text.size() && base::is_digit(text[at]);
    return found == digits.size() && !goes_on ? at : 0;
}

void take_out_phone(std::string& text, std::string_view digits) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && base::is_digit(text[at - 1])) continue;
        const auto end = end_of_digits(text, at, digits);
        if (end == 0) continue;
        const auto begin = at > 0 && text[at - 1] == '+' ? at - 1 : at;
        text.replace(begin, end - begin, "…");
    }
}

void take_out_address(std::string& text, const std::string& address) {
    const auto is_of_one = [](char sign) {
        return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '_' || sign == '-' || sign == '+';
    };
    for (auto at = base::ascii_lower(text).find(address); at != std::string::npos;
         at = base::ascii_lower(text).find(address, at + 1)) {
        const auto end = at + address.size();
        const bool is_longer = (at > 0 && (is_of_one(text[at - 1]) || text[at - 1] == '.')) ||
                               (end < text.size() && is_of_one(text[end]));
        if (!is_longer) text.replace(at, address.size(), "…");
    }
}

}  // namespace

std::string without_published(std::string_view text, const std::vector<std::string>& published) {
    std::string left(text);
    for (const auto& one : published) {
        if (one.contains('@')) take_out_address(left, base::ascii_lower(one));
        else
            for (const auto& digits : ways_to_write(one)) take_out_phone(left, digits);
    }
    return left;
}

PublishedContacts published_by(const directory::Directory& directory, const municipality::Municipalities& municipalities) {
    return [&](std::string_view municipality_id) {
        const auto snapshot = directory.snapshot(municipality_id);
        std::vector<std::string> published{municipalities.settings(municipality_id).phone};
        for (const auto& place : snapshot->places) published.push_back(place.phone);
        for (const auto& contact : snapshot->contacts)
            if (directory::is_offered(contact)) published.insert(published.end(), {contact.phone, contact.email});
        std::erase_if(published, [](const std::string& one) { return one.size() < fewest_digits; });
        return published;
    };
}

}  // namespace digilots::questions
