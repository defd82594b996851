#include "platform/base/clock_time.h"

#include <cstddef>

#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::base {

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clock_time(int hour, int minute) {
    return two_digits(hour) + ":" + two_digits(minute);
}

std::optional<int> read_clock_time(std::string_view text) {
    text = trim(text);
    std::size_t hour_ends = text.find_first_of(":.");
    const bool has_sign = hour_ends != std::string_view::npos;
    if (!has_sign) hour_ends = text.size() > 2 ? text.size() - 2 : text.size();
    const auto hour_text = text.substr(0, hour_ends);
    const auto minute_text = text.substr(has_sign ? hour_ends + 1 : hour_ends);
    if (hour_text.size() > 2 || (minute_text.size() != 2 && (has_sign || !minute_text.empty()))) return std::nullopt;
    const auto hour = whole_number(hour_text, 0, 24);
    const auto minute = minute_text.empty() ? std::optional(0) : whole_number(minute_text, 0, 59);
    if (!hour || !minute || (*hour == 24 && *minute > 0)) return std::nullopt;
    return static_cast<int>(*hour * 60 + *minute);
}

}  // namespace digilots::base
