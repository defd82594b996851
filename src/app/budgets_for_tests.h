#pragma once
// A budget and a plan with one of each that belongs to them, with what is hard in tables.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/plan_for_tests.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::app {

inline std::vector<std::pair<const char*, register_::Draft>> of_first_budgets(const std::vector<std::string>& budget,
                                                                              const std::vector<std::string>& line,
                                                                              const std::vector<std::string>& grant) {
    return {
        {"budget_calculation",
         {{"title", {"Handledare; digital"}},
          {"line", line},
          {"kind", {"wage"}},
          {"hourly_wage", {"212,50"}},
          {"percent", {"39,2"}},
          {"hours", {"3950"}},
          {"stated", {"1168411"}}}},
        {"budget_source",
         {{"title", {"Fonden; norr"}},
          {"budget", budget},
          {"kind", {"grant"}},
          {"year_1", {"830000"}},
          {"year_2", {"830000,50"}},
          {"cash", {"1660000,50"}},
          {"cash_lines", line}}},
        {"budget_share",
         {{"title", {"Ledare; projekt"}},
          {"budget", budget},
          {"percent", {"40"}},
          {"payer", {"Fonden; norr"}},
          {"hourly_rate", {"253"}},
          {"hours", {"1975"}},
          {"first_day", {"2026-01-01"}}}},
        {"budget_actual",
         {{"title", {"Platta; tolv"}},
          {"line", line},
          {"day", {"2026-11-20"}},
          {"amount", {"61480,50"}},
          {"trip", {"Till bygden; hjälp"}}}},
        {"budget_frame",
         {{"title", {"Resor; möten"}}, {"budget", budget}, {"maximum", {"40000"}}, {"lines", line}, {"warn_at", {"75"}}}},
        {"budget_approval",
         {{"title", {"Styrgruppen; höst"}}, {"budget", budget}, {"decision", {"noted"}}, {"day", {"2026-11-19"}}}},
        {"budget_contribution",
         {{"title", {"Vännerna; fika"}}, {"budget", budget}, {"kind", {"time"}}, {"hours", {"120"}}}},
        {"after_project",
         {{"title", {"En tjänst; heltid"}},
          {"budget", budget},
          {"yearly_cost", {"640000"}},
          {"decide_on", {"2027-06-01"}},
          {"only_project_money", {"yes"}}}},
        {"grant_step",
         {{"title", {"Årsrapport; ett"}}, {"grant_call", grant}, {"kind", {"report"}}, {"due", {"2027-02-01"}}}}};
}

/// `add` adds a record of a kind; a budget and a grant are there.
inline void add_to_budget(const Slices& slices, const std::string& municipality,
                          const std::function<void(std::string_view key, const register_::Draft& draft)>& add) {
    const auto first = [&](std::string_view key) {
        std::vector<std::string> id;
        for (const auto* records : all_of(slices, &Slice::registers))
            if (records->declaration().key == key)
                id = {records->list(records->around(municipality), {}, 1, 0).records.front().id};
        return id;
    };
    add("budget_line", {{"title", {"Löner; alla"}},
                        {"budget", first("budget")},
                        {"kind", {"wages"}},
                        {"place", {"1"}},
                        {"year_1", {"830000"}},
                        {"year_2", {"830000,50"}},
                        {"rounding_note", {"nedåt; en tjänst"}}});
    for (const auto& [key, draft] : of_first_budgets(first("budget"), first("budget_line"), first("grant")))
        add(key, draft);
    add_to_plan(slices, municipality, add);
}

}  // namespace digilots::app
