#pragma once
// How a referral went, told by programs: those of whom somebody was sent to.
#include "inquiries/pages.h"

namespace digilots::inquiries {

http::Response get_referral(const Pages& pages, const http::Request& request);
http::Response tell_referral(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
