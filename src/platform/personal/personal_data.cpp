#include "platform/personal/personal_data.h"

#include <algorithm>
#include <string>
#include <vector>

#include "platform/base/digits.h"
#include "platform/base/person_name.h"
#include "platform/base/plain.h"
#include "platform/base/street_address.h"
#include "platform/base/text.h"
#include "platform/personal/account_number.h"
#include "platform/personal/email_address.h"
#include "platform/personal/harmless_numbers.h"
#include "platform/personal/named_number.h"
#include "platform/personal/number_spelling.h"
#include "platform/personal/passport_number.h"
#include "platform/personal/personal_number.h"
#include "platform/personal/phone_number.h"
#include "platform/personal/readings.h"
#include "platform/personal/spelled_phone.h"
#include "platform/personal/told_birth.h"

namespace digilots::personal {

namespace {

bool is_any_personal_number(std::string_view plain, std::span<const Digit> digits) {
    return holds_personal_number(digits) || holds_interim_number(plain) || holds_spelled_birth_number(digits) ||
           names_personal_number(plain, digits) || names_passport_number(plain);
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

/// With letters and words in place of figures, and signs and words between them. What is as it is written has been looked at.
PersonalData find_as_meant(std::string_view plain) {
    const std::string lettered = with_letters_as_figures(plain);
    const std::string worded = without_harmless_numbers(with_words_as_figures(lettered));
    if (holds_told_birth(lettered) || (worded != lettered && holds_told_birth(worded))) return PersonalData::personal_number;
    const std::string joined = with_signs_as_hyphens(worded);
    const bool is_other = worded != plain, is_joined = joined != worded;
    const auto digits = is_other ? digits_of(worded) : std::vector<Digit>{};
    const auto joined_digits = is_joined ? digits_of(joined) : std::vector<Digit>{};
    if (is_other && is_any_personal_number(worded, digits)) return PersonalData::personal_number;
    if (is_joined && is_any_personal_number(joined, joined_digits)) return PersonalData::personal_number;
    if (is_other && holds_card_number(worded, digits)) return PersonalData::card_number;
    if (is_joined && holds_card_number(joined, joined_digits)) return PersonalData::card_number;
    const bool is_phone = (is_other && find_phone_number(worded, digits) == PhoneSign::certain) ||
                          (is_joined && is_spread_phone(joined, joined_digits));
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

    bool is_of_word(std::size_t character) const {
        const auto plain = plain_at(character);
        return plain.size() == 1 && (base::is_digit(plain[0]) || (plain[0] >= 'a' && plain[0] <= 'z') ||
                                     (plain[0] >= 'A' && plain[0] <= 'Z'));
    }
    bool is_of_address(std::size_t character) const { return is_of_word(character) || is_between(character); }
    bool is_between(std::size_t character) const { return std::string_view("._-+").contains(first(character)); }
    bool begins_number(std::size_t character) const { return std::string_view("+(").contains(first(character)); }
    /// A word that stands for no figure: it says what the number beside it is.
    bool is_mere_word(std::size_t from, std::size_t to) const {
        std::string word;
        for (auto at = from; at < to; ++at) word += base::lower(plain_at(at));
        return word.size() > 1 && std::ranges::none_of(word, base::is_digit) && figures_of_word(word).empty() &&
               day_of_ordinal(word).empty() && month_of(word) == 0;
    }
    bool has_figures(std::size_t from, std::size_t to) const {
        for (auto at = from; at < to; ++at)
            if (const auto plain = plain_at(at); plain.size() == 1 && base::is_digit(plain[0])) return true;
        return false;
    }

private:
    std::size_t byte_of(std::size_t character) const { return character < count() ? begins_[character] : text_.size(); }
    char first(std::size_t character) const { return text_[begins_[character]]; }
    bool is_figure(std::size_t character) const { return base::is_digit(first(character)); }
    /// Letters of other alphabets; spaces and signs beside ASCII are read as what they stand for.
    std::string plain_at(std::size_t character) const {
        const char c = first(character);
        return (c & 0x80) == 0 ? std::string(1, c) : base::plain(part(character, character + 1));
    }

    std::string_view text_;
    std::vector<std::size_t> begins_;
};

/// "berg@gmail" → "anna.berg@gmail.com". From the first character to the one behind the last, as below.
PersonalStretch whole_address(const Characters& all, PersonalStretch found) {
    while (found.from > 0 && all.is_of_address(found.from - 1)) --found.from;
    while (found.to < all.count() && all.is_of_address(found.to)) ++found.to;
    while (found.from + 1 < found.to && all.is_between(found.from)) ++found.from;
    while (found.to > found.from + 1 && all.is_between(found.to - 1)) --found.to;
    return found;
}

/// "ring 47901234" → "47901234": without the words around that say what it is.
PersonalStretch number_alone(const Characters& all, PersonalStretch found) {
    auto& [kind, from, to] = found;
    while (!all.begins_number(from)) {
        auto end = from;
        while (end < to && all.is_of_word(end)) ++end;
        const bool is_word = end > from;
        if ((is_word && !all.is_mere_word(from, end)) || !all.has_figures(end, to)) break;
        from = is_word ? end : from + 1;
    }
    while (true) {
        auto begin = to;
        while (begin > from && all.is_of_word(begin - 1)) --begin;
        const bool is_word = begin < to;
        if ((is_word && !all.is_mere_word(begin, to)) || !all.has_figures(from, begin)) break;
        to = is_word ? begin : to - 1;
    }
    return found;
}

}  // namespace

PersonalData find_personal_data(std::string_view text) {
    const std::string plain = without_harmless_numbers(base::plain(text));
    auto found = find_as_written(plain);
    if (found == PersonalData::none) found = find_as_meant(plain);
    return found == PersonalData::none ? find_over_lines(plain) : found;
}

PersonalData find_kept_number(std::string_view text) {
    using enum PersonalData;
    const std::string plain = without_harmless_numbers(base::plain(text));
    for (const auto find : {find_as_written, find_as_meant, find_over_lines})
        if (const auto found = find(plain); found != none && found != email && found != phone_number) return found;
    return none;
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
    const PersonalStretch found{kind, from, to};
    const auto whole = kind == PersonalData::email ? whole_address(all, found) : number_alone(all, found);
    return PersonalStretch{kind, whole.from + 1, whole.to};
}

}  // namespace digilots::personal
