#include "platform/html/figures.h"
#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> history_chart_fixtures(const Page& page) {
    History history{.id = "history", .title = "Homes with fast broadband, Överkalix", .description = "2016 is unknown.",
                    .subject = "Överkalix", .other = "Sundsvall", .years = {}, .csv_url = "/x.csv"};
    constexpr double values[] = {12, 18, 31, 44, 0, 71, 82, 88, 94, 96};
    for (int i = 0; i < 10; ++i) {
        const double green = 40 + 6 * i, red = 18 + 7 * i, other = 30 + 6.4 * i;
        YearPoint point{.year = 2012 + i, .shown = "not reported", .mark = {.detail = "not reported"},
                        .green_limit = Limit{green, coordinate(green) + " %"}, .red_limit = Limit{red, coordinate(red) + " %"},
                        .other = Limit{other, coordinate(other) + " %"}};
        if (i != 4) {
            point.value = values[i];
            point.shown = coordinate(values[i]) + " %";
            point.mark = {.colour = values[i] >= green ? MarkColour::green
                                    : values[i] <= red ? MarkColour::red : MarkColour::yellow};
            point.rank = std::to_string(200 - 20 * i) + " of 290";
        }
        history.years.push_back(point);
    }
    return {{"ten years, one unknown, compared", history_chart(history, page)}};
}

}  // namespace digilots::html::components
