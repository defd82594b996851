#pragma once
// The log for outside programs.
#include "inquiries/implementation.h"
#include "platform/http/route.h"

namespace digilots::inquiries {

http::Response post_inquiry(Inquiries& inquiries, const http::Request& request);
http::Response get_inquiry(Inquiries& inquiries, const http::Request& request);
http::Response list_inquiries(Inquiries& inquiries, const http::Request& request);

}  // namespace digilots::inquiries
