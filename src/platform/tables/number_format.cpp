#include "platform/tables/number_format.h"

#include <cmath>
#include <cstdint>

#include "platform/base/clock_time.h"
#include "platform/base/time.h"
#include "platform/tables/row_sink.h"

namespace digilots::tables {

namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr double last_day = 2'958'465;  // 9999-12-31

/// Without what is only shown: quoted, escaped, in brackets (colours, languages). Hours past a day stand in
/// brackets.
std::string signs_of(std::string_view format) {
    std::string signs;
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char sign = format[at];
        if (sign == ';') break;  // what follows is for negative numbers
        if (sign == '\\' || sign == '_' || sign == '*') {
            ++at;
        } else if (sign == '"' || sign == '[') {
            const auto close = format.find(sign == '"' ? '"' : ']', at + 1);
            if (close == std::string_view::npos) break;
            const auto inside = format.substr(at + 1, close - at - 1);
            if (sign == '[' && inside.find_first_not_of("hHmMsS") == std::string_view::npos) signs += inside;
            at = close;
        } else {
            signs += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
        }
    }
    return signs;
}

std::string day_text(std::int64_t serial, bool from_1904) {
    using namespace std::chrono;
    // Day 60 is 29 February 1900, which never was.
    const auto first =
        from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / (serial < 60 ? 31 : 30));
    return base::format_date(year_month_day(first + days(serial)));
}

}  // namespace

Shows shows_of(int built_in) {
    const auto is_in = [&](int first, int last) { return built_in >= first && built_in <= last; };
    if (built_in == 9 || built_in == 10) return Shows::percentage;
    if (built_in == 22) return Shows::day_and_time;
    if (is_in(14, 17) || is_in(27, 31) || is_in(34, 36) || is_in(50, 58)) return Shows::day;
    if (is_in(18, 21) || is_in(32, 33) || is_in(45, 47)) return Shows::time;
    return Shows::number;
}

Shows shows_of(std::string_view format) {
    const auto signs = signs_of(format);
    if (signs.find("general") != std::string::npos) return Shows::number;
    const auto has = [&](const char* any) { return signs.find_first_of(any) != std::string::npos; };
    const bool has_time = has("hs"), has_day = has("yd") || (has("m") && !has_time);
    if (has_day) return has_time ? Shows::day_and_time : Shows::day;
    if (has_time) return Shows::time;
    return has("%") ? Shows::percentage : Shows::number;
}

std::string shown_number(double number, Shows shows, bool from_1904) {
    if (shows == Shows::percentage) return cell_number(number * 100) + "%";
    if (shows == Shows::number || !(number >= 0 && number < last_day)) return cell_number(number);
    auto day = static_cast<std::int64_t>(number);
    auto minute = std::llround((number - std::floor(number)) * minutes_a_day);
    if (minute == minutes_a_day) {
        ++day;
        minute = 0;
    }
    const auto time = base::clock_time(static_cast<int>(minute / 60), static_cast<int>(minute % 60));
    if (shows == Shows::time) return day > 0 ? cell_number(number) : time;
    if (day == 0 && !from_1904) return cell_number(number);
    if (minute == 0) return day_text(day, from_1904);
    return day_text(day, from_1904) + " " + time;
}

}  // namespace digilots::tables
