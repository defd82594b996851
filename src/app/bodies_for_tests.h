#pragma once
// One of each kind of record about groups, plans and systems, with what is hard in tables.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/budgets_for_tests.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::app {

inline std::vector<std::pair<std::string, register_::Draft>> bodies_records() {
    return {
        {"body_group",
         {{"title", {"Styrgruppen; norr"}},
          {"kind", {"steering_group"}},
          {"purpose", {"Beslutar; plan\nbudget"}},
          {"rhythm", {"quarterly"}},
          {"shares_days", {"1"}}}},
        {"rollout",
         {{"title", {"Lotsby; centrum"}}, {"region", {"Norr; kusten"}}, {"state", {"started"}}, {"day", {"2026-11-02"}}}},
        {"method_step",
         {{"title", {"Samtal; chefer"}}, {"kind", {"interview"}}, {"times", {"16"}}, {"result", {"rad ett\nrad; två"}}}},
        {"steering_factor", {{"title", {"Tid; att lära"}}, {"kind", {"soft"}}}},
        {"demography_figure",
         {{"title", {"Över 65; andel"}},
          {"figure", {"11,6 %; 2030"}},
          {"year", {"2030"}},
          {"source", {"Påhittad; källa"}},
          {"is_forecast", {"1"}}}},
        {"checklist_point",
         {{"title", {"Finns papper; kvar?"}},
          {"checklist", {"Egen; lista"}},
          {"answer", {"partly"}},
          {"evidence", {"Blankett; disken"}},
          {"day", {"2026-11-02"}}}},
        {"inventoried_system",
         {{"title", {"Plattformen; ny"}},
          {"layer", {"e_services"}},
          {"processes", {"case", "reporting"}},
          {"used_fully", {"no"}},
          {"missing", {"Arkiv; e-arkiv\nSök"}},
          {"debt", {"high"}},
          {"debt_about", {"Gamla; formulär"}},
          {"debt_cost", {"450000,50"}}}},
        {"introduction_rule", {{"title", {"Vem utbildar; när?"}}, {"about", {"rad ett\nrad; två"}}}},
        {"introduction", {{"title", {"Färdtjänst; på nätet"}}, {"kind", {"e_service"}}, {"day", {"2027-01-11"}}}},
        {"tiered_service", {{"title", {"Larm; trygghet"}}, {"tier", {"external"}}, {"day", {"2026-11-02"}}}},
    };
}

/// Gives the ids of the first record of a kind.
using FirstOf = std::function<std::vector<std::string>(std::string_view key)>;

inline std::vector<std::pair<const char*, register_::Draft>> of_first_group(const FirstOf& first) {
    return {{"body_member",
             {{"title", {"Biblioteket; norr"}}, {"body", first("body_group")}, {"part", {"lead"}}, {"percent", {"40"}}}},
            {"body_meeting",
             {{"title", {"December; extra"}},
              {"body", first("body_group")},
              {"day", {"2026-12-09"}},
              {"begins", {"13.00"}},
              {"venue", {"Rådhuset; sal 2"}},
              {"minutes", {"rad ett\nrad; två"}},
              {"minutes_state", {"draft"}}}},
            {"body_decision",
             {{"title", {"Planen; utgåva 2"}},
              {"body", first("body_group")},
              {"day", {"2026-11-02"}},
              {"state", {"open"}},
              {"due", {"2027-02-01"}},
              {"basis", {"Plan; utkast"}},
              {"is_published", {"1"}}}},
            {"body_handover", {{"title", {"Projektet; slut"}}, {"body", first("body_group")}, {"day", {"2027-02-01"}}}}};
}

inline std::vector<std::pair<const char*, register_::Draft>> of_first_meeting(const FirstOf& first) {
    return {
        {"agenda_item",
         {{"title", {"Kvällar; öppet"}},
          {"meeting", first("body_meeting")},
          {"place", {"2"}},
          {"kind", {"decision"}},
          {"proposal", {"Öppet; till 20"}}}},
        {"handover_point",
         {{"title", {"Personal; kan"}},
          {"handover", first("body_handover")},
          {"kind", {"staff"}},
          {"state", {"done"}},
          {"evidence", {"Lista; kurs"}}}},
        {"introduction_step", {{"title", {"Test; användare"}}, {"introduction", first("introduction")}, {"place", {"3"}}}}};
}

/// Also what belongs to the first group, meeting, handing over and introduction.
inline void add_bodies(const Slices& slices, const std::string& municipality,
                       const std::function<void(std::string_view key, const register_::Draft& draft)>& add) {
    const FirstOf first = [&](std::string_view key) {
        std::vector<std::string> id;
        for (const auto* records : all_of(slices, &Slice::registers))
            if (records->declaration().key == key)
                id = {records->list(records->around(municipality), {}, 1, 0).records.front().id};
        return id;
    };
    for (const auto& [key, draft] : bodies_records()) add(key, draft);
    for (const auto& [key, draft] : of_first_group(first)) add(key, draft);
    for (const auto& [key, draft] : of_first_meeting(first)) add(key, draft);
}

inline void add_budget_and_bodies(const Slices& slices, const std::string& municipality,
                                  const std::function<void(std::string_view key, const register_::Draft& draft)>& add) {
    add_to_budget(slices, municipality, add);
    add_bodies(slices, municipality, add);
}

}  // namespace digilots::app
