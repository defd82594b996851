#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> bar_chart_fixtures(const Page& page) {
    Chart chart{.id = "topics",
                .title = "Inquiries by topic, November 2026",
                .description = "BankID is asked about most.",
                .dimension = "Topic",
                .series = {{.title = "Inquiries",
                            .points = {{"BankID and e-ID", 124, "124", "/a"},
                                       {"Mobile phone and tablet", 87, "87", "/b"},
                                       {"Forms of authorities", 42, "42"},
                                       {"Försäkringskassan", 3, "3"},
                                       {"Bank", 0, "0"},
                                       {"Health", std::nullopt, "too few to show"},
                                       {"School", std::nullopt, ""}}}},
                .csv_url = "/sundsvall/staff/statistics.csv"};
    return {{"figures that open, none, too few, unknown", bar_chart(chart, page)}};
}

}  // namespace digilots::html::components
