#pragma once
// The pages of this slice; routes.cpp says where each is.
#include "municipality/municipality.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::municipality {

struct Pages {
    const Municipalities& municipalities;
};

http::Response start_page(const Pages& pages, const http::Request& request);
http::Response theme_css(const Pages& pages, const http::Request& request);
http::Response accessibility_page(const Pages& pages, const http::Request& request);
http::Response accessibility_statement_page(const Pages& pages, const http::Request& request);
http::Response open_data_page(const Pages& pages, const http::Request& request);

}  // namespace digilots::municipality
