#include "platform/personal/harmless_numbers.h"

#include <algorithm>
#include <array>

#include "platform/personal/number_words.h"

namespace digilots::personal {

namespace {

bool is_plain_number(char c) { return c >= '0' && c <= '9'; }
bool is_plain_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// The word that begins at `at`, in small letters; at most 12 of them.
std::string small_word(std::string_view plain, std::size_t at) {
    std::string word;
    while (at < plain.size() && is_plain_letter(plain[at]) && word.size() < 13) word += small(plain[at++]);
    return word;
}

/// Past a full stop, a colon and spaces.
std::size_t past_sign(std::string_view plain, std::size_t at) {
    for (int i = 0; i < 3 && at < plain.size() && std::string_view(".: ").contains(plain[at]); ++i) ++at;
    return at;
}

/// Up to where "12.12.12-1212" goes: at least two points are between digits. 0 where it is none.
std::size_t end_of_version(std::string_view plain, std::size_t begin) {
    std::size_t end = begin;
    int points = 0;
    while (end < plain.size() && (is_plain_number(plain[end]) || std::string_view(".-_").contains(plain[end]))) {
        points += plain[end] == '.' && end > begin && end + 1 < plain.size() && is_plain_number(plain[end + 1]);
        ++end;
    }
    return points >= 2 ? end : 0;
}

/// The number of two digits at `at`, standing alone; -1 where there is none.
int two_digits_at(std::string_view plain, std::size_t at) {
    if (at + 2 > plain.size() || !is_plain_number(plain[at]) || !is_plain_number(plain[at + 1])) return -1;
    if (at + 2 < plain.size() && is_plain_number(plain[at + 2])) return -1;
    return (plain[at] - '0') * 10 + plain[at + 1] - '0';
}

/// Up to where "10 11 12 13" goes: three hours or more, each later than the one before, with one sign between them.
std::size_t end_of_hours(std::string_view plain, std::size_t begin) {
    int count = 0, last = -1;
    std::size_t at = begin, end = 0;
    for (;;) {
        const int hour = two_digits_at(plain, at);
        if (hour <= last || hour > 24) return 0;
        last = hour;
        end = at + 2;
        ++count;
        at = end;
        while (at < plain.size() && at < end + 2 && std::string_view(" ,").contains(plain[at])) ++at;
        if (at == end || two_digits_at(plain, at) < 0) return count >= 3 ? end : 0;
    }
}

/// "010-123 45 67", which a personal number is never grouped like.
std::size_t end_of_service_number(std::string_view plain, std::size_t begin) {
    constexpr std::string_view shape = "010-ddd dd dd";
    if (plain.size() < begin + shape.size()) return 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const char c = plain[begin + i];
        if (shape[i] == 'd' ? !is_plain_number(c) : c != shape[i]) return 0;
    }
    const auto end = begin + shape.size();
    return end < plain.size() && is_plain_number(plain[end]) ? 0 : end;
}

/// Past "62.3908": a point, or a comma where `with_comma`, and four to seven digits behind it. 0 where there is none.
std::size_t end_of_degrees(std::string_view plain, std::size_t begin, std::size_t most_before) {
    std::size_t at = begin, point = 0;
    while (at < plain.size() && is_plain_number(plain[at])) ++at;
    if (at == begin || at - begin > most_before || at == plain.size() || plain[at] != '.') return 0;
    point = at++;
    while (at < plain.size() && is_plain_number(plain[at])) ++at;
    const auto behind = at - point - 1;
    return behind >= 4 && behind <= 8 ? at : 0;
}

/// "62.3908, 17.3069": where a place is.
std::size_t end_of_position(std::string_view plain, std::size_t begin) {
    const auto first = end_of_degrees(plain, begin, 2);
    if (first == 0) return 0;
    auto at = first;
    while (at < plain.size() && at < first + 3 && std::string_view(", ;/").contains(plain[at])) ++at;
    return at == first ? 0 : end_of_degrees(plain, at, 3);
}

/// "05 11 19 23 30 32 34": six numbers of two digits or more, each greater than the one before, with one sign between them.
std::size_t end_of_growing_row(std::string_view plain, std::size_t begin) {
    int count = 0, last = -1;
    const auto gap = begin + 2 < plain.size() ? plain[begin + 2] : '\0';
    if (!std::string_view(" ,-;").contains(gap)) return 0;
    for (std::size_t at = begin;;) {
        const int value = two_digits_at(plain, at);
        if (value <= last) return 0;
        last = value;
        ++count;
        const auto end = at + 2;
        at = end < plain.size() && plain[end] == gap ? end + 1 : end;
        if (at > end && gap != ' ' && at < plain.size() && plain[at] == ' ') ++at;
        if (at == end || two_digits_at(plain, at) < 0) return count >= 6 ? end : 0;
    }
}

/// Past digits, and single hyphens and spaces between them, at most `most` of the digits.
std::size_t end_of_digits(std::string_view plain, std::size_t at, std::size_t most) {
    std::size_t end = at;
    for (std::size_t count = 0; at < plain.size() && count < most; ++at) {
        if (is_plain_number(plain[at])) {
            ++count;
            end = at + 1;
        } else if (at != end || (plain[at] != '-' && plain[at] != ' ')) {
            break;
        }
    }
    return end;
}

/// "978-91-7000-123-4": with its check digit.
std::size_t end_of_isbn(std::string_view plain, std::size_t begin) {
    const auto first = plain.substr(begin, 3);
    if (first != "978" && first != "979") return 0;
    constexpr std::size_t length = 13;
    const auto end = end_of_digits(plain, begin, length);
    std::size_t count = 0;
    int sum = 0;
    for (const char c : plain.substr(begin, end - begin))
        if (is_plain_number(c)) sum += (c - '0') * (count++ % 2 == 0 ? 1 : 3);
    const bool ends = end == plain.size() || !is_plain_number(plain[end]);
    return ends && count == length && sum % 10 == 0 ? end : 0;
}

/// "ISBN 91-7000-123-4", "ISBN-10: 0306406152"
std::size_t end_of_named_isbn(std::string_view plain, std::size_t at) {
    if (at < plain.size() && plain[at] == '-') ++at;
    const auto length = plain.substr(at, 2);
    if (length == "10" || length == "13") at += 2;
    return end_of_digits(plain, past_sign(plain, at), 13);
}

/// "kollinr 8503121234": all of it together, behind the word for a thing that has such numbers.
std::size_t end_of_goods(std::string_view plain, std::size_t begin) {
    constexpr std::size_t shortest = 8;
    std::size_t end = begin;
    while (end < plain.size() && is_plain_number(plain[end])) ++end;
    const bool is_behind_sign = end + 1 < plain.size() && std::string_view(" -+./").contains(plain[end]);
    const bool goes_on = is_behind_sign && is_plain_number(plain[end + 1]);
    return end - begin >= shortest && !goes_on && names_goods(plain, begin) ? end : 0;
}

std::size_t end_of_harmless(std::string_view plain, std::size_t at) {
    constexpr std::array<std::string_view, 9> version_words{"version", "versionen", "versjon", "versjonen", "build",
                                                            "firmware", "ver", "v", "programvara"};
    if (is_plain_number(plain[at]))
        return std::max({end_of_service_number(plain, at), end_of_position(plain, at), end_of_growing_row(plain, at),
                         end_of_isbn(plain, at), end_of_goods(plain, at)});
    const auto word = small_word(plain, at);
    const auto number = past_sign(plain, at + word.size());
    if (std::ranges::find(version_words, word) != version_words.end()) return end_of_version(plain, number);
    if (word == "isbn") return end_of_named_isbn(plain, at + word.size());
    const bool is_clock = word == "kl" || word == "klockan" || word == "klokka" || word == "klokken";
    return is_clock ? end_of_hours(plain, number) : 0;
}

}  // namespace

std::string without_harmless_numbers(std::string_view plain) {
    std::string kept(plain);
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const bool inside = at > 0 && (is_plain_letter(plain[at - 1]) || is_plain_number(plain[at - 1]));
        const bool begins = !inside && (is_plain_letter(plain[at]) || is_plain_number(plain[at]));
        const std::size_t end = begins ? end_of_harmless(plain, at) : 0;
        for (std::size_t digit = at; digit < end; ++digit) {
            if (is_plain_number(plain[digit])) kept[digit] = '#';
        }
    }
    return kept;
}

}  // namespace digilots::personal
