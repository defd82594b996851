#include <algorithm>
#include <string>

#include "municipality/municipality.h"
#include "municipality/settings_form.h"

namespace digilots::municipality {

namespace {

/// Digits as dialled inside Sweden: "+46 980 319 20 05" → "09803192005".
std::string national_digits(std::string_view phone) {
    std::string digits;
    for (const char letter : phone) {
        if (letter >= '0' && letter <= '9') digits += letter;
    }
    if (phone.starts_with("+46")) return "0" + digits.substr(2);
    if (digits.starts_with("0046")) return "0" + digits.substr(4);
    return digits;
}

}  // namespace

// The Swedish numbering authority (PTS) keeps these for books and films.
bool is_example_phone(std::string_view phone) {
    struct Series {
        std::string_view first, last;
    };
    constexpr Series series[] = {{"0313900600", "0313900699"},
                                 {"0406280400", "0406280499"},
                                 {"0846500400", "0846500499"},
                                 {"09803192000", "09803192099"},
                                 {"0701740605", "0701740699"}};
    const auto digits = national_digits(phone);
    return std::ranges::any_of(series, [&](const Series& one) {
        return digits.size() == one.first.size() && digits >= one.first && digits <= one.last;
    });
}

bool is_phone(std::string_view phone) {
    const auto digits =
        std::ranges::count_if(phone, [](char letter) { return letter >= '0' && letter <= '9'; });
    const bool allowed = phone.find_first_not_of("0123456789 +-()") == std::string_view::npos;
    const bool plus_first = phone.rfind('+') == std::string_view::npos || phone.rfind('+') == 0;
    return allowed && plus_first && digits >= 3 && digits <= 15;
}

}  // namespace digilots::municipality
