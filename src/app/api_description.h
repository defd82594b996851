#pragma once
#include "platform/http/route.h"

namespace digilots::app {

/// GET /api/openapi.json: the description of the whole API (data/openapi.json), with the scopes that tokens can have.
http::Route api_description(const http::Scopes& scopes);

}  // namespace digilots::app
