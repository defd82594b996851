#pragma once
// One of each kind of record of help outside the desk, with what is hard in tables.
#include <string>
#include <utility>
#include <vector>

#include "platform/register/field.h"
#include "platform/register/records.h"

namespace digilots::app {

inline std::vector<std::pair<std::string, register_::Draft>> outreach_records(const std::string& function,
                                                                              const std::string& place) {
    return {
            {"assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"health"}}, {"helper", {"nurse"}}, {"success", {"yes"}},
                               {"minutes", {"40"}}, {"note", {"ljudet; hörlurar"}}}},
            {"trial", {{"title", {"Ny e-tjänst; skiss"}}, {"day", {"2026-11-19"}}, {"state", {"held"}}, {"took_part", {"7"}},
                      {"target_groups", {"older"}}, {"views", {"Bra; men smått\nVar är knappen?"}}}},
            {"launch", {{"title", {"E-tjänst; nystart"}}, {"place", {place}}, {"function", {function}}, {"people", {"2"}},
                       {"first_day", {"2026-11-01"}}, {"last_day", {"2027-01-31"}}, {"topic", {"print"}}}},
            {"onboarding", {{"title", {"Föräldrar; appen"}}, {"helpers", {"unit", "mother_tongue"}}, {"languages", {"sv", "ar"}},
                           {"invited", {"40"}}, {"reached", {"22"}}}},
            {"tour", {{"title", {"PRO; Sundsvall"}}, {"kind", {"pensioners"}}, {"state", {"held"}}, {"day", {"2026-11-18"}},
                     {"hours", {"14-15.30"}}, {"languages", {"sv"}},
                     {"persons", {"34"}}, {"questions", {"Vad är BankID?; varför\nHur gör jag"}}, {"topics", {"e_id"}}}},
            {"walkthrough", {{"title", {"Årskurs 3; föräldrar"}}, {"day", {"2026-11-20"}}, {"place", {place}},
                            {"invited", {"24"}}, {"came", {"16"}}, {"about", {"Papperet; filmen\nStegen"}}}},
            {"campaign", {{"title", {"Digitalveckan; höst"}}, {"theme", {"Trygg; på nätet"}}, {"first_day", {"2026-10-05"}},
                          {"last_day", {"2026-10-11"}}}},
            {"statistics_target", {{"share", {"answered_at_first_contact"}}, {"year", {"2026"}}, {"direction", {"least"}},
                                   {"percent", {"87,5"}}, {"channel", {"phone"}}}},
            {"statistics_saved", {{"title", {"Bank; per månad"}}, {"query", {"measure=inquiries&by=month&topic=bank"}}}},
            {"outside_collection", {{"title", {"Bibliotek; vecka 47"}}, {"collected_by", {"Länet"}}}},
            {"experiment", {{"title", {"Sms; i stället för affisch"}}, {"first_day", {"2026-11-01"}},
                           {"last_day", {"2026-11-20"}}, {"channel", {"paper"}}, {"expected", {"Fler; till fikat"}},
                           {"outcome", {"partly"}},
                           {"result", {"Några; fler\nMest äldre"}}}},
    };
}

/// How those of the first group get it who did not come.
inline register_::Draft catch_up_of_first(const std::vector<register_::Records*>& registers, const std::string& municipality) {
    register_::Draft draft{{"way", {"paper"}}, {"number", {"5"}}, {"note", {"i kuvert; hem"}}};
    for (const auto* records : registers)
        if (records->declaration().key == "walkthrough")
            draft["walkthrough"] = {records->list(records->around(municipality), {}, 1, 0).records.front().id};
    return draft;
}

/// Of the first collection of others.
inline register_::Draft column_of_first(const std::vector<register_::Records*>& registers, const std::string& municipality) {
    register_::Draft draft{{"heading", {"Sätt; svar"}}, {"place", {"1"}}, {"what", {"channel"}},
                           {"words", {"phone = Telefon; fast\n* = 9"}}, {"otherwise", {"ej; angivet"}},
                           {"several", {"first"}}};
    for (const auto* records : registers)
        if (records->declaration().key == "outside_collection")
            draft["collection"] = {records->list(records->around(municipality), {}, 1, 0).records.front().id};
    return draft;
}

inline register_::Draft invitation_to(const std::string& activity) {
    return {{"activity", {activity}}, {"channel", {"paper"}}, {"number", {"120"}}, {"invited_on", {"2026-11-20"}},
            {"about", {"Brev; till alla över 75"}}};
}

}  // namespace digilots::app
