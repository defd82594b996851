#pragma once
// The log for outside programs.
#include "inquiries/implementation.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

/// With where it refers to, a referral is noted along with it.
http::Response post_inquiry(const Pages& pages, const http::Request& request);
http::Response get_inquiry(const Pages& pages, const http::Request& request);
http::Response list_inquiries(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
