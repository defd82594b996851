#pragma once
// Search results with a way to refer.
#include "inquiries/desk.h"
#include "referral/referral.h"

namespace digilots::inquiries {

html::components::OpenBadge open_badge_of(const directory::OpenState& state, const html::Page& page, base::Instant now);

/// `own_place`: the place that stands in the form: nobody is referred there.
DeskHits make_hits(const referral::SearchAnswer& answer, const std::string& own_place, const html::Page& page,
                   base::Instant now);

/// What there is to tell of whom an entry refers to, without a way to refer there again; nothing where that is gone.
std::optional<ReferralCard> referral_card(const referral::Referral& referral, const Service& service, const Inquiry& entry,
                                          const html::Page& page);

/// Of an e-service: where people get stuck in its form.
std::vector<StuckView> stuck_in(const FormHelp& help, std::string_view e_service, const html::Page& page);
void add_form_help(DeskHit& hit, const FormHelp& help, const html::Page& page);

/// When a function answers its phone, where that is known.
void add_phone_hours(DeskHit& hit, const directory::Snapshot& directory, const html::Page& page);

/// What was typed may also be a topic: said with the number of hits.
void add_topics(DeskHits& view, std::vector<DeskTopic> topics, const html::Page& page);

/// Who answers where nothing fits, and whether somebody does now.
DeskFallback make_fallback(const referral::Fallback& fallback, const html::Page& page, base::Instant now);

}  // namespace digilots::inquiries
