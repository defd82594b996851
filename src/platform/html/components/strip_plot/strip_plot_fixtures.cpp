#include <cmath>

#include "platform/html/figures.h"
#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {
namespace {

// 289 made-up values, denser in the middle, with the colours of their quarters.
StripPlot spread_of_289() {
    StripPlot plot{.id = "strip", .title = "Homes with fast broadband, 2022", .description = "289 municipalities."};
    for (int i = 0; i < 289; ++i) {
        const double place = (i + 0.5) / 289;
        const double value = 82 + 9 * std::log(place / (1 - place)) / 2;
        const MarkColour colour = i >= 217 ? MarkColour::green : i < 72 ? MarkColour::red : MarkColour::yellow;
        plot.points.push_back({.label = "Municipality " + std::to_string(i + 1),
                               .shown = coordinate(value) + " %",
                               .colour = colour,
                               .value = value});
    }
    for (const int marked : {40, 250}) plot.points[static_cast<std::size_t>(marked)].marked = true;
    plot.points[40].label = "Överkalix";
    plot.points[250].label = "Sundsvall";
    plot.green_limit = Limit{plot.points[217].value, plot.points[217].shown};
    plot.red_limit = Limit{plot.points[71].value, plot.points[71].shown};
    plot.better = Better::high;
    plot.table_url = "#all";
    plot.csv_url = "/x.csv";
    return plot;
}

}  // namespace

std::vector<Fixture> strip_plot_fixtures(const Page& page) {
    StripPlot equal{.id = "strip-equal", .title = "Has a strategy, 2022", .description = "Too many equal values to rank."};
    for (int i = 0; i < 60; ++i) {
        equal.points.push_back({.label = "M" + std::to_string(i), .shown = i < 50 ? "1" : "0",
                                .colour = MarkColour::yellow, .value = i < 50 ? 1.0 : 0.0});
    }
    return {{"two municipalities among 289", strip_plot(spread_of_289(), page)},
            {"nearly all equal, no limits", strip_plot(equal, page)}};
}

}  // namespace digilots::html::components
