#pragma once
// Search results with a way to refer.
#include "inquiries/desk.h"
#include "referral/referral.h"

namespace digilots::inquiries {

html::components::OpenBadge open_badge_of(const directory::OpenState& state, const html::Page& page, base::Instant now);

/// `own_place`: the place that stands in the form: nobody is referred there.
DeskHits make_hits(const referral::SearchAnswer& answer, const std::string& own_place, const html::Page& page,
                   base::Instant now);

/// Whom somebody was referred to: what there is to tell, without a way to refer there again.
DeskHit card_of(const referral::ReferralHit& hit, const html::Page& page, base::Instant now);

/// Of an e-service: where people get stuck in its form.
std::vector<StuckView> stuck_in(const FormHelp& help, std::string_view e_service, const html::Page& page);
void add_form_help(DeskHit& hit, const FormHelp& help, const html::Page& page);

/// What was typed may also be a topic: said with the number of hits.
void add_topics(DeskHits& view, std::vector<DeskTopic> topics, const html::Page& page);

/// Who answers where nothing fits, and whether somebody does now.
DeskFallback make_fallback(const referral::Fallback& fallback, const html::Page& page, base::Instant now);

}  // namespace digilots::inquiries
