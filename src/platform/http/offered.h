#pragma once
// What a municipality has nothing of yet is promised nowhere: the rule of menus, of links to their pages and of kept pages.
#include <string>
#include <string_view>

#include "platform/http/menu.h"

namespace digilots::http {

/// Whether an entry of the residents' menus leads to anything there. What has no number always does.
bool is_there(const MenuEntry& entry, const Tenant& tenant);
/// The same of a page by its address below the municipality, such as "/book"; true where no menu names it.
bool is_offered(const Menu* menu, const Tenant& tenant, std::string_view path);
/// One sign for each entry that may be there or not: kept pages differ by it.
std::string what_is_there(const Menu& menu, const Tenant& tenant);

}  // namespace digilots::http
