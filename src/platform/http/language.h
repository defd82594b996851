#pragma once
// Which language a page is in: path, then cookie, then Accept-Language, then the tenant's first, then
// Swedish.
#include "platform/http/route.h"

namespace digilots::http {

/// Takes "/nb" off request.path into request.language_prefix when it names a language. "/nb" alone becomes
/// "/".
void strip_language(Request& request, const Gatekeeper& gatekeeper);
/// Sets request.language. Call when the tenant is known.
void decide_language(Request& request, const Gatekeeper& gatekeeper);

}  // namespace digilots::http
