#include "platform/html/figures.h"
#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> gender_bars_fixtures(const Page& page) {
    return {{"both, and everyone",
             gender_bars({.id = "genders", .title = "Women and men, 2022", .women = Limit{71.3, "71.3 %"},
                          .men = Limit{58.9, "58.9 %"}, .total = Limit{65, "65 %"},
                          .gap = "The gap is 12.4 percentage points.", .whole = 100},
                         page)},
            {"men unknown", gender_bars({.id = "genders-2", .title = "Women and men, 2021", .women = Limit{4.2, "4.2"}}, page)}};
}

}  // namespace digilots::html::components
