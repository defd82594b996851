#pragma once
// Search results with a way to refer.
#include "inquiries/desk.h"
#include "referral/referral.h"

namespace digilots::inquiries {

DeskHits make_hits(const referral::SearchAnswer& answer, const html::Page& page, base::Instant now);

}  // namespace digilots::inquiries
