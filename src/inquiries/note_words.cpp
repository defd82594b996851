// What is said of a note that holds, or may hold, something personal. It never repeats it.
#include <algorithm>
#include <array>

#include "inquiries/implementation.h"
#include "platform/personal/personal_data.h"

namespace digilots::inquiries {

namespace {

struct Refusal {
    personal::PersonalData kind;
    const char* name;
    i18n::Text text;
};

constexpr std::array<Refusal, 5> refusals{{
    {personal::PersonalData::personal_number, "personal_number",
     TEXT("The text holds something that looks like a personal number. Take it out: the log counts, it does not keep who "
          "asked.")},
    {personal::PersonalData::phone_number, "phone_number",
     TEXT("The text holds something that looks like a phone number. Take it out: the log counts, it does not keep who asked.")},
    {personal::PersonalData::card_number, "card_number",
     TEXT("The text holds something that looks like a card number. Take it out: the log counts, it does not keep who asked.")},
    {personal::PersonalData::account_number, "account_number",
     TEXT("The text holds something that looks like an account number. Take it out: the log counts, it does not keep who "
          "asked.")},
    {personal::PersonalData::email, "email",
     TEXT("The text holds something that looks like an e-mail address. Take it out: the log counts, it does not keep who "
          "asked.")},
}};

struct DoubtWords {
    personal::Doubt doubt;
    const char* code;
    i18n::Text text;
};

constexpr std::array<DoubtWords, 4> doubt_words{{
    {personal::Doubt::phone_number, "phone_number", TEXT("The text may hold a phone number. Take it out if it is one.")},
    {personal::Doubt::email, "email", TEXT("The text may hold an e-mail address. Take it out if it is one.")},
    {personal::Doubt::name, "name", TEXT("The text may hold a person’s name. Take it out if it is one.")},
    {personal::Doubt::address, "address", TEXT("The text may hold somebody’s address. Take it out if it is one.")},
}};

}  // namespace

NoteWords note_refusals(const i18n::Translator& translator) {
    NoteWords words;
    for (const auto& refusal : refusals) words.emplace_back(refusal.name, translator.t(refusal.text));
    return words;
}

NoteWords note_warnings(const i18n::Translator& translator) {
    NoteWords words;
    for (const auto& one : doubt_words) words.emplace_back(one.code, translator.t(one.text));
    return words;
}

std::string note_refusal(const personal::PersonalStretch& found, const i18n::Translator& translator) {
    const auto* refusal = std::ranges::find(refusals, found.kind, &Refusal::kind);
    return translator.t(refusal->text) + " " +
           translator.t(TEXT("It stands at characters {from} to {to}."),
                        {{"from", std::to_string(found.from)}, {"to", std::to_string(found.to)}});
}

std::vector<Warning> Inquiries::warnings(const Inquiry& inquiry, const i18n::Translator& translator) const {
    std::vector<Warning> told;
    for (const personal::Doubt doubt : personal::doubts_about(inquiry.note)) {
        const auto* words = std::ranges::find(doubt_words, doubt, &DoubtWords::doubt);
        told.push_back({"note", words->code, translator.t(words->text)});
    }
    return told;
}

}  // namespace digilots::inquiries
