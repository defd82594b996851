#include "platform/http/access.h"

#include <algorithm>

namespace digilots::http {

const Scope* find_scope(const Scopes& scopes, std::string_view key) {
    const auto found = std::ranges::find(scopes, key, &Scope::key);
    return found == scopes.end() ? nullptr : *found;
}

std::string name_of(Access access) {
    switch (access.kind()) {
        case Access::Kind::anyone:
            return "anyone";
        case Access::Kind::signed_in:
            return "signed_in";
        case Access::Kind::guide:
            return "guide";
        case Access::Kind::editor:
            return "editor";
        case Access::Kind::coordinator:
            return "coordinator";
        case Access::Kind::administrator:
            return "administrator";
        case Access::Kind::privacy:
            return "privacy";
        case Access::Kind::network_viewer:
            return "network_viewer";
        case Access::Kind::operator_:
            return "operator";
        case Access::Kind::token:
            return "token:" + std::string(access.scope()->key);
    }
    return "unknown";
}

}  // namespace digilots::http
