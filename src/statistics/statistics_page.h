#pragma once
// Figures for people: the municipality's own, and a network's totals.
#include "statistics/statistics_api.h"

namespace digilots::statistics {

http::Response statistics_page(const Pages& pages, const http::Request& request);
http::Response statistics_csv(const Pages& pages, const http::Request& request);
http::Response network_page(const Pages& pages, const http::Request& request);
http::Response network_csv(const Pages& pages, const http::Request& request);

}  // namespace digilots::statistics
