#pragma once
// What stands above the hits: which day and hours were looked at, and which wish nothing known fulfils.
#include <string>
#include <vector>

#include "referral/hits.h"
#include "referral/intent.h"
#include "referral/ranking.h"

namespace digilots::referral {

/// Translated. Nothing that was asked is passed over in silence.
std::vector<std::string> notes_of(const Intent& intent, const std::vector<Ranked>& ranked, const Catalogue& catalogue,
                                  const OpenStates& states, const HitContext& context);

}  // namespace digilots::referral
