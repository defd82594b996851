#pragma once
// The reasons of a hit in words: "Hjälper till att fylla i blanketter", "Matchar \"bygglov\"", "Öppet på kvällar".
#include <string>
#include <vector>

#include "referral/ranking.h"

namespace digilots::referral {

/// Never empty: one or two reasons. `at_stop`: the words for a stop that was asked for.
std::string why_text(const Ranked& hit, const i18n::Translator& translator, const std::string& at_stop = "");

}  // namespace digilots::referral
