#include "indicators/meaning/pages.h"

namespace digilots::indicators {

using http::Access;
using http::Method;
using http::Request;

http::Routes routes(Indicators& indicators, const municipality::Municipalities& municipalities,
                    const base::Clock& clock) {
    const Pages pages{indicators, municipalities, clock};
    const auto with = [pages](http::Response (*handler)(const Pages&, const Request&)) {
        return [pages, handler](const Request& request) { return handler(pages, request); };
    };
    const std::vector<std::string> question{"year", "gender", "group", "direction", "with", "sort"};
    return {
        {Method::get, "/indicators", Access::anyone, with(find_indicator_page), {"q", "group", "area", "country"},
         answered_from},
        {Method::get, "/indicators/{id}", Access::anyone, with(nation_page), question, answered_from},
        {Method::get, "/indicators/{id}/figures.csv", Access::anyone, with(nation_csv), question, answered_from},
        {Method::get, "/api/v1/indicators/{id}/distribution", Access::anyone, with(get_distribution),
         {"year", "gender", "group", "direction"}, answered_from},
        {Method::get, "/{municipality}/progress/indicators/{id}", Access::anyone, with(standing_page), question,
         answered_from},
        {Method::get, "/{municipality}/progress/indicators/{id}/figures.csv", Access::anyone, with(standing_csv),
         question, answered_from},
        {Method::get, "/{municipality}/staff/indicators", Access::coordinator, with(manage_indicators_page)},
        {Method::post, "/{municipality}/staff/indicators", Access::coordinator, with(add_local_indicator)},
        {Method::get, "/{municipality}/staff/indicators/{id}", Access::coordinator, with(manage_indicator_page)},
        {Method::post, "/{municipality}/staff/indicators/{id}", Access::coordinator, with(save_direction)},
        {Method::post, "/{municipality}/staff/indicators/{id}/figures", Access::coordinator, with(save_own_figure)},
        {Method::get, "/{municipality}/staff/indicator-updates", Access::administrator, with(runs_page)},
        {Method::get, "/{municipality}/staff/indicator-updates/{run}", Access::administrator, with(run_page)},
    };
}

}  // namespace digilots::indicators
