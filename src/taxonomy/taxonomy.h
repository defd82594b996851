#pragma once
// Shared, versioned code lists (HSDS: taxonomy terms): topics, channels, place kinds, aids, barriers …
// Municipalities add terms that map to a shared one; shared terms are never removed.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"

namespace digilots::taxonomy {

enum class List {
    topic,          // what the question is about, two levels
    channel,        // visit, phone, e-mail …
    place_kind,     // library, digidelcenter, municipal_service_centre … (the keys of the mapping)
    aid,            // computer, printer, scanner, wifi, tablet …
    support,        // what a place does: form_filling, tutoring … (the mapping's support codes)
    limitation,     // what it does not: no_printing, own_questions_only …
    support_given,  // level of help in an inquiry: information, referral, guidance, coaching, done_together …
    outcome,        // solved (at first contact), referred, booked, not_solved …
    barrier,        // no_device, no_e_id, language …
    body,           // whose question it is: municipality, forsakringskassan, skatteverket, bank, region …
    language,       // of the conversation
    age_band,
    gender,         // women, men, girls, boys, not_stated
    activity_kind
};

struct Term {
    std::string key;                    // stable public id
    i18n::Text label;
    std::string parent;                 // "" for the first level
    std::vector<std::string> words;     // what people say for it, Swedish and Norwegian, inflected where stems differ
    bool sensitive = false;             // bank, social services …: pages show the helper's rules (PRV-02)
    std::vector<std::string> supports;  // topics: support keys and aids that answer it ("print" → "printer")
};

std::string_view version();             // "2026.1", goes with every statistic
std::span<const Term> terms(List list);
const Term* find(List list, std::string_view key);
/// "topic" → List::topic.
std::optional<List> list_named(std::string_view name);
std::string_view name_of(List list);
/// The translated label, or the key itself where the term is unknown.
std::string label(List list, std::string_view key, const i18n::Translator& translator);

}  // namespace digilots::taxonomy
