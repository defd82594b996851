#pragma once
// Who was sent on, and how it went: told by the desk that sent, or by the one that received.
#include "inquiries/desk.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

/// Of all desks for a period, newest first; who is limited to a unit sees those from and to its places.
http::Response referrals_page(const Pages& pages, const http::Request& request);
http::Response set_referral_outcome(const Pages& pages, const http::Request& request);
/// Whoever was sent back is referred on; and that taken back while nobody has told how it went.
http::Response refer_onward(const Pages& pages, const http::Request& request);
http::Response take_back_onward(const Pages& pages, const http::Request& request);

/// With buttons that lead back to the entry; nothing where it refers to nobody.
std::optional<SentOn> referral_of_entry(const Pages& pages, const Inquiry& entry, const html::Page& page);

}  // namespace digilots::inquiries
