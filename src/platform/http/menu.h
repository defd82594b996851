#pragma once
// The menus that stand on many pages. Each entry is said by the slice to whose page it leads.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "platform/http/access.h"
#include "platform/i18n/translator.h"

namespace digilots::http {

/// In the header for residents, in the header for staff, on the page of settings; at the foot of every page for residents,
/// beside the phone number.
enum class MenuPlace { residents, staff, settings, help };

struct MenuEntry {
    MenuPlace menu;
    int position;       // the smaller the further in front; where an entry stands it stays
    i18n::Text title;
    std::string path;   // below the municipality. With "/" at its end it is that page alone, else all pages below as well
    Role least = Role::guide;             // who sees it, in menus of staff
    std::vector<std::string> also = {};   // pages below these addresses belong to it too
    /// What waits there for this person, said behind the title; 0: nothing. Asked for each page with the menu: from memory.
    std::function<std::int64_t(const Tenant&, const Identity&)> number = nullptr;
    /// Of who sees to privacy without being an administrator, and of nobody else.
    bool of_privacy = false;
};
using Menu = std::vector<MenuEntry>;

}  // namespace digilots::http
