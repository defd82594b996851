#include "platform/http/access.h"

namespace digilots::http {

std::string_view name_of(Access access) {
    switch (access) {
        case Access::anyone:
            return "anyone";
        case Access::signed_in:
            return "signed_in";
        case Access::guide:
            return "guide";
        case Access::editor:
            return "editor";
        case Access::coordinator:
            return "coordinator";
        case Access::administrator:
            return "administrator";
        case Access::network_viewer:
            return "network_viewer";
        case Access::operator_:
            return "operator";
        case Access::inquiries_write:
            return "token:inquiries:write";
        case Access::inquiries_read:
            return "token:inquiries:read";
        case Access::statistics_read:
            return "token:statistics:read";
    }
    return "unknown";
}

}  // namespace digilots::http
