#pragma once
// What staff see at staff pages that are not theirs: at another municipality's that they work elsewhere, and the way there; in
// their own which role the page is for, and whom to ask.
#include "municipality/municipality.h"
#include "platform/http/route.h"
#include "platform/http/server.h"

namespace digilots::app {

struct ElsewhereView {
    std::string there, home;       // names of municipalities
    std::string url;               // the same page at home, else what is above it
};

struct OtherRoleView {
    std::string who_may;           // "Coordinators and administrators can open it."
    std::string own_role;          // "You are a guide."
};

/// html::error_page for all else. The same answer whether or not the page is there: nothing of the other's is told.
http::ErrorPage error_page_for(const http::Routes& routes, const municipality::Municipalities& municipalities);

}  // namespace digilots::app
