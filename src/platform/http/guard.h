#pragma once
// Who passes. Decided from the route's Access, the tenant in the path and the identity, before any handler
// runs.
//
// A role counts in its own municipality alone. An operator runs the installation: network statistics and
// installation pages are open, but no municipality's staff pages, for those hold residents' questions.
#include "platform/http/route.h"

namespace digilots::http {

enum class Verdict {
    allowed,
    signed_out,     // 303 to the sign-in page, or 401
    not_there,      // 404: wrong role, or somebody else's municipality or network
    token_missing,  // 401 with WWW-Authenticate
    scope_missing,  // 403
};

bool needs_token(Access access);
/// Of the API: anyone may ask, and this one brings a token all the same.
bool brings_token(Access access, const Request& request);
bool needs_person(Access access);
Verdict judge(Access access, const Request& request, const Gatekeeper& gatekeeper);

}  // namespace digilots::http
