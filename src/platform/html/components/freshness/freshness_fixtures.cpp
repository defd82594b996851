#include <chrono>

#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> freshness_fixtures(const Page& page) {
    using namespace std::chrono;
    const base::Date today{2026y, November, day{22}};
    const auto at = [&](base::Date date) { return freshness({.verified_on = date, .today = today}, page); };
    return {{"never", freshness({.verified_on = std::nullopt, .today = today}, page)}, {"today", at(today)},
            {"yesterday", at({2026y, November, day{21}})}, {"days", at({2026y, November, day{10}})},
            {"months", at({2026y, July, day{1}})}, {"old", at({2025y, December, day{1}})}};
}

}  // namespace digilots::html::components
