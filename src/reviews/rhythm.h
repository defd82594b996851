#pragma once
// How often each unit looks at its log, and when it does so next.
#include <optional>
#include <string>
#include <vector>

#include "reviews/implementation.h"

namespace digilots::reviews {

struct UnitRhythm {
    std::string unit, name;             // "Culture › Library"
    int months = 0;
    std::optional<base::Date> last = {};    // nothing: no meeting of it is written down
    base::Date next{};                  // without a meeting: so many months after the unit was added
};

/// The first due in front.
std::vector<UnitRhythm> rhythms_of_units(const Reviews::Implementation& self, const register_::Surroundings& around);

/// When units hold their review meetings next.
http::Response dates_page(const Pages& pages, const http::Request& request);

}  // namespace digilots::reviews
