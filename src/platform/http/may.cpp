#include "platform/http/may.h"

namespace digilots::http {

bool may(const Identity& who, Role least, std::string_view municipality_id) {
    return who.role && *who.role >= least && !who.municipality_id.empty() && who.municipality_id == municipality_id;
}

bool may(const Request& request, Role least) {
    return request.identity && request.tenant && may(*request.identity, least, request.tenant->id);
}

}  // namespace digilots::http
