#include "platform/personal/personal_number.h"

#include "platform/base/digits.h"

#include <algorithm>
#include <array>
#include <string>

namespace digilots::personal {

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

/// Of health care, for people without another number: it begins with 8 or 9 and holds no date.
bool is_health_number(Window eleven) {
    const bool in_six_and_five = std::ranges::all_of(eleven.subspan(1), [&](const Digit& digit) {
        return digit.gap.empty() || &digit == &eleven[6];
    });
    return in_six_and_five && eleven[0].value >= '8' && passes_modulus(eleven);
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

bool is_dotted(Window window) {
    return std::ranges::any_of(window.subspan(1), [](const Digit& digit) { return digit.gap == "."; });
}

/// The year of 2026-11-26 behind another date.
bool begins_next_date(Window serial, const Digit* after) {
    if (serial.size() != 4 || !after || (after->gap != "-" && after->gap != "." && after->gap != "/")) return false;
    const int year = number(serial, 0, 4);
    return year >= 1900 && year <= 2099;
}

/// "13 06", "9 30" and "27 11": a clock time or the rest of a date; "98 76" is neither.
bool may_be_clock_or_day(Window serial) { return number(serial, 0, 2) <= 31 && number(serial, 2, 2) <= 59; }

/// "85.07.09/98.05": the end is split as its date is, behind another sign, and is neither a day nor a time; or the date is a
/// birth's, as no range of days begins.
bool is_split_as_its_date(Window date, Window serial) {
    const std::string_view border = serial[0].gap, sign = date[date.size() - 2].gap;
    if (border == sign || !std::string_view("-/+:,").contains(border) || border.size() != 1) return false;
    if (date[date.size() - 4].gap != sign) return false;        // "46 07.20, 17.30": a bus and its times
    if (sign.size() != 1 || serial[2].gap != sign || !serial[1].gap.empty() || !serial[3].gap.empty()) return false;
    const bool is_of_birth = date.size() == 6 ? number(date, 0, 2) >= 40 : number(date, 0, 2) < 20;
    return is_of_birth || !may_be_clock_or_day(serial);
}

/// Five figures as nobody writes times: "10046", "100 46", and "100.46" behind a sign.
bool is_split_as_serial(Window five) {
    if (!five[1].gap.empty() || !five[2].gap.empty() || !five[4].gap.empty()) return false;
    const std::string_view border = five[0].gap, inside = five[3].gap;
    return inside == " " || (border != " " && inside.size() == 1 && std::string_view(".-/").contains(inside));
}

/// A date with a clock time or another date behind it looks like a personal number to the arithmetic one time in ten.
bool is_dates_and_times(Window window, std::size_t serial_length, const Digit* after) {
    if (begins_next_date(window.last(serial_length), after)) return true;
    const bool is_spelled_out = std::ranges::all_of(window, [](const Digit& digit) { return !digit.gap.empty(); });
    const Window date = window.first(window.size() - serial_length);
    const Window serial = window.last(serial_length);
    const bool is_version = is_dotted(window) && serial[0].gap.empty();     // 39.0.9168.548
    if ((is_uniform(window) && !is_version) || is_spelled_out) return false;
    const bool date_split = has_gap(date.subspan(1));
    if (serial[0].gap.empty()) return true;     // a group reaches over the border: 22.11.2026-25.11.2026
    if (has_gap(serial.subspan(1))) {
        if (serial_length == 5) return !is_split_as_serial(serial);
        if (date_split && is_split_as_its_date(date, serial)) return false;
        const std::string_view inside = serial[2].gap;
        const bool in_pairs = serial[1].gap.empty() && serial[3].gap.empty();
        if (inside == " " && in_pairs) return date_split && may_be_clock_or_day(serial);
        return date_split || inside == "." || inside == ":" || inside == "-";
    }
    return date_split && after && !after->gap.empty() && after->gap == date[date.size() - 2].gap;
}

/// "16.11.2026 - 10.12.2026": the year of one date and the whole of the next.
bool is_year_and_date(Window window) {
    if (window.size() != 12 || !window[5].gap.empty() || !window[7].gap.empty()) return false;
    const std::string_view sign = window[6].gap, before = window[0].gap;
    const bool is_sign = sign.size() == 1 && std::string_view(".-/").contains(sign);
    const int year = number(window, 8, 4);
    return is_sign && before == sign && window[8].gap == sign && !window[4].gap.empty() && year >= 1900 && year <= 2099;
}

/// "16042023 15:45": the day of a year, and an hour.
bool is_day_and_hour(Window window, const Digit* after) {
    constexpr std::size_t hour = 8;
    if (window.size() != 10 || after == nullptr || (after->gap != ":" && after->gap != ".")) return false;
    if (window[hour].gap.empty()) return false;
    if (has_gap(window.subspan(1, hour - 1)) || !window[hour + 1].gap.empty()) return false;
    const int year = number(window, 4, 4);
    if (year < 1900 || year > 2099 || number(window, hour, 2) > 24) return false;
    return is_day(number(window, 0, 2), number(window, 2, 2), true);
}

bool is_personal_number(std::span<const Digit> digits, std::size_t from, std::size_t length) {
    if (from + length > digits.size()) return false;
    const Digit* after = from + length < digits.size() ? &digits[from + length] : nullptr;
    if (digits[from].gap.empty() || (after && after->gap.empty())) return false;
    const Window window = digits.subspan(from, length);
    for (const Digit& digit : window.subspan(1)) {
        if (digit.gap == "|") return false;
    }
    if (length == 11 && is_health_number(window)) return true;
    const bool valid = length == 11 ? is_norwegian(window) : is_swedish(window);
    return valid && !is_year_and_date(window) && !is_day_and_hour(window, after) &&
           !is_dates_and_times(window, length == 11 ? 5 : 4, after);
}

bool is_plain_word(char c) { return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The digits that end before `end`, at most eight, with single separators between them; "" where more digits stand before.
std::string digits_before(std::string_view plain, std::size_t end) {
    std::string digits;
    std::size_t at = end;
    while (at > 0 && digits.size() < 8) {
        const bool separated = at > 1 && std::string_view(" -./").contains(plain[at - 1]) && !digits.empty();
        if (base::is_digit(plain[at - 1])) {
            digits.insert(digits.begin(), plain[--at]);
        } else if (separated && base::is_digit(plain[at - 2])) {
            --at;
        } else {
            break;
        }
    }
    return at > 0 && is_plain_word(plain[at - 1]) ? "" : digits;
}

bool is_interim_date(std::string_view digits) {
    const auto part = [&](std::size_t from) { return (digits[from] - '0') * 10 + digits[from + 1] - '0'; };
    if (digits.size() == 8 && (part(0) < 18 || part(0) > 20)) return false;
    if (digits.size() != 6 && digits.size() != 8) return false;
    const std::size_t year = digits.size() - 6;
    const int day = part(year + 4);
    return is_day(day > 60 ? day - 60 : day, part(year + 2), part(year) % 4 == 0);
}

/// 2026-11-26 and 261126: notes speak of these years.
bool is_day_of_now(std::string_view digits) {
    const auto year = digits.size() == 8 && digits.starts_with("20") ? digits.substr(2, 2) : digits.substr(0, 2);
    return (digits.size() == 6 || digits.size() == 8) && year >= "20" && year <= "39";
}

/// A letter, three digits and an end.
bool is_interim_serial(std::string_view plain, std::size_t letter) {
    const bool is_letter = is_plain_word(plain[letter]) && !base::is_digit(plain[letter]);
    if (!is_letter || letter + 4 > plain.size()) return false;
    const bool ends = letter + 4 == plain.size() || !is_plain_word(plain[letter + 4]);
    return ends && std::ranges::all_of(plain.substr(letter + 1, 3), base::is_digit);
}

}  // namespace

bool holds_interim_number(std::string_view plain) {
    for (std::size_t letter = 6; letter < plain.size(); ++letter) {
        if (!is_interim_serial(plain, letter)) continue;
        // The authority's own letters are T, R, S, U, W, X, J, K, L, M and N; with others it may be a room behind a date.
        const bool is_usual = std::string_view("TRSUWXJKLMNtrsuwxjklmn").contains(plain[letter]);
        std::size_t end = letter;
        while (end > 0 && letter - end < 3 && std::string_view(" -+/.").contains(plain[end - 1])) --end;
        const auto date = digits_before(plain, end);
        const bool is_apart = end + 1 == letter && plain[end] == ' ';
        if (!is_usual && is_apart && is_day_of_now(date)) continue;
        if (is_interim_date(date)) return true;
        // "… 24 850312-T124": what stands before the date is no part of it.
        const auto six = end >= 6 ? plain.substr(end - 6, 6) : std::string_view();
        const bool stands_alone = end == 6 || (end > 6 && !is_plain_word(plain[end - 7]));
        if (six.size() == 6 && stands_alone && std::ranges::all_of(six, base::is_digit) && is_interim_date(six)) return true;
    }
    return false;
}

bool holds_personal_number(std::span<const Digit> digits) {
    for (std::size_t from = 0; from + 10 <= digits.size(); ++from) {
        for (const std::size_t length : {10u, 11u, 12u}) {
            if (is_personal_number(digits, from, length)) return true;
        }
    }
    return false;
}

}  // namespace digilots::personal
