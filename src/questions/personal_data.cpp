// What free text may not hold, said to whoever wrote it.
#include "platform/base/marks.h"
#include "platform/base/person_name.h"
#include "platform/base/street_address.h"
#include "platform/personal/personal_data.h"
#include "questions/registers.h"

namespace digilots::questions {

namespace {

constexpr i18n::Text personal_number =
    TEXT("There is something here that looks like a personal number. Take it out: nobody needs it for an answer.");
constexpr i18n::Text card_number =
    TEXT("There is something here that looks like a card number. Take it out: nobody needs it for an answer.");
constexpr i18n::Text account_number =
    TEXT("There is something here that looks like an account number. Take it out: nobody needs it for an answer.");

}  // namespace

i18n::Text personal_data_fault(std::string_view text, bool contact_is_meant) {
    if (base::piles_marks(text))
        return TEXT("No language has so many marks on one letter. Write it with ordinary letters.");
    using personal::PersonalData;
    switch (personal::find_personal_data(text)) {
        case PersonalData::none: return {};
        case PersonalData::personal_number:
            return personal_number;
        case PersonalData::card_number:
            return card_number;
        case PersonalData::account_number:
            return account_number;
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

std::vector<std::pair<std::string, std::string>> names_and_addresses_in(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> found;
    for (auto& name : base::person_names_in(text)) found.emplace_back("name", name);
    for (auto& address : base::street_addresses_in(text)) found.emplace_back("address", address);
    return found;
}

namespace {

i18n::Text doubt_for(ReadBy read_by, bool is_name) {
    switch (read_by) {
        case ReadBy::residents:
            return is_name ? TEXT("Residents will read it: “{words}” may be a person’s name. Take it out if it is one.")
                           : TEXT("Residents will read it: “{words}” may be somebody’s address. Take it out if it is one.");
        case ReadBy::staff:
            return is_name ? TEXT("The staff read it: “{words}” may be a person’s name.")
                           : TEXT("The staff read it: “{words}” may be somebody’s address.");
        case ReadBy::asker: break;
    }
    return is_name ? TEXT("“{words}” may be a person’s name. Take it out if it is one.")
                   : TEXT("“{words}” may be somebody’s address. Take it out if it is one.");
}

}  // namespace

std::vector<std::string> personal_doubts(std::string_view text, ReadBy read_by, const i18n::Translator& words) {
    std::vector<std::string> doubts;
    for (const auto& [kind, what] : names_and_addresses_in(text))
        doubts.push_back(words.t(doubt_for(read_by, kind == "name"), {{"words", what}}));
    return doubts;
}

WordsByKind answer_refusals(const i18n::Translator& words) {
    return {{"personal_number", words.t(personal_number)},
            {"card_number", words.t(card_number)},
            {"account_number", words.t(account_number)}};
}

WordsByKind answer_warnings(const i18n::Translator& words) {
    return {{"name", words.t(TEXT("There may be a person’s name here. Take it out if it is one."))},
            {"address", words.t(TEXT("There may be somebody’s address here. Take it out if it is one."))}};
}

}  // namespace digilots::questions
