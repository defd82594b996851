#include "platform/register/free_text.h"

#include "platform/base/lists.h"
#include "platform/base/person_name.h"
#include "platform/personal/personal_data.h"
#include "platform/personal/persons_own.h"

namespace digilots::register_ {

namespace {

constexpr i18n::Text number_inside =
    TEXT("There is something here that looks like a number of a person, a card or an account. Take it out.");
constexpr i18n::Text person_inside = TEXT("Remove the number or address: nothing here tells of a person.");
constexpr i18n::Text name_inside = TEXT("“{words}” may be a person’s name. Take it out if it is one.");
constexpr i18n::Text email_inside = TEXT("“{words}” may be a person’s own e-mail address. Write that of the function.");
constexpr i18n::Text mobile_inside = TEXT("“{words}” may be a person’s own mobile phone. Write the number of the function.");
constexpr i18n::Text spelled_email_inside = TEXT("There may be a person’s own e-mail address here. Write that of the function.");

bool is_said(const Problems& problems, std::string_view input) {
    return base::find_in(problems, input, &Problem::input) != nullptr;
}

/// As residents find it: "anna at gmail dot com", with no address that is written as one.
bool holds_spelled_email(std::string text) {
    for (auto at = text.find('@'); at != text.npos; at = text.find('@')) {
        const auto from = text.find_last_of(" \n", at), to = text.find_first_of(" \n", at);
        const auto begin = from == text.npos ? 0 : from;
        text.replace(begin, (to == text.npos ? text.size() : to) - begin, ";");
    }
    return personal::find_personal_data(text) == personal::PersonalData::email;
}

void doubt_text(const FreeText& free, const Surroundings& around, Problems& doubts) {
    const bool is_name_said = is_said(doubts, free.input);
    const auto add = [&](i18n::Text text, const std::string& words) {
        doubts.push_back({.input = free.input, .in_words = around.words->t(text, {{"words", words}})});
    };
    if (!is_name_said)
        for (const auto& name : base::person_names_in(free.text)) add(name_inside, name);
    const auto emails = personal::emails_of_persons_in(free.text);
    for (const auto& email : emails) add(email_inside, email);
    if (emails.empty() && holds_spelled_email(free.text)) doubts.push_back({free.input, spelled_email_inside});
    for (const auto& phone : personal::mobiles_in(free.text, around.country)) add(mobile_inside, phone);
}

std::vector<FreeText> texts_before(const Field& field, const Record* before) {
    return before == nullptr ? std::vector<FreeText>{} : field.type->free_texts(field, *before);
}

}  // namespace

void check_rules(const Register& declaration, const Record* before, const Checked& checked, Problems& problems) {
    if (declaration.rules) declaration.rules(checked, problems);
    check_free_texts(declaration, before, checked.record, problems);
}

void check_free_texts(const Register& declaration, const Record* before, const Record& record, Problems& problems) {
    for (const auto& field : declaration.fields) {
        const auto stood = texts_before(field, before);
        for (auto& free : field.type->free_texts(field, record)) {
            if (free.text.empty() || base::holds(stood, free) || is_said(problems, free.input)) continue;
            if (personal::find_kept_number(free.text) != personal::PersonalData::none)
                problems.push_back({std::move(free.input), number_inside});
        }
    }
}

void check_no_person(const Checked& checked, std::initializer_list<const char*> fields, Problems& problems) {
    for (const auto* field : fields)
        if (personal::find_personal_data(checked.record.text(field)) != personal::PersonalData::none)
            problems.push_back({field, person_inside});
}

void doubt_free_texts(const Register& declaration, const Checked& checked, Problems& doubts) {
    for (const auto& field : declaration.fields) {
        if (!field.is_asked_about) continue;
        for (const auto& free : field.type->free_texts(field, checked.record))
            if (!free.text.empty()) doubt_text(free, checked.around, doubts);
    }
}

std::vector<std::string> doubts_of_text(std::string_view text, const Surroundings& around) {
    Problems doubts;
    doubt_text({.input = "", .text = std::string(text)}, around, doubts);
    std::vector<std::string> sentences;
    for (const auto& doubt : doubts) base::add_once(sentences, doubt.words(*around.words));
    return sentences;
}

}  // namespace digilots::register_
