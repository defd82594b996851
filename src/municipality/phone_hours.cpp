#include "municipality/phone_hours.h"

#include <algorithm>
#include <vector>

#include "platform/base/clock_time.h"
#include "platform/base/text.h"

namespace digilots::municipality {

namespace {

// "08:00-17:00"
bool read_span(std::string_view text, std::string& opens, std::string& closes) {
    const auto ends = base::split(base::trim(text), '-');
    if (ends.size() != 2) return false;
    const auto first = parse_time(ends[0]);
    const auto second = parse_time(ends[1]);
    if (!first || !second || first->empty() || second->empty()) return false;
    opens = *first;
    closes = *second;
    return true;
}

bool read_part(std::string_view part, PhoneHours& hours) {
    if (part == "PH off") return true;
    if (part.starts_with("Mo-Fr ")) {
        return read_span(part.substr(6), hours.monday_opens, hours.monday_closes) &&
               read_span(part.substr(6), hours.friday_opens, hours.friday_closes);
    }
    if (part.starts_with("Mo-Th ")) return read_span(part.substr(6), hours.monday_opens, hours.monday_closes);
    if (part.starts_with("Fr ")) return read_span(part.substr(3), hours.friday_opens, hours.friday_closes);
    return false;
}

}  // namespace

std::string format_phone_hours(const PhoneHours& hours) {
    const auto monday = hours.monday_opens.empty() ? "" : hours.monday_opens + "-" + hours.monday_closes;
    const auto friday = hours.friday_opens.empty() ? "" : hours.friday_opens + "-" + hours.friday_closes;
    if (monday.empty() && friday.empty()) return "";
    if (monday == friday) return "Mo-Fr " + monday + "; PH off";
    std::string rule;
    if (!monday.empty()) rule += "Mo-Th " + monday + "; ";
    if (!friday.empty()) rule += "Fr " + friday + "; ";
    return rule + "PH off";
}

std::optional<PhoneHours> parse_phone_hours(std::string_view rule) {
    PhoneHours hours;
    if (base::trim(rule).empty()) return hours;
    for (const auto part : base::split(rule, ';')) {
        if (!base::trim(part).empty() && !read_part(base::trim(part), hours)) return std::nullopt;
    }
    return hours;
}

std::optional<std::string> parse_time(std::string_view text) {
    if (base::trim(text).empty()) return "";
    const auto minutes = base::read_clock_time(text);
    return minutes ? std::optional(base::clock_time(*minutes / 60, *minutes % 60)) : std::nullopt;
}

}  // namespace digilots::municipality
