#pragma once
// Form tokens. Each session has one, derived from the session cookie, so that every server process agrees
// without storing it. Pages carry it masked anew each time: compressed pages then tell nothing about it by
// their length (BREACH).
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace digilots::http {

std::string masked_csrf_token(std::string_view session_token);
bool csrf_token_matches(std::string_view session_token, std::string_view given);

/// False where the browser says that another site sent this (Sec-Fetch-Site, Origin against Host).
bool is_same_site(const Request& request);

}  // namespace digilots::http
