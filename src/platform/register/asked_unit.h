#pragma once
// The unit that a list is asked for: one shape for all pages of staff, whatever they list. In the address it is "unit".
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/page.h"
#include "platform/register/field.h"

namespace digilots::register_ {

struct AskedUnit {
    std::string chosen = {};                             // as unit_rule.h says it; "" all
    std::optional<std::vector<std::string>> ids = {};    // what belongs to it; nothing: all is shown
    html::components::Field field = {};                  // without a name where there is no unit to choose
    std::string query = {};                              // "unit=…": for links that lead to the same list; "" needs none

    bool holds(std::string_view id) const;
    html::components::Filter filter() const;  // the same field in a form of filters
    /// A form of its own, without filters where there is no unit to choose.
    html::components::FilterForm form(std::string url, std::vector<std::pair<std::string, std::string>> kept = {}) const;
    /// The list's address with what was chosen: "/x", "/x?unit=…", "/x?day=…&unit=…".
    std::string link(std::string url) const;
};

/// `links` has "organisation.unit", and `source`, whose `within` gives the ids that `holds` is asked about ("" of what belongs
/// to nothing of the kind). Chosen and opened as unit_rule.h says.
AskedUnit asked_unit(const LinkSources& links, std::string_view source, const html::Page& page);

}  // namespace digilots::register_
