#include "platform/slice/how_reached.h"

#include <algorithm>

#include "platform/base/email.h"
#include "platform/base/masked.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"

namespace digilots {

WayToReach reach_meant_by(std::string_view typed, std::string_view country) {
    const auto value = base::clean(typed.substr(0, 800));
    if (value.find('@') != std::string::npos)
        return base::fault_of_email(value) == base::EmailFault::none ? WayToReach::email : WayToReach::nothing;
    return base::read_persons_phone(value, country) ? WayToReach::phone : WayToReach::nothing;
}

bool holds_persons_number(std::string_view typed, std::string_view country) {
    constexpr std::size_t longest_swedish = 10;
    if (personal::find_kept_number(typed) == personal::PersonalData::none) return false;
    const auto number = base::read_persons_phone(typed, country);
    if (!number) return true;
    const auto& written = number->written;
    const auto digits = std::ranges::count_if(written, [](char one) { return one >= '0' && one <= '9'; });
    const bool is_swedish = country == "SE" && written.starts_with('0') && digits <= static_cast<std::ptrdiff_t>(longest_swedish);
    return !written.starts_with('+') && !is_swedish;
}

std::string masked(WayToReach by, std::string_view value) {
    if (by == WayToReach::email) return base::masked_email(value);
    return by == WayToReach::phone ? base::end_of_phone(value) : "";
}

std::string reached_words(WayToReach by, std::string_view masked, const i18n::Translator& words) {
    if (by == WayToReach::nothing) return "";
    if (by == WayToReach::email)
        return masked.empty() ? words.t("By e-mail") : words.t("By e-mail, to {address}", {{"address", std::string(masked)}});
    return masked.empty() ? words.t("By phone")
                          : words.t("By phone, on the number that ends with {digits}", {{"digits", std::string(masked)}});
}

}  // namespace digilots
