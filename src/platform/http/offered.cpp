#include "platform/http/offered.h"

#include <algorithm>

namespace digilots::http {

namespace {

bool may_be_missing(const MenuEntry& entry) {
    return entry.number && (entry.menu == MenuPlace::residents || entry.menu == MenuPlace::help);
}

}  // namespace

bool is_there(const MenuEntry& entry, const Tenant& tenant) {
    return !may_be_missing(entry) || entry.number(tenant, Identity{}) >= 0;
}

bool is_offered(const Menu* menu, const Tenant& tenant, std::string_view path) {
    if (menu == nullptr) return true;
    return std::ranges::none_of(*menu, [&](const auto& entry) { return entry.path == path && !is_there(entry, tenant); });
}

std::string what_is_there(const Menu& menu, const Tenant& tenant) {
    std::string signs;
    for (const auto& entry : menu)
        if (may_be_missing(entry)) signs += is_there(entry, tenant) ? '+' : '-';
    return signs;
}

}  // namespace digilots::http
