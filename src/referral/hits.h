#pragma once
// From ranked entries to what pages and the API show: address, phone, limits, freshness; and the desk behind everything.
#include "referral/ranking.h"
#include "referral/referral.h"

namespace digilots::referral {

/// Where, when and for whom hits are made.
struct HitContext {
    const http::Tenant& tenant;
    const directory::Snapshot& snapshot;
    const directory::Directory& directory;
    const i18n::Translator& translator;
    base::Instant now;
    directory::Audience audience = directory::Audience::residents;
};

ReferralHit make_hit(const Ranked& ranked, const HitContext& context);
/// The municipality's desk (directory), else the municipality itself.
Fallback make_fallback(const HitContext& context);

}  // namespace digilots::referral
