#pragma once
// From ranked entries to what pages and the API show: address, phone, limits, freshness; and the desk behind everything.
#include "referral/ranking.h"
#include "referral/referral.h"

namespace digilots::referral {

ReferralHit make_hit(const Ranked& ranked, const http::Tenant& tenant, const directory::Snapshot& snapshot,
                     const i18n::Translator& translator);
/// The setting's desk, else the proposed one, else any municipal place, else the municipality itself.
Fallback make_fallback(const http::Tenant& tenant, const directory::Snapshot& snapshot, const i18n::Translator& translator,
                       const OpenStates& open_state);

}  // namespace digilots::referral
