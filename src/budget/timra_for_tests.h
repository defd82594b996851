#pragma once
// The budget of Timrå's application, as the mapping holds it.
#include "budget/sheet.h"

namespace digilots::budget {

inline Budget timra() {
    constexpr std::int64_t krona = ore_of_a_krona;
    Budget budget{.id = "timra-budget", .title = "Timrå", .currency = "SEK", .first_year = 2019, .last_year = 2020};
    budget.overhead_cap = 1500;
    const auto add = [&](const char* kind, std::int64_t first, std::int64_t second) {
        budget.lines.push_back({.id = kind, .kind = kind, .title = kind, .amounts = {first * krona, second * krona}});
    };
    add("wages", 830000, 830000);
    add("overhead", 125000, 125000);
    add("external_services", 80000, 120000);
    add("premises", 20000, 30000);
    add("equipment", 100000, 150000);
    add("travel", 15000, 15000);
    add("information", 50000, 50000);
    add("unforeseen", 10000, 10000);
    budget.lines[0].calculations = {{.id = "1",
                                     .role = "Digital handledare",
                                     .kind = "wage",
                                     .hourly_wage = 212 * krona,
                                     .percent = 3920,
                                     .hours = 395000,
                                     .stated = 1165661 * krona},
                                    {.id = "2",
                                     .role = "Kommunens personella resurser",
                                     .kind = "wage",
                                     .hourly_wage = 182 * krona,
                                     .percent = 3920,
                                     .hours = 197500,
                                     .stated = 500354 * krona}};
    budget.lines[1].calculations = {{.id = "3",
                                     .role = "Digital handledare",
                                     .kind = "share",
                                     .percent = 1500,
                                     .base = 1165661 * krona,
                                     .stated = 175000 * krona},
                                    {.id = "4",
                                     .role = "Personella resurser",
                                     .kind = "share",
                                     .percent = 1500,
                                     .base = 500354 * krona,
                                     .stated = 75000 * krona}};
    budget.sources = {
        {.id = "s1", .kind = "grant", .title = "Internetstiftelsen", .amounts = {500000 * krona, 500000 * krona}},
        {.id = "s2",
         .kind = "own",
         .title = "Timrå kommun",
         .amounts = {730000 * krona, 830000 * krona},
         .in_kind = 575000 * krona,
         .cash = 985000 * krona,
         .cash_lines = {"external_services", "premises", "equipment", "travel", "unforeseen"}}};
    return budget;
}

}  // namespace digilots::budget
