#include "platform/base/phone.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "platform/base/digits.h"
#include "platform/base/plain.h"
#include "platform/base/text.h"

namespace digilots::base {

namespace {

std::string digits_in(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
}

/// Spaces in a row are one; "tel:" before the number is no part of it.
std::string tidy(std::string_view text) {
    std::string tidied;
    for (const char letter : plain(text)) {
        const char shown = letter == '\n' || letter == '\t' ? ' ' : letter;
        if (shown != ' ' || !tidied.ends_with(' ')) tidied += shown;
    }
    if (lower(tidied.substr(0, 4)) == "tel:") tidied.erase(0, 4);
    return std::string(trim(tidied));
}

struct Parts {
    std::string_view number;
    std::string extension;  // "" where none
};

/// ", ankn. nr:" → "ankn": one word, without what stands around it.
std::string extension_word(std::string_view between) {
    constexpr std::string_view around = " .,:;=";
    const auto without = [&](std::string_view text) {
        const auto first = text.find_first_not_of(around);
        return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(around) - first + 1);
    };
    auto word = without(between);
    if (word.ends_with(" nr") || word.ends_with(" no")) word.remove_suffix(3);
    return lower(without(word));
}

/// Nothing where letters stand in it that begin no extension.
std::optional<Parts> parts_of(std::string_view text) {
    constexpr std::array<std::string_view, 16> words{
        "ext",    "extn",   "extension", "x",        "#",           "ank",   "ankn", "anknytn", "anknytning",
        "int",    "intern", "internnr",  "internnummer", "linje",   "linjenr", "lokal"};
    const auto is_of_number = [](char letter) {
        return is_digit(letter) || std::string_view(" +-()./").contains(letter);
    };
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_of_number) - text.begin());
    if (end == text.size()) return Parts{text, ""};
    const auto first = std::ranges::find_if(text.substr(end), is_digit);
    const auto word = extension_word(text.substr(end, static_cast<std::size_t>(first - text.begin()) - end));
    auto extension = text.substr(static_cast<std::size_t>(first - text.begin()));
    if (extension.ends_with(')')) extension.remove_suffix(1);
    const bool is_extension = std::ranges::find(words, word) != words.end() && !extension.empty() &&
                              extension.size() <= 7 && std::ranges::all_of(extension, is_digit);
    if (!is_extension) return std::nullopt;
    return Parts{trim(text.substr(0, end)), std::string(extension)};
}

/// The zero that is dialled inside the country alone. No Swedish number begins with one; Norway's have eight
/// digits.
std::string without_trunk_zero(std::string digits, std::string_view code) {
    if (code == "46") digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (code == "47" && digits.size() == 9 && digits.starts_with('0')) digits.erase(0, 1);
    return digits;
}

/// "+" or "00" and a country code; nothing where there is none.
std::optional<std::string> international(std::string_view number) {
    std::string digits = digits_in(number);
    const bool has_plus = number.contains('+');
    if (!has_plus && !(digits.starts_with("00") && digits.size() >= 9)) return std::nullopt;
    if (!has_plus) digits.erase(0, 2);
    for (const std::string_view code : {"46", "47"}) {
        if (!digits.starts_with(code)) continue;
        return "+" + std::string(code) + without_trunk_zero(digits.substr(2), code);
    }
    // Elsewhere "(0)" says itself that it is left out, except in Italy.
    const auto bracket = number.find("(0)");
    if (bracket != std::string_view::npos && !digits.starts_with("39")) {
        const auto before = digits_in(number.substr(0, bracket)).size() - (has_plus ? 0 : 2);
        if (before < digits.size()) digits.erase(before, 1);
    }
    return "+" + digits;
}

std::string national(std::string digits, std::string_view country) {
    if (country == "SE" && digits.starts_with('0') && digits.size() >= 7 && digits.size() <= 11)
        return "+46" + digits.substr(1);
    const bool is_norwegian = digits.size() == 8 && digits[0] >= '2' && digits[0] <= '9';
    return country == "NO" && is_norwegian ? "+47" + digits : digits;
}

/// A digit too few or too many: mobile numbers of Sweden and Norway have one length, known by how they begin.
bool is_mobile_of_wrong_length(std::string_view dialled, std::string_view country) {
    const auto begins = [](std::string_view digits, std::string_view firsts) {
        return !digits.empty() && firsts.contains(digits.front());
    };
    if (country == "SE" && dialled.starts_with("07")) dialled.remove_prefix(1);
    else if (dialled.starts_with("+46")) dialled.remove_prefix(3);
    else if (dialled.starts_with("+47")) return begins(dialled.substr(3), "49") && dialled.size() != 11;
    else return country == "NO" && begins(dialled, "49") && (dialled.size() == 6 || dialled.size() == 7 || dialled.size() == 9);
    const bool is_mobile = dialled.starts_with('7') && begins(dialled.substr(1), "02369");
    return is_mobile && dialled.size() >= 5 && dialled.size() != 9;
}

bool has_plus_inside(std::string_view number) {
    const auto plus = number.rfind('+');
    return plus != std::string_view::npos &&
           number.substr(0, plus).find_first_not_of("( ") != std::string_view::npos;
}

}  // namespace

std::optional<PhoneNumber> read_phone(std::string_view text, std::string_view country) {
    PhoneNumber read;
    read.written = tidy(text);
    const auto parts = parts_of(read.written);
    if (!parts || has_plus_inside(parts->number)) return std::nullopt;
    read.dialled = international(parts->number).value_or("");
    if (read.dialled.empty()) read.dialled = national(digits_in(parts->number), country);
    const auto size = digits_in(read.dialled).size();
    if (size < 3 || size > 15 || is_mobile_of_wrong_length(read.dialled, country)) return std::nullopt;
    if (!parts->extension.empty()) read.dialled += ";ext=" + parts->extension;
    return read;
}

std::optional<PhoneNumber> read_persons_phone(std::string_view text, std::string_view country) {
    constexpr std::size_t fewest_digits = 7;
    auto read = read_phone(text, country);
    const auto number = read ? std::string_view(read->dialled).substr(0, read->dialled.find(';')) : std::string_view();
    return digits_in(number).size() < fewest_digits ? std::nullopt : read;
}

std::string_view country_of_zone(std::string_view zone) {
    if (zone == "Europe/Stockholm") return "SE";
    return zone == "Europe/Oslo" || zone == "Arctic/Longyearbyen" ? "NO" : "";
}

}  // namespace digilots::base
