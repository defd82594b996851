#pragma once
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/i18n/translator.h"

namespace digilots::html {

/// 403 to somebody who is signed in: `who` says who may do it and whom to ask; below it is a way to what they can open.
http::Response not_theirs_page(const http::Request& request, i18n::Text who);

}  // namespace digilots::html
