#include "statistics/network_figures.h"

#include <algorithm>

namespace digilots::statistics {

NetworkFigures figures_of(const municipality::Network& network, const Question& question) {
    using namespace std::chrono;
    base::MeasureQuery query = question.query;
    query.municipalities = network.members;
    query.by = {"municipality", "month"};
    query.where.clear();
    query.period = {query.period.from.year() / January / 1, query.period.to.year() / December / 31};
    MonthCounts months;
    for (const base::MeasureRow& row : question.measure->figures(query)) {
        months[row.dimensions.at("municipality")][row.dimensions.at("month")] = row.value;
    }
    return disclose(question.query.period, network.members, months);
}

}  // namespace digilots::statistics
