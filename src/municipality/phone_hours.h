#pragma once
// When the phone is answered: what a form can hold of it, as OpenStreetMap opening hours.
#include <optional>
#include <string>
#include <string_view>

namespace digilots::municipality {

/// "08:00" or ""; both ends of a group or none.
struct PhoneHours {
    std::string monday_opens, monday_closes;  // Monday to Thursday
    std::string friday_opens, friday_closes;
    bool operator==(const PhoneHours&) const = default;
};

/// "Mo-Th 08:00-17:00; Fr 08:00-16:00; PH off", "Mo-Fr 08:00-16:30; PH off", "" without times.
std::string format_phone_hours(const PhoneHours& hours);
/// nullopt for what the form cannot show; "" is nothing in every field.
std::optional<PhoneHours> parse_phone_hours(std::string_view rule);
/// "8.30" → "08:30", whatever base::read_clock_time takes; nullopt for anything else. "" stays "".
std::optional<std::string> parse_time(std::string_view text);

}  // namespace digilots::municipality
