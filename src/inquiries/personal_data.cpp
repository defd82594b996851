#include "inquiries/inquiries.h"
#include "inquiries/personal_number.h"
#include "inquiries/phone_number.h"
#include "inquiries/plain_note.h"

namespace digilots::inquiries {

namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Past the spaces that people put around the @; at most two.
std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (int i = 0; i < 2 && at < text.size() && text[at] == ' '; ++i) ++at;
    return at;
}

/// "example.se", "xn--…", "[192.0.2.1]" at the beginning of `text`.
bool begins_with_domain(std::string_view text) {
    if (text.size() > 1 && text[0] == '[' && is_word(text[1])) return true;
    std::size_t at = 0;
    bool dotted = false;
    while (at < text.size() && is_word(text[at])) {
        const std::size_t begin = at;
        while (at < text.size() && (is_word(text[at]) || text[at] == '-' || text[at] == '_')) ++at;
        if (dotted && at - begin >= 2 && is_letter(text[begin])) return true;
        if (at == text.size() || text[at] != '.') return false;
        dotted = true;
        ++at;
    }
    return false;
}

bool holds_email(std::string_view plain) {
    constexpr std::string_view local = "!#$%&'*+-/=?^_`{|}~.\"";
    for (std::size_t at = plain.find('@'); at != std::string_view::npos; at = plain.find('@', at + 1)) {
        std::size_t before = at;
        for (int i = 0; i < 2 && before > 0 && plain[before - 1] == ' '; ++i) --before;
        if (before == 0 || !(is_word(plain[before - 1]) || local.contains(plain[before - 1]))) continue;
        if (begins_with_domain(plain.substr(skip_spaces(plain, at + 1)))) return true;
    }
    return false;
}

}  // namespace

PersonalData find_personal_data(std::string_view text) {
    const std::string plain = plain_note(text);
    const std::vector<Digit> digits = digits_of(plain);
    if (holds_personal_number(digits)) return PersonalData::personal_number;
    if (holds_email(plain)) return PersonalData::email;
    if (holds_phone_number(plain, digits)) return PersonalData::phone_number;
    return PersonalData::none;
}

}  // namespace digilots::inquiries
