#pragma once
#include "platform/http/request.h"

namespace digilots::http {

/// Fields and uploads out of the body: 0, or the status that refuses it: 400 not well-formed, 415 a type no page reads.
int read_form(Request& request);

}  // namespace digilots::http
