#include "statistics/statistics.h"

#include <memory>

#include "statistics/statistics_api.h"
#include "statistics/statistics_page.h"

namespace digilots::statistics {

http::Routes routes(std::vector<measures::Measure> measures, const municipality::Municipalities& municipalities,
                    const base::Clock& clock) {
    using http::Access, http::Method, http::Request;
    const auto sources = std::make_shared<const Sources>(Sources{std::move(measures), municipalities, clock});
    const auto with = [sources](http::Response (*handler)(const Sources&, const Request&)) {
        return [sources, handler](const Request& request) { return handler(*sources, request); };
    };
    return {
        {Method::get, "/{municipality}/staff/statistics", Access::guide, with(statistics_page)},
        {Method::get, "/{municipality}/staff/statistics.csv", Access::guide, with(statistics_csv)},
        {Method::get, "/staff/network/{network}/statistics", Access::network_viewer, with(network_page)},
        {Method::get, "/staff/network/{network}/statistics.csv", Access::network_viewer, with(network_csv)},
        {Method::get, "/api/v1/{municipality}/statistics", Access::token(read_statistics), with(get_statistics)},
        {Method::get, "/api/v1/networks/{network}/statistics", Access::token(read_statistics), with(get_network_statistics)},
    };
}

}  // namespace digilots::statistics
