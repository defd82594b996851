#pragma once
// When somebody writes of danger, whom to ring comes before any hit. Phrases and numbers are data:
// data/danger_phrases.csv, data/danger_numbers.csv.
#include <optional>
#include <string_view>

#include "platform/i18n/translator.h"
#include "referral/referral.h"

namespace digilots::referral {

/// In any offered language, inflected, with slips of the finger; the gravest where several fit. "Slå på wifi" and
/// "bedrägligt enkelt" are none. Costs microseconds.
std::optional<DangerKind> danger_in(std::string_view question);

/// The words and the country's numbers in the reader's language.
Danger danger_card(DangerKind kind, std::string_view country, const i18n::Translator& translator);

}  // namespace digilots::referral
