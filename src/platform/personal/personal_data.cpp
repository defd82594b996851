#include "platform/personal/account_number.h"
#include "platform/personal/email_address.h"
#include "platform/personal/harmless_numbers.h"
#include "platform/personal/personal_data.h"
#include "platform/personal/named_number.h"
#include "platform/personal/personal_number.h"
#include "platform/personal/phone_number.h"
#include "platform/personal/readings.h"
#include "platform/personal/spelled_phone.h"
#include "platform/personal/told_birth.h"
#include "platform/base/digits.h"
#include "platform/base/person_name.h"
#include "platform/base/plain.h"
#include "platform/base/street_address.h"

namespace digilots::personal {

namespace {

bool is_any_personal_number(std::string_view plain, std::span<const Digit> digits) {
    return holds_personal_number(digits) || holds_interim_number(plain) || holds_spelled_birth_number(digits) ||
           names_personal_number(plain, digits);
}

PersonalData find_as_written(std::string_view plain) {
    const std::vector<Digit> digits = digits_of(plain);
    if (is_any_personal_number(plain, digits)) return PersonalData::personal_number;
    if (holds_card_number(plain, digits) || names_card_number(plain, digits)) return PersonalData::card_number;
    if (holds_iban(plain) || holds_norwegian_account(plain, digits) || names_account_number(plain, digits))
        return PersonalData::account_number;
    if (holds_email(plain)) return PersonalData::email;
    if (find_phone_number(plain, digits) == PhoneSign::certain) return PersonalData::phone_number;
    return PersonalData::none;
}

/// With letters and words in place of figures, and signs and words between them.
PersonalData find_as_meant(std::string_view plain) {
    const std::string lettered = with_letters_as_figures(plain);
    const std::string worded = without_harmless_numbers(with_words_as_figures(lettered));
    const std::string joined = with_signs_as_hyphens(worded);
    const std::vector<Digit> digits = digits_of(worded), joined_digits = digits_of(joined);
    const bool is_birth = holds_told_birth(lettered) || (worded != lettered && holds_told_birth(worded));
    if (is_birth || is_any_personal_number(worded, digits) || is_any_personal_number(joined, joined_digits))
        return PersonalData::personal_number;
    if (holds_card_number(worded, digits) || holds_card_number(joined, joined_digits)) return PersonalData::card_number;
    const bool is_phone = find_phone_number(worded, digits) == PhoneSign::certain || is_spread_phone(joined, joined_digits);
    return is_phone ? PersonalData::phone_number : PersonalData::none;
}

/// With numbers that go on over the end of a line.
PersonalData find_over_lines(std::string_view plain) {
    const std::string lined = with_lines_as_spaces(plain);
    if (lined == plain) return PersonalData::none;
    const std::vector<Digit> digits = digits_of(lined);
    if (is_any_personal_number(lined, digits)) return PersonalData::personal_number;
    if (holds_card_number(lined, digits) || names_card_number(lined, digits)) return PersonalData::card_number;
    if (holds_norwegian_account(lined, digits) || names_account_number(lined, digits)) return PersonalData::account_number;
    return is_phone_over_lines(lined, digits) ? PersonalData::phone_number : PersonalData::none;
}

/// A text by its characters; a broken byte is one of its own.
class Characters {
public:
    explicit Characters(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if ((text[at] & 0xC0) != 0x80 || at == 0) begins_.push_back(at);
    }
    std::size_t count() const { return begins_.size(); }
    std::string_view part(std::size_t from, std::size_t to) const {
        return text_.substr(byte_of(from), byte_of(to) - byte_of(from));
    }
    /// Between two characters that are not of one word or number.
    bool parts_words(std::size_t at) const { return !(is_of_word(at - 1) && is_of_word(at)); }
    /// "070-123 45" would do, and " 67" belongs to it.
    bool has_more_figures(std::size_t at) const {
        const bool begins = at > 0 && at + 2 < count() && is_figure(at - 1) && std::string_view(" -.").contains(first(at));
        return begins && is_figure(at + 1) && is_figure(at + 2) && (at + 3 == count() || !is_of_word(at + 3));
    }

private:
    std::size_t byte_of(std::size_t character) const { return character < count() ? begins_[character] : text_.size(); }
    char first(std::size_t character) const { return text_[begins_[character]]; }
    bool is_figure(std::size_t character) const { return base::is_digit(first(character)); }
    bool is_of_word(std::size_t character) const {
        const char c = first(character);
        // Letters of other alphabets; spaces and signs beside ASCII are read as what they stand for.
        const auto plain = (c & 0x80) == 0 ? std::string(1, c) : base::plain(part(character, character + 1));
        return plain.size() == 1 && (base::is_digit(plain[0]) || (plain[0] >= 'a' && plain[0] <= 'z') ||
                                     (plain[0] >= 'A' && plain[0] <= 'Z'));
    }

    std::string_view text_;
    std::vector<std::size_t> begins_;
};

}  // namespace

PersonalData find_personal_data(std::string_view text) {
    const std::string plain = without_harmless_numbers(base::plain(text));
    auto found = find_as_written(plain);
    if (found == PersonalData::none) found = find_as_meant(plain);
    return found == PersonalData::none ? find_over_lines(plain) : found;
}

std::vector<Doubt> doubts_about(std::string_view text) {
    std::vector<Doubt> doubts;
    const std::string plain = without_harmless_numbers(base::plain(text));
    if (find_phone_number(plain, digits_of(plain)) == PhoneSign::maybe || holds_spelled_phone(plain))
        doubts.push_back(Doubt::phone_number);
    if (!holds_email(plain) && holds_cut_email(plain)) doubts.push_back(Doubt::email);
    if (base::holds_person_name(text)) doubts.push_back(Doubt::name);
    if (base::holds_street_address(text)) doubts.push_back(Doubt::address);
    return doubts;
}

std::optional<PersonalStretch> locate_personal_data(std::string_view text) {
    const auto kind = find_personal_data(text);
    if (kind == PersonalData::none) return std::nullopt;
    const Characters all(text);
    const auto holds = [&](std::size_t from, std::size_t to) { return find_personal_data(all.part(from, to)) == kind; };
    std::size_t to = 1;
    while (to < all.count() && !(all.parts_words(to) && holds(0, to))) ++to;
    std::size_t from = to - 1;
    while (from > 0 && !(all.parts_words(from) && holds(from, to))) --from;
    while (all.has_more_figures(to)) to += 3;
    return PersonalStretch{kind, from + 1, to};
}

}  // namespace digilots::personal
