#pragma once
#include "platform/http/route.h"

namespace digilots::app {

/// GET /api/openapi.json: the description of the whole API (data/openapi.json).
http::Route api_description();

}  // namespace digilots::app
