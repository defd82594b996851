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
            [&] {
                load_shipped_figures(database, clock);
                load_made_up_figures(database, clock);
                indicators.catch_up_search();
            },
    };
}

}  // namespace digilots::indicators
