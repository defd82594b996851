#include "platform/html/figures.h"
#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> nation_map_fixtures(const Page& page) {
    NationMap map{.id = "nation", .title = "Homes with fast broadband, 2022", .description = "Made-up points.",
                  .points = {{.label = "Kiruna", .shown = "71 %", .colour = MarkColour::red, .latitude = 67.9, .longitude = 20.3},
                             {.label = "Överkalix", .shown = "94 %", .colour = MarkColour::green, .latitude = 66.5,
                              .longitude = 22.7, .marked = true},
                             {.label = "Ystad", .shown = "no figure", .latitude = 55.5, .longitude = 13.9}},
                  .legend = {{.colour = MarkColour::green, .detail = "7 municipalities"},
                             {.colour = MarkColour::yellow, .detail = "8 municipalities"},
                             {.colour = MarkColour::red, .detail = "7 municipalities"},
                             {.colour = MarkColour::unknown, .detail = "3 municipalities"}},
                  .table_url = "#all"};
    constexpr MarkColour colours[] = {MarkColour::green, MarkColour::yellow, MarkColour::red, MarkColour::unknown};
    for (int i = 0; i < 22; ++i) {
        map.points.push_back({.label = "Around Stockholm " + std::to_string(i), .shown = "80 %", .colour = colours[i % 4],
                              .latitude = 59.2 + 0.04 * (i % 6), .longitude = 17.8 + 0.08 * (i / 6)});
    }
    return {{"25 municipalities, many close together", nation_map(map, page)}};
}

}  // namespace digilots::html::components
