#pragma once
#include <string>

#include "platform/http/request.h"

namespace digilots::http {

/// As this request reached the site, without a path: "https://digital.sundsvall.se"; "http://localhost" where it named no host.
/// The host was sent by somebody: it is text, not HTML.
std::string site_address(const Request& request);

}  // namespace digilots::http
