#pragma once
// The pages of this slice; routes.cpp says where each is.
#include "municipality/municipality.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::municipality {

http::Response start_page(const http::Request& request, const Municipalities& municipalities);
http::Response theme_css(const http::Request& request, const Municipalities& municipalities);
http::Response accessibility_page(const http::Request& request, const Municipalities& municipalities);
http::Response accessibility_statement_page(const http::Request& request, const Municipalities& municipalities);
http::Response privacy_page(const http::Request& request, const std::vector<PrivacyNotice>& kept);
http::Response open_data_page(const http::Request& request, const Municipalities& municipalities);

}  // namespace digilots::municipality
