#include "platform/base/written_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "platform/base/day_words.h"
#include "platform/base/digits.h"
#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::base {

namespace {

constexpr int least_year = 1800, most_year = 2200;
// Days of Excel, counted from 30 December 1899: 1990-01-01 and 2100-12-31.
constexpr int least_serial = 32'874, most_serial = 73'415;
constexpr Date serial_zero = std::chrono::year(1899) / 12 / 30;
constexpr std::size_t shortest_weekday = 2;
bool is_clock(std::string_view text) {
    const auto parts = split(text, ':');
    if (parts.size() != 2 && parts.size() != 3) return false;
    if (!whole_number(parts[0], 0, 24) || parts[0].size() > 2) return false;
    if (!whole_number(parts[1], 0, 59) || parts[1].size() != 2) return false;
    if (parts.size() == 2) return true;
    const auto seconds = parts[2].substr(0, parts[2].find('.'));
    if (!whole_number(seconds, 0, 59) || seconds.size() != 2) return false;
    return seconds.size() == parts[2].size() || std::ranges::all_of(parts[2].substr(3), is_digit);
}

std::string_view without_clock(std::string_view text) {
    const auto at = text.find_last_of(" t");
    return at != std::string_view::npos && is_clock(text.substr(at + 1)) ? trim(text.substr(0, at)) : text;
}

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> day_of_number(std::string_view text) {
    if (text.size() == 8)
        return day_of(whole_number(text.substr(0, 4), least_year, most_year), whole_number(text.substr(4, 2), 1, 12),
                      whole_number(text.substr(6), 1, 31));
    const auto serial = whole_number(text, least_serial, most_serial);
    return serial ? std::optional(add_days(serial_zero, *serial)) : std::nullopt;
}

/// Runs of digits and of letters; any of the signs between dates parts them.
std::optional<std::vector<std::string>> runs_of(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto run = [&](auto belongs) {
            const auto begin = at;
            while (at < text.size() && belongs(text[at])) ++at;
            return std::string(text.substr(begin, at - begin));
        };
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        if (is_digit(text[at])) {
            parts.push_back(run(is_digit));
        } else if (is_letter(text[at])) {
            parts.push_back(run(is_letter));
        } else if (std::string_view(" .-/,").contains(text[at])) {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return parts;
}

WrittenDay day_of_parts(std::vector<std::string> parts) {
    int month = 0;
    std::vector<std::string> numbers;
    for (const auto& part : parts) {
        if (is_digit(part[0])) {
            numbers.push_back(part);
        } else if (const int named = month_named(part); named != 0 && month == 0) {
            month = named;
        } else if (weekday_named(part, shortest_weekday) < 0 && part != "den" && part != "d" && part != "kl") {
            return {};
        }
    }
    if (month != 0) {
        if (numbers.size() != 2) return {};
        if (numbers[0].size() == 4) std::swap(numbers[0], numbers[1]);
        if (numbers[1].size() == 2) return {{}, true};
        return {day_of(whole_number(numbers[1], least_year, most_year), month, whole_number(numbers[0], 1, 31))};
    }
    if (numbers.size() != 3) return {};
    if (std::ranges::all_of(numbers, [](const std::string& one) { return one.size() <= 2; })) return {{}, true};
    if (numbers[0].size() == 4) std::swap(numbers[0], numbers[2]);
    return {day_of(whole_number(numbers[2], least_year, most_year), whole_number(numbers[1], 1, 12),
                   whole_number(numbers[0], 1, 31))};
}

}  // namespace

WrittenDay read_written_day(std::string_view text) {
    // Letters first: plain() makes one sign of those that are not digits.
    std::string line = fold(text);
    for (const auto* dash : {"–", "—", "−"})
        for (auto at = line.find(dash); at != std::string::npos; at = line.find(dash))
            line.replace(at, std::string_view(dash).size(), 1, '-');
    const auto whole = without_clock(trim(line));
    if (whole.empty()) return {};
    if (std::ranges::all_of(whole, is_digit)) return {day_of_number(whole)};
    // Excel's day with its hours.
    const auto dot = whole.find_first_of(".,");
    if (dot == 5 && dot + 1 < whole.size() && std::ranges::all_of(whole.substr(0, dot), is_digit) &&
        std::ranges::all_of(whole.substr(dot + 1), is_digit))
        return {day_of_number(whole.substr(0, dot))};
    auto parts = runs_of(whole);
    return parts ? day_of_parts(*std::move(parts)) : WrittenDay{};
}

}  // namespace digilots::base
