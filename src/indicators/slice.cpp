#include "indicators/indicators.h"

namespace digilots::indicators {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::staff, 600, TEXT("Indicators"), "/staff/indicators", Role::coordinator, {"/staff/indicator-updates"}},
};

const audit::Words trail{
    .actions = {TEXT("local indicator made"), TEXT("local indicator changed"), TEXT("figures entered"),
                TEXT("direction changed")},
    .records = {{"indicator", TEXT("Indicator"), "/staff/indicators/"}},
    .fields = {{"title", TEXT("Name")},
               {"unit", TEXT("Unit")},
               {"direction", TEXT("Direction")},
               {"values", TEXT("Figures")},
               {"higher", TEXT("Direction")},
               {"lower", TEXT("Direction")},
               {"none", TEXT("Direction")},
               {"high", TEXT("Direction")},
               {"low", TEXT("Direction")},
               {"neither", TEXT("Direction")}},
};

const SitePages site{.common = [] { return std::vector<std::string>{"/indicators"}; }};

}  // namespace

Slice slice(Indicators& indicators, db::Database& database, const municipality::Municipalities& municipalities,
            const base::Clock& clock) {
    return {
        .name = "indicators",
        .routes = [&](const Slices&) { return routes(indicators, municipalities, clock); },
        .menu = menu,
        .trail = trail,
        .site = site,
        .left_out_of_search =
            [&] {
                auto ids = indicators.not_searchable();
                for (auto& id : ids) id.insert(0, "indicator:");
                return ids;
            },
        .load_demo =
            [&](const Demo& demo) {
                load_shipped_figures(database, clock);
                remove_made_up_figures_of_real(database);
                load_figures_of_made_up(database, clock);
                load_own_of_demo(indicators, demo);
                indicators.catch_up_search();
            },
    };
}

}  // namespace digilots::indicators
