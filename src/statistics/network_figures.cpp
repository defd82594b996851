#include "statistics/network_figures.h"

namespace digilots::statistics {

measures::NetworkFigures figures_of(const municipality::Network& network, const measures::Measure& measure,
                                    const periods::Period& period) {
    measures::Query query;
    query.municipalities = network.members;
    query.by = {"municipality", "month"};
    query.period = {periods::holding(periods::Kind::year, period.from).from,
                    periods::holding(periods::Kind::year, period.to).to};
    measures::MonthValues months;
    for (const measures::Row& row : measure.figures(query)) {
        months[row.dimensions.at("municipality")][row.dimensions.at("month")] = row.value;
    }
    return measures::disclose(measure.kind, period, network.members, months);
}

}  // namespace digilots::statistics
