#pragma once
// "/program": which program this is, under which licence, and where its source is, as the licence demands.
#include <string>

#include "municipality/municipality.h"
#include "platform/http/route.h"

namespace digilots::app {

/// Without an address it says whom to ask, and to the operator where to set one.
http::Route program_page(std::string source_address, const municipality::Municipalities& municipalities);

}  // namespace digilots::app
