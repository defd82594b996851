#pragma once
// The log for outside programs.
#include "inquiries/implementation.h"
#include "platform/http/route.h"

namespace digilots::inquiries {

/// With where it refers to, a referral is noted along with it.
http::Response post_inquiry(Inquiries& inquiries, referral::Referral& referral, const http::Request& request);
http::Response get_inquiry(Inquiries& inquiries, const http::Request& request);
http::Response list_inquiries(Inquiries& inquiries, const http::Request& request);

}  // namespace digilots::inquiries
