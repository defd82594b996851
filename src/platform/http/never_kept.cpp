#include "platform/http/never_kept.h"

namespace digilots::http {

Response never_kept(Response response) {
    response.for_once = true;
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Response told_nobody(Response response) {
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    return never_kept(std::move(response));
}

}  // namespace digilots::http
