#pragma once
// What stands above the hits: which day and hours were looked at, and which wish nothing known fulfils.
#include <string>
#include <string_view>
#include <vector>

#include "referral/hits.h"
#include "referral/intent.h"
#include "referral/ranking.h"

namespace digilots::referral {

/// Care online is the region's in Sweden, the state's in Norway: who answers about it (LOG-37).
std::string way_to_health_care(std::string_view country, const i18n::Translator& translator);

/// Translated. Nothing that was asked is passed over in silence.
std::vector<std::string> notes_of(const Intent& intent, const std::vector<Ranked>& ranked, const Catalogue& catalogue,
                                  const OpenStates& states, const HitContext& context);

}  // namespace digilots::referral
