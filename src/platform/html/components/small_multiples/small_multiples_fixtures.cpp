#include <cmath>

#include "platform/html/figures.h"
#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> small_multiples_fixtures(const Page& page) {
    SmallMultiples all{.id = "small", .title = "Six indicators, 2008–2022", .description = "Each on its own scale."};
    constexpr MarkColour colours[] = {MarkColour::red, MarkColour::yellow, MarkColour::green};
    for (int i = 0; i < 6; ++i) {
        SmallChart chart{.title = "Indicator " + std::to_string(i + 1), .url = i == 0 ? "/a" : "", .years = {}};
        for (int year = 2008 + i; year <= 2022 && i != 5; ++year) {
            YearPoint point{.year = year, .mark = {.colour = colours[(year + i) / 4 % 3]}};
            if (year != 2015) {
                point.value = 50 + 20 * std::sin((year + 3 * i) / 3.0);
                point.shown = coordinate(*point.value) + " %";
            } else {
                point.mark = {};
                point.shown = "not reported";
            }
            chart.years.push_back(point);
        }
        all.charts.push_back(chart);
    }
    return {{"six, one year missing, one without figures", small_multiples(all, page)}};
}

}  // namespace digilots::html::components
