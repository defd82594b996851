#include "platform/http/may.h"

namespace digilots::http {

bool may(const Identity& who, Role least, std::string_view municipality_id) {
    return who.role && *who.role >= least && !who.municipality_id.empty() && who.municipality_id == municipality_id;
}

bool may_see_privacy(const Identity& who, std::string_view municipality_id) {
    return may(who, Role::administrator, municipality_id) || (who.sees_privacy && may(who, Role::guide, municipality_id));
}

bool may_see_privacy(const Request& request) {
    return request.identity && request.tenant && may_see_privacy(*request.identity, request.tenant->id);
}

bool may(const Request& request, Role least) {
    return request.identity && request.tenant && may(*request.identity, least, request.tenant->id);
}

}  // namespace digilots::http
