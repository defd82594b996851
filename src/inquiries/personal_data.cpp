#include "inquiries/account_number.h"
#include "inquiries/email_address.h"
#include "inquiries/harmless_numbers.h"
#include "inquiries/inquiries.h"
#include "inquiries/named_number.h"
#include "inquiries/personal_number.h"
#include "inquiries/phone_number.h"
#include "inquiries/person_name.h"
#include "platform/base/plain.h"

namespace digilots::inquiries {

namespace {

bool is_any_personal_number(std::string_view plain, std::span<const Digit> digits) {
    return holds_personal_number(digits) || holds_interim_number(plain) || holds_spelled_birth_number(digits) ||
           names_personal_number(plain, digits);
}

}  // namespace

PersonalData find_personal_data(std::string_view text) {
    const std::string plain = without_harmless_numbers(base::plain(text));
    const std::vector<Digit> digits = digits_of(plain);
    if (is_any_personal_number(plain, digits)) return PersonalData::personal_number;
    if (holds_card_number(digits) || names_card_number(plain, digits)) return PersonalData::card_number;
    if (holds_iban(plain) || names_account_number(plain, digits)) return PersonalData::account_number;
    if (holds_email(plain)) return PersonalData::email;
    if (find_phone_number(plain, digits) == PhoneSign::certain) return PersonalData::phone_number;
    return PersonalData::none;
}

std::vector<Doubt> doubts_about(std::string_view text) {
    std::vector<Doubt> doubts;
    const std::string plain = without_harmless_numbers(base::plain(text));
    if (find_phone_number(plain, digits_of(plain)) == PhoneSign::maybe) doubts.push_back(Doubt::phone_number);
    if (holds_person_name(text)) doubts.push_back(Doubt::name);
    return doubts;
}

}  // namespace digilots::inquiries
