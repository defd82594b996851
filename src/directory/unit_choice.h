#pragma once
// The lists of staff for one unit: what one chooses, else what one is limited to.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "directory/pages.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::directory {

struct UnitChoice {
    std::vector<html::components::Option> options;  // all, no unit, each unit; none where the municipality has no units
    std::string chosen;                             // "" for all
    std::string query;                              // "unit=…" where somebody chose; ""
    std::optional<std::set<std::string>> held;      // nothing for all

    bool holds(RecordKind kind, std::string_view id) const;
};

enum class WhereNoneIsChosen { own_unit, all };

/// Of the address ("unit=", empty for all), else the unit that the person is limited to, where that is asked for.
UnitChoice unit_choice(const Pages& pages, const html::Page& page,
                       WhereNoneIsChosen otherwise = WhereNoneIsChosen::own_unit);

}  // namespace digilots::directory
