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
/// What who answers for it has answered.
void add_owner_says(DeskHit& hit, const OwnersSay& say, const html::Page& page);
std::vector<OwnersSay::Said> said_by_owner(const OwnersSay& say, std::string_view e_service, const html::Page& page);
/// And when it is applied for again, as its own page says it.
void add_renewals(DeskHit& hit, const FormHelp& help, const directory::Snapshot& directory, const html::Page& page);

/// When a function answers its phone, where that is known.
void add_phone_hours(DeskHit& hit, const directory::Snapshot& directory, const html::Page& page);

/// What was typed may also be a topic: said with the number of hits.
void add_topics(DeskHits& view, std::vector<DeskTopic> topics, const html::Page& page);

/// Where nothing was found: that, what to do, and the places that receive people, the one where every search ends first.
void say_nothing_found(DeskHits& view, const referral::Referral& referral, const Service& service, const Inquiry& entry,
                       const html::Page& page);
/// The same where nobody was found but those the entry refers to already, or was made at.
void say_nobody_else(DeskHits& view, const referral::Referral& referral, const Service& service, const Inquiry& entry,
                     const html::Page& page);

/// Who answers where nothing fits, and whether somebody does now.
DeskFallback make_fallback(const referral::Fallback& fallback, const html::Page& page, base::Instant now);

}  // namespace digilots::inquiries
