#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> line_chart_fixtures(const Page& page) {
    std::vector<ChartPoint> visits, phone;
    for (int month = 1; month <= 12; ++month) {
        visits.push_back({std::to_string(month),
                          month == 7 ? std::nullopt : std::optional<double>(80 + month * month), ""});
        phone.push_back({std::to_string(month), 40.0 + 5 * month, ""});
    }
    return {{"two series, one unknown month", line_chart({.id = "months",
                                                          .title = "Inquiries by month, 2026",
                                                          .description = "July is unknown.",
                                                          .dimension = "Month",
                                                          .series = {{"Visits", visits}, {"Phone", phone}},
                                                          .csv_url = "/x.csv"},
                                                         page)}};
}

}  // namespace digilots::html::components
