#include "indicators/meaning/pages.h"

namespace digilots::indicators {

using http::Access;
using http::Method;

http::Routes routes(Indicators& indicators, const municipality::Municipalities& municipalities,
                    const base::Clock& clock) {
    const auto page = http::handlers_with(Pages{indicators, municipalities, clock});
    const std::vector<std::string> question{"year", "gender", "group", "direction", "with", "sort"};
    return {
        {Method::get, "/indicators", Access::anyone, page(find_indicator_page), {"q", "group", "area", "country"},
         answered_from},
        {Method::get, "/indicators/{id}", Access::anyone, page(nation_page), question, answered_from},
        {Method::get, "/indicators/{id}/figures.csv", Access::anyone, page(nation_csv), question, answered_from},
        {Method::get, "/api/v1/indicators/{id}/distribution", Access::anyone, page(get_distribution),
         {"year", "gender", "group", "direction"}, answered_from},
        {Method::get, "/{municipality}/progress/indicators/{id}", Access::anyone, page(standing_page), question,
         standing_from},
        {Method::get, "/{municipality}/progress/indicators/{id}/figures.csv", Access::anyone, page(standing_csv),
         question, standing_from},
        {Method::get, "/{municipality}/staff/indicators", Access::coordinator, page(manage_indicators_page)},
        {Method::post, "/{municipality}/staff/indicators", Access::coordinator, page(add_local_indicator)},
        {Method::get, "/{municipality}/staff/indicators/{id}", Access::coordinator, page(manage_indicator_page)},
        {Method::post, "/{municipality}/staff/indicators/{id}", Access::coordinator, page(save_direction)},
        {Method::post, "/{municipality}/staff/indicators/{id}/figures", Access::coordinator, page(save_own_figure)},
        {Method::get, "/{municipality}/staff/indicator-updates", Access::administrator, page(runs_page)},
        {Method::get, "/{municipality}/staff/indicator-updates/{run}", Access::administrator, page(run_page)},
    };
}

}  // namespace digilots::indicators
