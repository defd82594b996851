#pragma once
// A record's unit where no form asks for it: that of its place, of its function, of whatever it is linked to.
#include <string_view>
#include <vector>

#include "platform/register/register.h"

namespace digilots::register_ {

/// A link of the record, and the source ("directory.unit_of_place") whose choices are units and whose `within` gives the ids
/// of what belongs to one and to all below it, and for "-" (unit_rule.h) of what belongs to none.
struct Through {
    std::string_view column, source;
};

/// The filter "unit" of a list, without a column of its own. The first link that says anything decides.
Field unit_through(std::vector<Through> links);

/// The field by which a list is limited to a unit; nullptr where it has none.
const Field* unit_filter(const Register& declaration);

}  // namespace digilots::register_
