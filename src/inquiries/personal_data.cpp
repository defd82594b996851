#include "inquiries/account_number.h"
#include "inquiries/email_address.h"
#include "inquiries/inquiries.h"
#include "inquiries/personal_number.h"
#include "inquiries/phone_number.h"
#include "inquiries/person_name.h"
#include "platform/base/plain.h"

namespace digilots::inquiries {

PersonalData find_personal_data(std::string_view text) {
    const std::string plain = base::plain(text);
    const std::vector<Digit> digits = digits_of(plain);
    if (holds_personal_number(digits) || holds_interim_number(plain)) return PersonalData::personal_number;
    if (holds_card_number(digits)) return PersonalData::card_number;
    if (holds_iban(plain)) return PersonalData::account_number;
    if (holds_email(plain)) return PersonalData::email;
    if (find_phone_number(plain, digits) == PhoneSign::certain) return PersonalData::phone_number;
    return PersonalData::none;
}

std::vector<Doubt> doubts_about(std::string_view text) {
    std::vector<Doubt> doubts;
    const std::string plain = base::plain(text);
    if (find_phone_number(plain, digits_of(plain)) == PhoneSign::maybe) doubts.push_back(Doubt::phone_number);
    if (holds_person_name(text)) doubts.push_back(Doubt::name);
    return doubts;
}

}  // namespace digilots::inquiries
