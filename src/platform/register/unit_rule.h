#pragma once
// The one rule by which lists of staff are asked for a unit, whatever they list. In the address "unit" says which:
// "" all, "-" what belongs to none, "ID" what belongs to that unit and to those below it, "ID,-" both. Who is limited to a unit
// finds every list open at theirs and at what belongs to none: that waits for everybody, and hidden from those who are limited
// it would wait longer. Everybody else finds all. Each chooses another, and links keep what was chosen.
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/page.h"
#include "platform/register/field.h"

namespace digilots::register_ {

inline constexpr std::string_view of_no_unit = "-";

struct UnitWanted {
    std::string unit = "";    // with those below it; "" none of them is asked for
    bool is_of_none = false;  // what belongs to no unit
    std::string text = "";    // as it stands in the address; "" all

    bool is_all() const { return text.empty(); }
};

UnitWanted read_unit(std::string_view text);
/// What the address asks for, else what the list opens with; `units` are those that there are.
UnitWanted unit_wanted(const http::Request& request, const std::vector<Choice>& units);
/// Whether all that it names is there.
bool is_known(const UnitWanted& wanted, const std::vector<Choice>& units);
/// All, one's own, no unit, each unit; none where there is no unit.
std::vector<html::components::Option> unit_options(const UnitWanted& wanted, const std::vector<Choice>& units,
                                                   const html::Page& page);

}  // namespace digilots::register_
