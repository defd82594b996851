#pragma once
// The desk: who can help, what was asked, what has been logged today.
#include "inquiries/desk.h"
#include "platform/http/route.h"
#include "referral/referral.h"

namespace digilots::inquiries {

http::Response desk_page(Inquiries& inquiries, referral::Referral& referral, const http::Request& request);
/// The log form was sent.
http::Response log_at_desk(Inquiries& inquiries, referral::Referral& referral, const http::Request& request);
/// One more like this one, now.
http::Response repeat_inquiry(Inquiries& inquiries, referral::Referral& referral, const http::Request& request);

/// Topics for the buttons: five that stay, the municipality's first own ones, those asked about most in the last three
/// months, then the usual ones.
std::vector<std::string> desk_topics(Service& service, const http::Tenant& tenant);

}  // namespace digilots::inquiries
