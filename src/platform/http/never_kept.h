#pragma once
// Answers that are kept nowhere on the way: found with an unqualified call by the type of what is given.
#include "platform/http/response.h"

namespace digilots::http {

/// Neither in this server's page cache nor in any other, nor by the browser.
Response never_kept(Response response);
/// … and whose address, which holds a code, is told to nobody. Not for a page with a form: from such a page browsers send
/// forms without saying whence, and those are refused.
Response told_nobody(Response response);

}  // namespace digilots::http
