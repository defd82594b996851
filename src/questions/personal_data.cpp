// What free text may not hold, said to whoever wrote it.
#include "inquiries/inquiries.h"
#include "questions/registers.h"

namespace digilots::questions {

i18n::Text personal_data_fault(std::string_view text, bool contact_is_meant) {
    using inquiries::PersonalData;
    switch (inquiries::find_personal_data(text)) {
        case PersonalData::none: return {};
        case PersonalData::personal_number:
            return TEXT("There is something here that looks like a personal number. Take it out: nobody needs it for an answer.");
        case PersonalData::card_number:
            return TEXT("There is something here that looks like a card number. Take it out: nobody needs it for an answer.");
        case PersonalData::account_number:
            return TEXT("There is something here that looks like an account number. Take it out: nobody needs it for an answer.");
        case PersonalData::email:
            if (contact_is_meant) return {};
            return TEXT("There is something here that looks like an e-mail address. Take it out: how you are reached is asked "
                        "apart, so that it can be deleted sooner.");
        case PersonalData::phone_number:
            if (contact_is_meant) return {};
            return TEXT("There is something here that looks like a phone number. Take it out: how you are reached is asked "
                        "apart, so that it can be deleted sooner.");
    }
    return {};
}

}  // namespace digilots::questions
