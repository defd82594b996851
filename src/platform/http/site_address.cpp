#include "platform/http/site_address.h"

namespace digilots::http {

std::string site_address(const Request& request) {
    const auto host = request.header("host");
    return (request.secure ? "https://" : "http://") + std::string(host.empty() ? "localhost" : host);
}

}  // namespace digilots::http
