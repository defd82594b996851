#pragma once
// The slice's URLs, one function each; routes.cpp lists them.
#include "indicators/indicators.h"

namespace digilots::indicators {

/// What every page may use.
struct Pages {
    Indicators& indicators;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
};

http::Response find_indicator_page(const Pages& pages, const http::Request& request);
http::Response nation_page(const Pages& pages, const http::Request& request);
http::Response nation_csv(const Pages& pages, const http::Request& request);
http::Response get_distribution(const Pages& pages, const http::Request& request);

http::Response standing_page(const Pages& pages, const http::Request& request);
http::Response standing_csv(const Pages& pages, const http::Request& request);

http::Response manage_indicators_page(const Pages& pages, const http::Request& request);
http::Response add_local_indicator(const Pages& pages, const http::Request& request);
http::Response manage_indicator_page(const Pages& pages, const http::Request& request);
http::Response save_direction(const Pages& pages, const http::Request& request);
http::Response save_own_figure(const Pages& pages, const http::Request& request);
http::Response runs_page(const Pages& pages, const http::Request& request);
http::Response run_page(const Pages& pages, const http::Request& request);

}  // namespace digilots::indicators
