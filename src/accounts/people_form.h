#pragma once
// Roles as forms know them.
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "organisation/organisation.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/access.h"

namespace digilots::accounts {

inline constexpr std::array all_roles{http::Role::guide, http::Role::editor, http::Role::coordinator,
                                      http::Role::administrator};

/// "guide", "editor", "coordinator", "administrator"
std::string_view role_key(http::Role role);
std::optional<http::Role> read_role(std::string_view text);
std::vector<html::components::Option> role_options(std::string_view chosen, const html::Page& page);

/// Whether somebody of this unit is among those asked for: of a unit and all below it, of none ("-"), anybody ("").
bool works_in(const organisation::Units& units, std::string_view asked, std::string_view unit);

/// None where there are no units. `gone` is said of a chosen one that is there no more.
std::vector<html::components::Option> unit_options(const organisation::Units& units, std::string_view chosen, std::string none,
                                                  std::string gone);

}  // namespace digilots::accounts
