#pragma once
// "/program": which program this is, under which licence, and where its source is, as the licence demands.
#include <string>

#include "platform/http/route.h"

namespace digilots::app {

http::Route program_page(std::string source_address);

}  // namespace digilots::app
