#pragma once
// What staff of one municipality see at the staff pages of another: that they work elsewhere, and the way there.
#include "municipality/municipality.h"
#include "platform/http/route.h"
#include "platform/http/server.h"

namespace digilots::app {

struct ElsewhereView {
    std::string there, home;       // names of municipalities
    std::string url;               // the same page at home, else what is above it
};

/// html::error_page for all else. The same answer whether or not the page is there: nothing of the other's is told.
http::ErrorPage error_page_for(const http::Routes& routes, const municipality::Municipalities& municipalities);

}  // namespace digilots::app
