#include "inquiries/personal_number.h"

#include <array>

namespace digilots::inquiries {

namespace {

using Window = std::span<const Digit>;

int number(Window digits, std::size_t from, std::size_t length) {
    int value = 0;
    for (std::size_t i = from; i < from + length; ++i) value = value * 10 + (digits[i].value - '0');
    return value;
}

bool is_day(int day, int month, bool leap_year) {
    constexpr std::array<int, 12> lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]) return false;
    return month != 2 || day < 29 || leap_year;
}

bool passes_luhn(Window ten) {
    int sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        const int doubled = (ten[i].value - '0') * (i % 2 == 0 ? 2 : 1);
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

bool is_swedish(Window window) {
    const bool with_century = window.size() == 12;
    const Window ten = window.last(10);
    int year = number(ten, 0, 2);
    if (with_century) {
        const int century = number(window, 0, 2);
        if (century < 18 || century > 20) return false;
        year += century * 100;
    }
    const bool leap_year = with_century ? (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 : year % 4 == 0;
    const int day = number(ten, 4, 2);
    if (!is_day(day > 60 ? day - 60 : day, number(ten, 2, 2), leap_year)) return false;
    return number(ten, 6, 3) != 0 && passes_luhn(ten);
}

bool passes_modulus(Window eleven) {
    constexpr std::array<int, 10> first{3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    constexpr std::array<int, 11> second{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i) sum += (eleven[i].value - '0') * first[i];
    if (sum % 11 != 0) return false;
    sum = 0;
    for (std::size_t i = 0; i < second.size(); ++i) sum += (eleven[i].value - '0') * second[i];
    return sum % 11 == 0;
}

bool is_norwegian(Window eleven) {
    int day = number(eleven, 0, 2);
    int month = number(eleven, 2, 2);
    if (day > 40) day -= 40;                    // D-number
    if (month > 80) month -= 80;                // synthetic, tax authority
    else if (month > 65) month -= 65;           // synthetic, health
    else if (month > 40) month -= 40;           // H-number, synthetic
    return is_day(day, month, number(eleven, 4, 2) % 4 == 0) && passes_modulus(eleven);
}

bool is_uniform(Window window) {
    std::string_view gap;
    for (const Digit& digit : window.subspan(1)) {
        if (digit.gap.empty()) continue;
        if (!gap.empty() && digit.gap != gap) return false;
        gap = digit.gap;
    }
    return true;
}

bool has_gap(Window window) {
    for (const Digit& digit : window) {
        if (!digit.gap.empty()) return true;
    }
    return false;
}

/// A date with a clock time or another date behind it looks like a personal number to the arithmetic one time in ten.
bool is_dates_and_times(Window window, std::size_t serial_length, const Digit* after) {
    if (is_uniform(window)) return false;
    const Window date = window.first(window.size() - serial_length);
    const Window serial = window.last(serial_length);
    const bool date_split = has_gap(date.subspan(1));
    if (serial[0].gap.empty()) return true;     // a group reaches over the border: 22.11.2026-25.11.2026
    if (has_gap(serial.subspan(1))) {
        const std::string_view inside = serial[2].gap;
        return date_split || inside == "." || inside == ":" || inside == "-";
    }
    return date_split && after && !after->gap.empty() && after->gap == date[date.size() - 2].gap;
}

bool is_personal_number(std::span<const Digit> digits, std::size_t from, std::size_t length) {
    if (from + length > digits.size()) return false;
    const Digit* after = from + length < digits.size() ? &digits[from + length] : nullptr;
    if (digits[from].gap.empty() || (after && after->gap.empty())) return false;
    const Window window = digits.subspan(from, length);
    for (const Digit& digit : window.subspan(1)) {
        if (digit.gap == "|") return false;
    }
    const bool valid = length == 11 ? is_norwegian(window) : is_swedish(window);
    return valid && !is_dates_and_times(window, length == 11 ? 5 : 4, after);
}

}  // namespace

bool holds_personal_number(std::span<const Digit> digits) {
    for (std::size_t from = 0; from + 10 <= digits.size(); ++from) {
        for (const std::size_t length : {10u, 11u, 12u}) {
            if (is_personal_number(digits, from, length)) return true;
        }
    }
    return false;
}

}  // namespace digilots::inquiries
